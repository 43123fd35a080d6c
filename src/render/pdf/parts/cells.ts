import type {Translator} from "../../../base/words/translator.ts";
import type {Report} from "../../../report/report.ts";
import {explainsReportedIn} from "../../content/marks.ts";
import {crossYears, shortMonth, yearOf} from "../../content/months.ts";
import {wordsOf} from "../../content/report-words.ts";
import {totalName} from "../../content/totals.ts";
import type {NoteMark, PdfBlock, PdfCell, PdfColumn} from "../document.ts";

/** A column of figures under a head of words. */
export function figureColumn(text: string): PdfColumn {
  return {kind: "figure", head: {text}};
}

/** The column of what a row is called. */
export function labelColumn(text: string): PdfColumn {
  return {kind: "label", head: {text}};
}

/**
 * A column a month, with the year where there are several.
 *
 * @param notesOf The numbers of the notes that stand beside a month's name.
 */
export function monthColumns(
  periods: readonly string[],
  words: Translator,
  notesOf: (period: string) => readonly number[] = () => [],
): PdfColumn[] {
  return periods.map((period) => {
    const head = {text: shortMonth(period, words), ...(crossYears(periods) ? {more: yearOf(period)} : {})};
    return {kind: "figure", head: {...head, notes: marked(notesOf(period))}};
  });
}

/** The column of the whole period. */
export function totalColumn({columns}: Pick<Report, "columns">, words: Translator): PdfColumn {
  const periods = columns.map(({period}) => period);
  return {kind: "total", head: {text: totalName(periods, words)}};
}

/** Numbers of notes; where each stands first is found out when all is laid out. */
export function marked(marks: readonly number[]): NoteMark[] {
  return marks.map((mark) => ({mark}));
}

/** Cells with nothing but text. */
export function plainCells(texts: readonly string[]): PdfCell[] {
  return texts.map((text) => ({text}));
}

/** What the mark of a reported value means, where it is explained below this table. */
export function reportedMeaning(report: Report, below: "figures" | "comparison"): string[] {
  if (explainsReportedIn(report) !== below) return [];
  const words = wordsOf(report);
  return [words.t("label-and-text", {label: "r", text: words.t("reported-means")})];
}

/** Sentences below a table; nothing where there are none. */
export function reasonsBelow(items: readonly string[]): PdfBlock[] {
  return items.length === 0 ? [] : [{kind: "reasons", items}];
}
