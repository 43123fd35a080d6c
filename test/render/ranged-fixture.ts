import type {Report} from "../../src/report/report.ts";
import {richReport} from "./rich-fixture.ts";

const [readers, ...others] = richReport.measures;
const months = richReport.columns.length;

/** The rich report with the range of its first measure: a figure from half to three times as much. */
export const rangedReport: Report = {
  ...richReport,
  measures: [{...readers!, total: 200_000, totalReason: null}, ...others],
  ranges: {
    alternatives: [
      {id: "heavy-readers-in", label: "if all heavy readers are people"},
      {id: "isbot-in", label: "if robots that only isbot knows are people"},
    ],
    measures: [
      {
        id: readers!.id,
        low: Array(months).fill(100),
        high: Array(months).fill(300),
        totalLow: 100_000,
        totalHigh: 600_000,
        isTotalAtLeast: false,
        isTotalAtMost: false,
        alternatives: [
          {id: "heavy-readers-in", values: Array(months).fill(100), total: 100_000},
          {id: "isbot-in", values: Array(months).fill(300), total: 600_000},
        ],
        sentence: `${readers!.label}: between 100,000 (if all heavy readers are people) and 600,000.`,
      },
    ],
    reason: null,
    sentences: [`${readers!.label}: between 100,000 (if all heavy readers are people) and 600,000.`],
  },
};
