import {html, type Markup, noMarkup} from "../markup/html.ts";

const step = 12;
const height = 22;
const margin = 3;

/**
 * What shape does a row of figures have? A line of the height of a table row.
 *
 * From lowest to highest of the row, not from zero; broken where a value is missing; a dot on the last value. It is
 * hidden from screen readers: the figures stand beside it.
 */
export function renderSpark(values: readonly (number | null)[]): Markup {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return noMarkup;
  const lowest = Math.min(...present);
  const span = Math.max(...present) - lowest;
  const width = (values.length - 1) * step + 2 * margin;
  const points = values.map((value, i) =>
    value === null ? null : ([margin + i * step, heightOf(value - lowest, span)] as const),
  );
  const last = points.findLast((point) => point !== null)!;
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><path d="${pathOf(points)}"/><circle cx="${last[0]}" cy="${last[1]}" r="2"/></svg>`;
}

function heightOf(above: number, span: number): number {
  const ratio = span === 0 ? 0.5 : above / span;
  return Math.round((height - margin - ratio * (height - 2 * margin)) * 10) / 10;
}

type Point = readonly [x: number, y: number] | null;

function pathOf(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      if (point === null) return "";
      // A value between two gaps is drawn as a point: a line of no length with round ends.
      const isStart = (points[i - 1] ?? null) === null;
      return isStart ? `M${point[0]} ${point[1]}h0` : `L${point[0]} ${point[1]}`;
    })
    .join("");
}
