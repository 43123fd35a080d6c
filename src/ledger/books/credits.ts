import {parsePeriod} from "../../base/period.ts";
import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {periodCell} from "../cells/period.ts";
import type {CreditRow} from "../rows.ts";

/** Who did what in a period. */
export const credits = bookOf({
  name: "credits",
  purpose: "who did what in a period",
  columns: {
    period: {
      cell: periodCell,
      holds: "the period as a report names it: `2005-H2`, `2005-07`, `2005` …",
      also: ["when", "half year", "quarter"],
    },
    post: {
      cell: textCell("write the post, like editor or translation into Chinese"),
      holds: "the post: editor, translation, distribution …",
      also: ["role", "position", "job", "department", "function"],
    },
    what: {
      cell: textCell("write what was done"),
      holds: "what was done",
      also: ["work", "task", "done", "contribution"],
    },
    by: {
      cell: textCell("write who did it; a pen name will do"),
      holds: "who did it; a pen name will do",
      also: ["who", "name", "person", "credit"],
    },
  },
  examples: [
    ["2005-H2", "statistics", "this report", "Mole"],
    ["2005-H2", "translation", "the Chinese edition", "Li and two others"],
  ],
  rowOf: ({period, post, what, by}): CreditRow => ({period, post, what, by}),
  daysOf({period}) {
    const {months} = parsePeriod(period, "1970-01-01");
    return [months[0]!, months.at(-1)!];
  },
});
