import {reportPeriod} from "../../operations/report/make.ts";
import {whileReporting} from "../../operations/report/make-report.ts";
import {isOwnMethodology, type ReportScope} from "../../operations/report/request.ts";
import {compareWithBefore} from "../../operations/report/since-lists.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import {confirmOn} from "../confirm.ts";
import {type Environment, isColored} from "../environment.ts";
import {dateFromArgs, periodFromArgs, storeFromArgs} from "../from-args.ts";
import {columnFromArgs} from "./column.ts";
import {csvFormFromArgs} from "./csv-form.ts";
import {checkPrintable, paperFromArgs} from "./paper.ts";
import {type LiftedPart, partFromArgs, printPart, scopeOfPart} from "./picture.ts";
import {loadAhead, printingsFromArgs, printReport} from "./print-report.ts";
import {scopeFromArgs, tellMissing} from "./scope-from-args.ts";
import {sinceListsLines} from "./since-lists.ts";

/** One figure or table of the period by itself; nothing else of the report is worked out. */
async function liftPart(part: LiftedPart, args: ParsedArgs, environment: Environment): Promise<number> {
  const asked = scopeFromArgs(args, dateFromArgs(args));
  const scope = {
    ...asked,
    ...scopeOfPart(part, asked),
    confirm: confirmOn(environment),
  };
  const store = storeFromArgs(args, environment);
  const period = periodFromArgs(args.words[0]!, store.workspace.config.timeZone, environment);
  await whileReporting(store, environment.signal, async (open) => {
    await printPart(await reportPeriod(open, period, scope), part, environment, {isQuiet: isSet(args, "quiet")});
  });
  return 0;
}

/** Is it judged by what the workspace says, and by no rule otherwise? */
function isUsual(scope: ReportScope, workspace: Workspace): boolean {
  return isOwnMethodology(workspace, scope) && scope.site === undefined;
}

/** `broadsheet report`: the report of a period, in as many forms as are asked for. */
export const runReport: Run = async (args, environment) => {
  const part = partFromArgs(args);
  if (part !== undefined) return liftPart(part, args, environment);
  const printings = printingsFromArgs(args);
  checkPrintable(printings, environment);
  const paper = paperFromArgs(args);
  const column = columnFromArgs(args, printings);
  const csvForm = csvFormFromArgs(args, printings);
  const scope = {...scopeFromArgs(args, dateFromArgs(args)), hasUndecided: true, confirm: confirmOn(environment)};
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(args.words[0]!, workspace.config.timeZone, environment);
  await whileReporting(store, environment.signal, async (open) => {
    const report = await reportPeriod(open, period, {...scope, meanwhile: () => loadAhead(printings)});
    tellMissing(report, scope, workspace.config, environment);
    const since = isUsual(scope, workspace) ? compareWithBefore(report, workspace) : null;
    if (since) environment.stderr.write(`${sinceListsLines(since, period.name).join("\n")}\n`);
    await printReport(report, printings, environment, {
      paper: paper ?? workspace.config.paper,
      ...(column && {column}),
      ...(csvForm && {csv: csvForm(report.language)}),
    });
    // Every other output holds them, and a column of a newspaper; on standard output they would spoil it.
    const isText = printings.every(({output, file}) => file !== null || output.name === "text");
    if (isSet(args, "notes") && isText && column === undefined) {
      const {renderStandingText} = await import("../../render/text/report.ts");
      const {stdout} = environment;
      stdout.write(
        `\n${renderStandingText(report, {width: stdout.columns ?? 80, color: isColored(stdout, environment)})}`,
      );
    }
  });
  return 0;
};
