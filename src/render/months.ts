import {monthNames} from "../base/period.ts";
import {runsOf} from "../base/runs.ts";
import {listed, visible} from "../base/text.ts";

/** Which year is the month in? The text before the dash of `YYYY-MM`. */
export function yearOf(period: string): string {
  return visible(period.split("-")[0]!);
}

/** The month's name, without its year: `July`. A period of another form is given back as it is. */
export function monthName(period: string): string {
  return monthNames[monthIndex(period)] ?? visible(period);
}

/** The month's name as it heads a column: `Jul`. */
export function shortMonth(period: string): string {
  return monthNames[monthIndex(period)]?.slice(0, 3) ?? visible(period);
}

/** The month's name with its year: `July 2005`. */
export function fullMonth(period: string): string {
  const name = monthNames[monthIndex(period)];
  return name === undefined ? visible(period) : `${name} ${yearOf(period)}`;
}

function monthIndex(period: string): number {
  const [, month] = /^\d{4}-(\d{2})$/.exec(period) ?? [];
  return Number(month ?? 0) - 1;
}

/** Do the months lie in more than one year, so that a month's name alone would not do? */
export function crossYears(periods: readonly string[]): boolean {
  return new Set(periods.map(yearOf)).size > 1;
}

/** From the first month to the last: `July to December 2005`, `July 2005 to June 2007`. */
export function spanOf(periods: readonly string[]): string {
  const [first, last] = [periods[0] ?? "", periods.at(-1) ?? ""];
  if (first === last) return fullMonth(first);
  return `${crossYears(periods) ? fullMonth(first) : monthName(first)} to ${fullMonth(last)}`;
}

/**
 * Some of a report's months as a phrase: `July and August`, `July and September to December`.
 *
 * @param some In the order of `all`.
 * @param all Every month of the report; tells which follow each other and whether the year must be said.
 */
export function monthsInWords(some: readonly string[], all: readonly string[]): string {
  const nameOf = crossYears(all) ? fullMonth : monthName;
  return listed(
    runsOf(some, (before, period) => all.indexOf(period) === all.indexOf(before) + 1).flatMap((run) => {
      if (run.length < 3) return run.map(nameOf);
      return `${nameOf(run[0]!)} to ${nameOf(run.at(-1)!)}`;
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
