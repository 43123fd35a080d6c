import type {Run} from "./command.ts";
import {reportPeriod} from "./make-report.ts";
import {dateTyped} from "./open.ts";
import {loadAhead, printingsTyped, printReport} from "./print-report.ts";
import {withQuickWorkspace} from "./quick-workspace.ts";
import {type ReportScope, scopeTyped, tablesWanted, tellMissing} from "./report-scope.ts";

/** `broadsheet quick`: a report without a workspace, from one that is gone when the report is there. */
export const runQuick: Run = async (typed, outside) => {
  const printings = printingsTyped(typed);
  const scope = scopeTyped(typed, dateTyped(typed));
  return withQuickWorkspace(typed, outside, settingsOf(scope), async (open, months) => {
    loadAhead(printings);
    const report = await reportPeriod(open, months, scope);
    tellMissing(report, scope, open.workspace.config, outside);
    await printReport(report, printings, outside, {canAsk: false});
  });
};

function settingsOf(scope: ReportScope): object {
  const tables = tablesWanted(scope, {tables: {}});
  // Where readers are is found out while the logs are read, and takes time that only those tables are worth.
  return {places: tables.has("countries"), addresses: false};
}
