import type {Coverage} from "../months.ts";
import type {Span} from "../spans.ts";
import type {FewDays} from "./source.ts";

/**
 * The period before, where its logs are of too few days to rank anything by: of fewer than half as many as the period's own, or of
 * fewer than those and not of a quarter of its days. Null where they will do.
 */
export function fewDaysOf(before: Span | null, period: Span, coverage: Coverage): FewDays | null {
  if (before === null) return null;
  const covered = ({months}: Span): number => months.reduce((sum, month) => sum + coverage.daysCovered(month), 0);
  const [daysCovered, own] = [covered(before), covered(period)];
  const days = coverage.of(before.months).reduce((sum, month) => sum + month.days, 0);
  const isFew = 2 * daysCovered < own || (daysCovered < own && 4 * daysCovered < days);
  return isFew ? {...before, daysCovered, days} : null;
}
