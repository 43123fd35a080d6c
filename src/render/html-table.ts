import {type Content, html, type Markup, nothing} from "./markup.ts";
import {crossYears, fullMonth, inBlocks, shortMonth, yearOf} from "./months.ts";

/** A table of a report in HTML, ready to be laid out. */
export interface HtmlTable {
  /** Says what the table holds; also the name of the region that scrolls. Untrusted text. */
  readonly caption: string;
  /** Class of the container: a word of the style sheet, never text of the report. */
  readonly kind: "figures" | "account" | "inputs";
  /** Cells of the head, the first over the row labels. */
  readonly head: readonly Markup[];
  readonly rows: readonly Markup[];
}

/** The most months that stand side by side: a year still fits across a sheet of paper. */
export const monthsAcross = 12;

/**
 * A table in a container of its own, which scrolls sideways where the page is narrower.
 *
 * The container takes the keyboard's focus, so that it can be scrolled without a pointer.
 */
export function placeTable({caption, kind, head, rows}: HtmlTable): Markup {
  const many = head.length > 10 ? " many" : "";
  return html`<div class="scroll ${kind}${many}" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption><span>${caption}</span></caption>
<thead>
<tr>${head}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

/** A cell of the head, over its column. */
export function headCell(content: Content): Markup {
  return html`<th scope="col">${content}</th>`;
}

/** A row: its label, then its cells. */
export function tableRow(label: Content, cells: readonly Content[], kind: "" | "days" | "all" = ""): Markup {
  const open = kind === "" ? html`<tr>` : html`<tr class="${kind}">`;
  return html`${open}<th scope="row">${label}</th>${cells}</tr>
`;
}

/** A cell with a number, aligned with those above and below it. */
export function numberCell(content: Content): Markup {
  return html`<td>${content}</td>`;
}

/** The months over their columns: short, spelt out for whoever asks, with the year where there are several. */
export function monthCells(some: readonly string[], all: readonly string[]): Markup[] {
  return some.map((period) => {
    const year = crossYears(all) ? html` <span class="year">${yearOf(period)}</span>` : nothing;
    return headCell(html`<abbr title="${fullMonth(period)}">${shortMonth(period)}</abbr>${year}`);
  });
}

/** Which months stand in which table: a period of more than a year is set as several tables. */
export function monthBlocks(count: number): number[][] {
  return inBlocks(count, monthsAcross);
}
