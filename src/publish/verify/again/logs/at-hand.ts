import {copyFileSync, readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {checkRunning} from "../../../../base/ending/stopping.ts";
import type {UserError} from "../../../../base/error.ts";
import {openSource} from "../../../../intake/archives/open.ts";
import {readStart} from "../../../../intake/bytes/read.ts";
import {type PackedFile, packingLength, packingOf} from "../../../../intake/packings/packing.ts";
import {type AskedSource, findSources, namedSource} from "../../../../intake/sources.ts";
import {usualUnpacking} from "../../../../workspace/config/limits.ts";

/** A file that may be a log, or hold some. */
export interface LogAtHand extends PackedFile {
  /** From the folder that was named, with that of an archive before what is in it: `2005/july.tar: access.log`. */
  readonly name: string;
}

/** What there is of logs, and what could not be looked at. */
export interface LogsAtHand {
  readonly logs: readonly LogAtHand[];
  readonly unread: readonly {readonly name: string; readonly fault: UserError}[];
}

/** Nobody keeps logs deeper, or more of them. */
const [mostDeep, mostFiles] = [8, 100_000];

/**
 * Every file of a folder and of those below it, with what is in archives; or what a file or pattern names.
 *
 * @param scratch Where files of archives are kept; they are there for as long as it is.
 * @throws {UserError} INPUT_MISSING where nothing is there, ABORTED
 */
export async function logsAtHand(
  named: string,
  {cwd, scratch, signal}: {readonly cwd: string; readonly scratch: string; readonly signal?: AbortSignal | undefined},
): Promise<LogsAtHand> {
  const logs: LogAtHand[] = [];
  const unread: {name: string; fault: UserError}[] = [];
  for (const asked of sourcesIn(named, cwd)) {
    checkRunning(signal);
    for await (const {source, fault} of openSource(asked, {work: scratch, limits: usualUnpacking})) {
      const name = source.archive === undefined ? asked.name : `${asked.name}: ${source.name}`;
      if (fault !== null) {
        if (fault.code !== "INPUT_NOT_A_LOG") unread.push({name, fault});
        continue;
      }
      const path = source.archive === undefined ? source.path : join(scratch, `kept-${logs.length}`);
      // What is taken out of an archive is gone when the next is.
      if (source.archive !== undefined) copyFileSync(source.path, path);
      source.close?.();
      logs.push({
        name,
        path,
        where: source.where,
        packing: packingOf(readStart({path, where: source.where}, packingLength)),
      });
    }
  }
  return {logs, unread};
}

function sourcesIn(named: string, cwd: string): AskedSource[] {
  const root = resolve(cwd, named);
  const isFolder = statSync(root, {throwIfNoEntry: false})?.isDirectory() ?? false;
  const sources = isFolder ? filesBelow(root, "") : [];
  if (sources.length > 0) return sources;
  const found = findSources([named], cwd);
  const [missing] = found.flatMap(({fault}) => fault ?? []);
  if (missing !== undefined) throw missing;
  return found.map(({source}) => source);
}

/** No link to a folder is followed: it may lead round in a circle. */
function filesBelow(root: string, folder: string, depth = 0): AskedSource[] {
  const entries = readdirSync(join(root, folder), {withFileTypes: true}).filter(({name}) => !name.startsWith("."));
  const inOrder = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const found = inOrder.flatMap((entry): AskedSource[] => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const path = join(root, name);
    if (entry.isDirectory()) return depth < mostDeep ? filesBelow(root, name, depth + 1) : [];
    const isFile = statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;
    return isFile ? [namedSource({path, name, isFromFolder: true})] : [];
  });
  return found.slice(0, mostFiles);
}
