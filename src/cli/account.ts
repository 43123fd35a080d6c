import {accountJson, renderAccountText} from "../render/views/account.ts";
import type {Run} from "./command.ts";
import {reportPeriod} from "./make-report.ts";
import {periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored} from "./outside.ts";
import {mainTableOnly, methodologyTyped} from "./report-scope.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet account`: where every request of a period went. */
export const runAccount: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  const period = periodTyped(typed.words[0]!, workspace.config.timeZone, outside);
  const scope = {...mainTableOnly, methodology: methodologyTyped(typed)};
  const report = await withOpen(workspace, (open) => reportPeriod(open, period, scope));
  const {stdout} = outside;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, outside)};
  stdout.write(format === "json" ? accountJson(report) : renderAccountText(report, options));
  return 0;
};
