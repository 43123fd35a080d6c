import type {ReportPart} from "../content/order.ts";
import {html, type Markup} from "../markup/html.ts";

/** The parts of the page, by the ids that they have in every edition and every language. */
export type PartId = Exclude<ReportPart, "opening">;

/** Where the contents stand. */
export const contentsId = "contents";

/**
 * The id of something that has one in the report: the same from edition to edition, in every language.
 *
 * What is no letter, digit or hyphen becomes its code, so that no two are alike.
 */
export function anchorOf(kind: "table" | "chart" | "books", id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9-]/gu, (letter) => `.${letter.codePointAt(0)!.toString(16)}`)}`;
}

/** A heading that is a link to what it heads. */
export function headingLink(anchor: string, title: string): Markup {
  return html`<a class="self" href="#${anchor}">${title}</a>`;
}

/** Names of what stands in a part, each a link. */
export function linkedNames(parts: readonly {readonly anchor: string; readonly title: string}[]): Markup {
  const links = parts.map(({anchor, title}) => html`<a href="#${anchor}">${title}</a>`);
  return html`${links.map((link, i) => (i === 0 ? link : html` · ${link}`))}`;
}
