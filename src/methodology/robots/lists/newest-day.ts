import {isDay} from "../../../base/period.ts";

/**
 * Which is the newest day that a text names? `YYYY-MM-DD`; null where it names none.
 *
 * Days are written 2024-04-22 or 2024/04/22, or the American way, 04/22/2024, as lists of the IAB have them.
 */
export function newestDay(text: string): string | null {
  const years = [...text.matchAll(/(?<!\d)(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)/g)].map(
    ([, year, , month, day]) => `${year}-${month}-${day}`,
  );
  const american = [...text.matchAll(/(?<![\d/])(\d{2})\/(\d{2})\/(\d{4})(?![\d/])/g)].map(
    ([, month, day, year]) => `${year}-${month}-${day}`,
  );
  return [...years, ...american].filter(isDay).sort().at(-1) ?? null;
}
