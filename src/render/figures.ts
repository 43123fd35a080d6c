import {formatNumber} from "../base/number.ts";
import type {Column, Figures} from "../report/report.ts";
import {isCovered} from "./gaps.ts";

/** The figure of a column as printed, a dash where there is none. */
export function formatFigure({values, decimals}: Figures, column: number): string {
  const value = values[column] ?? null;
  return value === null ? "–" : formatNumber(value, decimals);
}

/** `31` for a month that the logs cover whole, `7/31` for one they cover in part. */
export function formatCoverage(column: Column): string {
  return isCovered(column) ? String(column.days) : `${column.daysCovered}/${column.days}`;
}
