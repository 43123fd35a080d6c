import {html, type Markup} from "../markup/html.ts";

const width = 140;
const height = 9;

/**
 * Where is a figure between the least and the greatest that it would be? A line from zero, a bar over the range, a mark
 * at the figure.
 *
 * It is hidden from screen readers: the figures stand beside it.
 */
export function renderRangeBar({low, value, high}: {low: number; value: number; high: number}): Markup {
  const scale = (one: number): number => (high <= 0 ? 0 : Math.round((one / high) * (width - 2) * 10) / 10);
  const [from, at, until] = [scale(low), scale(value), scale(high)];
  return html`<svg class="range" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><line x1="0" x2="${width}" y1="4.5" y2="4.5"/><rect x="${from}" y="2" width="${Math.max(1, until - from)}" height="5"/><rect class="at" x="${at}" y="0" width="2" height="9"/></svg>`;
}
