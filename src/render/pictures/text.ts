import {escapeHtml} from "../markup/html.ts";
import {loadFonts} from "../pdf/fonts.ts";
import {codedText} from "../pdf/settable.ts";

/** Text as a picture shows it: a character that no font of ours has stands there as its code, `[U+1F600]`. */
export function shownText(text: string): string {
  return codedText(text, loadFonts().characters);
}

/** How many letters stand in so many pixels? A Chinese one counts for two. */
export function lettersIn(width: number, px: number): number {
  return Math.max(2, Math.floor(width / (px * 0.52)));
}

/** The line kept in the direction of its language, whatever letter it begins with. */
export function inDirection(text: string, isFromRight: boolean): string {
  return isFromRight && text !== "" ? `\u202b${text}\u202c` : text;
}

/** Where a line of text stands, and how it looks. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly px: number;
  readonly anchor: "start" | "end";
  readonly look: string;
}

/** One line of text. Marks of direction of our own may be in it; what is not fit for a page was taken out by {@link shownText}. */
export function textAt(text: string, {x, y, px, anchor, look}: TextPlace): string {
  const safe = text.replace(/[^\u202b\u202c\u200e]+/g, escapeHtml);
  return `<text x="${x}" y="${y}" font-size="${px}" text-anchor="${anchor}" class="${look}">${safe}</text>`;
}
