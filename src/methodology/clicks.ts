import type {Engine} from "../engine/contract.ts";
import type {Methodology} from "./methodology.ts";
import {countedRank} from "./rank.ts";

/** More seconds than any double click takes: so much of the time after a month is looked at. */
export const mostClickSeconds = 900;

/** Does the methodology tell paths apart, where others know documents alone? */
export function isByPath({doubleClicks, measures}: Methodology): boolean {
  return doubleClicks !== null || measures.includes("unique-item-requests");
}

/**
 * Finds the last of each chain of clicks: lets `given-verdict-clicks` join with `kept_click` and `clicked_month`.
 *
 * @param engine With `screened` kept with numbers, and `heavy` found.
 * @param months `YYYY-MM`, in order.
 */
export async function findDoubleClicks(
  engine: Engine,
  {doubleClicks}: Methodology,
  months: readonly string[],
): Promise<void> {
  const clicked = await engine.table("clicked_month", {month: "date", is_clicked: "integer"});
  if (doubleClicks !== null) clicked.add(months.map((month) => [`${month}-01`, 1]));
  clicked.close();
  if (doubleClicks === null) {
    (await engine.table("kept_click", {number: "bigint", is_kept: "integer"})).close();
    return;
  }
  const {seconds} = doubleClicks;
  const width = seconds + 1;
  await engine.keep("press", "press", {width, counted: countedRank});
  const span = {from: `${months[0]}-01`, until: `${months.at(-1)}-01`};
  await engine.keep("kept_click", "kept-clicks", {width, seconds, ...span});
}
