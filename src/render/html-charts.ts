import {listed} from "../base/text.ts";
import type {Figures, Report} from "../report/report.ts";
import {drawChart} from "./chart.ts";
import {describeChart} from "./chart-words.ts";
import {isCovered} from "./gaps.ts";
import {html, type Markup, nothing} from "./markup.ts";
import {fullMonth, spanOf} from "./months.ts";

/** The pictures: one chart a measure, side by side where there is room. */
export function chartFigures(report: Report): Markup {
  return html`<div class="charts">
${report.measures.map((figures) => chartFigure(report, figures))}</div>
`;
}

function chartFigure({columns, publication, timeZone}: Report, figures: Figures): Markup {
  const span = spanOf(columns.map(({period}) => period));
  const partly = columns.filter((column, i) => !isCovered(column) && (figures.values[i] ?? null) !== null);
  const names = partly.map(({period, days, daysCovered}) => `${fullMonth(period)}, ${daysCovered} of ${days} days`);
  const lighter =
    names.length === 0
      ? nothing
      : html` Lighter, with a broken outline: a month that the logs cover in part (${listed(names)}).`;
  return html`<figure>
<h3>${figures.label}</h3>
${drawChart(figures, columns, describeChart(figures, columns))}
<figcaption>In ${figures.unit}, ${span}, months in ${timeZone}. Source: server logs of ${publication}.${lighter}</figcaption>
</figure>
`;
}
