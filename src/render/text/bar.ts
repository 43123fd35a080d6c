const eighths = "▏▎▍▌▋▊▉█";

/**
 * A bar from zero, in blocks of a terminal: the highest value takes `width` columns, half of it takes half of them.
 *
 * A value above zero that is too small for the eighth of a column is still drawn as one.
 *
 * @param highest Of all values that are drawn below each other; nothing is drawn where it is 0.
 */
export function textBar(value: number, highest: number, width: number): string {
  if (value <= 0 || highest <= 0) return "";
  const parts = Math.max(1, Math.round(Math.min(1, value / highest) * width * 8));
  const rest = parts % 8;
  return "█".repeat(Math.floor(parts / 8)) + (rest === 0 ? "" : eighths.charAt(rest - 1));
}
