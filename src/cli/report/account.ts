import {reportPeriod} from "../../operations/report/make.ts";
import {whileReporting} from "../../operations/report/make-report.ts";
import {mainTableOnly} from "../../operations/report/request.ts";
import {accountJson, renderAccountText} from "../../render/views/account.ts";
import {type Run, textOption} from "../command.ts";
import {isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {methodologyFromArgs} from "./scope-from-args.ts";

/** `broadsheet account`: where every request of a period went. */
export const runAccount: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(args.words[0]!, workspace.config.timeZone, environment);
  const site = textOption(args, "site");
  const scope = {...mainTableOnly, methodology: methodologyFromArgs(args), site, needsLogs: true};
  const report = await whileReporting(store, environment.signal, (open) => reportPeriod(open, period, scope));
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(format === "json" ? accountJson(report) : renderAccountText(report, options));
  return 0;
};
