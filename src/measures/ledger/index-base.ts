import {formatNumber} from "../../base/number.ts";
import {type Found, found, missing} from "./book-measure.ts";
import {type BookMonths, beginsIn, titleOf} from "./book-months.ts";
import type {LedgerNote} from "./ledger-note.ts";
import type {IndexBase} from "./ledger-survey.ts";

/** An index that names its base. */
export interface BasedIndex {
  readonly base: IndexBase;
  readonly book: BookMonths;
  /** The first months of the book that an index can start from: its base where no other is asked for. */
  readonly start: readonly string[];
  figure(months: readonly string[]): Found;
}

/**
 * What is the level as a multiple of the base's, in the base's points?
 *
 * @returns The level's reason, or why the base has nothing to divide by.
 */
export function indexOf(level: Found, baseLevel: Found, {period, value}: IndexBase): Found {
  if (level.value === null) return level;
  const base = `the base, ${titleOf(period.months)},`;
  if (baseLevel.value === null) return missing(`${base} has no value: ${baseLevel.reason}`);
  if (baseLevel.value === 0) return missing(`${base} is 0`);
  return found((level.value / baseLevel.value) * value);
}

/** Names the base; where it is not the beginning of the book, says where that stands on the new scale. */
export function baseNote({base, book, start, figure}: BasedIndex, note: Omit<LedgerNote, "text">): LedgerNote {
  const {period, value} = base;
  const named = `Index: ${titleOf(period.months)} = ${formatNumber(value)}.`;
  if (period.months.join() === start.join()) return {...note, text: named};
  const atStart = figure(start).value;
  const stands = atStart === null ? "" : `; on this base ${titleOf(start)} stands at ${formatNumber(atStart, 1)}`;
  return {...note, text: `${named} Rebased: ${beginsIn(book)}${stands}.`};
}
