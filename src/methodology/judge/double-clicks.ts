import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import {type RulePeriod, stretchesOf} from "../rule-periods.ts";
import {countedRank} from "../rules/rank.ts";

/** More seconds than any double click takes: so much of the time after a month is looked at. */
export const mostClickSeconds = 900;

/** Does the methodology tell paths apart, where others know documents alone? */
export function isByPath(methodology: Methodology): boolean {
  return (
    methodology.measures.includes("unique-item-requests") ||
    stretchesOf(methodology).some((one) => one.doubleClicks !== null)
  );
}

/**
 * Finds the last of each chain of clicks: lets `given-verdict-clicks` join with `kept_click` and `clicked_month`.
 *
 * @param engine With `first_rank` kept with numbers, and `heavy` found.
 */
export async function findDoubleClicks(engine: QueryEngine, rulePeriods: readonly RulePeriod[]): Promise<void> {
  const clicked = await engine.table("clicked_month");
  (await engine.table("kept_click")).close();
  for (const {methodology, months} of rulePeriods) {
    if (methodology.doubleClicks === null) continue;
    clicked.add(months.map((month) => [`${month}-01`, 1]));
    const {seconds} = methodology.doubleClicks;
    const width = seconds + 1;
    await engine.keep("click_window", "click-windows", {width, counted: countedRank});
    const span = {from: `${months[0]}-01`, until: `${months.at(-1)}-01`};
    await engine.extend("kept_click", "kept-clicks", {width, seconds, ...span});
  }
  clicked.close();
}
