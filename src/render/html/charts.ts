import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Report} from "../../report/report.ts";
import {drawChart} from "../charts/months.ts";
import {isCovered} from "../content/coverage.ts";
import {isReported} from "../content/marks.ts";
import {fullMonth, printedSpan} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";

/** The pictures: one chart a measure, side by side where there is room. A single month has no course to draw. */
export function chartFigures(report: Report): Markup {
  const drawn = report.measures.filter(({values}) => values.some((value) => value !== null));
  if (drawn.length === 0 || report.columns.length < 2) return noMarkup;
  return html`<div class="charts">
${drawn.map((figures) => chartFigure(report, figures))}</div>
`;
}

function chartFigure(report: Report, figures: Figures): Markup {
  const {columns, publication, timeZone} = report;
  const words = wordsOf(report);
  const span = printedSpan(
    columns.map(({period}) => period),
    words,
  );
  const caption = words.t("chart-caption", {unit: words.unit(figures.unit), span, zone: timeZone, publication});
  return html`<figure>
<h3>${figures.label}</h3>
${drawChart(figures, columns, words)}
<figcaption>${words.sentences([caption, ...lighterWords(figures, columns, words), ...outlineWords(figures, words)])}</figcaption>
</figure>
`;
}

function lighterWords(figures: Figures, columns: Report["columns"], words: Translator): string[] {
  const partly = columns.filter((column, i) => {
    return !isCovered(column) && (figures.values[i] ?? null) !== null && !isReported(figures, i);
  });
  const names = partly.map(({period, days, daysCovered}) => {
    const month = fullMonth(period, words);
    return words.t("days-of-month-covered", {month, covered: String(daysCovered), days: String(days)});
  });
  return names.length === 0 ? [] : [words.t("lighter-months", {months: words.listed(names)})];
}

function outlineWords(figures: Figures, words: Translator): string[] {
  return figures.values.some((_, i) => isReported(figures, i)) ? [words.t("in-outline")] : [];
}
