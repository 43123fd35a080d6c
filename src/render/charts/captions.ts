import type {Translator} from "../../base/words/translator.ts";
import type {Column, Figures, LedgerPart, Report, ReportEvent, Table} from "../../report/report.ts";
import {isCovered} from "../content/coverage.ts";
import {eventDays} from "../content/ledger-lists.ts";
import {isReported} from "../content/marks.ts";
import {fullMonth, monthsInWords, printedSpan} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {formatValue} from "../content/values.ts";

/**
 * What does the chart of a measure show? For a reader who cannot see it.
 *
 * Span, lowest, highest and last figure, the months without one and those not measured: `Distinct readers, July to December 2005: lowest
 * 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.` Untrusted text.
 */
export function describeChart(figures: Figures, columns: readonly Column[], words: Translator): string {
  const periods = columns.map(({period}) => period);
  const present = periods.flatMap((period, i) => {
    const value = figures.values[i] ?? null;
    return value === null ? [] : [{period, value}];
  });
  const absent = periods.filter((_, i) => (figures.values[i] ?? null) === null);
  const heading = words.t("chart-heading", {label: figures.label, span: printedSpan(periods, words)});
  if (present.length === 0) return words.t("chart-without-figures", {heading});
  const say = ({period, value}: {period: string; value: number}) =>
    words.t("value-in-month", {value: formatValue(value, figures, words), month: fullMonth(period, words)});
  // Sorting is stable: of equal figures the earlier month is named, both ways.
  const lowest = present.toSorted((a, b) => a.value - b.value)[0]!;
  const highest = present.toSorted((a, b) => b.value - a.value)[0]!;
  if (periods.length === 1) {
    const only = words.t("label-and-text", {label: figures.label, text: say(lowest)});
    return isReported(figures, 0)
      ? words.sentences([`${only}.`, words.t("chart-reported", {months: fullMonth(periods[0]!, words)})])
      : only;
  }
  const ends = {lowest: say(lowest), highest: say(highest), last: say(present.at(-1)!)};
  const gap = absent.length === 0 ? [] : [words.t("chart-gap", {months: monthsInWords(absent, periods, words)})];
  const told = periods.filter((_, i) => isReported(figures, i));
  const source = told.length === 0 ? [] : [words.t("chart-reported", {months: monthsInWords(told, periods, words)})];
  return words.sentences([words.t("chart-course", {heading, ...ends}), ...gap, ...source]);
}

/** What stands below the chart of a measure: what it is of, which months are drawn lighter or in outline, and why. */
export function chartCaption({columns, timeZone, ...report}: Report, figures: Figures): string {
  const words = wordsOf(report);
  const caption = words.t("chart-caption", {
    unit: words.unit(figures.unit),
    span: spanOf(columns, words),
    zone: timeZone,
  });
  const source = sourceWords(report, words);
  return words.sentences([
    caption,
    source,
    ...lighterWords([figures], columns, words),
    ...outlineWords([figures], words),
  ]);
}

/** The same where no chart is drawn, so that nothing has to be said of its bars. */
export function captionWithoutChart(report: Report, figures: Figures): string {
  const columns = report.columns.map((column) => ({...column, daysCovered: column.days}));
  return chartCaption({...report, columns}, {...figures, reported: []});
}

/** What stands once below the charts of several measures: the same of all of them, what is outlined behind, and which events are marked. */
export function chartsCaption(report: Report, drawn: readonly Figures[], events: readonly ReportEvent[]): string {
  const {columns, timeZone, comparison} = report;
  const words = wordsOf(report);
  const told = events.map((event) => words.t("in-brackets", {text: event.text, more: eventDays(event, words)}));
  return words.sentences([
    words.t("charts-caption", {span: spanOf(columns, words), zone: timeZone}),
    sourceWords(report, words),
    ...(comparison === null ? [] : [words.t("charts-behind", {period: comparison.title})]),
    ...lighterWords(drawn, columns, words),
    ...outlineWords(drawn, words),
    ...(told.length === 0 ? [] : [words.t("charts-events", {events: words.clauses(told)})]),
  ]);
}

/** What stands below: of what months the table is. */
export function tableCaption(table: Table, {columns, timeZone, ...report}: Report, words: Translator): string {
  const [column] = table.columns;
  const caption = words.t(table.form === "cycle" ? "cycle-caption" : "chart-caption", {
    unit: column ? words.unit(column.unit) : "",
    span: spanOf(columns, words),
    zone: timeZone,
  });
  return words.sentences([caption, sourceWords(report, words)]);
}

function spanOf(columns: readonly Column[], words: Translator): string {
  return printedSpan(
    columns.map(({period}) => period),
    words,
  );
}

/** Whose logs it is from, where that was said. */
function sourceWords({publication}: Pick<Report, "publication">, words: Translator): string {
  return publication === null ? words.t("source-logs-unnamed") : words.t("source-logs", {publication});
}

function lighterWords(drawn: readonly Figures[], columns: readonly Column[], words: Translator): string[] {
  const partly = columns.filter((column, i) => {
    if (isCovered(column)) return false;
    return drawn.some((figures) => (figures.values[i] ?? null) !== null && !isReported(figures, i));
  });
  const names = partly.map(({period, days, daysCovered}) => {
    const month = fullMonth(period, words);
    return words.t("days-of-month-covered", {month, covered: String(daysCovered), days: String(days)});
  });
  return names.length === 0 ? [] : [words.t("lighter-months", {months: words.listed(names)})];
}

function outlineWords(drawn: readonly Figures[], words: Translator): string[] {
  const isTold = drawn.some((figures) => figures.values.some((_, i) => isReported(figures, i)));
  return isTold ? [words.t("in-outline")] : [];
}

/** What stands below the map of cities: what the dots and rings are, and which cities are not on it. */
export function mapCaption(map: NonNullable<LedgerPart["map"]>, span: string, words: Translator): string {
  const {places, unplaced, unplacedCopies, smallestCity} = map;
  const hasSmall = places.some(({isReached}) => !isReached);
  return words.sentences([
    words.t("map-caption", {span}),
    ...places.slice(0, 1).map(({city, copies}) => words.t("map-scale", {city, copies})),
    ...(hasSmall ? [words.t("map-rings", {copies: smallestCity})] : []),
    ...(unplaced.length === 0
      ? []
      : [words.t("not-on-the-map", {cities: words.series(unplaced), copies: unplacedCopies})]),
    words.t("map-outlines", {source: "Natural Earth"}),
  ]);
}
