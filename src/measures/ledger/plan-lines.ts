import {addMonths} from "../../base/period.ts";
import {type Message, message, type Wording} from "../../base/words/message.ts";
import type {PlanRow} from "../../ledger/rows.ts";
import type {BookMeasure} from "./book-measure.ts";
import {monthOfDay} from "./book-months.ts";
import type {LedgerSource} from "./ledger-survey.ts";
import {inOrder} from "./order.ts";
import {leastMonths, trendOf} from "./trend.ts";

/** A target of the plan, and how far it is. */
export interface PlanLine {
  readonly measure: string;
  /** Of a measure of the books; null for others, which the report knows. */
  readonly label: Wording | null;
  /** `YYYY-MM-DD`: by when. */
  readonly on: string;
  readonly target: number;
  /** The latest monthly value; null where there is none in twelve months. */
  readonly actual: number | null;
  /** `YYYY-MM`: of the value. */
  readonly actualMonth: string | null;
  /** Why there is no value; null where there is one. */
  readonly actualReason: Wording | null;
  /** Of the target, 1 for all of it; null where there is no value, or the target is 0. */
  readonly ratio: number | null;
  readonly isMet: boolean;
  /** By what the value has to be multiplied in a year, to be there in time. */
  readonly growthNeeded: number | null;
  readonly growthReason: Wording | null;
  /** `YYYY-MM`: when the present trend gets there. */
  readonly trendMonth: string | null;
  readonly trendReason: Wording | null;
}

/** As many months are looked at for the latest value, and for the trend. */
export const trendMonths = 12;

/** A hundred years: what takes longer is not to be had this way. */
const mostMonths = 1200;

/** How far is each target, what growth does it need, and when does the present trend get there? */
export function planLines({ledger, asked}: LedgerSource, measures: readonly BookMeasure[]): PlanLine[] {
  const rows = inOrder(
    ledger.plan,
    ({measure}) => measure,
    ({on}) => on,
    ({target}) => String(target),
  );
  const last = asked.period.months.at(-1)!;
  return rows.map((row) => {
    const own = measures.find(({id}) => id === row.measure);
    const valueIn = own ? (month: string) => own.figure([month]).value : asked.figuresOf(row.measure);
    const months = Array.from({length: trendMonths}, (_, index) => addMonths(last, -index));
    const points = months.flatMap((month) => {
      const value = valueIn(month);
      return value === null ? [] : [{month, value}];
    });
    return lineOf(row, own ?? null, points);
  });
}

interface Point {
  readonly month: string;
  readonly value: number;
}

/** @param points The latest first. */
function lineOf({measure, on, target}: PlanRow, own: BookMeasure | null, points: readonly Point[]): PlanLine {
  const given = {measure, label: own?.label ?? null, on, target};
  const [latest] = points;
  if (!latest) {
    const reason = message("no-value-in-months", {months: String(trendMonths)});
    const reasons = {actualReason: reason, growthReason: reason, trendReason: reason};
    const nothing = {actual: null, actualMonth: null, ratio: null, growthNeeded: null, trendMonth: null};
    return {...given, ...nothing, ...reasons, isMet: false};
  }
  const isLess = own?.better === "less";
  const isMet = isLess ? latest.value <= target : latest.value >= target;
  const growth = isMet ? message("met") : growthTo(target, monthOfDay(on), latest);
  const trend = isMet ? message("met") : monthsTo(target, isLess, points, latest);
  return {
    ...given,
    actual: latest.value,
    actualMonth: latest.month,
    actualReason: null,
    ratio: target === 0 ? null : latest.value / target,
    isMet,
    growthNeeded: typeof growth === "number" ? growth : null,
    growthReason: typeof growth === "number" ? null : growth,
    trendMonth: typeof trend === "number" ? addMonths(latest.month, trend) : null,
    trendReason: typeof trend === "number" ? null : trend,
  };
}

/** The growth a year, or why there is none. */
function growthTo(target: number, by: string, {month, value}: Point): number | Message {
  const months = monthsBetween(month, by);
  if (months <= 0) return message("day-has-passed");
  if (value <= 0 || target <= 0) return message("no-growth-with-zero");
  return (target / value) ** (12 / months);
}

/** In how many months the trend is there, or why it is not. */
function monthsTo(target: number, isLess: boolean, points: readonly Point[], latest: Point): number | Message {
  const trend = trendOf(points.map(({month, value}) => ({at: monthsBetween(latest.month, month), value})));
  if (trend === null) return message("trend-needs-values", {values: String(leastMonths)});
  if (target <= 0) return message("not-at-this-rate");
  const isRightWay = isLess ? trend.slope < 0 : trend.slope > 0;
  // An exact number of months comes out a little above it at times.
  const months = Math.ceil((Math.log(target) - trend.level) / trend.slope - 1e-9);
  if (!isRightWay || months > mostMonths) return message("not-at-this-rate");
  // The line may be there already where the latest value lags behind it.
  return Math.max(1, months);
}

function monthsBetween(from: string, until: string): number {
  const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return numberOf(until) - numberOf(from);
}
