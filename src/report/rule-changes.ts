import {addMonths} from "../base/period.ts";
import {runsOf} from "../base/runs.ts";
import {clauses, listed, month} from "../base/words/message.ts";
import type {Words} from "../base/words/words.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";

/** What is known of the rules of each month. */
type Rules = Pick<PeriodFigures, "differencesBetween">;

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
  words: Words,
): {id: string; text: string; columns: string[]}[] {
  return months.slice(1).flatMap((from, place) => {
    const changed = rules.differencesBetween(months[place]!, from);
    if (changed.length === 0) return [];
    const changes = words.tell(clauses(changed.map(({text}) => text)));
    return [{id: `${ruleNote}${from}`, text: words.say("rules-from", {month: month(from), changes}), columns: [from]}];
  });
}

/** Which months are set beside months that were judged by other rules? A sentence; null where none are. */
export function unlikeMonths(
  rules: Rules,
  pairs: readonly {readonly before: string; readonly month: string}[],
  words: Words,
): string | null {
  const unlike = pairs.flatMap(({before, month: own}) => {
    const settings = rules.differencesBetween(before, own).map(({setting}) => setting);
    return settings.length === 0 ? [] : [{own, settings}];
  });
  if (unlike.length === 0) return null;
  const settings = [...new Set(unlike.flatMap((one) => one.settings))];
  const runs = runsOf(
    unlike.map(({own}) => own),
    (before, own) => addMonths(before, 1) === own,
  );
  const named = runs.map((run) => words.span(run[0]!, run.at(-1)!));
  return words.say("compared-by-other-rules", {months: listed(named), settings: listed(settings)});
}
