import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import type {Column, Figures} from "../report/report.ts";
import {formatFigure} from "./figures.ts";
import {isCovered} from "./gaps.ts";
import {html, type Markup, trusted} from "./markup.ts";
import {crossYears, shortMonth, yearOf} from "./months.ts";

const width = 320;
const height = 190;
const margins = {marginTop: 20, marginBottom: 34, marginRight: 0};
/** The most bars on which each figure still has room; with more, a scale stands at the left. */
const mostLabelled = 7;

interface Bar {
  readonly period: string;
  readonly value: number | null;
  readonly printed: string;
  readonly isPart: boolean;
}

/**
 * One measure as bars from zero, one a month, as an SVG.
 *
 * A missing value is a gap with a dash; a month that the logs cover in part is a lighter bar with a broken outline.
 * Figures stand on the bars while there is room; else on the highest, and a scale at the left. Colours are
 * left to the page's style sheet. The same figures give the same bytes.
 *
 * @param description What the chart shows, in a sentence, for those who cannot see it.
 */
export function drawChart(figures: Figures, columns: readonly Column[], description: string): Markup {
  const {document} = parseHTML("<!doctype html><html></html>");
  const bars = columns.map((column, i): Bar => {
    const value = figures.values[i] ?? null;
    return {period: column.period, value, printed: formatFigure(figures, i), isPart: !isCovered(column)};
  });
  const drawing = Plot.plot({
    document,
    width,
    height,
    ...margins,
    marginLeft: hasScale(bars) ? 52 : 0,
    ...scales(bars),
    marks: marks(bars),
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}"><title>${figures.label}</title><desc>${description}</desc>${trusted(innerMarks(drawing))}</svg>`;
}

function scales(bars: readonly Bar[]): Plot.PlotOptions {
  const periods = bars.map(({period}) => period);
  const highest = Math.max(0, ...bars.map(({value}) => value ?? 0));
  return {
    x: {type: "band", domain: periods, padding: 0.34, axis: null},
    // A row of zeros still needs a scale; its bars then have no height.
    y: {domain: [0, highest === 0 ? 1 : highest], axis: null},
  };
}

function marks(bars: readonly Bar[]): Plot.Markish[] {
  // Plot would draw a missing value as a bar of no height, so it never sees one.
  const present = bars.filter(({value}) => value !== null);
  const gaps = bars.filter(({value}) => value === null);
  return [
    ...(hasScale(bars) ? scaleMarks() : []),
    Plot.barY(
      present.filter(({isPart}) => !isPart),
      {x: "period", y: "value", className: "bar"},
    ),
    Plot.barY(
      present.filter(({isPart}) => isPart),
      {x: "period", y: "value", className: "part", insetLeft: 0.5, insetRight: 0.5},
    ),
    Plot.ruleY([0], {className: "base"}),
    Plot.text(labelled(bars), {x: "period", y: "value", text: "printed", dy: -8, className: "value"}),
    Plot.text(gaps, {x: "period", y: 0, text: "printed", dy: -8, className: "value"}),
    Plot.text(ticks(bars.map(({period}) => period)), {
      x: "period",
      y: 0,
      text: "name",
      dy: 8,
      lineAnchor: "top",
      className: "tick",
    }),
  ];
}

function hasScale(bars: readonly Bar[]): boolean {
  return bars.length > mostLabelled;
}

function scaleMarks(): Plot.Markish[] {
  return [
    Plot.gridY({ticks: 4, className: "grid", stroke: null, strokeOpacity: 1}),
    Plot.axisY({ticks: 4, tickSize: 0, label: null, className: "scale"}),
  ];
}

/** The bars whose figure is printed: all of them, or the highest where there is a scale. */
function labelled(bars: readonly Bar[]): Bar[] {
  const present = bars.filter(({value}) => value !== null);
  if (!hasScale(bars)) return present;
  const highest = Math.max(...present.map(({value}) => value!));
  return present.filter(({value}) => value === highest).slice(0, 1);
}

/** The names below the bars: every month up to eight, then one in three or twelve; the year where it changes. */
function ticks(periods: readonly string[]): {period: string; name: string}[] {
  const every = periods.length <= 8 ? 1 : periods.length <= 24 ? 3 : 12;
  const named = periods.filter((_, i) => i % every === 0);
  if (!crossYears(periods)) return named.map((period) => ({period, name: shortMonth(period)}));
  return named.map((period, i) => {
    const isNewYear = i === 0 || yearOf(named[i - 1]!) !== yearOf(period);
    return {period, name: isNewYear ? `${shortMonth(period)}\n${yearOf(period)}` : shortMonth(period)};
  });
}

/** The drawing's marks alone: no style of Plot's own, no labels that only repeat ours, short coordinates. */
function innerMarks(drawing: Element): string {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const element of drawing.querySelectorAll("*")) {
    element.removeAttribute("aria-label");
    for (const {name, value} of [...element.attributes]) element.setAttribute(name, shortNumbers(value));
  }
  return drawing.innerHTML;
}

function shortNumbers(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
