import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {openCurrentSite, type SiteListener} from "../../src/serve/current-site.ts";
import {correct, edit, openPress, type Press, publish, reportOf} from "../publish/site/archive-fixture.ts";

let folder = "";
let press: Press;
let told: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-current-"));
  press = openPress(folder);
  told = [];
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const listener: SiteListener = {
  changed: ({archive: {editions}}) => told.push(`${editions.length}`),
  failed: (fault) => told.push(fault instanceof UserError ? fault.code : String(fault)),
};
const open = () => openCurrentSite(press.published, {publication: "P", language: "en", address: null}, listener);

test("what is published while it is served is shown, and an erratum too", async () => {
  publish(press, reportOf("2005-H1", [1, 2, 3, 4, 5, 6]), "2005-07-10");
  const current = await open();
  await current.refresh();
  expect(told).toEqual([]);
  publish(press, reportOf("2005-H2", [7, 8, 9, 10, 11, 12]), "2006-01-10");
  await current.refresh();
  correct(press, {period: "2005-H1", number: 1, date: "2006-02-01", figures: {"measure|readers|2005-02": [2, 3]}});
  await current.refresh();
  expect(told).toEqual(["2", "2"]);
  expect(current.now().archive.editions[0]!.errata.length).toBe(1);
});

test("what is damaged never takes the place of what was whole, and is told once; what was mended is shown", async () => {
  publish(press, reportOf("2005-H1", [1, 2, 3, 4, 5, 6]), "2005-07-10");
  const current = await open();
  publish(press, reportOf("2005-H2", [7, 8, 9, 10, 11, 12]), "2006-01-10");
  edit(press, "2005-H2/report.json", (text) => text.replace("12", "13"));
  await current.refresh();
  await current.refresh();
  expect(told).toEqual(["PUBLISHED_DAMAGED"]);
  expect(current.now().archive.editions.map(({period}) => period)).toEqual(["2005-H1"]);
  edit(press, "2005-H2/report.json", (text) => text.replace("13", "12"));
  await current.refresh();
  expect(told).toEqual(["PUBLISHED_DAMAGED", "2"]);
});

test("it looks by itself", async () => {
  publish(press, reportOf("2005-H1", [1, 2, 3, 4, 5, 6]), "2005-07-10");
  const current = await open();
  current.watch(20);
  publish(press, reportOf("2005-H2", [7, 8, 9, 10, 11, 12]), "2006-01-10");
  await vi.waitUntil(() => told.length > 0, {timeout: 10_000});
  current.end();
  expect(told.at(-1)).toBe("2");
});

test("where nothing was published there is nothing to serve", async () => {
  await expect(open()).rejects.toThrow("no report was published yet");
});
