import {writeFileSync} from "node:fs";
import {afterAll, beforeAll, expect, test} from "vitest";
import {runNow} from "../../engines/engines.ts";
import {addition, everythingIn, journalOf, type Reply, setupOf} from "../../engines/hostile-journal.ts";
import {HostileServer} from "../../engines/hostile-server.ts";
import {type Said, Workshop} from "../../intake/workshop.ts";
import {isNightly} from "../sizes.ts";
import {checkText} from "./outputs.ts";
import {attempts, mark} from "./texts.ts";

/*
 * Text of whoever owns a cluster's server, put wherever a server answers with text, and numbers that are none wherever it answers with a
 * number. Each is taken as the text that it is, or refused with ENGINE_ANSWER_REFUSED; nothing of it runs, is written, or goes back to
 * the server.
 */

let server: HostileServer;
let press: Workshop;
beforeAll(async () => {
  server = await HostileServer.start();
  press = new Workshop("publication: The Press\n");
  const settings = {publication: "The Press", engine: {kind: "clickhouse", url: server.url}};
  writeFileSync(`${press.folder}/broadsheet.yaml`, JSON.stringify(settings));
});
afterAll(() => {
  press.remove();
  server.stop();
});

const {input, parts} = addition;
const [part] = parts;
const ofInput = (value: object): Reply => journalOf("add", {...addition, input: {...input, ...value}});
const ofPart = (value: object): Reply => journalOf("add", {...addition, parts: [{...part, ...value}]});
const quarantined = {line: 1, column: 1, reason: "no-match", excerpt: ""};
const ofQuarantine = (value: object): Reply =>
  journalOf("add", {...addition, quarantined: [{...quarantined, ...value}]});
const versionOf = (version: unknown, second: unknown): Reply => [
  /select version/,
  {columns: {version: "String", second: "String"}, rows: [[cell(version), cell(second)]]},
];

/** As ClickHouse writes it into a cell. */
function cell(value: unknown): string {
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

/** Where a server answers with text, by what it is of. `isFree`: may it be any text? */
const texts: readonly (readonly [what: string, reply: (text: string) => Reply, isFree: boolean])[] = [
  ["the name of an input", (name) => ofInput({name}), true],
  ["where places were looked up", (placesSource) => ofPart({placesSource}), true],
  ["an excerpt of a line", (excerpt) => ofQuarantine({excerpt}), true],
  ["the name of a rule", (name) => setupOf(press.folder, {[name]: "0".repeat(64)}), true],
  ["what a rule says", (rule) => setupOf(press.folder, {methodology: rule}), false],
  ["a hash", (sha256) => ofInput({sha256}), false],
  ["the head of an input", (head) => ofInput({head}), false],
  ["a format", (format) => ofInput({format}), false],
  ["a load", (load) => ofPart({load}), false],
  ["the reason of a refused line", (reason) => ofQuarantine({reason}), false],
  ["the month of a book", (month) => ofPart({books: [{month, clients: 1}]}), false],
  ["what an entry continues", (continues) => journalOf("add", {...addition, continues}), false],
  ["the kind of an entry", (kind) => journalOf(cell(kind) as "add", addition), false],
  ["the id of an entry", (id) => journalOf("add", addition, cell(id)), false],
  ["a closed month", (month) => journalOf("close", {month, closedOn: "2026-03-01"}), false],
  ["the day of a closing", (closedOn) => journalOf("close", {month: "2026-02", closedOn}), false],
  ["what was taken out", (id) => journalOf("drop", {inputs: [id]}), false],
  ["a whole entry", (text) => journalOf("add", text), false],
  ["a whole set-up", (text) => [/kind = 'setup'/, {columns: {body: "String"}, rows: [[cell(text)]]}], false],
  ["a version", (text) => versionOf(text, Math.round(Date.now() / 1000)), false],
  ["a clock", (text) => versionOf("26.7.2.1", text), false],
];

/** What stands where a number belongs. */
const noNumbers: readonly unknown[] = [
  ...[
    -1,
    0.5,
    2 ** 53,
    1e300,
    null,
    true,
    "7",
    "",
    " ",
    "0x10",
    "1e3",
    "５",
    [],
    [7],
    {},
    `${mark}'; drop table fact; --`,
  ],
];

const numbers: readonly (readonly [what: string, reply: (value: unknown) => Reply])[] = [
  ["bytes", (bytes) => ofInput({bytes})],
  ["lines", (lines) => ofInput({lines})],
  ["requests", (requests) => ofInput({requests})],
  ["quarantined lines", (value) => ofInput({quarantined: value})],
  ["ignored lines", (ignored) => ofInput({ignored})],
  ["a line's number", (line) => ofQuarantine({line})],
  ["a column's number", (column) => ofQuarantine({column})],
  ["the clients of a book", (clients) => ofPart({books: [{month: "2026-02", clients}]})],
];

const quarantine = ["quarantine"];
const commands = [quarantine, ["inputs"], ["account", "2026-02"], ["engine", "setup"]];

/** Nothing but what the settings say is written, nothing that a terminal would do is printed, and the server is asked in our words alone. */
async function runAll(reply: Reply, what: string, which: readonly (readonly string[])[] = commands): Promise<Said[]> {
  const before = everythingIn(press.root);
  server.answer([reply, setupOf(press.folder), journalOf("add", addition)]);
  const all: Said[] = [];
  for (const words of which) {
    const said = await runNow(["-C", press.folder, ...words], press.root);
    const where = `${what}: ${words.join(" ")}`;
    checkText(said.stdout, where);
    checkText(said.stderr, where);
    all.push(said);
  }
  expect(everythingIn(press.root), what).toEqual(before);
  expect(server.asked.join("\n").toLowerCase(), what).not.toContain(mark.toLowerCase());
  return all;
}

/** In our words alone. */
const refusal =
  /^error ENGINE_ANSWER_REFUSED: the server answers with [a-z -]+ that cannot be one\n {2}at {4}http:\/\/127\.0\.0\.1:\d+\n {2}help {2}[ -~]+\n$/;

for (const [what, reply, isFree] of texts) {
  test(`${what} does nothing, whatever it is`, async () => {
    for (const [attempt, text] of Object.entries(attempts)) {
      const all = await runAll(reply(text), attempt, isFree || isNightly ? commands : [quarantine]);
      for (const {status, stderr, stdout} of all) {
        const isRefused = status === 4 && refusal.test(stderr) && stdout === "";
        // What may be any text is told as text, or makes the rules others.
        const isTold = isFree && [0, 3, 4].includes(status ?? 1) && !/^bug/m.test(stderr);
        expect(isRefused || isTold, `${attempt}: ${status} ${stderr}`).toBe(true);
      }
    }
  });
}

for (const [what, reply] of numbers) {
  test(`${what} that are no number are refused`, async () => {
    for (const value of noNumbers) {
      const [said] = await runAll(reply(value), JSON.stringify(value), [quarantine]);
      expect(said!.stderr, JSON.stringify(value)).toMatch(refusal);
    }
  });
}

test("what a server says of a fault is told without what it may do to a terminal, and of no kind that is known by its number alone", async () => {
  for (const [attempt, text] of Object.entries(attempts)) {
    for (const code of [36, 81, 164, 193, 241, 243, 279, 516]) {
      const reply = [/./, `Code: ${code}. DB::Exception: ${text} (version 26.7.2.1)`] as const;
      const [said] = await runAll(reply, `${attempt}, code ${code}`, [quarantine]);
      if (code !== 36) expect([3, 4], said!.stderr).toContain(said!.status);
      else expect(said!.stderr).not.toContain(mark);
    }
  }
});
