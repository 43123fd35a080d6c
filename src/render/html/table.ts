import type {Translator} from "../../base/words/translator.ts";
import {crossYears, fullMonth, inBlocks, shortMonth, yearOf} from "../content/months.ts";
import {totalName, totalWords} from "../content/totals.ts";
import {type Content, html, type Markup, noMarkup} from "../markup/html.ts";
import {sayMarkup} from "../markup/messages.ts";

/** A table of a report in HTML, ready to be laid out. */
export interface HtmlTable {
  /** Says what the table holds; also the name of the region that scrolls. Untrusted text. */
  readonly caption: string;
  /** Begins the caption for those who cannot see the heading above: regions are told apart by their names. */
  readonly lead?: string;
  /** Class of the container: a word of the style sheet, never text of the report. */
  readonly kind: "figures" | "compared" | "ranked" | "cycle" | "sheet" | "account" | "inputs";
  /** Cells of the head, the first over the row labels. */
  readonly head: readonly Markup[];
  /** Rows that belong together, body by body. */
  readonly bodies: readonly (readonly Markup[])[];
  /**
   * What of it is seen when it is opened only: rows after the fifth, or, on a phone, months before the latest; and what opens it. On paper all
   * of it is seen.
   */
  readonly fold?: {readonly kind: "rows" | "months"; readonly name: string};
}

/** Of a table of more rows the heads stay in view. */
const mostWithoutHeads = 12;

/** The most months that stand side by side: a year still fits across a sheet of paper. */
export const monthsAcross = 12;

/**
 * A table in a container of its own, which scrolls sideways where the page is narrower.
 *
 * The container takes the keyboard's focus, so that it can be scrolled without a pointer.
 */
export function placeTable({caption, lead = "", kind, head, bodies, fold}: HtmlTable): Markup {
  const across = head.filter((cell) => cell !== noMarkup).length;
  const size = across > 10 ? " many" : across < 3 ? " few" : "";
  const unseen = lead === "" ? noMarkup : html`<span class="unseen">${lead} </span>`;
  const name = lead === "" ? caption : `${lead} ${caption}`;
  const rows = bodies.map(
    (body) => html`<tbody>
${body}</tbody>
`,
  );
  const isLong = bodies.reduce((sum, body) => sum + body.length, 0) > mostWithoutHeads;
  const opened =
    fold === undefined
      ? noMarkup
      : html`<details class="${fold.kind}"><summary>${fold.name}<span class="unseen">: ${name}</span></summary></details>
`;
  return html`${opened}<div class="scroll ${kind}${size}${isLong ? " long" : ""}" role="region" aria-label="${name}" tabindex="0">
<table>
<caption>${unseen}<span>${caption}</span></caption>
<thead>
<tr>${head}</tr>
</thead>
${rows}</table>
</div>
`;
}

/** A cell of the head, over its column. */
export function headCell(content: Content): Markup {
  return html`<th scope="col">${content}</th>`;
}

/** A row: its label, then its cells. */
export function tableRow(label: Content, cells: readonly Content[], kind: RowKind = ""): Markup {
  return html`${openRow(kind)}<th scope="row">${label}</th>${cells}</tr>
`;
}

/** What a row is, for the style sheet. */
export type RowKind = "" | "days" | "all" | "then" | "change" | "index" | "rest";

/** The tag that opens a row. */
export function openRow(kind: RowKind): Markup {
  return kind === "" ? html`<tr>` : html`<tr class="${kind}">`;
}

/** A cell with a number, aligned with those above and below it. */
export function markupNumber(content: Content): Markup {
  return html`<td>${content}</td>`;
}

/** The cells of months, of which all but the last are seen on a phone only when they are asked for. */
export function monthNumbers(contents: readonly Content[]): Markup[] {
  return contents.map((content, i) =>
    i < contents.length - 1 ? html`<td class="past">${content}</td>` : markupNumber(content),
  );
}

/** How a table of months is folded on a phone; of two months both are seen. */
export function monthFold(count: number, words: Translator): Pick<HtmlTable, "fold"> {
  return count < 3 ? {} : {fold: {kind: "months", name: words.t("all-months", {count: String(count)})}};
}

/** The cell of the whole period, set off from the months. */
export function totalCell(content: Content): Markup {
  return html`<td class="total">${content}</td>`;
}

/** The head of the column of the whole period. */
export function totalHead(periods: readonly string[], words: Translator): Markup {
  return html`<th scope="col" class="total"><abbr title="${totalWords(periods, words)}">${totalName(periods, words)}</abbr></th>`;
}

/** A sign, and what it says for those who cannot see it. */
export function signWithWords(sign: string, words: string): Markup {
  return html`<span aria-hidden="true">${sign}</span><span class="unseen">${words}</span>`;
}

/** A value that an older report gave: its mark hangs behind it. */
export function reportedValue(value: string, words: Translator): Markup {
  return html`${value}<sup class="told" aria-hidden="true">r</sup><span class="unseen"> ${words.t("reported-not-measured")}</span>`;
}

/** A value that is not what was published: its mark hangs behind it. */
export function restatedValue(value: string, words: Translator): Markup {
  return html`${value}<sup class="told" aria-hidden="true">*</sup><span class="unseen"> ${words.t("restated-since-published")}</span>`;
}

/** What the mark of a reported value means. */
export function reportedMarkup(words: Translator): Markup {
  const said = sayMarkup(words, "label-and-text", {label: html`<i>r</i>`, text: html`${words.t("reported-means")}`});
  return html`<p class="key">${said}</p>
`;
}

/**
 * The months over their columns: short, spelt out for whoever asks, with the year where there are several.
 *
 * @param after What stands behind a month's name.
 */
export function monthCells(
  some: readonly string[],
  all: readonly string[],
  words: Translator,
  after: (period: string) => Content = () => noMarkup,
): Markup[] {
  return some.map((period, i) => {
    const year = crossYears(all) ? html` <span class="year">${yearOf(period)}</span>` : noMarkup;
    const content = html`<abbr title="${fullMonth(period, words)}">${shortMonth(period, words)}</abbr>${year}${after(period)}`;
    return i < some.length - 1 ? html`<th scope="col" class="past">${content}</th>` : headCell(content);
  });
}

/** Which months stand in which table: a period of more than a year is set as several tables. */
export function monthBlocks(count: number): number[][] {
  return inBlocks(count, monthsAcross);
}
