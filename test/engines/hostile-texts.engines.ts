import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {checkCsv, checkMarkdown, checkText, fabricOf} from "../long/hostile/outputs.ts";
import {attempts, mark} from "../long/hostile/texts.ts";
import {runNow} from "./engines.ts";
import {hasNewServer, NewServer} from "./new-server.ts";

/*
 * Whoever may write into the servers' tables writes requests as no log could hold them: every text of theirs is text in every report.
 */

let server: NewServer;
let press: Workshop;
beforeAll(async () => {
  if (!hasNewServer) return;
  server = await NewServer.start();
  press = new Workshop(JSON.stringify({publication: "The Press", places: false, engine: server.settings("texts")}));
  for (const words of [
    ["engine", "setup"],
    ["ingest", press.write("a.log", linesFrom(0, 60)), "--quiet"],
  ]) {
    const said = await runNow(["-C", press.folder, ...words], press.root);
    expect(said.status, said.stderr).toBe(0);
  }
});
afterAll(async () => {
  press?.remove();
  await server?.stop();
});

const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\0", "\\0")}'`;

/** Twelve readers asked for each text in every way, so that it has rows of its own. */
async function writeFacts(): Promise<void> {
  const [load, day, second] = (await server.ask("select load, day, second from texts.fact limit 1 format TSV")).split(
    "\t",
  );
  const texts = Object.values(attempts).map((text) => text.toWellFormed());
  const rows = texts.flatMap((text, place) =>
    Array.from({length: 12}, (_, reader) => {
      const said = quoted(text);
      const id = 1_000_000 + place * 100 + reader;
      return `('${day}', ${load}, ${id}, ${second}, ${id}, ${id}, null, null, 'GET', ${quoted(`/${text}`)}, 200, 1000, ${said}, ${said}, ${said})`;
    }),
  );
  const columns =
    "day, load, line, second, reader, address, network48, network32, method, path, status, bytes, site, agent, host";
  await server.ask(`insert into texts.fact (${columns}) values ${rows.join(", ")}`);
}

test.skipIf(!hasNewServer)("texts that servers hold do nothing in any report (wants test/engines/chdb)", async () => {
  const outputs = ["html", "markdown", "csv", "text", "json"].flatMap((format) => {
    return ["--format", format, "--output", join(press.root, `r.${format}`)];
  });
  const report = ["report", "2026-02", "--tables", "all", "--no-ranges", ...outputs];
  const read = (format: string): string => readFileSync(join(press.root, `r.${format}`), "utf8");
  const run = async (words: readonly string[]) => runNow(["-C", press.folder, ...words], press.root);
  expect((await run(report)).status).toBe(0);
  const {parts} = fabricOf(read("html"));
  await writeFacts();
  const said = await run(report);
  expect(said.status, said.stderr).toBe(0);
  checkText(said.stderr, "report");
  checkText(read("text"), "the terminal");
  checkMarkdown(read("markdown"), "Markdown");
  checkCsv(read("csv"), "CSV");
  expect(JSON.stringify(JSON.parse(read("json")))).toContain(mark);
  const own = fabricOf(read("html"));
  expect(
    [...own.parts].filter((part) => !parts.has(part) && /script|img|svg|iframe|base|meta|^h1$| on/.test(part)),
  ).toEqual([]);
  for (const address of own.addresses) expect(address).not.toMatch(/evil|taken|javascript:/i);
  for (const words of [["review", "2026-02", "--list", "--all"], ["account", "2026-02"], ["inputs"], ["quarantine"]]) {
    const {stdout, stderr, status} = await run(words);
    expect(status, stderr).toBe(0);
    checkText(stdout + stderr, words[0]!);
  }
});
