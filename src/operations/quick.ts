import {realpathSync} from "node:fs";
import {tmpdir} from "node:os";
import {advise} from "../base/advice.ts";
import {removeAtEnd} from "../base/ending/unfinished.ts";
import {UserError} from "../base/error.ts";
import {type Period, parsePeriod, periodOf} from "../base/period.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {dayAt} from "../base/zone.ts";
import {unnamedPublication} from "../workspace/config/unnamed.ts";
import {makeTemporaryWorkspace, type TemporaryWorkspace} from "../workspace/temporary-workspace.ts";
import {checkTimeZone} from "./field-faults.ts";
import {type IngestRequest, readInto} from "./ingest.ts";
import type {IngestSummary} from "./ingest-summary.ts";
import type {Attendance, Listener} from "./listener.ts";
import {countByMonth, mainMonths} from "./report/log-months.ts";
import {coveredPeriod} from "./store/covered.ts";
import {type OpenWorkspace, withFiles} from "./store/open.ts";
import {type StoreWorld, storeOf} from "./store/store.ts";

/** More columns than this are not read as a table; a period asks for others. */
const mostMonths = 24;

/** Logs without a workspace: which, and what a workspace would say of them. */
export interface QuickRequest extends Omit<IngestRequest, "waitSeconds"> {
  /** Whose logs they are; left out, the report names nobody. */
  readonly publication?: string | undefined;
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
  use: (open: OpenWorkspace, chosen: ChosenPeriod) => Promise<T>,
): Promise<QuickResult<T>> {
  const {publication = unnamedPublication, timeZone, settings = {}} = request;
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
      const chosen = period
        ? {period, outside: new Map<string, number>()}
        : await choosePeriod(open, timeZone, attendance.listener);
      if (!chosen && summary.refused > 0) return {summary, value: null};
      if (!chosen)
        throw new UserError("PERIOD_EMPTY", "there is no request in the files", "name access logs that hold some");
      return {summary, value: await use(open, chosen)};
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

/** The period that a report is made of, and what was read of other months. */
export interface ChosenPeriod {
  readonly period: Period;
  /** Requests of months that are not in it, by month. */
  readonly outside: ReadonlyMap<string, number>;
}

async function choosePeriod(
  open: OpenWorkspace,
  timeZone: string,
  listener: Listener | undefined,
): Promise<ChosenPeriod | null> {
  const covered = coveredPeriod(open.catalogue, timeZone);
  // Two months that follow each other are what the files hold.
  if (!covered || covered.months.length <= 2) return covered && {period: covered, outside: new Map()};
  const byMonth = await countByMonth(open, covered);
  const months = mainMonths(byMonth);
  // What lies further back may be the only thing before the last month.
  const first = months.slice(-mostMonths).find((month) => byMonth.has(month));
  const period = periodOf(first!, months.at(-1)!);
  const outside = new Map([...byMonth].filter(([month]) => !period.months.includes(month)));
  if (outside.size > 0) listener?.notice?.({about: "months-left-out", covered: covered.name, shown: period.name});
  return {period, outside};
}
