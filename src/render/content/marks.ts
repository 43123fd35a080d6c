import type {Figures, Report} from "../../report/report.ts";

/** The mark behind a value that an older report gave: it hangs there, so that figures still align. */
export const reportedMark = "ʳ";

/** Was the value of a column taken from an older report? A missing value was taken from nowhere. */
export function isReported({values, reported}: Pick<Figures, "values" | "reported">, column: number): boolean {
  return (reported[column] ?? false) && (values[column] ?? null) !== null;
}

/** The mark behind a value that is not what was published; the note of its measure has both. */
export const restatedMark = "*";

/** Is the value of a column not what was published of it? */
export function isRestated({restated}: Pick<Report, "restated">, {id}: Pick<Figures, "id">, month: string): boolean {
  return restated.some((one) => one.id === id && one.period === month);
}

/** The mark behind a value in the main table; "" for most. */
export function cellMark(report: Report, figures: Figures, column: number): string {
  if (isReported(figures, column)) return reportedMark;
  return isRestated(report, figures, report.columns[column]!.period) ? restatedMark : "";
}

function hasReported(figures: Pick<Figures, "values" | "reported">): boolean {
  return figures.values.some((_, i) => isReported(figures, i));
}

/** Below which table does the mark have to be explained? Once, below the first that carries it. */
export function explainsReportedIn({measures, comparison}: Report): "figures" | "comparison" | null {
  if (measures.some(hasReported)) return "figures";
  return comparison?.measures.some(hasReported) ? "comparison" : null;
}
