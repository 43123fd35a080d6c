import {formatNumber, formatPercent} from "../base/number.ts";
import type {Figures} from "../report/report.ts";

/** How a figure is printed: digits after the point, and a sign where its unit is a percentage. */
interface Print {
  readonly unit: string;
  readonly decimals: number;
}

/** Is the unit a share of a whole, from 0 to 100? `percent`, `percent of readers`. */
export function isPercent(unit: string): boolean {
  return /^percent\b/.test(unit);
}

/** A value as printed, a dash where there is none. */
export function formatValue(value: number | null, {unit, decimals}: Print): string {
  if (value === null) return "–";
  if (!isPercent(unit)) return formatNumber(value, decimals);
  const isShare = decimals === 1 && value >= 0 && value <= 100;
  return isShare ? formatPercent(value / 100) : `${formatNumber(value, decimals)}%`;
}

/** The figure of a column as printed, a dash where there is none. */
export function formatFigure(figures: Print & Pick<Figures, "values">, column: number): string {
  return formatValue(figures.values[column] ?? null, figures);
}

/** The figure of the whole period as printed, a dash where there is none. */
export function formatTotal(figures: Print & Pick<Figures, "total">): string {
  return formatValue(figures.total, figures);
}
