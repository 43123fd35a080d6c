import {visible, withEntities} from "../../base/text.ts";

/** A piece of HTML that is safe to place as it stands. Made only by the functions of this file. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a template: text is escaped, markup is placed, a list is placed one after the other. */
export type Content = string | number | Markup | readonly Content[];

class Safe implements Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/**
 * A template of HTML in which every value is escaped unless it is markup already.
 *
 * Safe in text and in quoted attributes; not in attribute names, style or script, where no value is ever placed.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Safe(parts.map((part, i) => part + (i < contents.length ? place(contents[i]!) : "")).join(""));
}

/** Markup from a source that escapes by itself: our style sheet, or a drawing that was serialised from a document. */
export function trusted(source: string): Markup {
  return new Safe(source);
}

/** What turns the direction of a line: written by its number, it says nothing to who reads the page's source. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for a field in which it is edited, between tags or in a quoted attribute: escaped, and every character as it is, since what is not seen is
 * sent back, too.
 */
export function fieldText(text: string): Markup {
  return new Safe(withEntities(text).replace(directions, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`));
}

/** Nothing, where markup is asked for. */
export const noMarkup: Markup = new Safe("");

function place(content: Content): string {
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  // Ask for the class, not for the property: an object out of JSON with a key `html` is no markup.
  if (content instanceof Safe) return content.html;
  if (Array.isArray(content)) return content.map(place).join("");
  throw new TypeError("only text, numbers and markup can be placed in HTML");
}

/** Text for HTML, between tags or in a quoted attribute; control characters are written out. */
export function escapeHtml(text: string): string {
  return withEntities(visible(text));
}
