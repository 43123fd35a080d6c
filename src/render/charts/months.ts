import type {Translator} from "../../base/words/translator.ts";
import type {Column, Figures} from "../../report/report.ts";
import {monthBars} from "../content/bars.ts";
import type {Markup} from "../markup/html.ts";
import {type ChartManner, drawBars} from "./bars.ts";
import {describeChart} from "./captions.ts";

/** One measure as bars from zero, one a month, as an SVG. */
export function drawChart(
  figures: Figures,
  columns: readonly Column[],
  words: Translator,
  manner?: ChartManner,
): Markup {
  const description = describeChart(figures, columns, words);
  return drawBars(monthBars(figures, columns, words), {title: figures.label, description}, words, manner);
}
