import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {runNow} from "../../engines/engines.ts";
import {addition, everythingIn, journalOf, type Reply, setupOf} from "../../engines/hostile-journal.ts";
import {HostileServer} from "../../engines/hostile-server.ts";
import {linesFrom, type Said, Workshop} from "../../intake/workshop.ts";
import {rowsOf} from "../../run/amounts.ts";

/*
 * Whoever owns the servers, or may write into their database, does not own this machine: what they answer is looked at before
 * anything of it is used.
 */

let server: HostileServer;
let press: Workshop;
beforeAll(async () => {
  server = await HostileServer.start();
  press = new Workshop("publication: The Press\n");
  press.write("a.log", linesFrom(0, 5));
  await press.ingest(["a.log"]);
  writeFileSync(
    join(press.folder, "broadsheet.yaml"),
    JSON.stringify({publication: "The Press", engine: {kind: "clickhouse", url: server.url}}),
  );
});
afterAll(() => {
  press.remove();
  server.stop();
});

const secret = "'; copy (select 1) to 'stolen.csv'; --";

const setup = (rules: Readonly<Record<string, unknown>> = {}): Reply => setupOf(press.folder, rules);
const book = journalOf;
const everything = (folder = press.root): string[] => everythingIn(folder);
const partOf = addition.parts[0]!;

const commands = [
  ["ingest", "a.log"],
  ["report", "2026-02"],
  ["account", "2026-02"],
  ["quarantine"],
  ["close", "2026-02", "--undecided"],
  ["engine", "move", "--to", "duckdb"],
];

async function run(words: readonly string[]): Promise<Said> {
  return runNow(["-C", press.folder, ...words], press.root);
}

/** Refused in words of ours, before anything of it is used here or sent back there. */
async function expectRefused(words: readonly string[], kind: string): Promise<void> {
  const before = everything();
  const said = await run(words);
  expect(said.stderr, words.join(" ")).toBe(
    `error ENGINE_ANSWER_REFUSED: the server answers with ${kind} that cannot be one\n  at    ${server.url}\n  help  look who may write into its database, and bring it back from a backup; nothing of the answer was used\n`,
  );
  expect(said.status).toBe(4);
  expect(said.stdout).toBe("");
  expect(everything()).toEqual(before);
  expect(server.asked.join("\n")).not.toMatch(/stolen|\bdrop (?!table if exists \S+\.run_\d+_)/);
}

const entries = "entries of its journal";
const entry = "an entry of its journal";
for (const [what, answers, kind] of [
  ["an entry's id with SQL", () => [book("add", addition, secret)], entries],
  ["an entry's id that is a path", () => [book("add", addition, "../../key")], entries],
  ["an entry's number with SQL", () => [book("add", addition, 5, secret)], "a number that is none"],
  ["an entry of another kind", () => [book(secret as "add", addition)], entries],
  ["a body that is no JSON", () => [book("add", secret)], entry],
  ["a body that is nothing", () => [book("add", "null")], entry],
  ["a load with SQL", () => [book("add", {...addition, parts: [{...partOf, load: secret}]})], entry],
  [
    "a load that is a path",
    () => [book("add", {...addition, parts: [{...partOf, load: "../../../etc/cron.d/x"}]})],
    entry,
  ],
  [
    "a load beyond 64 bits",
    () => [book("add", {...addition, parts: [{...partOf, load: "99999999999999999999"}]})],
    entry,
  ],
  ["a load that is a number", () => [book("add", {...addition, parts: [{...partOf, load: 7}]})], entry],
  [
    "a hash that is a path",
    () => [book("add", {...addition, input: {...addition.input, sha256: "../".repeat(22)}})],
    entry,
  ],
  ["a head with SQL", () => [book("add", {...addition, input: {...addition.input, head: secret}})], entry],
  ["a format with SQL", () => [book("add", {...addition, input: {...addition.input, format: secret}})], entry],
  ["an instant with SQL", () => [book("add", {...addition, parts: [{...partOf, firstSecond: secret}]})], entry],
  ["lines below none", () => [book("add", {...addition, input: {...addition.input, lines: -1}})], entry],
  [
    "a book of a month that is a path",
    () => [book("add", {...addition, parts: [{...partOf, books: [{month: "../../x", clients: 1}]}]})],
    entry,
  ],
  ["what it continues with SQL", () => [book("add", {...addition, continues: secret})], entry],
  [
    "a reason with SQL",
    () => [book("add", {...addition, quarantined: [{line: 1, column: 1, reason: secret, excerpt: ""}]})],
    entry,
  ],
  ["a closed month with SQL", () => [book("close", {month: secret, closedOn: "2026-03-01"})], "a closed month"],
  [
    "a file that could not be read for no reason that there is",
    () => [book("unread", {files: [{name: "a.log", reason: secret}], over: []})],
    "files that could not be read",
  ],
  [
    "files that could be read by now with SQL",
    () => [book("unread", {files: [], over: secret})],
    "files that could not be read",
  ],
  ["a month closed on no day", () => [book("close", {month: "2026-02", closedOn: secret})], "a closed month"],
  ["a set-up that is none", () => [[/kind = 'setup'/, {columns: {body: "String"}, rows: [[secret]]}]], "its set-up"],
  ["a rule with SQL", () => [setup({methodology: secret})], "its set-up"],
  [
    "a version that is none",
    () => [[/select version/, {columns: {version: "String", second: "UInt32"}, rows: [[secret, 1]]}]],
    "its version and its clock",
  ],
  [
    "a clock that is none",
    () => [[/select version/, {columns: {version: "String", second: "String"}, rows: [["26.7.2.1", secret]]}]],
    "its version and its clock",
  ],
  [
    "a row with a column too many",
    () => [[/kind = 'setup'/, {columns: {body: "String"}, rows: [["{}", secret]]}]],
    "a row with more or fewer columns than there are",
  ],
] as const satisfies readonly (readonly [string, () => readonly unknown[], string])[]) {
  test(`${what} is refused, and nothing is written or read`, async () => {
    const own = answers() as unknown as Reply[];
    server.answer([...own, setup()]);
    for (const words of commands) await expectRefused(words, kind);
  });
}

describe("an entry as it should be", () => {
  beforeEach(() => server.answer([book("add", addition), setup()]));
  test("is taken", async () => {
    const {stderr, stdout, status} = await run(["quarantine"]);
    expect({stderr, status}).toEqual({stderr: "", status: 0});
    expect(stdout).not.toBe("");
  });

  for (const [what, columns, row] of [
    ["text for a number", {requests: "String"}, ["<script>"]],
    ["no number for a number", {requests: "Int64"}, ["nan"]],
    ["another column", {"requests, 1": "Int64"}, [1]],
  ] as const) {
    test(`${what} in an answer to a question is refused`, async () => {
      server.answer([book("add", addition), setup(), [/requests/, {columns, rows: [row]}]]);
      const said = await run(["close", "2026-02", "--undecided"]);
      expect(said.stderr).toMatch(/^error ENGINE_ANSWER_REFUSED: the server answers with /);
      expect(said.stderr).not.toContain("script");
      expect(said.status).toBe(4);
    });
  }

  for (const [what, csv] of [
    ["text for numbers", `${"1,".repeat(13)}'; drop table fact; --\n`],
    ["too few columns", "1,2\n"],
    ["a line without an end", `"${"x".repeat(3_000_000)}`],
  ] as const) {
    test(`facts that are fetched with ${what} are refused, and none are kept`, async () => {
      server.answer([book("add", addition), setup(), [/format CSV/, csv]]);
      const before = everything(press.store.facts);
      const said = await run(["engine", "move", "--to", "duckdb"]);
      expect(said.stderr).toContain(
        "error ENGINE_ANSWER_REFUSED: the server answers with facts of a load that cannot be one",
      );
      expect(said.stderr).not.toMatch(/drop table|Original Line/);
      expect(said.status).toBe(4);
      expect(everything(press.store.facts)).toEqual(before);
    });
  }

  test("what a server says of a fault of ours is told by its number alone", async () => {
    const message =
      "Code: 36. DB::Exception: Cannot parse '192.0.2.77 GET /secret' in select secret from fact (version 26)";
    server.answer([book("add", addition), setup(), [/requests/, message]]);
    const said = await run(["close", "2026-02", "--undecided"]);
    expect(said.stderr).toMatch(/^bug: EngineBug: ClickHouse ended with code 36 in requests-between\n/);
    expect(said.stderr).not.toMatch(/secret|192\.0\.2\.77|DB::Exception/);
    expect(said.status).toBe(1);
  });
});

describe("an answer without an end is refused, however tightly it is packed", () => {
  for (const [what, to] of rowsOf(
    [
      ["what answers a statement that answers nothing", /^create table/],
      ["rows of the journal", /from \S+\.event/],
    ] as const,
    1,
  )) {
    test(what, async () => {
      server.answer([book("add", addition), setup()]);
      server.answerEndlessly(to);
      const said = await run(["report", "2026-02"]);
      expect(said.stderr).toMatch(
        /^error ENGINE_ANSWER_REFUSED: the server answers with an answer without an end that cannot be one\n/,
      );
      expect(said.status).toBe(4);
    });
  }
});
