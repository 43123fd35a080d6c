import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {lineOf, logOf, run} from "../press.ts";
import {longTest, rowsOf} from "../run/amounts.ts";

const crawler = "Mozilla/5.0 (compatible; Examplebot/1.0; +http://www.example.org/bot.html)";
const header = "entry,from,until,reason,decided_by,decided_on\n";

/** Client 192.0.2.N gets N documents in each of two months; a crawler and answers of other kinds are between them. */
function linesOf(month: "Jul" | "Aug"): string[] {
  const at = (hour: number): string => `31/${month}/2005:${String(hour).padStart(2, "0")}:30:00 +0000`;
  return Array.from({length: 8}, (_, place) => place + 1).flatMap((client) => [
    ...Array.from({length: client}, (_, document) =>
      lineOf({
        client: `192.0.2.${client}`,
        at: at(20 + (client % 4)),
        path: `/${client % 3}/${document}.html`,
        bytes: 1000,
      }),
    ),
    lineOf({client: `192.0.2.${client}`, at: at(client), path: "/logo.gif", bytes: 10}),
    lineOf({client: `192.0.2.${client}`, at: at(client), path: "/part.html", status: 206, bytes: 100}),
    lineOf({client: `198.51.100.${client}`, at: at(client), path: "/0/0.html", agent: crawler, bytes: 500}),
  ]);
}

let top = "";
let folder = "";
let read = "";
function begin(): void {
  top = mkdtempSync(join(tmpdir(), "broadsheet-retained-"));
  folder = join(top, "press");
}
beforeAll(async () => {
  begin();
  makeWorkspace(folder, "publication: The Test Press\n");
  configure({});
  await ingest("july.log", linesOf("Jul"));
  await ingest("august.log", linesOf("Aug"));
  read = top;
});
beforeEach(() => {
  begin();
  cpSync(read, top, {recursive: true});
});
afterAll(() => rmSync(read, {recursive: true, force: true}));
afterEach(() => rmSync(top, {recursive: true, force: true}));

async function ingest(name: string, lines: readonly string[]): Promise<void> {
  writeFileSync(join(top, name), logOf([...lines]));
  await run(["-C", folder, "ingest", join(top, name)], top);
}

function configure(methodology: object, settings: object = {}): void {
  const base = {heavyReaders: {documents: 6}, robots: {lists: []}, blacklist: "blacklist.csv"};
  const config = {publication: "The Test Press", ranges: false, methodology: {...base, ...methodology}, ...settings};
  writeFileSync(join(folder, "broadsheet.yaml"), JSON.stringify(config));
}

/** The main table alone, on 1 January 2030. */
const report = (period = "2005-07..2005-08"): Promise<string> =>
  run(["-C", folder, "report", period, "--tables", "none", "--format", "json", "--quiet"], top);

const retained = (): string => join(folder, "store", "retained");
const retainedFolders = (): string[] => readdirSync(retained()).sort();

/** What report the same workspace gives that has retained nothing. */
async function reportAfresh(): Promise<string> {
  rmSync(retained(), {recursive: true, force: true});
  return report();
}

const limits: readonly (readonly [name: string, limit: unknown])[] = [
  ["another number", {documents: 3}],
  ["one month", {documents: 3, months: "2005-08"}],
];

for (const [name, heavyReaders] of limits) {
  test(`another limit of heavy readers, ${name}, takes what was screened and gives the report of one that does not`, async () => {
    const before = await report();
    const folders = retainedFolders();
    expect(folders).toHaveLength(1);
    utimesSync(join(retained(), folders[0]!), new Date(0), new Date(0));
    configure({heavyReaders});
    const after = await report();
    expect(retainedFolders()).toEqual(folders);
    expect(statSync(join(retained(), folders[0]!)).mtimeMs).toBeGreaterThan(0);
    expect(after).not.toBe(before);
    expect(after).toBe(await reportAfresh());
  });
}

const others: readonly (readonly [name: string, change: () => void | Promise<void>])[] = [
  ["developers", () => configure({developers: ["192.0.2.5"]})],
  ["the blacklist", () => writeFileSync(join(folder, "blacklist.csv"), `${header}192.0.2.4,2005-08-01,,,,\n`)],
  ["a list of robots", () => configure({robots: {lists: ["isbot"]}})],
  ["statuses that count", () => configure({statuses: [200, 206]})],
  ["graphics", () => configure({graphics: ["html"]})],
  ["methods that count", () => configure({methods: ["GET", "HEAD"]})],
  ["rules from a month on", () => configure({changes: [{from: "2005-08", developers: ["192.0.2.5"]}]})],
  ["a time zone", () => configure({}, {timeZone: "Asia/Tokyo"})],
  ["sections", () => configure({}, {sections: {one: ["/1/"]}})],
  [
    "aliases",
    () => {
      writeFileSync(join(folder, "aliases.csv"), "path,now\n/1/,/2/\n");
      configure({}, {aliases: "aliases.csv"});
    },
  ],
  ["another log", () => ingest("more.log", [lineOf({client: "203.0.113.9", path: "/more.html", bytes: 1})])],
];

for (const [name, change] of rowsOf(others, 2)) {
  test(`where ${name} changed, nothing is taken from before`, async () => {
    const before = await report();
    const folders = retainedFolders();
    await change();
    const after = await report();
    expect(retainedFolders()).toHaveLength(2);
    expect(retainedFolders()).toEqual(expect.arrayContaining(folders));
    expect(after).not.toBe(before);
    expect(after).toBe(await reportAfresh());
  });
}

test("tables and ranges are made from the facts, and leave nothing", async () => {
  const whole = ["-C", folder, "report", "2005-07..2005-08", "--tables", "all", "--format", "json", "--quiet"];
  const before = await run(whole, top);
  expect(readdirSync(join(folder, "store"))).not.toContain("retained");
  await report();
  expect(await run(whole, top)).toBe(before);
});

longTest(
  "what judges a period by several methodologies takes what was screened for its own, and judges by the others",
  async () => {
    const words = ["-C", folder, "compare-methods", "2005-07..2005-08", "--format", "json"];
    const before = await run(words, top);
    await report();
    expect(await run(words, top)).toBe(before);
    expect(await run(words, top)).toBe(before);
  },
);

test("where a network is listed, each report asks every request whether it is too wide, and leaves nothing", async () => {
  configure({developers: ["203.0.113.0/24"]});
  await report();
  expect(readdirSync(join(folder, "store"))).not.toContain("retained");
});

test("what is not as it was written is made again", async () => {
  const before = await report();
  const folders = retainedFolders();
  const path = join(retained(), folders[0]!, "first_rank.parquet");
  const bytes = readFileSync(path);
  truncateSync(path, bytes.length / 2);
  expect(await report()).toBe(before);
  expect(retainedFolders()).toHaveLength(1);
  const again = join(retained(), retainedFolders()[0]!, "first_rank.parquet");
  const other = readFileSync(again);
  expect(other.length).toBeGreaterThan(bytes.length / 2);
  other[other.length >> 1]! ^= 1;
  writeFileSync(again, other);
  expect(await report()).toBe(before);
  rmSync(join(retained(), retainedFolders()[0]!, "listed_reader_day.parquet"));
  expect(await report()).toBe(before);
});

test("where nothing can be retained, the report is there all the same", async () => {
  const before = await report();
  rmSync(retained(), {recursive: true});
  writeFileSync(retained(), "not a folder");
  expect(await report()).toBe(before);
});

test("what was used last stays, at most two, for the owner alone", async () => {
  await report("2005-07");
  const [july] = retainedFolders();
  await report("2005-08");
  utimesSync(join(retained(), july!), new Date(0), new Date(0));
  await report();
  expect(retainedFolders()).toHaveLength(2);
  expect(retainedFolders()).not.toContain(july);
  for (const folder of retainedFolders()) expect(statSync(join(retained(), folder)).mode & 0o777).toBe(0o700);
  expect(statSync(retained()).mode & 0o777).toBe(0o700);
});
