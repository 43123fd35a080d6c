import type {Period} from "../../base/period.ts";
import {compareMethods, type MethodComparison} from "../../report/method-comparison.ts";
import type {Report} from "../../report/report.ts";
import {methodologyNames} from "../../workspace/config/methodology.ts";
import type {Attendance} from "../listener.ts";
import type {OpenStore} from "../store/judge.ts";
import type {Store} from "../store/store.ts";
import {reportPeriod} from "./make.ts";
import {whileReporting} from "./make-report.ts";
import {mainTableOnly} from "./request.ts";

/**
 * One period under each methodology that has a name, side by side.
 *
 * @throws {UserError} as `makeReport`
 */
export function compareMethodologies(
  store: Store,
  period: Period,
  {signal}: Attendance = {},
): Promise<MethodComparison> {
  return whileReporting(store, signal, (open) => compareOpen(open, period));
}

/** The same of a workspace that is open; its own methodology stands first. */
export async function compareOpen(open: OpenStore, period: Period): Promise<MethodComparison> {
  const own = open.workspace.config.methodology.extends;
  const reports: Report[] = [];
  // One after the other: each takes the memory that the engine has.
  for (const methodology of [own, ...methodologyNames.filter((name) => name !== own)]) {
    reports.push(await reportPeriod(open, period, {...mainTableOnly, language: "en", methodology, needsLogs: true}));
  }
  return compareMethods(reports);
}
