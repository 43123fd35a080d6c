import {message, figure as shown} from "../../base/words/message.ts";
import {type BookValue, found, missing} from "./book-measure.ts";
import {type BookMonths, beginsIn, titleOf} from "./book-months.ts";
import type {LedgerNote} from "./ledger-note.ts";
import type {IndexBase} from "./ledger-survey.ts";

/** An index that names its base. */
export interface BasedIndex {
  readonly base: IndexBase;
  readonly book: BookMonths;
  /** The first months of the book that an index can start from: its base where no other is asked for. */
  readonly start: readonly string[];
  figure(months: readonly string[]): BookValue;
}

/**
 * What is the level as a multiple of the base's, in the base's points?
 *
 * @returns The level's reason, or why the base has nothing to divide by.
 */
export function levelIndex(level: BookValue, baseLevel: BookValue, {period, value}: IndexBase): BookValue {
  if (level.value === null) return level;
  const base = titleOf(period.months);
  if (baseLevel.value === null) return missing(message("base-has-no-value", {base, reason: baseLevel.reason}));
  if (baseLevel.value === 0) return missing(message("base-is-zero", {base}));
  return found((level.value / baseLevel.value) * value);
}

/** Names the base; where it is not the beginning of the book, says where that stands on the new scale. */
export function baseNote({base, book, start, figure}: BasedIndex, note: Omit<LedgerNote, "text">): LedgerNote {
  const {period, value} = base;
  const named = {period: titleOf(period.months), value: shown(value)};
  if (period.months.join() === start.join()) return {...note, text: message("index-base", named)};
  const atStart = figure(start).value;
  const rebased = {...named, begins: beginsIn(book)};
  if (atStart === null) return {...note, text: message("index-rebased", rebased)};
  const stands = {...rebased, start: titleOf(start), points: shown(atStart, 1)};
  return {...note, text: message("index-rebased-stands", stands)};
}
