import type {Translator} from "../../base/words/translator.ts";
import type {Column, Figures} from "../../report/report.ts";
import {isCovered} from "../content/coverage.ts";
import {isReported} from "../content/marks.ts";
import {crossYears, shortMonth, yearOf} from "../content/months.ts";
import {formatFigure} from "../content/values.ts";
import type {Markup} from "../markup/html.ts";
import {type Bar, drawBars} from "./bars.ts";
import {describeChart} from "./captions.ts";

/**
 * One measure as bars from zero, one a month, as an SVG.
 *
 * A month that the logs cover in part is a lighter bar with a broken outline; a value that an older report gave is an
 * outline alone, since it was not measured.
 */
export function drawChart(figures: Figures, columns: readonly Column[], words: Translator): Markup {
  const names = tickNames(
    columns.map(({period}) => period),
    words,
  );
  const bars = columns.map((column, i): Bar => {
    const kind = isReported(figures, i) ? "told" : isCovered(column) ? "bar" : "part";
    const value = figures.values[i] ?? null;
    return {key: column.period, value, printed: formatFigure(figures, i, words), kind, tick: names[i] ?? null};
  });
  return drawBars(bars, {title: figures.label, description: describeChart(figures, columns, words)}, words);
}

/** The names below the bars: every month up to eight, then one in three or twelve; the year where it changes. */
function tickNames(periods: readonly string[], words: Translator): (string | null)[] {
  const every = periods.length <= 8 ? 1 : periods.length <= 24 ? 3 : 12;
  return periods.map((period, i) => {
    if (i % every !== 0) return null;
    const isNewYear = crossYears(periods) && (i === 0 || yearOf(periods[i - every]!) !== yearOf(period));
    const month = shortMonth(period, words);
    return isNewYear ? `${month}\n${yearOf(period)}` : month;
  });
}
