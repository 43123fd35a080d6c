import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {connect} from "node:net";
import {join} from "node:path";
import {removeTree} from "../test/remove-tree.ts";
import {makeLog} from "./generate.ts";
import {describeMachine} from "./machine.ts";
import {measure} from "./measure.ts";
import type {Tell} from "./runs.ts";

/** What is asked for, and what it has to do on two cores that nobody else uses. */
const pages = [
  ["figure page", "/series/readers.html"],
  ["edition page", "/editions/2005-H2.html"],
  ["JSON", "/api/v1/figures/readers"],
  ["exploring", "/explore/?figure=readers&compare=year-ago"],
] as const;
const targets = {requestsPerSecond: 3000, p99Ms: 30, peakMegabytes: 200, coldStartMs: 1000} as const;
const connections = 16;

interface LoadRun {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Asks one server for one page over sixteen connections, each for the next as soon as it has the last. */
async function ask(port: number, path: string, forMs: number): Promise<LoadRun> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n`;
  const took: number[] = [];
  const end = performance.now() + forMs;
  const one = (): Promise<void> =>
    new Promise((done, fail) => {
      let begun = 0;
      let missing = -1;
      let isLast = false;
      const socket = connect(port, "127.0.0.1");
      const next = (): void => {
        begun = performance.now();
        missing = -1;
        socket.write(request);
      };
      socket.once("error", fail);
      socket.on("connect", next);
      socket.on("close", () => (performance.now() < end ? one().then(done, fail) : done()));
      socket.on("data", (piece: Buffer) => {
        if (missing < 0) {
          const head = piece.indexOf("\r\n\r\n");
          const text = piece.toString("latin1", 0, Math.max(head, 0));
          const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
          if (!text.startsWith("HTTP/1.1 200") || !Number.isFinite(length))
            fail(new Error(`${path}: ${text || "a part of a head"}`));
          // So many answers, and a connection has to be made anew.
          isLast = /connection: close/i.test(text);
          missing = length - (piece.length - head - 4);
        } else missing -= piece.length;
        if (missing > 0) return;
        const now = performance.now();
        took.push(now - begun);
        if (now < end && !isLast) next();
        else socket.destroy();
      });
    });
  await Promise.all(Array.from({length: connections}, one));
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {requestsPerSecond: Math.round(took.length / (forMs / 1000)), p50Ms: at(0.5), p99Ms: at(0.99)};
}

/**
 * Publishes an edition, serves it as it is installed, and loads it.
 *
 * @returns A table in Markdown. The load comes from this process, on the same machine: what it takes is taken from the server.
 */
export async function runServe({
  program,
  folder,
  tell,
}: {
  program: string;
  folder: string;
  tell: Tell;
}): Promise<string> {
  removeTree(folder);
  const log = makeLog(10_000);
  for (const words of [
    ["init", folder, "--yes"],
    ["-C", folder, "ingest", log, "--quiet"],
    ["-C", folder, "publish", "2005-H2", "--accept", "a benchmark", "--quiet"],
  ]) {
    tell(words.slice(0, 3).join(" "));
    await measure(process.execPath, [program, ...words], ".");
  }
  const begun = performance.now();
  const options = ["--max-old-space-size=128", "--max-semi-space-size=4"];
  const child = spawn(process.execPath, [...options, program, "-C", folder, "serve", "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const port = await new Promise<number>((done, fail) => {
      child.stderr.setEncoding("utf8").on("data", (text: string) => done(Number(/:(\d+)\//.exec(text)?.[1])));
      child.once("exit", (code) => fail(new Error(`the server ended with ${code}`)));
    });
    const coldStartMs = Math.round(performance.now() - begun);
    const rows: string[] = [];
    for (const [name, path] of pages) {
      tell(name);
      await ask(port, path, 1000);
      const {requestsPerSecond, p50Ms, p99Ms} = await ask(port, path, 5000);
      rows.push(`| ${name} | ${requestsPerSecond} | ${p50Ms.toFixed(1)} | ${p99Ms.toFixed(1)} |`);
    }
    const status = readFileSync(join("/proc", String(child.pid), "status"), "utf8");
    const peak = Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
    const {processor, cores} = describeMachine();
    return [
      `${connections} connections from the same machine (${processor}, ${cores} cores); start ${coldStartMs} ms, at most ${peak} MB.`,
      `Wanted on two idle cores: ${targets.requestsPerSecond} a second, 99 of 100 within ${targets.p99Ms} ms, ${targets.peakMegabytes} MB, start ${targets.coldStartMs} ms.`,
      "",
      "| Page | Requests a second | half within, ms | 99 of 100 within, ms |",
      "|---|--:|--:|--:|",
      ...rows,
      "",
    ].join("\n");
  } finally {
    child.kill("SIGTERM");
  }
}
