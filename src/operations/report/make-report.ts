import {untilStopped} from "../../base/ending/stopping.ts";
import type {Report} from "../../report/report.ts";
import type {Attendance} from "../listener.ts";
import type {OpenStore} from "../store/judge.ts";
import {withStore} from "../store/open.ts";
import {periodNamed} from "../store/period-named.ts";
import type {Store} from "../store/store.ts";
import {reportPeriod} from "./make.ts";
import type {ReportScope} from "./request.ts";

/** Which report is wanted. What is left out is as the settings say. */
export interface ReportRequest extends Omit<Partial<ReportScope>, "meanwhile"> {
  /** `2005-07`, `2005-H2`, `2005-Q3`, `2005`, `2005-07..2005-09`, `last-month`. */
  readonly period: string;
}

/**
 * The report of a period, as data: columns, figures, tables, notes, and the reason of every figure that is missing.
 *
 * @throws {UserError} PERIOD_UNREADABLE, PERIOD_EMPTY, WORKSPACE_DAMAGED, NETWORK_TOO_WIDE, that a file that a person keeps is refused,
 *   or ABORTED
 */
export async function makeReport(
  store: Store,
  {period, ...scope}: ReportRequest,
  {signal}: Attendance = {},
): Promise<Report> {
  const months = periodNamed(store, period);
  return whileReporting(store, signal, (open) => reportPeriod(open, months, {date: null, ...scope}));
}

/**
 * Opens what answers questions for a report, or for anything else that changes nothing.
 *
 * @throws {UserError} ABORTED where the signal says so
 */
export function whileReporting<T>(
  store: Store,
  signal: AbortSignal | undefined,
  use: (open: OpenStore) => Promise<T>,
): Promise<T> {
  const say = () => "the report was stopped before it was made; nothing was changed";
  return untilStopped(signal, say, () => withStore(store, use, signal));
}
