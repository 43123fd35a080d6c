import {expect, test} from "vitest";
import {accountJson} from "../../src/render/views/account.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {report} from "./fixture.ts";
import {reportWith, richReport} from "./rich-fixture.ts";

const parsed = JSON.parse(renderJson(richReport));

for (const [where, object, want] of [
  [
    "report",
    parsed,
    "broadsheet publication period timeZone title date columns measures notes account inputs methodology standing summary doubts totals totalReasons comparison index tables ranges ledger plan ranks credits moved commentary restated unread gaps language labels unitValues",
  ],
  ["column", parsed.columns[0], "period days daysCovered missingDays"],
  ["measure", parsed.measures[0], "id label unit values reasons notes definition decimals reported unitId"],
  ["note", parsed.notes[0], "id text columns mark"],
  ["account", parsed.account[0], "period requests verdicts"],
  ["verdict", parsed.account[0].verdicts[0], "id requests label"],
  ["input", parsed.inputs[0], "name sha256 lines requests quarantined ignored first last repeated"],
  ["methodology", parsed.methodology, "name sha256 robotLists"],
  ["list of totals", parsed.totals, "readers megabytes-per-day documents-per-day"],
  [
    "comparison",
    parsed.comparison,
    "period title columns values changePercent reasons reported totals totalChangePercent totalReasons notes",
  ],
  ["index", parsed.index, "base value values reasons notes"],
  [
    "table",
    parsed.tables[0],
    "id title columns unit rows notes previous form columnDetails rowLabel groupLabel definition",
  ],
  ["row", parsed.tables[0].rows[0], "key label rank previousRank values group kind"],
  ["column of a table", parsed.tables[0].columnDetails[0], "id label unit decimals unitId"],
] as const) {
  test(`the keys of a ${where} stand in the order of the contract`, () => {
    expect(Object.keys(object).join(" ")).toBe(want);
  });
}

test("the order of keys does not follow the order in which the report was built", () => {
  const turned = Object.fromEntries(Object.entries(report).toReversed()) as unknown as typeof report;
  expect(renderJson(turned)).toBe(renderJson(report));
});

test("values are not rounded, and a missing one is null with its reason", () => {
  const [, megabytes] = parsed.measures;
  expect(megabytes.values).toEqual([443.2, 370.6, 558.7, null, 535.2, 471.5]);
  expect(megabytes.reasons[3]).toBe("not recorded: this format has no byte count");
});

test("the whole period, the comparison and the index stand under the measure's id", () => {
  expect(parsed.totals).toEqual({readers: 240_103, "megabytes-per-day": null, "documents-per-day": 940_042 / 184});
  expect(parsed.totalReasons["megabytes-per-day"]).toBe("not recorded for October");
  expect(parsed.comparison.columns[0]).toBe("2004-07");
  expect(parsed.comparison.values["documents-per-day"]).toEqual([0, 3791, 4000, 5000, 6000, 5000]);
  expect(parsed.comparison.changePercent["documents-per-day"].slice(0, 2)).toEqual([null, 0]);
  expect(parsed.comparison.reported.readers).toEqual([true, true, true, false, false, false]);
  expect(parsed.index.values["documents-per-day"][0]).toBe(175.1);
  expect(parsed.index.reasons["megabytes-per-day"][0]).toBe("no figure for August 2001");
});

test("a report without comparison, index and tables says so", () => {
  const {comparison, index, tables} = JSON.parse(renderJson(report));
  expect({comparison, index, tables}).toEqual({comparison: null, index: null, tables: []});
});

test("a table gives its columns by id and its rows with the values in step", () => {
  const [departments] = parsed.tables;
  expect(departments.columns).toEqual(["documents", "readers", "sharePercent"]);
  expect(departments.unit).toBe("files");
  expect(departments.rows[1]).toEqual({
    key: "deutsch",
    label: "Deutsch",
    rank: 2,
    previousRank: 3,
    values: [188_008, 51_002, 20],
    group: null,
    kind: "item",
  });
});

test("it is indented by two and ends with one line break", () => {
  expect(renderJson(report)).toMatch(/^\{\n {2}"broadsheet": "0\.1\.0",\n[\s\S]*\}\n$/);
});

test("control characters are escaped in the bytes and the same in the value", () => {
  const text = "\x1b[31m \x9b \u202e \u2028 a\u200bb\u00ad\u{e0041} می\u200cخواهم";
  const json = renderJson(reportWith(text));
  expect(json).not.toMatch(/[^\P{Cc}\n]|[\u00ad\u200b\u2028-\u202e\u{e0041}]/u);
  expect(JSON.parse(json).publication).toBe(text);
});

test("the account alone is the account of the report", () => {
  const {months, total} = JSON.parse(accountJson(richReport));
  expect(months).toEqual(parsed.account);
  const sum = (counts: readonly {requests: number}[]): number => counts.reduce((all, {requests}) => all + requests, 0);
  expect([total.requests, sum(total.verdicts)]).toEqual([sum(parsed.account), sum(parsed.account)]);
});
