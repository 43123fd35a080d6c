import type {Engine, Row} from "../engine/contract.ts";
import type {Measure} from "./measure.ts";
import {monthOf} from "./months.ts";

/** A figure for each month, or why there is none; in step with the months asked for. */
export interface MonthFigures {
  readonly values: readonly (number | null)[];
  readonly reasons: readonly (string | null)[];
  /** Requests of each month that the figure could not take in, because nothing was recorded. */
  readonly unrecorded: readonly number[];
}

/**
 * What is the measure in each month?
 *
 * @param engine With `request` judged for these months.
 * @param months `YYYY-MM`.
 * @param daysCovered In step with the months.
 */
export async function measureMonths(
  measure: Measure,
  engine: Engine,
  months: readonly string[],
  daysCovered: readonly number[],
): Promise<MonthFigures> {
  const answers = new Map<string, Row>();
  for (const row of await engine.ask(measure.question)) answers.set(monthOf(row), row);
  const figures = months.map((month, index) => figureOf(measure, answers.get(month), daysCovered[index]!));
  return {
    values: figures.map(({value}) => value),
    reasons: figures.map(({reason}) => reason),
    unrecorded: months.map((month) => Number(answers.get(month)?.["unrecorded"] ?? 0)),
  };
}

interface Figure {
  readonly value: number | null;
  readonly reason: string | null;
}

function figureOf(measure: Measure, answer: Row | undefined, daysCovered: number): Figure {
  if (daysCovered === 0) return {value: null, reason: "no logs for this month"};
  // Logs were read and no request was left: that is a count of none.
  if (!answer) return {value: 0, reason: null};
  const value = answer["value"];
  if (typeof value !== "number") return {value: null, reason: measure.unrecorded};
  return {value: measure.figure({value, daysCovered}), reason: null};
}
