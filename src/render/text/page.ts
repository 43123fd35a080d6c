import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import {reportedMark} from "../content/marks.ts";
import {crossYears, shortMonth, yearOf} from "../content/months.ts";
import type {Paint} from "./paint.ts";
import {padEnd, widthOf, wrap} from "./wrap.ts";

/** Blocks of lines with an empty line between them; empty blocks leave none. */
export function joinParts(parts: readonly (readonly string[])[]): string {
  const filled = parts.filter((lines) => lines.some((line) => line !== ""));
  return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The heading with the time zone at the right of the table, or below it where both do not fit. */
export function titleLines(heading: string, zone: string, right: number, width: number, paint: Paint): string[] {
  const [title, aside] = [visible(heading), visible(zone)];
  const room = [right, width].find((columns) => widthOf(title) + 2 + widthOf(aside) <= columns);
  if (room !== undefined) return [paint.strong(padEnd(title, room - widthOf(aside))) + aside];
  return [...wrap(title, width).map((line) => paint.strong(line)), ...wrap(aside, width)];
}

/** A sentence below a table, and the mark that it hangs on. */
export interface MarkedText {
  readonly mark: string;
  readonly text: string;
}

/** What the mark of a reported value means. */
export function reportedNote(words: Translator): MarkedText {
  return {mark: words.t("lead", {title: reportedMark}), text: words.t("reported-means")};
}

/** Sentences of untrusted text, each behind its mark, the further lines of one below its first. */
export function markedLines(entries: readonly MarkedText[], width: number): string[] {
  return entries.flatMap(({mark, text}) =>
    wrap(visible(text), width, {first: `${mark} `, rest: " ".repeat(widthOf(mark) + 1)}),
  );
}

/** The lines over a table's month columns: the month, and over it the year when there are several. */
export function monthHead(periods: readonly string[], words: Translator): string[][] {
  const months = periods.map((period) => shortMonth(period, words));
  return crossYears(periods) ? [periods.map(yearOf), months] : [months];
}
