import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {reportPeriod} from "../../operations/report/make.ts";
import {type ReportScope, tablesWanted} from "../../operations/report/request.ts";
import {isDocumentParameter, querySystems} from "../../workspace/config/documents.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {dateFromArgs} from "../from-args.ts";
import {columnFromArgs} from "../report/column.ts";
import {csvFormFromArgs} from "../report/csv-form.ts";
import {checkPrintable, paperFromArgs} from "../report/paper.ts";
import {type LiftedPart, partFromArgs, printPart, scopeOfPart} from "../report/picture.ts";
import {loadAhead, printingsFromArgs, printReport} from "../report/print-report.ts";
import {scopeFromArgs, tellMissing} from "../report/scope-from-args.ts";
import {withTypedLogs} from "./quick-workspace.ts";

/** `broadsheet quick`: a report without a workspace, from one that is gone when the report is there. */
export const runQuick: Run = async (args, environment) => {
  const part = partFromArgs(args);
  if (part !== undefined) return liftQuickly(part, args, environment);
  const printings = printingsFromArgs(args);
  checkPrintable(printings, environment);
  const paper = paperFromArgs(args) ?? "a4";
  const column = columnFromArgs(args, printings);
  const csvForm = csvFormFromArgs(args, printings);
  const scope = scopeFromArgs(args, dateFromArgs(args));
  return withTypedLogs(args, environment, settingsOf(args, scope), async (open, {period, outside}) => {
    const report = await reportPeriod(open, period, {...scope, outside, meanwhile: () => loadAhead(printings)});
    tellMissing(report, scope, open.workspace.config, environment);
    await printReport(report, printings, environment, {
      canAsk: false,
      paper,
      ...(column && {column}),
      ...(csvForm && {csv: csvForm(report.language)}),
    });
  });
};

/** One figure or table by itself. */
function liftQuickly(part: LiftedPart, args: ParsedArgs, environment: Environment): Promise<number> {
  const asked = scopeFromArgs(args, dateFromArgs(args));
  const scope = {...asked, ...scopeOfPart(part, asked)};
  return withTypedLogs(args, environment, settingsOf(args, scope), async (open, {period, outside}) => {
    const report = await reportPeriod(open, period, {...scope, outside});
    await printPart(report, part, environment, {isQuiet: isSet(args, "quiet")});
  });
}

function settingsOf(args: ParsedArgs, scope: ReportScope): object {
  const tables = tablesWanted(scope, {tables: {}});
  // Where readers are is found out while the logs are read, and takes time that only those tables are worth.
  const documents = {query: parametersNamed(textOption(args, "query"))};
  return {places: tables.has("countries"), addresses: false, documents};
}

/** @throws {UserError} COMMAND_UNKNOWN where one of them can be no parameter that makes a document. */
function parametersNamed(text: string | undefined): string[] {
  const names = (text ?? "").split(",").map((name) => name.trim());
  const odd = text === undefined ? undefined : names.find((name) => !isDocumentParameter(name));
  if (odd !== undefined) {
    const help = `name parameters that make a document, like p,page_id, or one of ${Object.keys(querySystems).join(", ")}`;
    throw new UserError("COMMAND_UNKNOWN", `"${visible(odd)}" is no parameter that makes a document`, help, "--query");
  }
  return text === undefined ? [] : names;
}
