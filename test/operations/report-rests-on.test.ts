import {rmSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {ingestLogs} from "../../src/operations/ingest.ts";
import {reportsRestOn} from "../../src/operations/report/rests-on.ts";
import {lineOf, logOf} from "../press.ts";
import {PressWithFiles} from "./files/press-with-files.ts";

let press: PressWithFiles;
beforeEach(() => {
  press = new PressWithFiles("titles: titles.csv\n");
});
afterEach(() => press.remove());

const rests = (): Promise<string> => reportsRestOn(press.store);

test("as long as nothing changes, reports rest on the same", async () => {
  const first = await rests();
  expect(await rests()).toBe(first);
});

for (const [what, change] of [
  ["a setting", () => press.write("broadsheet.yaml", "publication: Another\ntitles: titles.csv\n")],
  ["a remark in the settings alone", () => press.write("broadsheet.yaml", `# x\n${press.read("broadsheet.yaml")}`)],
  ["a list that is made", () => press.write("titles.csv", "path,title\n")],
  ["a book", () => press.write("ledger/funds.csv", "date\n")],
  ["a commentary", () => press.write("commentary/2005.md", "x")],
  ["something published", () => press.write("published/2005/edition.json", "{}")],
  [
    "a log",
    async () => {
      press.write("a.log", logOf([lineOf()]));
      await ingestLogs(press.store, {logs: ["a.log"]});
    },
  ],
] as const) {
  test(`after ${what} they rest on something else`, async () => {
    const before = await rests();
    await change();
    expect(await rests()).not.toBe(before);
  });
}

test("a list that is changed without its length or its name is another, too", async () => {
  press.write("titles.csv", "path,title\n/a,A\n");
  const before = await rests();
  press.write("titles.csv", "path,title\n/a,B\n");
  expect(await rests()).not.toBe(before);
  rmSync(join(press.folder, "titles.csv"));
});
