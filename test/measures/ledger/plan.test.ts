import {describe, expect, test} from "vitest";
import type {PlanRow} from "../../../src/ledger/rows.ts";
import type {PlanLine} from "../../../src/measures/ledger/plan-lines.ts";
import {trendOf} from "../../../src/measures/ledger/trend.ts";
import {exampleLedger, exampleSurvey, measureInEnglish} from "./example-books.ts";

/** A measure of logs: the value in each of the twelve months of 2005. */
type Year = (month: number) => number | null;

const tenthAMonth: Year = (month) => 1000 * 1.1 ** (month - 1);

function planOf(plan: readonly PlanRow[], year: Year = tenthAMonth): PlanLine[] {
  const valueIn = (month: string) => (month.startsWith("2005") ? year(Number(month.slice(5))) : null);
  const figuresOf = (measure: string) => (month: string) => (measure === "readers" ? valueIn(month) : null);
  return [...measureInEnglish({...exampleLedger, plan}, {...exampleSurvey, figuresOf}).plan];
}

test("the plan of docs/ledger-measures.md", () => {
  const [days, run, readers] = planOf(exampleLedger.plan);
  expect(days).toMatchObject({measure: "days-to-80-percent", label: "Days to 80%", actual: 7, actualMonth: "2005-08"});
  expect(days).toMatchObject({isMet: false, trendMonth: null, trendReason: "a trend needs 6 monthly values"});
  expect(days?.growthNeeded).toBeCloseTo(0.3618, 4);
  expect(run).toMatchObject({measure: "print-run-index", actual: 240, actualMonth: "2005-12", ratio: 0.5});
  expect(run?.growthNeeded).toBeCloseTo(1.1892, 4);
  expect(run?.trendReason).toBe("a trend needs 6 monthly values");
  expect(readers).toMatchObject({measure: "readers", label: null, trendMonth: "2007-05", trendReason: null});
  expect(readers?.actual).toBeCloseTo(2853.117, 3);
  expect(readers?.growthNeeded).toBeCloseTo(1.3797, 4);
  expect(readers?.ratio).toBeCloseTo(0.2, 4);
});

describe("a target", () => {
  const target = (value: number, on = "2006-12-31"): PlanRow => ({measure: "readers", on, target: value});
  const doubling: Year = (month) => 2 ** month;
  for (const [what, row, year, want] of [
    ["that is met needs nothing", target(4096), doubling, {isMet: true, growthReason: "met", trendReason: "met"}],
    ["is met in the month in which the line is exactly there", target(2 ** 15), doubling, {trendMonth: "2006-03"}],
    [
      "that only the latest value lags behind is met in the next month",
      target(95),
      (month: number) => (month === 12 ? 90 : 90 + month),
      {trendMonth: "2006-01"},
    ],
    ["is not met by a fall", target(2000), (month: number) => 2000 - month, {trendReason: "not at this rate"}],
    ["is not met by standing still", target(2000), () => 1000, {trendReason: "not at this rate"}],
    [
      "that is more than a hundred years away",
      target(1e9),
      (month: number) => 1000 + month / 1000,
      {trendReason: "not at this rate"},
    ],
    [
      "whose day has passed",
      target(1e6, "2005-12-31"),
      doubling,
      {growthNeeded: null, growthReason: "its day has passed"},
    ],
    ["of nothing so far", target(10), () => 0, {growthReason: "no growth leads from or to 0", ratio: 0}],
    [
      "of a measure without a value",
      target(10),
      () => null,
      {actual: null, actualReason: "no value in the last 12 months", growthNeeded: null, trendMonth: null},
    ],
    [
      "takes the latest month that has a value",
      target(1e6),
      (month: number) => (month > 10 ? null : 2 ** month),
      {actual: 1024, actualMonth: "2005-10"},
    ],
  ] as const) {
    test(what, () => expect(planOf([row], year as Year)[0]).toMatchObject(want));
  }

  test("of days is met when they are fewer", () => {
    const row = {measure: "days-to-80-percent", on: "2006-06-30", target: 7};
    expect(planOf([row])[0]).toMatchObject({isMet: true, ratio: 1});
  });
});

test("a trend is the line through the logarithms, whatever else there is", () => {
  const points = Array.from({length: 12}, (_, index) => ({at: index - 11, value: 3 * 2 ** (index - 11)}));
  const trend = trendOf([...points, {at: -12, value: 0}]);
  expect(trend?.level).toBeCloseTo(Math.log(3), 12);
  expect(trend?.slope).toBeCloseTo(Math.log(2), 12);
  expect(trendOf(points.slice(0, 5))).toBeNull();
});
