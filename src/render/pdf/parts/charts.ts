import type {Translator} from "../../../base/words/translator.ts";
import type {Report, Table} from "../../../report/report.ts";
import {chartCaption, describeChart, tableCaption} from "../../charts/captions.ts";
import {type Bar, cycleBars, describeCycle, hasScale, labelledBars, monthBars} from "../../content/bars.ts";
import {wordsOf} from "../../content/report-words.ts";
import type {PdfBlock, PdfChart} from "../document.ts";
import {rounded} from "./figures.ts";

/** The longest figures over bars, in letters, of which four charts have room beside each other. */
const mostPrinted = 5;

/** One chart a measure; a single month has no course to draw. */
export function setCharts(report: Report): PdfBlock[] {
  const words = wordsOf(report);
  const drawn = report.measures.filter(({values}) => values.some((value) => value !== null));
  if (drawn.length === 0 || report.columns.length < 2) return [];
  const charts = drawn.map(
    (figures): PdfChart => ({
      ...barsOf(monthBars(figures, report.columns, words), words),
      id: figures.id,
      title: figures.label,
      alt: describeChart(figures, report.columns, words),
      caption: chartCaption(report, figures),
    }),
  );
  return [
    {kind: "section", text: words.t("section.courses")},
    {kind: "beside", columns: acrossOf(charts), parts: charts.map((chart) => [chart])},
  ];
}

/** How many stand beside each other, so that none is left alone in the last row. */
function acrossOf(charts: readonly PdfChart[]): number {
  const isShort = charts.every(
    ({bars}) => bars.length <= 6 && bars.every(({printed}) => (printed ?? "").length <= mostPrinted),
  );
  if (charts.length < 4) return Math.max(2, charts.length);
  return isShort && charts.length % 3 === 1 ? 4 : 3;
}

/** The first column of a cycle. */
export function setCycle(table: Table, report: Report): PdfChart {
  const words = wordsOf(report);
  return {
    ...barsOf(cycleBars(table, words), words),
    id: table.id,
    title: null,
    alt: describeCycle(table, words),
    caption: tableCaption(table, report, words),
  };
}

function barsOf(bars: readonly Bar[], words: Translator): Pick<PdfChart, "kind" | "bars" | "scale"> {
  const highest = Math.max(0, ...bars.map(({value}) => value ?? 0));
  const whole = highest === 0 ? 1 : highest;
  const labelled = new Set(labelledBars(bars));
  return {
    kind: "chart",
    bars: bars.map((bar) => ({
      part: bar.value === null ? null : rounded(bar.value / whole),
      printed: labelled.has(bar) || bar.value === null ? bar.printed : null,
      kind: bar.kind,
      tick: (bar.tick ?? "").split("\n"),
    })),
    scale: hasScale(bars) ? scaleOf(whole, words) : [],
  };
}

/** Round values from zero, about four. */
function scaleOf(highest: number, words: Translator): PdfChart["scale"] {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({length: Math.floor(highest / step + 1e-9) + 1}, (_, i) => i * step);
  return ticks.map((tick) => ({part: rounded(tick / highest), text: words.number(tick, decimals)}));
}
