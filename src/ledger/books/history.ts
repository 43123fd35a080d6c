import {monthCell, textCell} from "../../workspace/sheet/cell.ts";
import {numberCell} from "../../workspace/sheet/number-cell.ts";
import {type Book, bookOf} from "../book.ts";
import {measureCell} from "../cells/measure-id.ts";
import {optional} from "../cells/optional.ts";

/** A figure that an older report gave for a month. */
export interface HistoryRow {
  readonly measure: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly value: number;
  readonly source: string;
}

/**
 * The figures that older reports gave.
 *
 * @param measures The ids that a measure may have; any where it is left out.
 */
export function historyBook(measures?: readonly string[]): Book<HistoryRow> {
  return bookOf({
    name: "history",
    purpose: "the figures that older reports gave",
    columns: {
      measure: {
        cell: measureCell(measures),
        holds: "the id of a [measure](measures.md): letters, digits, `-` and `:`",
        also: ["measure id", "figure", "what"],
      },
      month: {cell: monthCell, holds: "`YYYY-MM`", also: ["when"]},
      value: {
        cell: numberCell,
        holds: "a number, 0 or more, in the measure's unit",
        also: ["number", "amount", "count"],
      },
      source: {
        cell: textCell('write which report gave the figure, like "report of January 2005"'),
        holds: "which report gave it; never empty, so that the figure can be defended",
        also: ["report", "from", "origin"],
      },
      note: {
        cell: optional(textCell(""), null),
        holds: "for the people who ask later; may be empty",
        also: ["remark", "comment", "notes"],
      },
    },
    examples: [
      ["readers", "2004-07", "31406", "report of January 2005", ""],
      ["megabytes-per-day", "2004-07", "287.4", "report of January 2005, p. 2", "with graphics"],
    ],
    rowOf: ({measure, month, value, source}): HistoryRow => ({measure, month, value, source}),
    daysOf: ({month}) => [month, month],
    nameOf: ({measure, month}) => `${measure} of ${month}`,
  });
}
