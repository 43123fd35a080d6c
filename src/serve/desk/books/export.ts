import {basename} from "node:path";
import {type BookName, bookFileName} from "../../../operations/books/book-page.ts";
import {exportText} from "../../../operations/books/export.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";

/** A book as CSV that spreadsheets open without running anything of it. */
export function exportBook(desk: Desk, book: BookName): DeskAnswer {
  const body = exportText(desk.store(), book);
  return {kind: "file", type: "text/csv; charset=utf-8; header=present", body, saveAs: basename(bookFileName(book))};
}
