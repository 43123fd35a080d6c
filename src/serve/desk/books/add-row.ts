import {addBookRows} from "../../../operations/books/add.ts";
import {beginLedger} from "../../../operations/books/begin.ts";
import {type BookName, bookColumns, bookFileName, readBookPage} from "../../../operations/books/book-page.ts";
import {html} from "../../../render/markup/html.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {bookAnswer, newRowForm} from "./book.ts";
import {answerTo, cellsOf, nothingTyped, type RowForm, refusedNote} from "./parts.ts";

/** Adds the row that was typed; where it cannot be used, the page with what was typed and why. */
export async function addRow(
  desk: Desk,
  visitor: Visitor,
  {book, form, signal}: {readonly book: BookName; readonly form: RowForm; readonly signal: AbortSignal},
): Promise<DeskAnswer> {
  const store = desk.store();
  const columns = bookColumns(book);
  const cells = cellsOf(form, columns);
  const change = await addBookRows(store, book, {made: form.state, rows: [cells]}, {signal});
  if (change.kind === "saved" || change.kind === "merged")
    desk.visitors.record(visitor, "book-row-added", bookFileName(book));
  return answerTo(desk, book, change, {
    form: (state) => newRowForm({name: book, state, columns}, {...nothingTyped, cells}, desk),
    refused: (refused) => {
      // The rows may be many, and the form stands below them.
      const toForm = html`<p><a href="#new">${desk.words.t("desk-books-new")}</a></p>
`;
      const note = refusedNote(refused, desk, toForm);
      return bookAnswer(desk, readBookPage(store, book), {note, typed: {cells, faults: refused.faults}, status: 422});
    },
  });
}

/** Begins a book that is not kept. */
export async function beginBook(desk: Desk, visitor: Visitor, book: BookName): Promise<DeskAnswer> {
  await beginLedger(desk.store(), [book]);
  desk.visitors.record(visitor, "book-begun", bookFileName(book));
  return {kind: "go", to: `/books/${book}`};
}
