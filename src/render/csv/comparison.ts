import type {ComparedFigures, Figures, Report} from "../../report/report.ts";
import {baseTold} from "../content/comparison.ts";
import {isReported} from "../content/marks.ts";
import {wordsOf} from "../content/report-words.ts";
import type {CsvCell} from "./cell.ts";

/**
 * The rows of the comparison and of the index.
 *
 * `comparison` (first the months compared with, then a row a measure), `comparisonReported` and `comparisonReason`
 * where there are such, `change` in percent, `comparisonNote`; `index`, and `indexReason` where an index is missing, `indexNote`.
 */
export function comparisonRows(report: Report): CsvCell[][] {
  return [...comparedRows(report), ...indexRows(report)];
}

/** 1 under each value that an older report gave; no row where all were measured. */
export function reportedRows(section: string, {id, label}: Named, one: Figures | ComparedFigures): CsvCell[][] {
  const marks = one.values.map((_, i) => (isReported(one, i) ? 1 : null));
  return marks.every((mark) => mark === null) ? [] : [[section, id, label, "", ...marks]];
}

/** Why a value is missing, under it; no row where none is. */
export function reasonRows(section: string, {id, label}: Named, reasons: readonly (string | null)[]): CsvCell[][] {
  return reasons.every((reason) => reason === null) ? [] : [[section, id, label, "", ...reasons]];
}

type Named = Pick<Figures, "id" | "label">;

function comparedRows(report: Report): CsvCell[][] {
  const {measures, comparison} = report;
  if (!comparison) return [];
  const pairs = comparison.measures.flatMap((then) =>
    measures.filter(({id}) => id === then.id).map((named) => ({named, then})),
  );
  const {columns, period, title, notes} = comparison;
  const words = wordsOf(report);
  return [
    ["comparison", "months", title, "", ...columns, period],
    ...pairs.map(({named: {id, label, unit}, then}): CsvCell[] => {
      return ["comparison", id, label, words.unit(unit), ...then.values, then.total];
    }),
    ...pairs.flatMap(({named, then}) => reportedRows("comparisonReported", named, then)),
    ...pairs.flatMap(({named, then}) => reasonRows("comparisonReason", named, [...then.reasons, then.totalReason])),
    ...pairs.map(({named: {id, label}, then}) => {
      return ["change", id, label, words.t("unit.percent"), ...then.changePercent, then.totalChangePercent];
    }),
    ...notes.map((text): CsvCell[] => ["comparisonNote", "", text]),
  ];
}

function indexRows(report: Report): CsvCell[][] {
  const {measures, index} = report;
  if (!index) return [];
  const pairs = index.measures.flatMap((indexed) =>
    measures.filter(({id}) => id === indexed.id).map((named) => ({named, indexed})),
  );
  const unit = baseTold(index, wordsOf(report));
  return [
    ...pairs.map(({named: {id, label}, indexed}) => ["index", id, label, unit, ...indexed.values]),
    ...pairs.flatMap(({named, indexed}) => reasonRows("indexReason", named, indexed.reasons)),
    ...index.notes.map((text): CsvCell[] => ["indexNote", "", text]),
  ];
}
