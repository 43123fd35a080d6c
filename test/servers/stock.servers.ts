import {execFile} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {promisify} from "node:util";
import {describe, expect, test} from "vitest";
import {openReader} from "../../src/intake/formats/describe.ts";
import {detect} from "../../src/intake/formats/detect.ts";
import {LineFields} from "../../src/intake/line/fields.ts";
import {MixedLines} from "../../src/intake/line/mixed-lines.ts";
import {readers, type Sent, sendAll} from "./client.ts";
import {hasProgram, inPlace, type Place, type Running, start} from "./process.ts";
import {type StockServer, stockServers} from "./stock.ts";

/*
 * A real server, a client that knows what it sent, and the log that the server wrote of it: the figures are those of the client.
 */

const broadsheet = new URL("../../bin/broadsheet.js", import.meta.url).pathname;

interface Report {
  readonly inputs: readonly {readonly lines: number; readonly requests: number}[];
  readonly measures: readonly {readonly id: string; readonly values: readonly (number | null)[]}[];
  readonly account: readonly {readonly verdicts: readonly {readonly id: string; readonly requests: number}[]}[];
}

/** The log of a server that was asked for everything, and what was sent. */
async function logOf(server: StockServer, place: Place): Promise<{log: string; sent: readonly Sent[]}> {
  const commands = server.commands(place);
  const log = place.log;
  const running: Running[] = [];
  try {
    for (const [at, command] of commands.entries()) {
      const isProxied = commands.length > 1 && at === 0;
      const isLast = at === commands.length - 1;
      // What only follows another's log listens nowhere.
      const listens = command[0] === "varnishncsa" ? null : isProxied ? place.otherPort : place.port;
      running.push(await start(command, {port: listens, ...(isLast && server.isOutput ? {output: log} : {})}));
    }
    if (commands.at(-1)![0] === "varnishncsa") await sleep(1000);
    const sent = await sendAll({port: place.port, isProxied: server.isProxied ?? false});
    await sleep(commands.at(-1)![0] === "varnishncsa" ? 1500 : 300);
    return {log, sent};
  } finally {
    for (const one of running.reverse()) await one.stop();
  }
}

async function reportOf({isProxied = false}: StockServer, log: string, folder: string): Promise<Report> {
  const out = join(folder, "report.json");
  // Whoever asks from the machine itself is taken for a proxy, unless it is said that readers do.
  const client = isProxied ? [] : ["--client", "connection"];
  const words = [
    "quick",
    log,
    ...client,
    "--format",
    "json",
    "-o",
    out,
    "--quiet",
    "--time-zone",
    "UTC",
    "--tables",
    "none",
  ];
  await promisify(execFile)(process.execPath, [broadsheet, ...words], {cwd: folder});
  return JSON.parse(readFileSync(out, "utf8")) as Report;
}

/** What each line says, as it is read by the format that is found out. */
function linesOf(
  log: string,
  {hasAgents, hasHosts}: StockServer,
): {format: string | undefined; lines: readonly unknown[]} {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  const found = detect(lines);
  const reader = new MixedLines(found ? [openReader(found.format)] : []);
  const fields = new LineFields();
  const told = lines.map((line) => {
    if (reader.read(line, fields) !== null) return line;
    const {method, target, status, agent, host} = fields;
    const path = target?.replace(/^https?:\/\/[^/]*/, "");
    return {
      ...{method, path, status},
      ...(hasAgents ? {agent: unescaped(agent ?? "")} : {}),
      ...(hasHosts ? {host: host?.replace(/:\d+$/, "")} : {}),
    };
  });
  return {format: found?.format.name, lines: inOrder(told)};
}

/** Servers of several threads write what ended at nearly the same time in any order. */
function inOrder(lines: readonly unknown[]): unknown[] {
  const textOf = (line: unknown): string => JSON.stringify(line);
  return lines.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** As servers escape quotes and backslashes. */
function unescaped(agent: string): string {
  return agent.replace(/\\x22|\\"/g, '"').replace(/\\x5C|\\\\/gi, "\\");
}

for (const server of stockServers) {
  const isMissing = !server.programs.every(hasProgram);
  describe.skipIf(isMissing && process.env.CI !== "true")(server.what, () => {
    test("the figures of its log are those of whoever asked", () =>
      inPlace(async (place) => {
        const {log, sent} = await logOf(server, place);
        const {format, lines} = linesOf(log, server);
        expect(format).toBe(server.format);
        const said = sent.map(({method, path, status, agent, host}) => ({
          ...{method, path, status},
          ...(server.hasAgents ? {agent} : {}),
          ...(server.hasHosts ? {host} : {}),
        }));
        expect(lines).toEqual(inOrder(said));

        const report = await reportOf(server, log, place.folder);
        expect(report.inputs).toMatchObject([{lines: sent.length, requests: sent.length}]);
        const gets = sent.filter(({method}) => method === "GET");
        const counted = gets.filter(({status}) => status === 200);
        const account = Object.fromEntries(report.account[0]!.verdicts.map(({id, requests}) => [id, requests]));
        expect(account).toMatchObject({
          "not-get": sent.length - gets.length,
          "not-successful": gets.length - counted.length,
          robots: 0,
          counted: counted.length,
        });
        const measured = Object.fromEntries(report.measures.map(({id, values}) => [id, values[0]]));
        expect(measured.readers).toBe(readers);
        expect(measured["different-documents"]).toBe(new Set(counted.map(({path}) => path)).size);
        expect(measured["documents-per-day"]).toBe(counted.length);
        const bytes = counted.reduce((sum, {bodyBytes}) => sum + bodyBytes, 0);
        if (server.hasBodyBytes) expect(measured["megabytes-per-day"]).toBeCloseTo(bytes / 1e6, 9);
        else expect(measured["megabytes-per-day"]).toBeGreaterThan(bytes / 1e6);
      }));
  });
}
