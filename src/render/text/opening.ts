import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {largeFigures, openingSentences} from "../content/large-figures.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paint} from "./paint.ts";
import {padEnd, padStart, widthOf, wrap} from "./wrap.ts";

/**
 * What stands above the main table: the figures that a page sets large, each with its change, and the sentence that leads.
 *
 * No letter of a terminal is larger than another: figures whose change is not known stand in the table alone.
 *
 * @param paint Null where there is no room for figures, as in a column of a newspaper.
 */
export function openingParts(report: Report, width: number, paint: Paint | null): string[][] {
  const words = wordsOf(report);
  const {doubts, lead, beside} = openingSentences(report);
  const said = (sentences: readonly string[]): string[] => wrap(visible(words.sentences(sentences)), width);
  return [
    said(doubts),
    paint === null ? [] : changeLines(report, width, paint),
    said([...(lead === null ? [] : [lead]), ...beside]),
  ];
}

/** The sentences of the summary that do not lead. */
export function summaryLines(report: Report, width: number): string[] {
  return wrap(visible(wordsOf(report).sentences(openingSentences(report).rest)), width);
}

function changeLines(report: Report, width: number, paint: Paint): string[] {
  const words = wordsOf(report);
  const rows = largeFigures(report).flatMap(({figures, value, of, move}) => {
    if (move === null) return [];
    const before = words.t("label-and-text", {label: move.beforeOf, text: move.before});
    return [[figures.label, value, of, move.change, before].map(visible)];
  });
  const widest = (at: number) => Math.max(0, ...rows.map((row) => widthOf(row[at]!)));
  return rows.flatMap(([label = "", value = "", of = "", change = "", before = ""]) => {
    const start = `${padEnd(label, widest(0))}  ${padStart(value, widest(1))}  ${padEnd(of, widest(2))}  `;
    const line = `${start}${paint.strong(padStart(change, widest(3)))}  ${before}`;
    const isWithin = widthOf(start) + widest(3) + 2 + widthOf(before) <= width;
    // Long names have the rest of the row below them.
    return isWithin ? [line] : wrap([label, value, of, change, before].join("  "), width, {first: "", rest: "  "});
  });
}
