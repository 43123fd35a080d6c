import {type BookName, type BookPage, readBookPage, type WrittenRow} from "../../../operations/books/book-page.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {stateInput} from "../form-state.ts";
import {pasteForm, uploadForm} from "./grid-forms.ts";
import {bookTitle, nothingTyped, remarkLines, rowFields, shownCell, type TypedRow} from "./parts.ts";

/** A book: its rows, one to be filled at their end, and how more come in and out. */
export function showBook(
  desk: Desk,
  name: BookName,
  {
    page,
    saved,
    between,
  }: {readonly page?: string | undefined; readonly saved?: string | undefined; readonly between?: string | undefined},
): DeskAnswer {
  const {words} = desk;
  const book = readBookPage(desk.store(), name, page === undefined ? null : Number(page));
  const note =
    saved === undefined
      ? noMarkup
      : html`<div class="said" role="status">
<p>${words.t("desk-books-saved", {count: Number(saved)})}${between === undefined ? noMarkup : html` ${words.t("desk-books-between", {count: Number(between)})}`}</p>
</div>
`;
  return bookAnswer(desk, book, {note});
}

/** The page of a book. @param shown `typed`: in the row at the end. */
export function bookAnswer(
  desk: Desk,
  book: BookPage,
  {
    note = noMarkup,
    typed = nothingTyped,
    status = 200,
  }: {readonly note?: Markup; readonly typed?: TypedRow; readonly status?: 200 | 422},
): PageAnswer {
  const {words} = desk;
  const {name, state, remarks, elsewhere} = book;
  const isKept = state.sha256 !== null;
  const begin = html`<p>${words.t("desk-books-not-kept-means")}</p>
<form class="act" method="post" action="/books/${name}/begin"><button>${words.t("desk-books-begin")}</button></form>
`;
  const away = elsewhere.map(({line, page, remark}) => {
    return html`<li><a href="/books/${name}?page=${page}#line-${line}">${words.t("desk-books-line", {line: String(line)})}</a>${remarkLines([remark], desk)}</li>
`;
  });
  const body = html`${note}<p class="when"><code>${book.file}</code> · ${words.t("desk-books-rows", {count: book.rowCount})}${
    isKept ? html` · <a href="/books/${name}/export">${words.t("desk-books-export")}</a>` : noMarkup
  }</p>
${isKept ? noMarkup : begin}${remarkLines(remarks, desk)}${
  away.length === 0
    ? noMarkup
    : html`<details><summary>${words.t("desk-books-elsewhere", {count: away.length})}</summary>
<ul class="plain">${away}</ul>
</details>
`
}${pageLinks(book, desk)}${rowTable(book, desk)}${newRowForm(book, typed, desk)}${pasteForm(name, desk)}${uploadForm(name, desk)}`;
  return {kind: "page", title: bookTitle(name, desk), body, status};
}

function rowTable({name, columns, rows}: BookPage, desk: Desk): Markup {
  const {words} = desk;
  if (rows.length === 0)
    return html`<p>${words.t("desk-books-empty")}</p>
`;
  const heads = columns.map(({name: column}) => html`<th scope="col" class="left"><code>${column}</code></th>`);
  const width = columns.length + 2;
  return html`<section class="scroll sheet wide book" aria-label="${bookTitle(name, desk)}" tabindex="0">
<table>
<caption class="unseen">${bookTitle(name, desk)}</caption>
<thead>
<tr><th scope="col">${words.t("desk-books-head-line")}</th>${heads}<th scope="col" class="left">${words.t("desk-books-head-act")}</th></tr>
</thead>
<tbody>
${rows.map((row) => rowMarkup(row, {name, columns}, width, desk))}</tbody>
</table>
</section>
`;
}

function rowMarkup(
  {line, cells, correctedIn, remarks}: WrittenRow,
  {name, columns}: Pick<BookPage, "name" | "columns">,
  width: number,
  desk: Desk,
): Markup {
  const {words} = desk;
  const isGone = correctedIn !== null;
  const bad = new Set(remarks.filter(({kind}) => kind === "refused").map(({column}) => column));
  const shown = columns.map(({name: column}) => {
    const text = shownCell(cells[column] ?? "");
    return html`<td class="left${bad.has(column) ? " bad" : ""}">${isGone ? html`<span class="gone">${text}</span>` : text}</td>`;
  });
  const corrects = cells["corrects"] ?? "";
  const note =
    corrects === "" ? noMarkup : html`<span class="when">${words.t("desk-books-corrects", {id: corrects})}</span> `;
  const act = isGone
    ? html`<span class="when">${words.t("desk-books-corrected-in", {line: String(correctedIn)})}</span>`
    : html`<a href="/books/${name}/rows/${line}" aria-label="${words.t("desk-books-correct-line", {line: String(line)})}">${words.t("desk-books-correct")}</a>`;
  const said =
    remarks.length === 0
      ? noMarkup
      : html`<tr class="remarks"><td></td><td class="left" colspan="${width - 1}">${remarkLines(remarks, desk)}</td></tr>
`;
  return html`<tr id="line-${line}"><th scope="row">${line}</th>${shown}<td class="left">${note}${act}</td></tr>
${said}`;
}

/** The row to be filled, as a form of its own: the same fields as a correction has. */
export function newRowForm(
  {name, state, columns}: Pick<BookPage, "name" | "state" | "columns">,
  typed: TypedRow,
  desk: Desk,
): Markup {
  const {words} = desk;
  return html`<h2 id="new">${words.t("desk-books-new")}</h2>
<form class="row act" method="post" action="/books/${name}/rows">
${stateInput("state", state)}
<div class="cells">
${rowFields(columns, typed, desk)}</div>
<p><button class="main">${words.t("desk-books-add")}</button></p>
</form>
`;
}

function pageLinks({name, page, pages}: BookPage, {words}: Desk): Markup {
  if (pages === 1) return noMarkup;
  const link = (
    to: number,
    id: "desk-books-first" | "desk-books-earlier" | "desk-books-later" | "desk-books-last",
    isThere: boolean,
  ): Markup => (isThere ? html`<li><a href="/books/${name}?page=${to}">${words.t(id)}</a></li>` : noMarkup);
  return html`<nav aria-label="${words.t("desk-books-pages")}">
<ul class="acts">
<li>${words.t("desk-books-page", {page, pages})}</li>
${link(1, "desk-books-first", page > 1)}${link(page - 1, "desk-books-earlier", page > 1)}${link(page + 1, "desk-books-later", page < pages)}${link(pages, "desk-books-last", page < pages)}</ul>
</nav>
`;
}
