import {
  type BookName,
  bookColumns,
  bookFileName,
  type RowText,
  readBookLine,
  type ShownColumn,
} from "../../../operations/books/book-page.ts";
import {type Correction, correctRow, rowMark} from "../../../operations/books/correct.ts";
import type {FileState} from "../../../operations/files/state.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {stateInput} from "../form-state.ts";
import {
  answerTo,
  bookTitle,
  cellsOf,
  nothingTyped,
  type RowForm,
  refusedNote,
  remarkLines,
  rowFields,
  type TypedRow,
} from "./parts.ts";

interface CorrectionRequest<Form> {
  readonly book: BookName;
  readonly line: number;
  readonly form: Form;
  readonly signal: AbortSignal;
}

/** The form that corrects a row, filled with what the row says. */
export function showCorrection(desk: Desk, book: BookName, line: number): DeskAnswer {
  const {words} = desk;
  const {row, state} = readBookLine(desk.store(), book, line);
  if (row === null) throw refusal("NOT_FOUND", "there is no such row");
  if (row.correctedIn !== null) return {kind: "go", to: `/books/${book}/rows/${row.correctedIn}`};
  const body = html`<p>${words.t("desk-books-correct-means")}</p>
${remarkLines(row.remarks, desk)}${correctionForm({book, line, state, was: rowMark(row.cells), columns: bookColumns(book)}, {...nothingTyped, cells: row.cells}, desk)}`;
  return {kind: "page", title: titleOfLine(desk, book, line), body};
}

/** Saves the correction; where it cannot be used, the form with what was typed and why. */
export async function saveCorrection(
  desk: Desk,
  visitor: Visitor,
  {form, ...request}: CorrectionRequest<RowForm & {readonly was: string}>,
): Promise<DeskAnswer> {
  return change(desk, visitor, {
    ...request,
    made: form.state,
    was: form.was,
    cells: cellsOf(form, bookColumns(request.book)),
  });
}

/** Withdraws a row. */
export async function withdrawRow(
  desk: Desk,
  visitor: Visitor,
  {form, ...request}: CorrectionRequest<{readonly state: FileState; readonly was: string}>,
): Promise<DeskAnswer> {
  return change(desk, visitor, {...request, made: form.state, was: form.was, cells: null});
}

async function change(
  desk: Desk,
  visitor: Visitor,
  {book, line, signal, ...correction}: Correction & Pick<CorrectionRequest<unknown>, "book" | "signal">,
): Promise<DeskAnswer> {
  const store = desk.store();
  const {cells} = correction;
  const columns = bookColumns(book);
  const done = await correctRow(store, book, {line, ...correction}, {signal});
  if (done.kind === "saved" || done.kind === "merged") {
    desk.visitors.record(
      visitor,
      cells === null ? "book-row-withdrawn" : "book-row-corrected",
      `${bookFileName(book)}:${line}`,
    );
  }
  const typed = (state: FileState, row: TypedRow): Markup =>
    correctionForm({book, line, state, was: correction.was ?? "", columns}, row, desk);
  return answerTo(desk, book, done, {
    form: (state) => typed(state, {...nothingTyped, cells: cells ?? {}}),
    refused: ({faults, faultCount}) => {
      const elsewhere = faults.filter(({column}) => !columns.some(({name}) => name === column));
      const body = html`${refusedNote({faults: elsewhere, faultCount: elsewhere.length + faultCount - faults.length}, desk)}${typed(correction.made, {cells: cells ?? {}, faults})}`;
      return {kind: "page", status: 422, title: titleOfLine(desk, book, line), body};
    },
  });
}

function titleOfLine(desk: Desk, book: BookName, line: number): string {
  return desk.words.t("desk-books-correct-title", {book: bookTitle(book, desk), line: String(line)});
}

function correctionForm(
  {
    book,
    line,
    state,
    was,
    columns,
  }: {
    readonly book: BookName;
    readonly line: number;
    readonly state: FileState;
    /** What the row says that is corrected, by `rowMark`. */
    readonly was: string;
    readonly columns: readonly ShownColumn[];
  },
  typed: TypedRow,
  desk: Desk,
): Markup {
  const {words} = desk;
  const wasField = html`<input type="hidden" name="was" value="${was}">`;
  const isTyped = Object.values(typed.cells as RowText).some((text) => text);
  const cells = html`<form class="row act" method="post" action="/books/${book}/rows/${line}">
${stateInput("state", state)}${wasField}
<div class="cells">
${rowFields(columns, typed, desk)}</div>
<p><button class="main">${words.t("desk-books-correct-save")}</button> <a href="/books/${book}">${words.t("desk-books-back")}</a></p>
</form>
`;
  return html`${isTyped ? cells : noMarkup}<form class="act" method="post" action="/books/${book}/rows/${line}/withdraw">
${stateInput("state", state)}${wasField}
<p>${words.t("desk-books-withdraw-means")}</p>
<p><button>${words.t("desk-books-withdraw")}</button></p>
</form>
`;
}
