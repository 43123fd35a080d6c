import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";

/** A column of a table: its head, and whether its cells are text, set from the left, or figures. */
export interface SheetColumn {
  readonly head: Content;
  readonly kind?: "text" | "sum";
}

/**
 * A table in a region of its own that scrolls sideways where the page is narrower, by keyboard too.
 *
 * @param caption Says what it holds, to those who do not see the heading above it.
 * @param rows The first cell of a row is its head.
 */
export function sheet(caption: string, columns: readonly SheetColumn[], rows: readonly (readonly Content[])[]): Markup {
  if (rows.length === 0) return noMarkup;
  const heads = columns.map(
    ({head, kind}) => html`<th scope="col"${kind === undefined ? noMarkup : html` class="left"`}>${head}</th>`,
  );
  const few = columns.length < 3 ? " few" : "";
  return html`<section class="scroll sheet wide${few}" aria-label="${caption}" tabindex="0">
<table>
<caption class="unseen">${caption}</caption>
<thead>
<tr>${heads}</tr>
</thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell, place) => cellOf(cell, place, columns[place]?.kind))}</tr>
`,
)}</tbody>
</table>
</section>
`;
}

function cellOf(content: Content, place: number, kind: SheetColumn["kind"]): Markup {
  if (place === 0) return html`<th scope="row">${content}</th>`;
  if (kind === undefined) return html`<td>${content}</td>`;
  return html`<td class="${kind === "sum" ? "sum" : "left"}">${content}</td>`;
}

/** Text that strangers wrote, which may run in a direction of its own. */
export function asWritten(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
