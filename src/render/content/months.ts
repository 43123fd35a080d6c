import {isMonth} from "../../base/period.ts";
import {runsOf} from "../../base/runs.ts";
import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";

/** Which year is the month in? The text before the dash of `YYYY-MM`. */
export function yearOf(period: string): string {
  return visible(period.split("-")[0]!);
}

/** The month's name, without its year: `July`. A period of another form is given back as it is. */
export function printedMonth(period: string, words: Translator): string {
  return isMonth(period) ? words.monthName(period) : visible(period);
}

/** The month's name as it heads a column: `Jul`. */
export function shortMonth(period: string, words: Translator): string {
  return isMonth(period) ? words.shortMonth(period) : visible(period);
}

/** The month's name with its year: `July 2005`. */
export function fullMonth(period: string, words: Translator): string {
  return isMonth(period) ? words.month(period) : visible(period);
}

/** The month as it heads a column, with its year: `Jul 2005`. */
export function monthAndYear(period: string, words: Translator): string {
  return words.t("month-and-year", {month: shortMonth(period, words), year: yearOf(period)});
}

/** Do the months lie in more than one year, so that a month's name alone would not do? */
export function crossYears(periods: readonly string[]): boolean {
  return new Set(periods.map(yearOf)).size > 1;
}

/** From the first month to the last: `July to December 2005`, `July 2005 to June 2007`. */
export function printedSpan(periods: readonly string[], words: Translator): string {
  const [first, last] = [periods[0] ?? "", periods.at(-1) ?? ""];
  if (first === last) return fullMonth(first, words);
  if (crossYears(periods)) return words.t("span", {from: fullMonth(first, words), until: fullMonth(last, words)});
  const names = {from: printedMonth(first, words), until: printedMonth(last, words)};
  return words.t("span-of-year", {...names, year: yearOf(last)});
}

/**
 * Some of a report's months as a phrase: `July and August`, `July and September to December`.
 *
 * @param some In the order of `all`.
 * @param all Every month of the report; tells which follow each other and whether the year must be said.
 */
export function monthsInWords(some: readonly string[], all: readonly string[], words: Translator): string {
  const nameOf = (period: string): string => (crossYears(all) ? fullMonth : printedMonth)(period, words);
  return words.listed(
    runsOf(some, (before, period) => all.indexOf(period) === all.indexOf(before) + 1).flatMap((run) => {
      if (run.length < 3) return run.map(nameOf);
      return words.t("span", {from: nameOf(run[0]!), until: nameOf(run.at(-1)!)});
    }),
  );
}

/** The indexes from 0 to `count` in as few blocks as hold `most` each, of nearly the same size. */
export function inBlocks(count: number, most: number): number[][] {
  const size = Math.ceil(count / Math.max(1, Math.ceil(count / Math.max(1, most))));
  const indexes = Array.from({length: count}, (_, i) => i);
  const blocks: number[][] = [];
  for (let from = 0; from < count; from += size) blocks.push(indexes.slice(from, from + size));
  return blocks;
}
