import {UserError} from "../../base/error.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {clearLeftovers, clearWork, removeWork} from "../../intake/ingest.ts";
import {openPlaceFinder, placesOf} from "../../intake/places/finder.ts";
import {findSources} from "../../intake/sources.ts";
import {type RepairedPart, repair} from "../../operations/repair/repair.ts";
import {renderRepair} from "../../render/views/repair.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import type {Environment} from "../environment.ts";
import {whileHeld} from "../hold.ts";
import {aheadSeconds, readingFromArgs} from "../logs/read-logs.ts";
import {type OpenWorkspace, withFiles, workspaceFromArgs} from "../open.ts";

/** `broadsheet repair`: reads damaged files of the store again, from the logs that they came from. */
export const runRepair: Run = async (args, environment) => {
  const workspace = workspaceFromArgs(args, environment);
  if (workspace.config.engine.kind !== "duckdb") throw onServers();
  const {stdout, cwd} = environment;
  const done = await whileHeld(workspace, "repair", args, environment, () =>
    withFiles(workspace, (open) => repairOpen(open, args, environment)),
  );
  const short = (path: string): string => shortPath(path, cwd);
  const parts = done.map((part) => ({
    ...part,
    damages: part.damages.map(({path, what}) => ({path: short(path), what})),
  }));
  const isMended = parts.every(({left}) => left === null);
  if (!isSet(args, "quiet") || !isMended) stdout.write(renderRepair(parts));
  return isMended ? 0 : 3;
};

async function repairOpen(open: OpenWorkspace, args: ParsedArgs, environment: Environment): Promise<RepairedPart[]> {
  const {workspace, catalogue} = open;
  const {config, folder, store} = workspace;
  const wanted = placesOf(workspace);
  const remove = (): void => removeWork(store);
  // What is still unfinished holds readers' addresses: it goes, too, when a person interrupts.
  process.once("exit", remove);
  try {
    clearLeftovers(store, catalogue);
    const found = args.words.length > 0 ? findSources(args.words, environment.cwd) : findSources(config.logs, folder);
    const missing = args.words.length > 0 ? found.find(({fault}) => fault !== null)?.fault : null;
    if (missing) throw missing;
    return await repair(
      found.flatMap(({source, fault}) => (fault === null && !source.isStream ? [source] : [])),
      {
        ...open,
        places: wanted && (await openPlaceFinder(wanted)),
        reading: readingFromArgs(args, workspace),
        latest: Math.floor(environment.now() / 1000) + aheadSeconds,
      },
    );
  } catch (cause) {
    throw asWriteFault(cause, store.folder) ?? cause;
  } finally {
    process.off("exit", remove);
    clearWork(store);
  }
}

function onServers(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "files of a workspace's own are repaired, and these requests are on servers, which look after themselves",
    "restore a damaged server from its replica or backup",
    "engine",
  );
}
