import {untilStopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {clearLeftovers} from "../../intake/leftovers.ts";
import {openPlaceFinder, placesOf} from "../../intake/places/finder.ts";
import {type AskedSource, findSources} from "../../intake/sources.ts";
import type {Attendance} from "../listener.ts";
import {latestSecond, type ReadingRequest, readingOf} from "../reading.ts";
import {whileHeld} from "../store/hold.ts";
import {type OpenWorkspace, withFiles} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {withWorkFolder} from "../store/work-folder.ts";
import {type RepairedPart, repair} from "./repair.ts";

/** Where the logs of damaged files are. */
export interface RepairRequest extends ReadingRequest {
  /** Files, folders and patterns. Where none are named, those of the settings. */
  readonly logs?: readonly string[] | undefined;
  /** Where their names start from; the workspace's folder where nothing is said. */
  readonly folder?: string | undefined;
  readonly waitSeconds?: number | undefined;
}

/**
 * Reads damaged files of a workspace again, from the logs that they came from.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where the requests are on servers; INPUT_MISSING, WORKSPACE_BUSY, DISK_FULL, ABORTED
 */
export async function repairStore(
  store: Store,
  request: RepairRequest = {},
  attendance: Attendance = {},
): Promise<RepairedPart[]> {
  if (store.workspace.config.engine.kind !== "duckdb") throw onServers();
  const {signal} = attendance;
  const {waitSeconds} = request;
  return whileHeld(store, "repair", {...attendance, waitSeconds}, () =>
    withFiles(store, (open) => repairOpen(open, store, request, signal), {signal}),
  );
}

async function repairOpen(
  open: OpenWorkspace,
  store: Store,
  request: RepairRequest,
  signal: AbortSignal | undefined,
): Promise<RepairedPart[]> {
  const {workspace, catalogue} = open;
  const wanted = placesOf(workspace);
  const say = () => "repairing was stopped: what was read again by then is as it should be, the rest as it was";
  return withWorkFolder(workspace.store, async () => {
    clearLeftovers(workspace.store, catalogue);
    const sources = sourcesFor(request, store);
    const places = wanted && (await openPlaceFinder(wanted));
    const reading = readingOf(request, store);
    return untilStopped(signal, say, () =>
      repair(sources, {...open, places, reading, latest: latestSecond(store), signal}),
    );
  });
}

/** Logs of the settings may be gone by now; one that was named has to be there. */
function sourcesFor({logs = [], folder}: RepairRequest, {workspace}: Store): AskedSource[] {
  const isNamed = logs.length > 0;
  const found = findSources(isNamed ? logs : workspace.config.logs, (isNamed ? folder : null) ?? workspace.folder);
  const missing = isNamed ? found.find(({fault}) => fault !== null)?.fault : null;
  if (missing) throw missing;
  return found.flatMap(({source, fault}) => (fault === null && !source.isStream ? [source] : []));
}

function onServers(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "files of a workspace's own are repaired, and these requests are on servers, which look after themselves",
    "restore a damaged server from its replica or backup",
    "engine",
  );
}
