import {addMonths, periodOf} from "../../base/period.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {MovedFigure, Report, ReportEvent} from "../../report/report.ts";
import {changeInWords} from "./change.ts";
import {eventDays} from "./ledger-lists.ts";
import {fullMonth} from "./months.ts";
import {wordsOf} from "./report-words.ts";
import {formatValue} from "./values.ts";

/** A figure that moved, as it is printed; all of it is untrusted text. */
export interface MovedLine {
  readonly label: string;
  /** From what to what, and what explains it: `400, up 100.0 percent from 200 in the first half of 2005.` */
  readonly text: string;
}

/** What heads the figures that moved: `The five figures that moved most`. */
export function movedTitle(report: Report): string {
  return wordsOf(report).t("section.moved", {count: report.moved.length});
}

/** The figures that moved, one a line. */
export function movedLines(report: Report): MovedLine[] {
  const words = wordsOf(report);
  return report.moved.map((figure) => {
    const own = figure.explanations.filter(({measure}) => measure !== null).map((event) => eventText(event, words));
    const notes = figure.note === null ? [] : [figure.note];
    return {label: figure.label, text: words.sentences([moveText(figure, report), ...notes, ...own])};
  });
}

/** What may explain any of them: events that name no figure. Null where there is none. */
export function movedBackground(report: Report): string | null {
  const {moved} = report;
  const words = wordsOf(report);
  const all = moved.flatMap(({explanations}) => explanations.filter(({measure}) => measure === null));
  const texts = [
    ...new Set(all.map((event) => words.t("in-brackets", {text: event.text, more: eventDays(event, words)}))),
  ];
  return texts.length === 0 ? null : words.t("in-the-same-period", {events: words.listed(texts)});
}

function moveText({from, to, fromMonth, toMonth, changePercent, ...print}: MovedFigure, report: Report): string {
  const words = wordsOf(report);
  const moved = {
    before: formatValue(from, print, words),
    now: formatValue(to, print, words),
    change: changeInWords(changePercent, words),
  };
  if (fromMonth === null || toMonth === null) {
    return words.t("moved-from-period", {...moved, period: periodBefore(report, words)});
  }
  const months = {month: fullMonth(toMonth, words), beforeMonth: fullMonth(fromMonth, words)};
  return words.t("moved-from-month", {...moved, ...months});
}

/** The period of as many months right before, as it is called in a sentence. */
export function periodBefore({columns}: Pick<Report, "columns">, words: Translator): string {
  const months = columns.map(({period}) => addMonths(period, -columns.length));
  return words.periodWithin(periodOf(months[0]!, months.at(-1)!).name);
}

function eventText(event: ReportEvent, words: Translator): string {
  return words.t("explained-by", {event: event.text, days: eventDays(event, words)});
}
