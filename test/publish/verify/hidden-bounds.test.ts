import {expect, test} from "vitest";
import {hiddenReach} from "../../../src/publish/verify/again/hidden-bounds.ts";
import type {Report} from "../../../src/report/report.ts";
import {report} from "../../render/fixture.ts";

const {period} = report.columns[0]!;
const account = [{period, requests: 1000, verdicts: [{id: "developers", requests: 10}]}];
const counted = {...report, account} as unknown as Report;
const figure = (before: number, after: number) => {
  return {key: "k", group: "measure", id: "readers", label: "Distinct users", span: period, before, after} as never;
};
const hidden = [{part: "developers", entries: 3}];

for (const [what, [before, inForce, after], bounds, isOutside] of [
  ["within what a list can have moved", [500, 500, 510], {low: 500, high: 510}, false],
  ["beyond it", [500, 500, 511], {low: 500, high: 510}, true],
  ["beyond it, and within it since an erratum", [500, 520, 525], {low: 520, high: 530}, false],
  ["within it, and beyond it since an erratum", [500, 520, 505], {low: 520, high: 530}, false],
  ["between both", [500, 520, 515], {low: 520, high: 530}, true],
  ["less than both", [500, 520, 499], {low: 520, high: 530}, true],
] as const) {
  test(`a figure that was counted again without a private list lies ${what}`, () => {
    expect(hiddenReach(figure(before, after), inForce, hidden, counted)).toMatchObject({bounds, isOutside});
  });
}

test("a figure from whose months a private list took nothing has to be the same", () => {
  const none = {...counted, account: [{...account[0]!, verdicts: []}]} as unknown as Report;
  expect(hiddenReach(figure(500, 501), 500, hidden, none)).toBe(null);
});
