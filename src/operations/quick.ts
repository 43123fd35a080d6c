import {realpathSync} from "node:fs";
import {tmpdir} from "node:os";
import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {type Period, parsePeriod, periodOf} from "../base/period.ts";
import {removeAtEnd} from "../base/work/unfinished.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {dayAt} from "../base/zone.ts";
import type {Catalogue} from "../workspace/catalogue/catalogue.ts";
import {makeTemporaryWorkspace, type TemporaryWorkspace} from "../workspace/temporary-workspace.ts";
import {checkTimeZone} from "./field-faults.ts";
import {type IngestRequest, readInto} from "./ingest.ts";
import type {IngestSummary} from "./ingest-summary.ts";
import type {Attendance, Listener} from "./listener.ts";
import {coveredPeriod} from "./store/covered.ts";
import {type OpenWorkspace, withFiles} from "./store/open.ts";
import {type StoreWorld, storeOf} from "./store/store.ts";

/** More columns than this are not read as a table; a period asks for others. */
const mostMonths = 24;

/** Logs without a workspace: which, and what a workspace would say of them. */
export interface QuickRequest extends Omit<IngestRequest, "waitSeconds"> {
  readonly publication: string;
  /** Where days and months are cut, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** Only these months; all that the logs cover where nothing is said. */
  readonly period?: string | undefined;
  /** What `broadsheet.yaml` would say beside. */
  readonly settings?: object;
}

/** What became of the logs, and what was made of them; null where nothing could be, because a file was refused. */
export interface QuickResult<T> {
  readonly summary: IngestSummary;
  readonly value: T | null;
}

/**
 * Reads logs into a workspace that is gone when `use` is done.
 *
 * @throws {UserError} PERIOD_EMPTY, COMMAND_INCOMPLETE, PERIOD_UNREADABLE, or what reading logs throws.
 */
export async function withQuickWorkspace<T>(
  request: QuickRequest,
  world: Partial<StoreWorld>,
  attendance: Attendance,
  use: (open: OpenWorkspace, period: Period) => Promise<T>,
): Promise<QuickResult<T>> {
  const {publication, timeZone, settings = {}} = request;
  checkTimeZone(timeZone);
  if (publication.trim() === "") {
    throw new UserError("COMMAND_INCOMPLETE", "the publication has no name", advise("name-publication"), {
      field: "publication",
    });
  }
  const now = world.now ?? Date.now;
  const period = request.period === undefined ? null : parsePeriod(request.period, dayAt(now(), timeZone));
  const {workspace, remove} = makeFolder(JSON.stringify({publication, timeZone, ...settings}));
  const done = removeAtEnd(remove);
  const store = storeOf(workspace, world);
  try {
    const read = async (open: OpenWorkspace): Promise<QuickResult<T>> => {
      const summary = await readInto(open, store, request, attendance);
      const months = period ?? choosePeriod(open.catalogue, timeZone, attendance.listener);
      if (!months && summary.refused > 0) return {summary, value: null};
      if (!months)
        throw new UserError("PERIOD_EMPTY", "there is no request in the files", "name access logs that hold some");
      return {summary, value: await use(open, months)};
    };
    return await withFiles(store, read, {signal: attendance.signal});
  } catch (cause) {
    throw asWriteFault(cause, workspace.folder) ?? cause;
  } finally {
    done();
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

function choosePeriod(catalogue: Catalogue, timeZone: string, listener: Listener | undefined): Period | null {
  const covered = coveredPeriod(catalogue, timeZone);
  if (!covered || covered.months.length <= mostMonths) return covered;
  listener?.notice?.({about: "months-left-out", covered: covered.name, months: mostMonths});
  return periodOf(covered.months.at(-mostMonths)!, covered.months.at(-1)!);
}
