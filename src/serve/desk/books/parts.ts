import type {BookName, RowRemark, RowText, ShownColumn} from "../../../operations/books/book-page.ts";
import type {BookChange, RowFault} from "../../../operations/books/change.ts";
import type {FileState} from "../../../operations/files/state.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {DeskAnswer} from "../answer.ts";
import {conflictPage} from "../conflict.ts";
import type {Desk} from "../desk.ts";

type Refused = Extract<BookChange, {readonly kind: "refused"}>;

/** A form of a book, as it was sent. */
export type RowForm = Readonly<Record<`cell-${string}`, string | undefined>> & {readonly state: FileState};

/** What a form of a row is drawn with: what stands in its cells, and what is wrong with each. */
export interface TypedRow {
  readonly cells: RowText;
  readonly faults: readonly Pick<RowFault, "column" | "what" | "help" | "where">[];
}

/** A form in which nothing was typed yet. */
export const nothingTyped: TypedRow = {cells: {}, faults: []};

/** What a book is called at the desk. */
export function bookTitle(book: BookName, {words}: Desk): string {
  return words.t(`desk-books-name.${book}`);
}

/** What is longer is cut in a table; its form has all of it. */
const longestShown = 300;

/** What has no more letters is not broken into lines. */
const shortText = 24;

/** A cell as a table shows it: what it says, in a direction of its own, cut where it is long. */
export function shownCell(text: string): Markup {
  const cut = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return html`<bdi${text.length <= shortText ? html` class="short"` : noMarkup}>${cut}</bdi>`;
}

/** The cells of a form, by the names of columns; what is empty is left out where it may be. */
export function cellsOf(form: RowForm, columns: readonly ShownColumn[]): RowText {
  return Object.fromEntries(
    columns.map(({name, mayBeEmpty}) => {
      const typed = form[`cell-${name}`]?.trim() ?? "";
      return [name, typed === "" && mayBeEmpty ? undefined : typed];
    }),
  );
}

/** What the check says, in its own words, which are English. */
export function remarkLines(
  remarks: readonly (Pick<RowRemark, "column" | "what" | "help"> & {
    readonly kind?: string;
    readonly where?: string | null;
  })[],
  {words}: Desk,
): Markup {
  return html`${remarks.map(({kind, column, what, help, where = null}) => {
    const place = where ?? column;
    return html`<p class="remark${kind === "doubtful" ? " doubtful" : ""}" lang="en" dir="ltr">${
      kind === "doubtful"
        ? html`<span lang="${words.language.tag}">${words.t("desk-books-doubtful")}:</span> `
        : noMarkup
    }${place === null ? noMarkup : html`<code>${place}</code>: `}${what}: <span class="help">${help}.</span></p>
`;
  })}`;
}

/** One field a column, each with its label and what is wrong with it. */
export function rowFields(columns: readonly ShownColumn[], {cells, faults}: TypedRow, desk: Desk): Markup {
  return html`${columns.map(({name, holds, mayBeEmpty}) => {
    const own = faults.filter(({column}) => column === name);
    const described = own.length > 0 ? `means-${name} fault-${name}` : `means-${name}`;
    const needed = mayBeEmpty ? noMarkup : html` <span class="needed">(${desk.words.t("desk-books-needed")})</span>`;
    return html`<div class="field">
<label for="cell-${name}"><code>${name}</code>${needed}</label>
${fieldOf(name, cells[name] ?? "", html` autocomplete="off" dir="auto" aria-describedby="${described}"${own.length > 0 ? html` aria-invalid="true"` : noMarkup}`)}
<p class="means" id="means-${name}" lang="en" dir="ltr">${holds.replaceAll("`", "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")}</p>
${
  own.length === 0
    ? noMarkup
    : html`<div id="fault-${name}">${remarkLines(
        own.map((one) => ({...one, column: null})),
        desk,
      )}</div>
`
}</div>
`;
  })}`;
}

/** A field of one line, where what stands in it has no more. */
function fieldOf(name: string, text: string, more: Markup): Markup {
  if (!text.includes("\n")) {
    return html`<input type="text" id="cell-${name}" name="cell-${name}" value="${fieldText(text)}"${more}>`;
  }
  return html`<textarea id="cell-${name}" name="cell-${name}"${more}>
${fieldText(text)}</textarea>`;
}

/** What is wrong with rows as a whole, or elsewhere, where they could not be saved. */
export function refusedNote(
  {faults, faultCount}: Pick<Refused, "faults" | "faultCount">,
  desk: Desk,
  more: Markup = noMarkup,
): Markup {
  if (faults.length === 0) return noMarkup;
  const {words} = desk;
  const rest = faultCount - faults.length;
  return html`<div class="said" role="alert">
<p><strong>${words.t("desk-books-refused")}</strong></p>
${remarkLines(faults, desk)}${
  rest > 0
    ? html`<p>${words.t("desk-books-more", {count: rest})}</p>
`
    : noMarkup
}${more}</div>
`;
}

/** Where one goes after rows were saved. @param count How many were. */
export function goneTo(
  book: BookName,
  change: Extract<BookChange, {readonly kind: "saved" | "merged"}>,
  count = 1,
): DeskAnswer {
  const between = change.kind === "merged" ? `&between=${change.between.length}` : "";
  return {kind: "go", to: `/books/${book}?saved=${count}${between}`};
}

/** What is answered to rows that were to be written: where one goes, or a page with the form as it was filled. */
export function answerTo(
  desk: Desk,
  book: BookName,
  change: BookChange,
  {
    count = 1,
    form,
    refused,
  }: {
    readonly count?: number;
    /** The form anew, made of a state. */
    readonly form: (state: FileState) => Markup;
    readonly refused: (change: Refused) => DeskAnswer;
  },
): DeskAnswer {
  if (change.kind === "refused") return refused(change);
  if (change.kind === "conflict") return conflictPage(desk, change, form(change.theirs.state));
  return goneTo(book, change, count);
}
