import {addMonths} from "../base/period.ts";
import {runsOf} from "../base/runs.ts";
import {clauses, listed, month} from "../base/words/message.ts";
import type {Translator} from "../base/words/translator.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";

/** What is known of the rules of each month. */
export type Rules = Pick<PeriodFigures, "differencesBetween">;

/** How the id of a note begins that speaks of a change of rules: its month follows. */
const ruleNote = "rules-from:";

/** Does the note speak of rules that change, and so of a column and not of a figure? */
export function isRuleNote(id: string): boolean {
  return id.startsWith(ruleNote);
}

/** For each month that is judged by other rules than the one before it: which, in a note of that column. */
export function ruleNotes(
  rules: Rules,
  months: readonly string[],
  words: Translator,
): {id: string; text: string; columns: string[]}[] {
  return months.slice(1).flatMap((from, place) => {
    const changed = rules.differencesBetween(months[place]!, from);
    if (changed.length === 0) return [];
    const changes = words.translate(clauses(changed.map(({text}) => text)));
    return [{id: `${ruleNote}${from}`, text: words.t("rules-from", {month: month(from), changes}), columns: [from]}];
  });
}

/** A month, and one that it is set beside. */
export interface MonthPair {
  readonly before: string;
  readonly month: string;
}

/** Which months are set beside months that were judged by other rules? A sentence; null where none are. */
export function unlikeMonths(rules: Rules, pairs: readonly MonthPair[], words: Translator): string | null {
  const found = unlikeAmong(rules, pairs, words);
  return found && words.t("compared-by-other-rules", found);
}

/** Which months are multiples of a month that was judged by other rules? A sentence; null where none are. */
export function unlikeBase(rules: Rules, months: readonly string[], base: string, words: Translator): string | null {
  const pairs = months.map((own) => ({before: base, month: own}));
  const found = unlikeAmong(rules, pairs, words);
  return found && words.t("index-by-other-rules", {...found, base: month(base)});
}

/** Are two figures, or ranks, of months that were judged by different rules? By which settings they differ; null where they do not. */
export function settingsApart(rules: Rules, pairs: readonly MonthPair[]): ReturnType<typeof listed> | null {
  const settings = pairs.flatMap((pair) => settingsOf(rules, pair));
  return settings.length === 0 ? null : listed([...new Set(settings)]);
}

/** The months of a period, each with that of the period before it which stands in its place. */
export function pairsOf(before: readonly string[], months: readonly string[]): MonthPair[] {
  return months.flatMap((own, place) => (before[place] === undefined ? [] : [{before: before[place], month: own}]));
}

function unlikeAmong(rules: Rules, pairs: readonly MonthPair[], words: Translator) {
  const unlike = pairs.filter((pair) => settingsOf(rules, pair).length > 0);
  const settings = settingsApart(rules, unlike);
  if (settings === null) return null;
  const runs = runsOf(
    unlike.map((pair) => pair.month),
    (before, own) => addMonths(before, 1) === own,
  );
  return {months: listed(runs.map((run) => words.span(run[0]!, run.at(-1)!))), settings};
}

function settingsOf(rules: Rules, {before, month: own}: MonthPair): string[] {
  return rules.differencesBetween(before, own).map(({setting}) => setting);
}
