import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {type Period, periodOf} from "../base/period.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {makeWorkspace, openWorkspace} from "../workspace/workspace.ts";
import {isSet, type Run, type Typed, textOption} from "./command.ts";
import {coveredPeriod} from "./covered.ts";
import {reportPeriod} from "./make-report.ts";
import {dateTyped, type OpenWorkspace, periodTyped, withOpen} from "./open.ts";
import type {Outside} from "./outside.ts";
import {loadAhead, printingsTyped, printReport} from "./print-report.ts";
import {readLogs} from "./read-logs.ts";
import {type ReportScope, scopeTyped, tablesWanted, tellMissing} from "./report-scope.ts";
import {checkTimeZone} from "./time-zone.ts";

/** More columns than this are not read as a table; a period asks for others. */
const mostMonths = 24;

/** `broadsheet quick`: a report without a workspace, from one that is gone when the report is there. */
export const runQuick: Run = async (typed, outside) => {
  const printings = printingsTyped(typed);
  const scope = scopeTyped(typed, dateTyped(typed));
  const timeZone = textOption(typed, "timeZone")!;
  checkTimeZone(timeZone);
  if (textOption(typed, "publication")?.trim() === "") {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "the publication has no name",
      "name it, or leave the option out",
      "--publication",
    );
  }
  const asked = textOption(typed, "period");
  const period = asked === undefined ? null : periodTyped(asked, timeZone, outside);
  const folder = makeFolder();
  const clear = (): void => rmSync(folder, {recursive: true, force: true});
  process.once("exit", clear);
  try {
    makeWorkspace(folder, JSON.stringify(settingsOf(typed, timeZone, scope)));
    return await withOpen(openWorkspace(folder), async (open) => {
      loadAhead(printings);
      const status = await readLogs(typed.words, open, typed, outside);
      const months = period ?? choosePeriod(open, typed, outside);
      if (!months && status !== 0) return status;
      if (!months)
        throw new UserError("PERIOD_EMPTY", "there is no request in the files", "name access logs that hold some");
      const report = await reportPeriod(open, months, scope);
      tellMissing(report, scope, open.workspace.config, outside);
      await printReport(report, printings, outside, {canAsk: false});
      return status;
    });
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  } finally {
    clear();
    process.off("exit", clear);
  }
};

function settingsOf(typed: Typed, timeZone: string, scope: ReportScope): object {
  const tables = tablesWanted(scope, {tables: {}});
  // Where readers are is found out while the logs are read, and takes time that only those tables are worth.
  const places = tables.has("countries");
  return {publication: textOption(typed, "publication"), timeZone, places, addresses: false};
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "broadsheet-"));
  } catch (cause) {
    const fault = asWriteFault(cause, tmpdir());
    if (fault?.code === "DISK_FULL") throw fault;
    throw new UserError(
      "WORKSPACE_DENIED",
      "no file can be made in the folder for temporary files",
      "set TMPDIR to a folder that you may write in",
      tmpdir(),
    );
  }
}

function choosePeriod({workspace, catalogue}: OpenWorkspace, typed: Typed, outside: Outside): Period | null {
  const covered = coveredPeriod(catalogue, workspace.config.timeZone);
  if (!covered || covered.months.length <= mostMonths) return covered;
  const period = periodOf(covered.months.at(-mostMonths)!, covered.months.at(-1)!);
  if (!isSet(typed, "quiet")) {
    outside.stderr.write(
      `The files cover ${covered.name}; the report shows the last ${mostMonths} months. Others: --period\n`,
    );
  }
  return period;
}
