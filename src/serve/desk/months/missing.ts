import {runsOf} from "../../../base/runs.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {clockText, dayAt} from "../../../base/zone.ts";
import type {CalendarMonth} from "../../../operations/inputs/calendar.ts";

/** Of which days and hours of a month is there no line? */
export function missingSentences(
  {missingDays, gaps}: Pick<CalendarMonth, "missingDays" | "gaps">,
  words: Translator,
  timeZone: string,
): string[] {
  const hours = gaps.map(({from, until}) =>
    words.t("desk-gap-hours", {
      day: words.day(dayAt(from * 1000, timeZone)),
      from: clockText(from, timeZone),
      until: clockText(until, timeZone),
    }),
  );
  if (missingDays.length === 0) return hours;
  return [words.t("desk-gap-days", {count: missingDays.length, days: daysText(missingDays, words)}), ...hours];
}

/** Days of one month by their numbers: `9–10, 20`. */
function daysText(days: readonly string[], words: Translator): string {
  const numbers = days.map((day) => Number(day.slice(8)));
  const runs = runsOf(numbers, (before, day) => day === before + 1);
  return words.series(
    runs.map((run) => {
      const [first, last] = [run[0]!, run.at(-1)!].map((day) => words.number(day));
      return run.length === 1 ? first! : `${first}–${last}`;
    }),
  );
}
