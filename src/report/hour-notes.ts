import type {Translator} from "../base/words/translator.ts";
import {clockText, dayAt} from "../base/zone.ts";
import type {LogGap} from "../measures/gaps.ts";
import type {Note} from "./report.ts";

/** No more of them are named one by one. */
const mostNamed = 12;

/** The note of hours without a line, at the months that they are in; none where there are none. */
export function hourNotes(gaps: readonly LogGap[], timeZone: string, words: Translator): Omit<Note, "mark">[] {
  if (gaps.length === 0) return [];
  const months = [...new Set(gaps.map(({from}) => dayAt(from * 1000, timeZone).slice(0, 7)))];
  const named = gaps.slice(0, mostNamed).map((gap) => spanOf(gap, timeZone, words));
  const spans = words.clauses(gaps.length > mostNamed ? [...named, "…"] : named);
  return [{id: "hours-without-line", text: words.t("hours-without-line", {spans}), columns: months}];
}

function spanOf({from, until}: LogGap, timeZone: string, words: Translator): string {
  const day = words.shortDay(dayAt(from * 1000, timeZone));
  return `${day} ${clockText(from, timeZone)}–${clockText(until, timeZone)}`;
}
