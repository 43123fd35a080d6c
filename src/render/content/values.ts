import type {UnitData} from "../../base/words/message.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Figures} from "../../report/report.ts";
import {isPercent} from "../../report/unit.ts";

/** How a figure is printed: digits after the point, and a sign where its unit is a percentage. */
export interface Print {
  readonly decimals: number;
  /** Null or left out for a bare number. */
  readonly unit?: UnitData | null;
}

/** A value as printed, a dash where there is none. */
export function formatValue(value: number | null, {decimals, unit = null}: Print, words: Translator): string {
  if (value === null) return "–";
  if (unit === null || !isPercent(unit)) return words.number(value, decimals);
  const isShare = decimals === 1 && value >= 0 && value <= 100;
  return isShare ? words.share(value / 100) : words.t("percent", {number: words.number(value, decimals)});
}

/** The figure of a column as printed, a dash where there is none. */
export function formatFigure(figures: Print & Pick<Figures, "values">, column: number, words: Translator): string {
  return formatValue(figures.values[column] ?? null, figures, words);
}

/** The figure of the whole period as printed, a dash where there is none. */
export function formatTotal(figures: Print & Pick<Figures, "total">, words: Translator): string {
  return formatValue(figures.total, figures, words);
}
