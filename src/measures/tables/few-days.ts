import type {Coverage} from "../months.ts";
import type {Span} from "../spans.ts";
import type {FewDays} from "./source.ts";

/** Half a month: logs of fewer days say little of who came when. */
const fewestDays = 15;

/** The period before, where its logs are of a few days, and of fewer than the period's own: too few to rank anything by. Null where they will do. */
export function fewDaysOf(before: Span | null, period: Span, coverage: Coverage): FewDays | null {
  if (before === null) return null;
  const covered = ({months}: Span): number => months.reduce((sum, month) => sum + coverage.daysCovered(month), 0);
  const daysCovered = covered(before);
  if (daysCovered >= Math.min(fewestDays, covered(period))) return null;
  const days = coverage.of(before.months).reduce((sum, month) => sum + month.days, 0);
  return {...before, daysCovered, days};
}
