import type {Readable} from "node:stream";
import {advise} from "../base/advice.ts";
import {untilStopped} from "../base/ending/stopping.ts";
import {UserError} from "../base/error.ts";
import {plural} from "../base/text.ts";
import {ingest, type Result} from "../intake/ingest.ts";
import {clearLeftovers, clearWork} from "../intake/leftovers.ts";
import {openPlaceFinder, placesOf} from "../intake/places/finder.ts";
import {
  type AskedSource,
  findSources,
  type NamedFile,
  namedSource,
  spoolInput,
  spoolStream,
} from "../intake/sources.ts";
import {proposeSites} from "../methodology/site/propose-sites.ts";
import {unreadReasonOf} from "../report/unread-reasons.ts";
import {type IngestSummary, isRefused, summaryOf} from "./ingest-summary.ts";
import {proposeParameters} from "./inputs/propose-parameters.ts";
import {isReadByOlderSettings, settingsOfReading} from "./inputs/reading.ts";
import type {Attendance} from "./listener.ts";
import {latestSecond, type ReadingRequest, readingOf} from "./reading.ts";
import {whileHeld} from "./store/hold.ts";
import type {OpenIntake} from "./store/intake.ts";
import {withIntake} from "./store/open.ts";
import type {Store} from "./store/store.ts";
import {withWorkFolder} from "./store/work-folder.ts";

/** Which logs are to be read, and how. */
export interface IngestRequest extends ReadingRequest {
  /** Files, folders and patterns. Where neither these nor files nor a stream are named, those of the settings. */
  readonly logs?: readonly string[] | undefined;
  /** Files besides, with the names that they are to have. */
  readonly files?: readonly NamedFile[] | undefined;
  /** Where their names start from; the workspace's folder where nothing is said. */
  readonly folder?: string | undefined;
  /** Lines that come in on a stream, as a log more. */
  readonly stream?: {readonly lines: Readable; readonly name: string} | undefined;
  /** Are logs that were read before to be read anew, in the place of what they gave? */
  readonly again?: boolean | undefined;
  /** Are logs to count of which more lines could not be read than could? */
  readonly acceptUnreadable?: boolean | undefined;
  /** How long another is waited for that is at work on the workspace; an hour where nothing is said. */
  readonly waitSeconds?: number | undefined;
}

/**
 * Reads logs into a workspace, each line once: one that was read before, under whatever name and packing, adds nothing.
 *
 * Each file counts whole or not at all, so that what is stopped or fails can be done again. A file that cannot be read keeps no
 * other from being read.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where no log is named; FORMAT_UNKNOWN, WORKSPACE_BUSY, DISK_FULL; ABORTED with what was done.
 */
export async function ingestLogs(
  store: Store,
  request: IngestRequest = {},
  attendance: Attendance = {},
): Promise<IngestSummary> {
  const {config, folder} = store.workspace;
  const {logs = [], files = [], stream} = request;
  if (logs.length + files.length > 0 || stream) return ingestHeld(store, request, attendance);
  if (config.logs.length === 0) {
    throw new UserError("COMMAND_INCOMPLETE", "no log was named, and broadsheet.yaml names none", advise("name-logs"));
  }
  return ingestHeld(store, {...request, logs: config.logs, folder}, attendance);
}

function ingestHeld(store: Store, request: IngestRequest, attendance: Attendance): Promise<IngestSummary> {
  const {waitSeconds} = request;
  return whileHeld(store, "ingest", {...attendance, waitSeconds}, () =>
    withIntake(
      store,
      async (open) => {
        const summary = await readInto(open, store, request, attendance);
        const named = summary.results.flatMap(({outcome}) => outcome?.hosts ?? []);
        const hosts = proposeSites(named, store.workspace.config.sites);
        if (hosts.length > 0) attendance.listener?.notice?.({about: "several-hosts", hosts});
        return summary;
      },
      attendance.signal,
    ),
  );
}

/**
 * Reads logs into an open workspace whose lock is held.
 *
 * @throws {UserError} as {@link ingestLogs}
 */
export async function readInto(
  open: OpenIntake,
  store: Store,
  request: IngestRequest,
  {listener, signal}: Attendance,
): Promise<IngestSummary> {
  const {workspace, catalogue} = open;
  const bySettings = settingsOfReading(workspace);
  const reading = readingOf(request, {workspace});
  const wanted = placesOf(workspace);
  const places = wanted && (await openPlaceFinder(wanted));
  const closedMonths = workspace.config.addresses ? new Set(catalogue.closedMonths().keys()) : null;
  const told: Result[] = [];
  const onResult = (result: Result): void => {
    told.push(result);
    listener?.notice?.({about: "input", result});
  };
  const onProgress = listener?.progress?.bind(listener) ?? (() => {});
  const read = async (): Promise<IngestSummary> => {
    const sources: AskedSource[] = [];
    try {
      // The files of a workspace that has moved to a cluster are not the cluster's to clear.
      if (open.shared) clearWork(workspace.store);
      else clearLeftovers(workspace.store, catalogue);
      for (const result of await findAll(request, workspace, sources, signal)) onResult(result);
      const engine = await open.openReader(sources.map(({path}) => path));
      const how = {
        reading,
        bySettings,
        again: request.again === true,
        acceptUnreadable: request.acceptUnreadable === true,
        latest: latestSecond(store),
      };
      const context = {...open, engine, ...how, places, closedMonths, signal};
      await ingest(sources, context, {onProgress, onResult}).finally(() => engine.close());
      await noteUnread(told, open);
      refuseFolderWithoutLogs(told);
      const summary = summaryOf(told);
      listener?.notice?.({about: "logs-read", summary});
      const names = proposeParameters(told.flatMap(({outcome}) => outcome?.queries ?? []));
      if (names.length > 0) listener?.notice?.({about: "parameters", names});
      const older = catalogue.inputs().filter((input) => isReadByOlderSettings(input, bySettings)).length;
      if (older > 0) listener?.notice?.({about: "older-settings", inputs: older});
      return summary;
    } finally {
      for (const {close} of sources) close?.();
    }
  };
  return withWorkFolder(workspace.store, () => untilStopped(signal, () => stoppedSentence(told), read));
}

/** Keeps in mind of which files nothing could be read, so that every report says so, on every machine. */
async function noteUnread(results: readonly Result[], {catalogue, shared}: OpenIntake): Promise<void> {
  const isOther = ({fault, source}: Result): boolean => source.isFromFolder && fault?.code === "INPUT_NOT_A_LOG";
  const unread = results.flatMap((result) => {
    const reason = result.fault === null || isOther(result) ? null : unreadReasonOf(result.fault);
    return reason === null ? [] : [{name: result.source.name, reason}];
  });
  const over = results.flatMap(({source, fault}) => (fault === null ? [source.name] : []));
  if (shared) await shared.noteUnread(unread, over);
  else catalogue.leftOut.noteUnread(unread, over);
}

/**
 * Finds the inputs that are meant, and keeps streams as files.
 *
 * @param sources Takes them, so that those which were kept are let go of even where another fails.
 * @returns What cannot be one.
 */
async function findAll(
  {logs = [], files = [], folder, stream}: IngestRequest,
  workspace: Store["workspace"],
  sources: AskedSource[],
  signal: AbortSignal | undefined,
): Promise<Result[]> {
  const {work} = workspace.store;
  const refused: Result[] = [];
  for (const {source, fault} of findSources(logs, folder ?? workspace.folder)) {
    if (fault) refused.push({source, outcome: null, fault});
    else sources.push(await spoolStream(source, work, signal));
  }
  sources.push(...files.map(namedSource));
  if (stream) sources.push(await spoolInput(stream.lines, stream.name, work, signal));
  return refused;
}

function refuseFolderWithoutLogs(results: readonly Result[]): void {
  if (results.length === 0 || results.some(({fault}) => fault?.code !== "INPUT_NOT_A_LOG")) return;
  if (results.some(isRefused)) return;
  throw new UserError("INPUT_NOT_A_LOG", "no file in the folder is a log", "name the folder that the logs are in");
}

function stoppedSentence(results: readonly Result[]): string {
  const {files, lines} = summaryOf(results);
  if (files === 0) return "reading was stopped before a file was read to its end; nothing of it counts";
  const count = files === 1 ? "counts" : "count";
  return `reading was stopped: ${plural(files, "file", "files")} with ${plural(lines, "new line", "new lines")} ${count}, and of the others nothing`;
}
