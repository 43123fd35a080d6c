import {html, type Markup} from "../markup/html.ts";

const width = 100;
const height = 11;

/**
 * How much of a target is there? A bar from zero for the latest value, and a mark where the target is.
 *
 * It is hidden from screen readers: the figures stand beside it.
 *
 * @param ratio Of the target, 0 or more; above 1 the bar goes beyond the mark.
 */
export function renderPlanBar(ratio: number): Markup {
  const scale = (width - 2) / Math.max(1, ratio);
  const [latest, target] = [ratio, 1].map((value) => Math.round(value * scale * 10) / 10);
  return html`<svg class="plan" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><rect y="2" width="${latest!}" height="7"/><rect class="target" x="${target!}" width="2" height="${height}"/></svg>`;
}
