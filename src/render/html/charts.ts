import type {Figures, Report} from "../../report/report.ts";
import {chartCaption} from "../charts/captions.ts";
import {drawChart} from "../charts/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {anchorOf, headingLink} from "./anchors.ts";

/** The pictures: one chart a measure, side by side where there is room. A single month has no course to draw. */
export function chartFigures(report: Report): Markup {
  const drawn = report.measures.filter(({values}) => values.some((value) => value !== null));
  if (drawn.length === 0 || report.columns.length < 2) return noMarkup;
  return html`<div class="charts">
${drawn.map((figures) => chartFigure(report, figures))}</div>
`;
}

function chartFigure(report: Report, figures: Figures): Markup {
  const words = wordsOf(report);
  const anchor = anchorOf("chart", figures.id);
  return html`<figure id="${anchor}">
<h3>${headingLink(anchor, figures.label)}</h3>
${drawChart(figures, report.columns, words)}
<figcaption>${chartCaption(report, figures)}</figcaption>
</figure>
`;
}
