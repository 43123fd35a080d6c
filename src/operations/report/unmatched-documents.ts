import type {Period} from "../../base/period.ts";
import {loadSpans, spansOf} from "../../measures/spans.ts";
import {unmatchedLayout} from "../../measures/tables/departments.ts";
import {askTable, layTable} from "../../measures/tables/lay.ts";
import type {MeasuredTable} from "../../measures/tables/table.ts";
import {ofOneSite} from "../../methodology/judge/one-site.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import type {Attendance} from "../listener.ts";
import {judgePeriods, type OpenStore} from "../store/judge.ts";
import type {Store} from "../store/store.ts";
import {whileReporting} from "./make-report.ts";

/** Nobody finishes a longer table by hand; the others are one row. */
const mostListed = 100_000;

/**
 * Which documents of a period belong to no department? For the desk, not for print: a row may have one reader.
 *
 * @throws {UserError} PERIOD_EMPTY, WORKSPACE_DAMAGED, that a file that a person keeps is refused, or ABORTED
 */
export function tableUnmatched(store: Store, period: Period, {signal}: Attendance = {}): Promise<MeasuredTable> {
  return whileReporting(store, signal, (open) => unmatchedOpen(open, period));
}

/** The same of a workspace that is open. */
export async function unmatchedOpen(open: OpenStore, period: Period): Promise<MeasuredTable> {
  const {config, folder} = open.workspace;
  const holdings = readHoldings(config, folder);
  const methodology = resolveMethodology(open.workspace);
  using judged = await judgePeriods(open, period, [period], {
    holdings,
    methodology,
    withDetails: true,
    withRetrievals: false,
  });
  const own = await ofOneSite(judged);
  const {engine, names} = own;
  await loadSpans(engine, spansOf([period]));
  const request = {rows: new Map(), smallest: 1, previous: null, ownSites: [], placesFrom: []};
  const source = {
    ...request,
    engine,
    names,
    holdings,
    sites: null,
    period,
    served: {requests: 0, bytes: 0},
    figures: [],
    published: [],
    fewBefore: null,
  };
  return layTable(await askTable(unmatchedLayout(source, mostListed), source), source, null);
}
