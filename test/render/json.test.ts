import {expect, test} from "vitest";
import {accountJson} from "../../src/render/account.ts";
import {renderJson} from "../../src/render/json.ts";
import {gappedReport, report, reportWith} from "./fixture.ts";

const parsed = JSON.parse(renderJson(gappedReport));

for (const [where, object, want] of [
  [
    "report",
    parsed,
    "broadsheet publication period timeZone title date columns measures notes account inputs methodology standing summary",
  ],
  ["column", parsed.columns[0], "period days daysCovered missingDays"],
  ["measure", parsed.measures[0], "id label unit values reasons notes definition decimals"],
  ["note", parsed.notes[0], "id text columns mark"],
  ["account", parsed.account[0], "period requests verdicts"],
  ["verdict", parsed.account[0].verdicts[0], "id requests label"],
  ["input", parsed.inputs[0], "name sha256 lines requests quarantined ignored first last"],
  ["methodology", parsed.methodology, "name sha256 robotLists"],
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

test("it is indented by two and ends with one line break", () => {
  expect(renderJson(report)).toMatch(/^\{\n {2}"broadsheet": "0\.1\.0",\n[\s\S]*\}\n$/);
});

test("control characters are escaped in the bytes and the same in the value", () => {
  const text = "\x1b[31m \x9b \u202e \u2028";
  const json = renderJson(reportWith(text));
  expect(json).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e]/u);
  expect(JSON.parse(json).publication).toBe(text);
});

test("the account alone is the account of the report", () => {
  expect(JSON.parse(accountJson(gappedReport))).toEqual(parsed.account);
});
