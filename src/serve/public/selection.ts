import {z} from "zod";
import {addMonths, isMonth, periodOf} from "../../base/period.ts";
import type {ArchivedEdition} from "../../publish/site/archive/archive.ts";
import {type Point, type Series, valueInForce} from "../../publish/site/series.ts";
import {refusal} from "../fault.ts";
import type {ServedSite} from "./served-site.ts";

/** With what each month is set beside. */
export const comparisons = ["none", "year-ago", "previous"] as const;

/** The name of a comparison. */
export type ComparisonName = (typeof comparisons)[number];

const month = z
  .string()
  .refine((text) => isMonth(text) && text >= "1900" && text < "3000", {error: "write a month like 2005-07"})
  .optional();

/** Which months of a figure are wanted, and beside what. */
export const selectionQuery = {
  from: month,
  until: month,
  compare: z.enum(comparisons, {error: `write one of ${comparisons.join(", ")}`}).default("none"),
};

/** What is wanted of a figure. */
export interface SelectionRequest {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly compare: ComparisonName;
}

/** What a month is set beside. */
export interface ComparedMonth {
  readonly month: string;
  readonly value: number | null;
  /** True where no edition is of that month, and the value is what a later one says beside its own. */
  readonly isToldBeside: boolean;
}

/** One month of a figure, with what it is set beside. */
export interface SelectedMonth {
  readonly month: string;
  /** Undefined where nothing was ever published of it. */
  readonly point: Point | undefined;
  readonly value: number | null;
  /** Null where nothing is compared. */
  readonly compared: ComparedMonth | null;
  /** How far from what it is compared with, to six digits after the point; null where either is missing, or that is 0. */
  readonly changePercent: number | null;
}

/** Some months of a figure, each there, whether it has a value or not. */
export interface Selection {
  readonly months: readonly SelectedMonth[];
  /** The editions that say what is in force of them, and of what they are compared with. */
  readonly editions: readonly ArchivedEdition[];
}

/** So many months are selected at once. */
const most = 1200;

/**
 * Some months of a figure as they are in force, each beside another: the same a year ago, or the one as long before as the selection lasts.
 *
 * Without a beginning and an end it is all that was published. A month between them that nobody has published has no value: it is not left out.
 *
 * @throws {ServedFault} PARAMETER_REFUSED where it ends before it begins, or is too long.
 */
export function selectMonths(site: ServedSite, {months, toldOf}: Series, request: SelectionRequest): Selection {
  const known = new Map(months.map((point) => [point.span, point]));
  const from = request.from ?? months[0]?.span ?? request.until;
  const until = request.until ?? months.at(-1)?.span ?? request.from;
  if (from === undefined || until === undefined) return {months: [], editions: []};
  const isBackwards = from > until && request.from !== undefined && request.until !== undefined;
  if (isBackwards) {
    throw refusal("PARAMETER_REFUSED", "it ends before it begins", {where: "until", help: "name a later month"});
  }
  const spans = from > until ? [] : periodOf(from, until).months;
  if (spans.length > most) {
    throw refusal("PARAMETER_REFUSED", "it is too long", {where: "from", help: `select at most ${most} months`});
  }
  const back = request.compare === "year-ago" ? 12 : spans.length;
  const inForceOf = (span: string): number | null => {
    const point = known.get(span);
    return point === undefined ? null : valueInForce(point);
  };
  const comparedWith = (span: string): ComparedMonth => {
    const isToldBeside = !known.has(span) && Object.hasOwn(toldOf, span);
    return {month: span, value: isToldBeside ? toldOf[span]! : inForceOf(span), isToldBeside};
  };
  const selected = spans.map((span): SelectedMonth => {
    const value = inForceOf(span);
    const before = request.compare === "none" ? null : addMonths(span, -back);
    const compared = before === null ? null : comparedWith(before);
    const then = compared?.value ?? null;
    const changePercent =
      value === null || then === null || then === 0 ? null : Math.round((value / then - 1) * 1e8) / 1e6;
    return {month: span, point: known.get(span), value, compared, changePercent};
  });
  const points = selected.flatMap(({point, compared}) => [
    point,
    compared === null ? undefined : known.get(compared.month),
  ]);
  const names = new Set(points.flatMap((point) => (point === undefined ? [] : [point.vintages.at(-1)!.edition])));
  return {months: selected, editions: site.archive.editions.filter(({period}) => names.has(period))};
}
