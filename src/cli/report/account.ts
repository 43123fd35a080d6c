import {withStore} from "../../operations/store/open.ts";
import {accountJson, renderAccountText} from "../../render/views/account.ts";
import type {Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {reportPeriod} from "../make-report.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {mainTableOnly, methodologyFromArgs} from "./report-scope.ts";

/** `broadsheet account`: where every request of a period went. */
export const runAccount: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(args.words[0]!, workspace.config.timeZone, environment);
  const scope = {...mainTableOnly, methodology: methodologyFromArgs(args)};
  const report = await withStore(store, (open) => reportPeriod(open, period, scope));
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(format === "json" ? accountJson(report) : renderAccountText(report, options));
  return 0;
};
