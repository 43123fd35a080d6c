const bars = "▁▂▃▄▅▆▇█";

/**
 * What shape does a row of figures have?
 *
 * One character a value, lowest to highest of the row; a dot in the middle of the line where a value is missing. It
 * shows the course only: the lowest bar is the lowest value, not zero.
 */
export function sparkLine(values: readonly (number | null)[]): string {
  const present = values.filter((value) => value !== null);
  const lowest = Math.min(...present);
  const span = Math.max(...present) - lowest;
  return values.map((value) => (value === null ? "·" : barFor(value - lowest, span))).join("");
}

function barFor(above: number, span: number): string {
  // A row that never changes lies in the middle, neither low nor high.
  return bars.charAt(span === 0 ? 3 : Math.round((above / span) * 7));
}

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
