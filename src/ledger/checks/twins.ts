import {plural} from "../../base/text.ts";
import {type BookName, bookNames, books} from "../books.ts";
import type {CheckListener, LedgerCheck, ReadBooks} from "../check.ts";
import type {KeptRow} from "../read-book.ts";

/** Does a row stand in a book twice, as if it had been booked twice? Rows with figures of their own may. */
export const checkTwins: LedgerCheck = (read, tell) => {
  for (const name of bookNames) if (books[name].nameOf === undefined) tellTwins(name, rowsOf(read, name), tell);
};

function rowsOf(read: ReadBooks, name: BookName): readonly KeptRow<unknown>[] {
  return read[name].rows;
}

function tellTwins(name: BookName, rows: readonly KeptRow<unknown>[], {warn}: CheckListener): void {
  const first = new Map<string, number>();
  const twins = new Map<string, number[]>();
  for (const {row, line} of rows) {
    const text = JSON.stringify(row);
    if (!first.has(text)) first.set(text, line);
    else twins.set(text, [...(twins.get(text) ?? []), line]);
  }
  for (const [text, lines] of twins) {
    const often = lines.length === 1 ? "" : ` and ${plural(lines.length - 1, "more row", "more rows")}`;
    warn(name, {
      line: lines[0]!,
      column: null,
      what: `the row says the same as line ${first.get(text)}${often}`,
      help: "delete it if it was booked twice; leave it if it happened twice",
    });
  }
}
