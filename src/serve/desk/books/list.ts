import {dayAt} from "../../../base/zone.ts";
import {type ListedBook, listBooks} from "../../../operations/books/list-books.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {bookTitle} from "./parts.ts";

/** All books, those that are not kept, too. */
export function showBooks(desk: Desk): DeskAnswer {
  const {words} = desk;
  const store = desk.store();
  const {timeZone} = store.workspace.config;
  const heads = [
    "desk-books-head-book",
    "desk-books-head-rows",
    "desk-books-head-days",
    "desk-books-head-check",
    "desk-books-head-changed",
  ] as const;
  const columns = heads.map((id) => ({head: words.t(id), kind: "text" as const}));
  const rows = listBooks(store).map((book) => [
    html`<a href="/books/${book.name}">${bookTitle(book.name, desk)}</a>`,
    book.isKept ? words.number(book.rowCount) : words.t("desk-books-not-kept"),
    daysOf(book),
    checkOf(book, desk),
    book.changedMs === null ? "" : words.day(dayAt(book.changedMs, timeZone)),
  ]);
  const body = html`<p class="lead">${words.t("desk-books-means")}</p>
${sheet(words.t("desk-books"), columns, rows)}`;
  return {kind: "page", title: words.t("desk-books"), body};
}

function daysOf({from, until}: ListedBook): Markup {
  if (from === null) return noMarkup;
  return html`<span dir="ltr">${from === until ? from : `${from} – ${until}`}</span>`;
}

function checkOf({faultCount, doubtCount, isKept}: ListedBook, {words}: Desk): string {
  if (!isKept) return "";
  const told = [
    ...(faultCount > 0 ? [words.t("desk-books-faults", {count: faultCount})] : []),
    ...(doubtCount > 0 ? [words.t("desk-books-doubts", {count: doubtCount})] : []),
  ];
  return told.length === 0 ? words.t("desk-books-fine") : words.series(told);
}
