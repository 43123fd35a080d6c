import {UserError} from "../../../base/error.ts";
import {type BookName, bookFileName, readBookPage} from "../../../operations/books/book-page.ts";
import {addGrid, type GridPlan, type GridSource, gridText, planGrid} from "../../../operations/books/grids.ts";
import type {FileState} from "../../../operations/files/state.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import type {SentFile} from "../../forms/route.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {stateInput} from "../form-state.ts";
import {pasteForm, uploadForm} from "./grid-forms.ts";
import {answerTo, bookTitle, refusedNote, shownCell} from "./parts.ts";

/** So many rows are shown of what is to be added. */
const rowsShown = 10;

/** So many columns are shown that are not taken. */
const unusedShown = 50;

/** What a form may carry: more is added in parts. */
const mostText = 2_000_000;

/** How copied rows would go into a book. */
export async function planPasted(desk: Desk, book: BookName, text: string): Promise<DeskAnswer> {
  const where = desk.words.t("desk-books-pasted");
  return answerPlan(desk, book, {text, where}, pasteForm(book, desk, text));
}

/** How a file's rows would go into a book. Two workbooks are not read at a time: each may take much memory. */
export async function planUploaded(
  desk: Desk,
  book: BookName,
  {sheet: named, file}: {readonly sheet: string | undefined; readonly file: SentFile | undefined},
): Promise<DeskAnswer> {
  if (file === undefined) throw refusal("PARAMETER_REFUSED", "no file was chosen", {where: "file", help: "choose one"});
  if (isReading) throw refusal("BUSY", "another spreadsheet is being read", {help: "send it again in a minute"});
  isReading = true;
  try {
    const wanted = named?.trim();
    const source = {path: file.path, where: file.name, sheet: wanted === "" ? undefined : wanted};
    return await answerPlan(desk, book, source, uploadForm(book, desk));
  } finally {
    isReading = false;
  }
}

let isReading = false;

async function answerPlan(desk: Desk, book: BookName, source: GridSource, again: Markup): Promise<DeskAnswer> {
  const store = desk.store();
  const title = desk.words.t("desk-books-plan", {book: bookTitle(book, desk)});
  try {
    const plan = await planGrid(store, book, source);
    return {kind: "page", title, status: plan.faultCount > 0 ? 422 : 200, body: planBody(desk, book, plan, again)};
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return {kind: "page", title, status: 422, body: html`${faultFacts(fault, desk.words)}${again}`};
  }
}

function planBody(desk: Desk, book: BookName, plan: GridPlan, again: Markup): Markup {
  const {words} = desk;
  const {where, sheet: name, columns, isByOrder, others, rows, knownCount, faults, faultCount} = plan;
  const heads = (["desk-books-plan-from", "desk-books-plan-to"] as const).map((id) => ({
    head: words.t(id),
    kind: "text" as const,
  }));
  // A sheet may have thousands of columns that no book has a use for.
  const isShown = new Set(columns.filter(({column}) => column === null).slice(0, unusedShown));
  const named = columns.filter((one) => one.column !== null || isShown.has(one));
  const goes = named.map(({header, column}) => [
    shownCell(header),
    column === null ? words.t("desk-books-plan-not") : html`<code>${column}</code>`,
  ]);
  const rest = columns.length - named.length;
  const notes = [
    ...(rest > 0 ? [words.t("desk-books-more", {count: rest})] : []),
    ...(isByOrder ? [words.t("desk-books-plan-order")] : []),
    ...(knownCount > 0 ? [words.t("desk-books-plan-known", {count: knownCount})] : []),
    ...(others.length > 0 ? [words.t("desk-books-plan-others", {sheets: words.listed(others.slice(0, 20))})] : []),
  ];
  return html`<p><bdi>${where}</bdi>${name === null ? noMarkup : html` · <bdi>${name}</bdi>`}</p>
${sheet(words.t("desk-books-plan-from"), heads, goes)}${notes.map(
  (note) => html`<p>${note}</p>
`,
)}${faultCount > 0 ? html`${refusedNote({faults: faults.map((one) => ({...one, row: null, column: null})), faultCount}, desk)}${again}` : addForm(desk, book, rows, again)}`;
}

function addForm(desk: Desk, book: BookName, rows: GridPlan["rows"], again: Markup): Markup {
  const {words} = desk;
  if (rows.length === 0) {
    return html`<p>${words.t("desk-books-plan-none")}</p>
<p><a class="button" href="/books/${book}">${words.t("desk-books-back")}</a></p>
`;
  }
  const text = gridText(book, rows);
  if (text.length > mostText) {
    return html`<div class="said" role="alert"><p>${words.t("desk-books-plan-large")}</p></div>
${again}`;
  }
  const {state, columns} = readBookPage(desk.store(), book);
  const shown = rows
    .slice(0, rowsShown)
    .map((cells, place) => [words.number(place + 1), ...columns.map(({name}) => shownCell(cells[name] ?? ""))]);
  const heads = [words.t("desk-books-head-row"), ...columns.map(({name}) => name)].map((head) => ({
    head,
    kind: "text" as const,
  }));
  const rest = rows.length - shown.length;
  return html`${sheet(words.t("desk-books-plan-rows"), heads, shown)}${
    rest > 0
      ? html`<p>${words.t("desk-books-plan-rest", {count: rest})}</p>
`
      : noMarkup
  }${gridForm(desk, book, state, text, rows.length)}`;
}

function gridForm({words}: Desk, book: BookName, state: FileState, text: string, count: number): Markup {
  return html`<form class="act" method="post" action="/books/${book}/grid">
${stateInput("state", state)}
<input type="hidden" name="text" value="${fieldText(text)}">
<p><button class="main">${words.t("desk-books-plan-add", {count})}</button> <a href="/books/${book}">${words.t("desk-books-back")}</a></p>
</form>
`;
}

/** Adds rows that were shown before. */
export async function addPlanned(
  desk: Desk,
  visitor: Visitor,
  {
    book,
    form,
    signal,
  }: {
    readonly book: BookName;
    readonly form: {readonly state: FileState; readonly text: string};
    readonly signal: AbortSignal;
  },
): Promise<DeskAnswer> {
  const change = await addGrid(desk.store(), book, {made: form.state, text: form.text}, {signal});
  const {addedCount: count} = change;
  if (change.kind === "saved" || change.kind === "merged") {
    desk.visitors.record(visitor, "book-rows-added", `${bookFileName(book)}, ${count}`);
  }
  return answerTo(desk, book, change, {
    count,
    form: (state) => gridForm(desk, book, state, form.text, count),
    refused: (refused) => ({
      ...{kind: "page", status: 422, title: desk.words.t("desk-books-plan", {book: bookTitle(book, desk)})},
      body: html`${refusedNote(refused, desk)}${pasteForm(book, desk, form.text)}`,
    }),
  });
}
