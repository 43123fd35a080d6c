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
