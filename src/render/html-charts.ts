import {listed} from "../base/text.ts";
import type {Figures, Report} from "../report/report.ts";
import {isCovered} from "./coverage.ts";
import {html, type Markup, nothing} from "./markup.ts";
import {drawChart} from "./month-chart.ts";
import {fullMonth, spanOf} from "./months.ts";
import {isReported} from "./reported.ts";

/** The pictures: one chart a measure, side by side where there is room. A single month has no course to draw. */
export function chartFigures(report: Report): Markup {
  const drawn = report.measures.filter(({values}) => values.some((value) => value !== null));
  if (drawn.length === 0 || report.columns.length < 2) return nothing;
  return html`<div class="charts">
${drawn.map((figures) => chartFigure(report, figures))}</div>
`;
}

function chartFigure({columns, publication, timeZone}: Report, figures: Figures): Markup {
  const span = spanOf(columns.map(({period}) => period));
  return html`<figure>
<h3>${figures.label}</h3>
${drawChart(figures, columns)}
<figcaption>In ${figures.unit}, ${span}, months in ${timeZone}. Source: server logs of ${publication}.${lighterWords(figures, columns)}${outlineWords(figures)}</figcaption>
</figure>
`;
}

function lighterWords(figures: Figures, columns: Report["columns"]): string {
  const partly = columns.filter((column, i) => {
    return !isCovered(column) && (figures.values[i] ?? null) !== null && !isReported(figures, i);
  });
  const names = partly.map(({period, days, daysCovered}) => `${fullMonth(period)}, ${daysCovered} of ${days} days`);
  if (names.length === 0) return "";
  return ` Lighter, with a broken outline: a month that the logs cover in part (${listed(names)}).`;
}

function outlineWords(figures: Figures): string {
  return figures.values.some((_, i) => isReported(figures, i)) ? " In outline: reported by an older report." : "";
}
