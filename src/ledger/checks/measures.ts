import {nearest} from "../../base/nearest.ts";
import {quoted} from "../../workspace/sheet/cell.ts";
import type {BookName} from "../books.ts";
import type {LedgerCheck} from "../check.ts";

/**
 * Is there each measure that the plan or a note is about?
 *
 * @param known The ids of all measures; `NAME` in one stands for any name.
 */
export function checkMeasures(known: readonly string[]): LedgerCheck {
  const isKnown = (id: string): boolean => known.includes(id) || known.includes(id.replace(/:.+$/, ":NAME"));
  return ({plan, events}, {warn}) => {
    const look = (book: BookName, measure: string | null, line: number): void => {
      if (measure === null || isKnown(measure)) return;
      const near = nearest(measure, known);
      const help = near === null ? "write the id of a measure: docs/measures.md has them" : `write ${near}`;
      warn(book, {line, column: "measure", what: `there is no measure ${quoted(measure)}`, help});
    };
    for (const {row, line} of plan.rows) look("plan", row.measure, line);
    for (const {row, line} of events.rows) look("events", row.measure, line);
  };
}
