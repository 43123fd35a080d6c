import {confirmOn} from "./check-networks.ts";
import {isSet, type Run} from "./command.ts";
import {reportPeriod} from "./make-report.ts";
import {dateTyped, periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored} from "./outside.ts";
import {loadAhead, printingsTyped, printReport} from "./print-report.ts";
import {checkPublishable, publishReport} from "./publish.ts";
import {scopeTyped, tellMissing} from "./report-scope.ts";

/** `broadsheet report`: the report of a period, in as many forms as are asked for. */
export const runReport: Run = async (typed, outside) => {
  const printings = printingsTyped(typed);
  const scope = {...scopeTyped(typed, dateTyped(typed)), hasUndecided: true, confirm: confirmOn(outside)};
  const workspace = workspaceTyped(typed, outside);
  const period = periodTyped(typed.words[0]!, workspace.config.timeZone, outside);
  const isPublished = isSet(typed, "publish");
  if (isPublished) checkPublishable(scope, workspace);
  await withOpen(workspace, async (open) => {
    const report = await reportPeriod(open, period, {...scope, meanwhile: () => loadAhead(printings)});
    tellMissing(report, scope, workspace.config, outside);
    if (isPublished) await publishReport(report, scope, workspace, outside);
    await printReport(report, printings, outside);
    // Every other output holds them; on standard output they would spoil it.
    const isText = printings.every(({output, file}) => file !== null || output.name === "text");
    if (isSet(typed, "notes") && isText) {
      const {renderStandingText} = await import("../render/text/report.ts");
      const {stdout} = outside;
      stdout.write(`\n${renderStandingText(report, {width: stdout.columns ?? 80, color: isColored(stdout, outside)})}`);
    }
  });
  return 0;
};
