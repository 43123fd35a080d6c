import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom/worker";
import type {Translator} from "../../base/words/translator.ts";
import {type Bar, endBars, hasScale, labelledBars} from "../content/bars.ts";
import {html, type Markup, trusted} from "../markup/html.ts";
import {innerMarks} from "./svg.ts";

/** Of a drawing, in pixels of 11-pixel letters. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const usualSize: ChartSize = {width: 320, height: 190};
const margins = {marginBottom: 34, marginRight: 0};
const [plainTop, eventTop] = [20, 40];

/** How it is drawn, and with what beside the bars. */
export interface ChartManner extends Partial<ChartSize> {
  /** What a bar is set before, by its key: drawn as an outline behind it. */
  readonly behind?: ReadonlyMap<string, number>;
  /** Keys of the bars over which an event is marked. */
  readonly events?: ReadonlySet<string>;
  /** Is only the last figure printed, and the highest? */
  readonly namesEnds?: boolean;
}

/** What a chart is called, and what it shows, in a sentence, for those who cannot see it. */
export interface ChartWords {
  readonly title: string;
  readonly description: string;
}

/**
 * Bars from zero as an SVG.
 *
 * A missing value is a gap with a dash. Figures stand on the bars while there is room; else on the highest, and a scale
 * where lines begin. Colours are left to the page's style sheet. The same bars give the same bytes.
 */
export function drawBars(
  given: readonly Bar[],
  {title, description}: ChartWords,
  words: Translator,
  {width = usualSize.width, height = usualSize.height, ...manner}: ChartManner = {},
): Markup {
  const isFromRight = words.language.direction === "rtl";
  // The course of a figure runs as the columns of the tables do.
  const bars = isFromRight ? given.toReversed() : given;
  const named = manner.namesEnds === true ? endBars(given) : labelledBars(given);
  const {document} = parseHTML("<!doctype html><html></html>");
  const drawing = Plot.plot({
    document,
    width,
    height,
    ...margins,
    marginTop: manner.events === undefined ? plainTop : eventTop,
    [isFromRight ? "marginRight" : "marginLeft"]: hasScale(bars) ? 52 : 0,
    ...scales(bars, manner),
    marks: marks(bars, named, manner, words),
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}"><title>${title}</title><desc>${description}</desc>${trusted(innerMarks(drawing))}</svg>`;
}

function scales(bars: readonly Bar[], {behind}: ChartManner): Plot.PlotOptions {
  const highest = Math.max(0, ...bars.map(({value}) => value ?? 0), ...(behind?.values() ?? []));
  return {
    x: {type: "band", domain: bars.map(({key}) => key), padding: 0.34, axis: null},
    // A row of zeros still needs a scale; its bars then have no height.
    y: {domain: [0, highest === 0 ? 1 : highest], axis: null},
  };
}

function marks(
  bars: readonly Bar[],
  labelled: readonly Bar[],
  {behind, events}: ChartManner,
  words: Translator,
): Plot.Markish[] {
  // Plot would draw a missing value as a bar of no height, so it never sees one.
  const present = bars.filter(({value}) => value !== null);
  const gaps = bars.filter(({value}) => value === null);
  const named = bars.filter(({tick}) => tick !== null);
  const barsOf = (wanted: Bar["kind"], insets: Plot.BarYOptions = {}) =>
    Plot.barY(
      present.filter(({kind}) => kind === wanted),
      {x: "key", y: "value", className: wanted, ...insets},
    );
  return [
    ...(hasScale(bars) ? scaleMarks(words) : []),
    Plot.barY(
      [...(behind ?? [])].map(([key, value]) => ({key, value})),
      {x: "key", y: "value", className: "then", insetLeft: -3, insetRight: -3},
    ),
    barsOf("bar"),
    barsOf("part", {insetLeft: 0.5, insetRight: 0.5}),
    barsOf("told", {insetLeft: 0.5, insetRight: 0.5}),
    Plot.ruleY([0], {className: "base"}),
    Plot.text(labelled, {x: "key", y: "value", text: "printed", dy: -8, className: "value"}),
    Plot.text(gaps, {x: "key", y: 0, text: "printed", dy: -8, className: "value"}),
    Plot.text(named, {x: "key", y: 0, text: "tick", dy: 8, lineAnchor: "top", className: "tick"}),
    Plot.text(
      bars.filter(({key}) => events?.has(key)),
      {x: "key", frameAnchor: "top", dy: -30, text: () => "▼", className: "event"},
    ),
  ];
}

function scaleMarks(words: Translator): Plot.Markish[] {
  const anchor = words.language.direction === "rtl" ? "right" : "left";
  const tickFormat = (tick: number): string => words.number(tick, String(tick).split(".")[1]?.length ?? 0);
  return [
    Plot.gridY({ticks: 4, className: "grid", stroke: null, strokeOpacity: 1}),
    Plot.axisY({ticks: 4, tickSize: 0, label: null, className: "scale", anchor, tickFormat}),
  ];
}
