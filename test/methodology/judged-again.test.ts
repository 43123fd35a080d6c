import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {giveKey, lineOf, logOf, run} from "../press.ts";
import {rowsOf} from "../run/amounts.ts";

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

let top = "";
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-again-"));
});
afterAll(() => rmSync(top, {recursive: true, force: true}));

/** Clients, paths, agents and answers of two months, in no order of their own. */
function linesOf(month: "Jul" | "Aug", day: number): string[] {
  return Array.from({length: 120}, (_, index) =>
    lineOf({
      client: index % 7 === 0 ? `2001:db8::${index % 5}` : `192.0.2.${index % 23}`,
      at: `${day}/${month}/2005:${String(index % 24).padStart(2, "0")}:${index % 2 === 0 ? "00" : "20"}:05 +0000`,
      path:
        index % 11 === 0
          ? "/robots.txt"
          : `/${index % 13}${index % 3 === 0 ? ".html" : index % 3 === 1 ? ".pdf" : ".gif"}`,
      status: index % 17 === 0 ? 206 : index % 19 === 0 ? 404 : 200,
      bytes: 1000 + index,
      ...(index % 9 === 0 ? {agent: googlebot} : {}),
    }),
  );
}

/** A client that takes too much is a reader for half of the time, another is none, and a third is looked at later. */
const decided = `entry,from,until,decision,reason,decided_by,decided_on
2001:db8::/64,2005-07-10,2005-08-10,reader,,,
192.0.2.3,,,robot,,,
192.0.2.4,,,later,,,
`;

function pressAt(name: string, methodology: object): string {
  const folder = join(top, name);
  makeWorkspace(folder, settingsOf(methodology));
  giveKey(folder);
  writeFileSync(join(folder, "blacklist.csv"), decided);
  writeFileSync(join(folder, "departments.csv"), "prefix,department,language,title\n/1,one,,\n/2,two,,\n");
  return folder;
}

function settingsOf(methodology: object): string {
  return JSON.stringify({publication: "The Example Press", departments: "departments.csv", smallest: 1, methodology});
}

/** The report in every form. */
async function reportsOf(folder: string): Promise<string[]> {
  const files = ["json", "html", "csv", "md", "txt"].map((ending) => join(folder, `report.${ending}`));
  await run(["-C", folder, "report", "2005-07..2005-08", ...files.flatMap((file) => ["-o", file])], top);
  return files.map((file) => readFileSync(file, "utf8"));
}

const rules: readonly (readonly [name: string, methodology: object])[] = [
  ["limits and lists", {heavyReaders: {documents: 4}, robots: {lists: ["isbot"], askedForRobotsTxt: false}}],
  ["COUNTER's rules", {extends: "counter-5.1"}],
  ["decisions", {blacklist: "blacklist.csv", heavyReaders: {documents: 4}, reader: {ipv6: 48, byAgent: true}}],
  ["rules that change", {changes: [{from: "2005-08", statuses: [200, 206], reader: {byAgent: true}}]}],
];

for (const [name, methodology] of rowsOf(rules, 1)) {
  test(`a store that is judged again by ${name} gives the bytes of one judged afresh`, async () => {
    const slug = name.replace(/[^a-z]+/gi, "-");
    const [july, august] = [join(top, `${slug}-july.log`), join(top, `${slug}-august.log`)];
    writeFileSync(july, logOf(linesOf("Jul", 10)));
    writeFileSync(august, logOf(linesOf("Aug", 20)));
    const again = pressAt(`${slug}-again`, {});
    await run(["-C", again, "ingest", july, august], top);
    const before = await reportsOf(again);
    writeFileSync(join(again, "broadsheet.yaml"), settingsOf(methodology));
    const after = await reportsOf(again);
    // The logs in another order.
    const afresh = pressAt(`${slug}-afresh`, methodology);
    await run(["-C", afresh, "ingest", august], top);
    await run(["-C", afresh, "ingest", july], top);
    expect(after).toEqual(await reportsOf(afresh));
    expect(after).not.toEqual(before);
  });
}
