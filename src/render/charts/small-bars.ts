import {html, type Markup} from "../markup/html.ts";

/** Columns and rows of each drawing, in pixels. */
const sizes = {plan: {width: 100, height: 11}, range: {width: 140, height: 9}, share: {width: 56, height: 7}};

/**
 * How much of a target is there? A bar from zero for the latest value, and a mark where the target is.
 *
 * It is hidden from screen readers: the figures stand beside it.
 *
 * @param ratio Of the target, 0 or more; above 1 the bar goes beyond the mark.
 */
export function renderPlanBar(ratio: number): Markup {
  const {width, height} = sizes.plan;
  const scale = (width - 2) / Math.max(1, ratio);
  const [latest, target] = [ratio, 1].map((value) => Math.round(value * scale * 10) / 10);
  return html`<svg class="plan" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><rect y="2" width="${latest!}" height="7"/><rect class="target" x="${target!}" width="2" height="${height}"/></svg>`;
}

/**
 * Where is a figure between the least and the greatest that it would be? A line from zero, a bar over the range, a mark
 * at the figure.
 *
 * It is hidden from screen readers: the figures stand beside it.
 */
export function renderRangeBar({low, value, high}: {low: number; value: number; high: number}): Markup {
  const {width, height} = sizes.range;
  const scale = (one: number): number => (high <= 0 ? 0 : Math.round((one / high) * (width - 2) * 10) / 10);
  const [from, at, until] = [scale(low), scale(value), scale(high)];
  return html`<svg class="range" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><line x1="0" x2="${width}" y1="4.5" y2="4.5"/><rect x="${from}" y="2" width="${Math.max(1, until - from)}" height="5"/><rect class="at" x="${at}" y="0" width="2" height="9"/></svg>`;
}

/**
 * How large is a share beside the others of its column? A thin bar from zero.
 *
 * It is hidden from screen readers: the figure stands beside it.
 *
 * @param highest The largest share that is drawn in the column, which takes the whole width.
 */
export function renderShareBar(value: number | null, highest: number): Markup {
  const {width, height} = sizes.share;
  const ratio = value === null || highest <= 0 ? 0 : Math.min(1, Math.max(0, value / highest));
  const length = Math.round(ratio * width * 10) / 10;
  return html`<svg class="share" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><rect width="${length}" height="${height}"/></svg>`;
}
