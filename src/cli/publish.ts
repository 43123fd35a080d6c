import {UserError} from "../base/error.ts";
import {dayAt} from "../base/zone.ts";
import {basisOf} from "../operations/publish/basis.ts";
import {readPublished, writePublished} from "../operations/publish/published.ts";
import {renderJson} from "../report/json/report.ts";
import type {Report} from "../report/report.ts";
import {figuresIn, figuresInForce, movedBetween} from "../report/restate/figures.ts";
import {parseReportJson, publishNow} from "../report/restate/published.ts";
import {whilePublishing} from "../workspace/lock.ts";
import {clearUnpublished} from "../workspace/published.ts";
import type {Workspace} from "../workspace/workspace.ts";
import type {Environment} from "./environment.ts";
import {isOwnMethodology, type ReportScope} from "./report/report-scope.ts";

/**
 * Keeps a report as the one that was published, so that whatever moves its figures later is told.
 *
 * @throws {UserError} COMMAND_INCOMPLETE, PUBLISHED_OTHERWISE, PUBLISHED_DAMAGED or WORKSPACE_BUSY
 */
export async function publishReport(
  report: Report,
  scope: ReportScope,
  workspace: Workspace,
  environment: Environment,
): Promise<void> {
  await whilePublishing(workspace.store, "a report that is published", () =>
    publish(report, scope, workspace, environment),
  );
}

function publish(report: Report, scope: ReportScope, workspace: Workspace, {now, stderr}: Environment): void {
  const json = parseReportJson(renderJson(report));
  const known = readPublished(workspace.folder).find(({period}) => period === report.period);
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
        `see what moved with broadsheet restate ${report.period}, and keep it with --accept --reason WHY`,
        report.period,
      );
    }
    clearUnpublished(workspace.folder);
    stderr.write(`${report.period} was published on ${known.on}; its figures are the same.\n`);
    return;
  }
  const {tables, compare} = scope;
  const kept = publishNow({
    period: report.period,
    on: scope.date ?? dayAt(now(), workspace.config.timeZone),
    scope: {...(tables === undefined ? {} : {tables}), ...(compare === undefined ? {} : {compare})},
    basis: basisOf(workspace, report),
    report: json,
  });
  stderr.write(`Published: ${writePublished(workspace.folder, kept)}\n`);
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
    "leave --methodology and --with out, or change methodology in broadsheet.yaml",
    "--publish",
  );
}
