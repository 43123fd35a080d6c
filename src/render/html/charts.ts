import type {Figures, Report, ReportEvent} from "../../report/report.ts";
import {chartsCaption} from "../charts/captions.ts";
import {drawChart} from "../charts/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {anchorOf, headingLink} from "./anchors.ts";

/** In pixels: four stand beside each other. */
const size = {width: 250, height: 165};

/**
 * The pictures: one chart a measure, side by side where there is room, and one caption for all. A single month has no course to draw.
 *
 * Behind the bars stands what is compared with, and over a month the events that speak of the figure or of none.
 */
export function chartFigures(report: Report): Markup {
  const drawn = report.measures.filter(({values}) => values.some((value) => value !== null));
  if (drawn.length === 0 || report.columns.length < 2) return noMarkup;
  const events = (report.ledger?.events ?? []).filter(({measure}) => isOfAny(drawn, measure));
  return html`<div class="charts by-${acrossOf(drawn.length)}">
${drawn.map((figures) => chartFigure(report, figures, events))}</div>
<p class="caption">${chartsCaption(report, drawn, events)}</p>
`;
}

function isOfAny(drawn: readonly Figures[], measure: string | null): boolean {
  return measure === null || drawn.some(({id}) => id === measure);
}

/** How many stand in a row: four, or as many as leave none alone in the last. */
function acrossOf(count: number): number {
  if (count < 4) return count;
  return [4, 3, 5].find((across) => count % across !== 1) ?? 4;
}

function chartFigure(report: Report, figures: Figures, events: readonly ReportEvent[]): Markup {
  const {columns, comparison} = report;
  const words = wordsOf(report);
  const anchor = anchorOf("chart", figures.id);
  const then = comparison?.measures.find(({id}) => id === figures.id)?.values ?? [];
  const behind = new Map<string, number>();
  for (const [i, {period}] of columns.entries()) if (typeof then[i] === "number") behind.set(period, then[i]);
  const manner = {
    ...size,
    behind,
    namesEnds: true,
    ...(events.length === 0 ? {} : {events: markedMonths(report, figures, events)}),
  };
  return html`<figure id="${anchor}">
<h3>${headingLink(anchor, figures.label)}</h3>
<p class="unit">${words.t("in-unit", {unit: words.unit(figures.unit)})}</p>
${drawChart(figures, columns, words, manner)}
</figure>
`;
}

/** The months of the events that speak of the figure or of none. */
function markedMonths({columns}: Report, {id}: Figures, events: readonly ReportEvent[]): Set<string> {
  const own = events.filter(({measure}) => measure === null || measure === id);
  const months = columns.map(({period}) => period);
  return new Set(
    months.filter((month) => own.some(({on, until}) => on.slice(0, 7) <= month && month <= until.slice(0, 7))),
  );
}
