import {realpathSync} from "node:fs";
import {tmpdir} from "node:os";
import {UserError} from "../../base/error.ts";
import {type Period, periodOf} from "../../base/period.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {coveredPeriod} from "../../operations/store/covered.ts";
import {makeTemporaryWorkspace, type TemporaryWorkspace} from "../../workspace/temporary-workspace.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {type OpenWorkspace, periodFromArgs, withFiles} from "../open.ts";
import {checkTimeZone} from "../time-zone.ts";
import {readLogs} from "./read-logs.ts";

/** More columns than this are not read as a table; a period asks for others. */
const mostMonths = 24;

/**
 * Reads the logs that the words name into a workspace that is gone when `use` is done.
 *
 * @param settings What its `broadsheet.yaml` says beside its name and time zone.
 * @returns The exit status.
 * @throws {UserError} PERIOD_EMPTY, COMMAND_INCOMPLETE, or what reading logs throws.
 */
export async function withQuickWorkspace(
  args: ParsedArgs,
  environment: Environment,
  settings: object,
  use: (open: OpenWorkspace, period: Period) => Promise<void>,
): Promise<number> {
  const timeZone = textOption(args, "timeZone")!;
  const publication = textOption(args, "publication");
  checkTimeZone(timeZone);
  if (publication?.trim() === "") {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "the publication has no name",
      "name it, or leave the option out",
      "--publication",
    );
  }
  const asked = textOption(args, "period");
  const period = asked === undefined ? null : periodFromArgs(asked, timeZone, environment);
  const {workspace, remove} = makeFolder(JSON.stringify({publication, timeZone, ...settings}));
  process.once("exit", remove);
  try {
    return await withFiles(workspace, async (open) => {
      const status = await readLogs(args.words, open, args, environment);
      const months = period ?? choosePeriod(open, args, environment);
      if (!months && status !== 0) return status;
      if (!months)
        throw new UserError("PERIOD_EMPTY", "there is no request in the files", "name access logs that hold some");
      await use(open, months);
      return status;
    });
  } catch (cause) {
    throw asWriteFault(cause, workspace.folder) ?? cause;
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function makeFolder(settings: string): TemporaryWorkspace {
  try {
    return makeTemporaryWorkspace(realpathSync(tmpdir()), settings);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
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

function choosePeriod(
  {workspace, catalogue}: OpenWorkspace,
  args: ParsedArgs,
  environment: Environment,
): Period | null {
  const covered = coveredPeriod(catalogue, workspace.config.timeZone);
  if (!covered || covered.months.length <= mostMonths) return covered;
  const period = periodOf(covered.months.at(-mostMonths)!, covered.months.at(-1)!);
  if (!isSet(args, "quiet")) {
    environment.stderr.write(
      `The files cover ${covered.name}; the report shows the last ${mostMonths} months. Others: --period\n`,
    );
  }
  return period;
}
