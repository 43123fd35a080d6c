import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {dayAt} from "../../base/zone.ts";
import {renderJson} from "../../report/json/report.ts";
import type {Report} from "../../report/report.ts";
import {figuresIn, figuresInForce, movedBetween} from "../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../report/restate/published.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {clearUnpublished} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isOwnMethodology, type ReportScope} from "../report/request.ts";
import type {Store} from "../store/store.ts";
import {basisOf} from "./basis.ts";
import {isOfReport, readPublished, writePublished} from "./published.ts";

/** What became of a report that was to be published. */
export interface Publication {
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Where it is kept, from the workspace; null where it was published before, with the same figures. */
  readonly file: string | null;
}

/**
 * Keeps a report as the one that was published, so that whatever moves its figures later is told.
 *
 * @throws {UserError} COMMAND_INCOMPLETE, PUBLISHED_OTHERWISE, PUBLISHED_DAMAGED or WORKSPACE_BUSY
 */
export async function publishReport(report: Report, scope: ReportScope, store: Store): Promise<Publication> {
  return whilePublishing(store.workspace.store, "a report that is published", () => publish(report, scope, store));
}

function publish(report: Report, scope: ReportScope, {workspace, now}: Store): Publication {
  const json = parseReportJson(renderJson(report));
  const known = readPublished(workspace.folder).find((one) => isOfReport(one, report));
  if (known) {
    // A report with other tables is the same report: what both have is compared.
    const [before, after] = [figuresInForce(known), figuresIn(json)];
    const shared = new Set(before.map(({key}) => key)).intersection(new Set(after.map(({key}) => key)));
    const moved = movedBetween(
      before.filter(({key}) => shared.has(key)),
      after.filter(({key}) => shared.has(key)),
    );
    if (moved.length > 0) {
      throw new UserError(
        "PUBLISHED_OTHERWISE",
        `${report.period} was published on ${known.on} with other figures`,
        advise("restate-report", {period: report.period}),
        report.period,
      );
    }
    clearUnpublished(workspace.folder);
    return {period: report.period, on: known.on, file: null};
  }
  const {site} = report;
  const {tables, compare} = scope;
  const kept: PublishedReport = {
    period: report.period,
    on: scope.date ?? dayAt(now(), workspace.config.timeZone),
    scope: {
      ...(tables === undefined ? {} : {tables}),
      ...(compare === undefined ? {} : {compare}),
      ...(site === null ? {} : {site}),
    },
    basis: basisOf(workspace, {months: report.columns.map((column) => column.period), inputs: report.inputs}),
    report: json,
    ...{restated: [], movedReason: null, sums: null},
  };
  return {period: report.period, on: kept.on, file: writePublished(workspace.folder, kept)};
}

/**
 * Checks that a report may be published at all.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function checkPublishable(scope: ReportScope, workspace: Workspace): void {
  if (isOwnMethodology(workspace, scope)) return;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    "only what the workspace's own methodology counts is published",
    advise("own-methodology"),
    {field: "publish"},
  );
}
