import {day, type FormattedValue, type Message, message, figure as shown} from "../../base/words/message.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {monthOfDay, reasonSpan} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {netPressRun, officeAndFile} from "./circulation.ts";
import {type Issue, isDistribution, issuesIn} from "./issues.ts";

/** The shares of an edition whose speed is reported. */
export const speedPercents = [50, 80, 95] as const;

/** How many days after the print date was that share of an edition out? */
export function daysToPercent(percent: (typeof speedPercents)[number]): (source: LedgerSource) => BookMeasure[] {
  return (source) => [
    {
      id: `days-to-${percent}-percent`,
      label: message(`measure.days-to-${percent}-percent`),
      unit: message("unit.days"),
      decimals: 1,
      definition: message("days-to-percent-means", {percent: String(percent)}),
      better: "less",
      figure: (months) => medianDays(issuesIn(source.issues, months), percent, months),
      notes: [
        {
          id: `days-to-${percent}-percent-best`,
          text: speedSentence(source, percent),
          columns: source.asked.period.months,
        },
      ],
      range: null,
    },
  ];
}

/**
 * How many days after its print date was that share of the edition out?
 *
 * Of the copies meant for readers: printed, without the spoiled and the kept. A delivery dated before the print date
 * counts for the print date.
 */
export function daysTo(issue: Issue, percent: number): BookValue {
  const distributable = netPressRun(issue) - officeAndFile(issue);
  if (distributable <= 0) return missing(message("no-copy-for-readers"));
  let out = 0;
  for (const {on, copies} of issue.deliveries.filter(isDistribution)) {
    out += copies;
    if (out * 100 >= percent * distributable) return found(Math.max(0, daysBetween(issue.edition.printedOn, on)));
  }
  if (out === 0) return missing(message("nothing-delivered"));
  // Rounded down: 79.96% is not 80%.
  return missing(message("percent-delivered", {percent: shown(Math.floor((out * 100) / distributable))}));
}

/** An edition that is not there yet stands after all that are: left out, it would make the others look quick. */
function medianDays(issues: readonly Issue[], percent: number, months: readonly string[]): BookValue {
  if (issues.length === 0) return missing(message("nothing-printed", reasonSpan(months)));
  const each = issues.map((issue) => daysTo(issue, percent));
  if (each.length === 1) return each[0]!;
  const days = each.map(({value}) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const median = (days[Math.floor((days.length - 1) / 2)]! + days[Math.floor(days.length / 2)]!) / 2;
  if (Number.isFinite(median)) return found(median);
  const late = days.filter((one) => !Number.isFinite(one)).length;
  return missing(message("percent-not-reached", {percent: String(percent), late: String(late), editions: days.length}));
}

/** The median of the period, and the best of all editions up to its end, in a sentence. */
export function speedSentence({issues, asked}: LedgerSource, percent: number): Message {
  const {months} = asked.period;
  const median = medianDays(issuesIn(issues, months), percent, months);
  const said = median.value === null ? message("speed-none", {reason: median.reason}) : daysText(median.value);
  const upToNow = issues.filter(({edition}) => monthOfDay(edition.printedOn) <= months.at(-1)!);
  const [best] = upToNow
    .flatMap((issue) => {
      const {value} = daysTo(issue, percent);
      return value === null ? [] : [{value, issue}];
    })
    // Sorting is stable: of equal ones the edition printed first holds the record.
    .sort((a, b) => a.value - b.value);
  const record = best
    ? message("speed-best", {
        days: daysText(best.value),
        edition: best.issue.edition.edition,
        on: day(best.issue.edition.printedOn),
      })
    : message("speed-no-best");
  return message("speed-of-period", {percent: String(percent), median: said, record});
}

function daysText(days: number): FormattedValue {
  return shown(days, Number.isInteger(days) ? 0 : 1);
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
