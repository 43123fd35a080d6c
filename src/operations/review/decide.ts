import {UserError} from "../../base/error.ts";
import {daysOfMonth} from "../../base/period.ts";
import {joinAnd} from "../../base/text.ts";
import {afterDecisions, type Review, type ReviewDecision, type ReviewWave} from "../../report/review.ts";
import {type Days, decidedDays} from "../../report/review-days.ts";
import type {DecisionPen, Made} from "./record.ts";
import type {Surveyed} from "./survey.ts";

/** What a person decides, of one client or of several at once. */
export interface Verdict {
  /** As the review writes the clients. */
  readonly entries: readonly string[];
  readonly decision: ReviewDecision;
  /** May be empty for `later` alone. */
  readonly reason: string;
  /** The wave that these are all undecided clients of: where one entry says it, that is what is written. */
  readonly wave?: ReviewWave | null;
}

/** Rows that are to be written of a decision, and the days for which it holds. */
export interface PlannedVerdict {
  readonly rows: readonly Made[];
  readonly days: Days;
}

/**
 * Which rows does a decision take? One for each client; of a wave one alone, where an entry says it and it is no reader.
 *
 * @throws {UserError} DECISIONS_REFUSED where every month is closed, a client is not listed, or there is no reason
 */
export function planVerdict(
  {review, closed}: Surveyed,
  {entries, decision, reason, wave = null}: Verdict,
): PlannedVerdict {
  const days = decidedDays(review.months, closed);
  if (days === null) {
    const help = "leave it: the figures of closed months stay as they are";
    throw new UserError("DECISIONS_REFUSED", `${joinAnd(review.months)} is closed`, help, review.period);
  }
  if (reason.trim() === "" && decision !== "later") {
    throw new UserError("DECISIONS_REFUSED", "there is no reason", "say why, in a few words", {field: "reason"});
  }
  const listed = new Set(review.clients.map(({entry}) => entry));
  const stranger = entries.find((entry) => !listed.has(entry));
  if (stranger !== undefined) {
    const what = `the client is not among those to be looked at in ${review.title}`;
    throw new UserError("DECISIONS_REFUSED", what, "name one that is listed", stranger);
  }
  const entry = wave?.entry ?? null;
  if (wave && entry !== null && (decision === "robot" || decision === "developer")) {
    const ofWave = daysOfWave(wave, days);
    if (ofWave !== null) return {rows: [{entry, decision, reason, ...ofWave}], days: ofWave};
  }
  return {rows: entries.map((one) => ({entry: one, decision, reason, ...days})), days};
}

/** From the wave's first day to the end of its month, as far as the days of the decision go; null where that is nothing. */
function daysOfWave({from}: ReviewWave, days: Days): Days | null {
  const last = daysOfMonth(from.slice(0, 7)).at(-1)!;
  const begin = days.from !== null && days.from > from ? days.from : from;
  const end = days.until !== null && days.until < last ? days.until : last;
  return begin > end ? null : {from: begin, until: end};
}

/**
 * Writes a decision down, all of its rows or none, and works out what the review is with it.
 *
 * @throws {UserError} as {@link planVerdict} and {@link DecisionPen}
 */
export async function decideAbout(
  surveyed: Surveyed,
  verdict: Verdict,
  pen: DecisionPen,
): Promise<{readonly review: Review; readonly days: Days; readonly rows: readonly Made[]}> {
  const {rows, days} = planVerdict(surveyed, verdict);
  await pen.write(rows);
  const {decision, reason, entries} = verdict;
  const made = {decision, reason, by: pen.by, on: "", ...days};
  return {review: afterDecisions(surveyed.review, new Map(entries.map((entry) => [entry, made]))), days, rows};
}
