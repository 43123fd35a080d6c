import {html, type Markup} from "../markup/html.ts";

const width = 56;
const height = 7;

/**
 * How large is a share beside the others of its column? A thin bar from zero.
 *
 * It is hidden from screen readers: the figure stands beside it.
 *
 * @param highest The largest share that is drawn in the column, which takes the whole width.
 */
export function renderShareBar(value: number | null, highest: number): Markup {
  const ratio = value === null || highest <= 0 ? 0 : Math.min(1, Math.max(0, value / highest));
  const length = Math.round(ratio * width * 10) / 10;
  return html`<svg class="share" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><rect width="${length}" height="${height}"/></svg>`;
}
