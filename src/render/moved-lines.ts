import {addMonths, periodOf, periodTitle} from "../base/period.ts";
import {listed} from "../base/text.ts";
import type {MovedFigure, Report, ReportEvent} from "../report/report.ts";
import {changeInWords} from "./change.ts";
import {formatValue} from "./figures.ts";
import {daysOf} from "./ledger-lists.ts";
import {fullMonth} from "./months.ts";

/** A figure that moved, as it is printed; all of it is untrusted text. */
export interface MovedLine {
  readonly label: string;
  /** From what to what, and what explains it: `400, up 100.0 percent from 200 in the first half of 2005.` */
  readonly text: string;
}

const numbers = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** What heads the figures that moved: `The five figures that moved most`. */
export function movedTitle({moved}: Pick<Report, "moved">): string {
  if (moved.length === 1) return "The figure that moved most";
  return `The ${numbers[moved.length] ?? moved.length} figures that moved most`;
}

/** The figures that moved, one a line. */
export function movedLines(report: Report): MovedLine[] {
  return report.moved.map((figure) => {
    const own = figure.explanations.filter(({measure}) => measure !== null).map(eventText);
    return {label: figure.label, text: `${moveText(figure, report)}.${own.map((text) => ` ${text}`).join("")}`};
  });
}

/** What may explain any of them: events that name no figure. Null where there is none. */
export function movedBackground({moved}: Pick<Report, "moved">): string | null {
  const all = moved.flatMap(({explanations}) => explanations.filter(({measure}) => measure === null));
  const texts = [...new Set(all.map(({text, ...event}) => `${text} (${daysOf({text, ...event})})`))];
  return texts.length === 0 ? null : `In the same period: ${listed(texts)}.`;
}

function moveText({from, to, fromMonth, toMonth, changePercent, ...print}: MovedFigure, report: Report): string {
  const [before, now] = [from, to].map((value) => formatValue(value, print));
  const change = changeInWords(changePercent);
  if (fromMonth === null || toMonth === null) return `${now}, ${change} from ${before} in ${previousTitle(report)}`;
  return `${now} in ${fullMonth(toMonth)}, ${change} from ${before} in ${fullMonth(fromMonth)}`;
}

/** The period of as many months right before, as it is called in a sentence. */
function previousTitle({columns}: Report): string {
  const months = columns.map(({period}) => addMonths(period, -columns.length));
  const title = periodTitle(periodOf(months[0]!, months.at(-1)!));
  return /^(?:first|second|third|fourth) /.test(title) ? `the ${title}` : title;
}

function eventText(event: ReportEvent): string {
  return `Explained by: ${event.text} (${daysOf(event)}).`;
}
