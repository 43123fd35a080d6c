import type {Unit, Wording} from "../../base/words/message.ts";
import type {EventRow} from "../../ledger/rows.ts";
import {monthOfDay} from "./book-months.ts";
import {byText, inOrder} from "./order.ts";

/** A figure of a report, of whatever source, that may have moved. */
export interface MovingFigure {
  readonly id: string;
  readonly label: Wording;
  readonly unit: Unit;
  readonly decimals: number;
  /** In step with the months. */
  readonly values: readonly (number | null)[];
  /** Of the whole period; null where it has none. */
  readonly total: number | null;
  /** Of the period before; null or left out where there is none. */
  readonly previousTotal?: number | null;
}

/** A figure that moved, from what to what, and what explains it. */
export interface MeasuredMove extends Pick<MovingFigure, "id" | "label" | "unit" | "decimals"> {
  readonly from: number;
  readonly to: number;
  /** `YYYY-MM` where months are compared; null where it is the period before and this one. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  /** Of `from`, in percent. */
  readonly changePercent: number;
  /** Events of the period that name the measure; where none does, those that name no measure. */
  readonly explanations: readonly EventRow[];
}

/** As many figures are named, where nothing else is asked for. */
export const usuallyNamed = 5;

/**
 * Which figures moved most?
 *
 * From the period before to this one; where one of the two is missing, from the first month that has a value to the last. What
 * was 0 has no relative change and is not among them, and neither is what did not move.
 *
 * @param months Of the period, `YYYY-MM`, in step with the values.
 * @param most How many are named.
 */
export function movedMost(
  figures: readonly MovingFigure[],
  months: readonly string[],
  events: readonly EventRow[],
  most = usuallyNamed,
): MeasuredMove[] {
  const near = eventsIn(events, months);
  return figures
    .flatMap((figure) => {
      const move = moveOf(figure, months);
      if (move === null || move.from === 0 || move.from === move.to) return [];
      const {id, label, unit, decimals} = figure;
      const changePercent = (move.to / move.from - 1) * 100;
      return [{id, label, unit, decimals, ...move, changePercent, explanations: explanationsOf(id, near)}];
    })
    .sort((a, b) => Math.abs(b.changePercent) - Math.abs(a.changePercent) || byText(a.id, b.id))
    .slice(0, most);
}

/** The events that fall into the months, in their order. */
export function eventsIn(events: readonly EventRow[], months: readonly string[]): EventRow[] {
  const own = events.filter(({on, until}) => monthOfDay(on) <= months.at(-1)! && monthOfDay(until) >= months[0]!);
  return inOrder(
    own,
    ({on}) => on,
    ({until}) => until,
    ({measure}) => measure ?? "",
    ({text}) => text,
  );
}

function moveOf(
  {total, previousTotal = null, values}: MovingFigure,
  months: readonly string[],
): Pick<MeasuredMove, "from" | "to" | "fromMonth" | "toMonth"> | null {
  if (total !== null && previousTotal !== null) return {from: previousTotal, to: total, fromMonth: null, toMonth: null};
  const known = values.flatMap((value, index) => (value === null ? [] : [{value, month: months[index] ?? null}]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  return {from: first.value, to: last.value, fromMonth: first.month, toMonth: last.month};
}

function explanationsOf(id: string, events: readonly EventRow[]): EventRow[] {
  const own = events.filter(({measure}) => measure === id);
  return own.length > 0 ? own : events.filter(({measure}) => measure === null);
}
