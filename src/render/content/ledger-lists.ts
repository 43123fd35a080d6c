import type {Translator} from "../../base/words/translator.ts";
import type {LedgerPart, Report, ReportEvent} from "../../report/report.ts";
import {wordsOf} from "./report-words.ts";

/** Sentences under a heading; all of it is untrusted text. */
export interface LedgerList {
  readonly id: "events" | "credits";
  readonly title: string;
  readonly items: readonly string[];
}

/** What happened and who did what, a line each; nothing for a book without rows. */
export function ledgerLists(report: Report, part: LedgerPart): LedgerList[] {
  const {credits, events} = part;
  const words = wordsOf(report);
  const labels = new Map([...report.measures, ...part.measures].map(({id, label}) => [id, label]));
  const lists = [
    {
      id: "events" as const,
      title: words.t("section.events"),
      items: events.map((event) => {
        const days = eventDays(event, words);
        if (event.measure === null) return words.t("label-and-text", {label: days, text: event.text});
        const label = labels.get(event.measure) ?? event.measure;
        return words.t("event-of-figure", {days, event: event.text, label});
      }),
    },
    {
      id: "credits" as const,
      title: words.t("section.credits"),
      items: credits.map(({period, post, what, by}) => {
        if (period === report.period) return words.t("credit", {post, what, by});
        return words.t("credit-of-period", {period: words.key(period), post, what, by});
      }),
    },
  ];
  return lists.filter(({items}) => items.length > 0);
}

/** The days of an event: `2005-09-01`, `2005-08-09 to 2005-08-11`. */
export function eventDays({on, until}: ReportEvent, words: Translator): string {
  const [first, last] = [words.day(on), words.day(until)];
  return on === until ? first : words.t("span", {from: first, until: last});
}
