import {numberCell} from "../../workspace/sheet/number-cell.ts";
import {bookOf} from "../book.ts";
import {dayCell} from "../cells/day.ts";
import {measureCell} from "../cells/measure-id.ts";
import type {PlanRow} from "../rows.ts";

/** Targets, each with the day by which it is to be met. */
export const plan = bookOf({
  name: "plan",
  purpose: "targets, each with the day by which it is to be met",
  columns: {
    measure: {
      cell: measureCell(),
      holds: "the id of a [measure](measures.md)",
      also: ["measure id", "figure", "what"],
    },
    date: {cell: dayCell, holds: "the day by which it is to be met", also: ["by", "until", "due", "due date", "day"]},
    target: {
      cell: numberCell,
      holds: "a number, 0 or more, in the measure's unit",
      also: ["goal", "aim", "value", "planned"],
    },
  },
  examples: [
    ["readers", "2009-12-31", "370000"],
    ["documents-per-day", "2009-12-31", "28000"],
  ],
  rowOf: ({measure, date, target}): PlanRow => ({measure, on: date, target}),
  daysOf: ({on}) => [on, on],
  nameOf: ({measure, on}) => `the target of ${measure} by ${on}`,
});
