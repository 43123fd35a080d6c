import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {dayCell} from "../cells/day.ts";
import {measureCell} from "../cells/measure-id.ts";
import {optional} from "../cells/optional.ts";
import type {EventRow} from "../rows.ts";

/** What happened that explains a figure. */
export const events = bookOf({
  name: "events",
  file: "notes.csv",
  purpose: "what happened that explains a figure",
  columns: {
    date: {cell: dayCell, holds: "the first day", also: ["from", "day", "on", "since", "start", "begin"]},
    until: {
      cell: optional(dayCell, null),
      holds: "the last day; empty where it was one day",
      also: ["to", "end", "till"],
    },
    measure: {
      cell: optional(measureCell(), null),
      holds: "the id of the [measure](measures.md) that it explains; empty is any",
      also: ["measure id", "figure"],
    },
    text: {
      cell: textCell("write what happened, like server down for three days"),
      holds: "what happened, as the report may print it",
      also: ["event", "what happened", "note", "what"],
    },
  },
  examples: [
    ["2005-08-09", "2005-08-11", "", "the server was down"],
    ["2005-09-01", "", "readers", "the new edition came out"],
  ],
  rowOf({date, until, measure, text}, refuse): EventRow {
    if (until !== null && until < date) {
      refuse(`until ${until} is before ${date}`, "swap the two days, or leave until empty", "until");
    }
    return {on: date, until: until ?? date, measure, text};
  },
  daysOf: ({on, until}) => [on, until],
});
