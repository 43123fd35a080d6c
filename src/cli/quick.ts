import {Words} from "../base/words/words.ts";
import {type Run, type Typed, textOption} from "./command.ts";
import {reportPeriod} from "./make-report.ts";
import {dateTyped} from "./open.ts";
import {loadAhead, printingsTyped, printReport} from "./print-report.ts";
import {withQuickWorkspace} from "./quick-workspace.ts";
import {type ReportScope, scopeTyped, tablesWanted, tellMissing} from "./report-scope.ts";

/** `broadsheet quick`: a report without a workspace, from one that is gone when the report is there. */
export const runQuick: Run = async (typed, outside) => {
  const printings = printingsTyped(typed);
  const scope = scopeTyped(typed, dateTyped(typed));
  return withQuickWorkspace(typed, outside, settingsOf(typed, scope), async (open, months) => {
    const report = await reportPeriod(open, months, {...scope, meanwhile: () => loadAhead(printings)});
    tellMissing(report, scope, open.workspace.config, outside);
    await printReport(report, printings, outside, {canAsk: false});
  });
};

function settingsOf(typed: Typed, scope: ReportScope): object {
  const tables = tablesWanted(scope, {tables: {}});
  // Where readers are is found out while the logs are read, and takes time that only those tables are worth.
  const settings = {places: tables.has("countries"), addresses: false};
  // Whoever gives no name gets one in the report's language; help tells the English one.
  const isUnnamed = textOption(typed, "publication") === new Words("en").say("server-logs");
  return isUnnamed ? {...settings, publication: new Words(scope.language ?? "en").say("server-logs")} : settings;
}
