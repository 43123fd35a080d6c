import {existsSync, lstatSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../../base/error.ts";
import {sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import {readVersion} from "../../../base/version.ts";
import {writeWhole} from "../../../base/whole-file.ts";

/** What was read of the archive before, so that what has not changed is not read again. */
export interface ArchiveCache {
  /**
   * What was read of something under this name, where it is as it was; else what `read` gives.
   *
   * @param stamp Changes with every change of what is read.
   */
  remember<Value>(name: string, stamp: string, read: () => Value): Value;
}

/** Raised when what is remembered gets another shape. */
const shape = 3;

/** What is remembered for as long as the process runs, and nowhere else. */
export function memoryCache(): ArchiveCache {
  const known = new Map<string, {readonly stamp: string; readonly value: unknown}>();
  return {
    remember<Value>(name: string, stamp: string, read: () => Value): Value {
      const before = known.get(name);
      if (before?.stamp === stamp) return before.value as Value;
      const value = read();
      known.set(name, {stamp, value});
      return value;
    },
  };
}

interface Kept {
  readonly version: string;
  readonly entries: Record<string, {readonly stamp: string; readonly value: unknown}>;
}

/**
 * What is remembered in a file.
 *
 * @param path Null to remember nothing: everything is read.
 * @returns `save` keeps what was asked for, and forgets the rest.
 */
export function openCache(path: string | null): ArchiveCache & {save(): void} {
  const version = `${shape} ${readVersion()}`;
  const before = path === null ? {} : readKept(path, version);
  const now: Kept["entries"] = {};
  let isChanged = false;
  return {
    remember<Value>(name: string, stamp: string, read: () => Value): Value {
      const known = Object.hasOwn(before, name) ? before[name]! : null;
      const isSame = known?.stamp === stamp;
      isChanged ||= !isSame;
      now[name] = isSame ? known! : {stamp, value: read()};
      return now[name].value as Value;
    },
    save(): void {
      if (path === null) return;
      if (!isChanged && Object.keys(before).length === Object.keys(now).length) return;
      try {
        writeWhole(path, JSON.stringify({version, entries: now} satisfies Kept), 0o600);
      } catch {
        // Where nothing can be remembered, all is read again.
      }
    },
  };
}

function readKept(path: string, version: string): Kept["entries"] {
  if (!existsSync(path)) return {};
  try {
    const kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
    return kept.version === version ? kept.entries : {};
  } catch {
    // What is remembered can be read again.
    return {};
  }
}

/** A file of a folder, not yet read. */
export interface FoundFile {
  /** From the folder, with `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
}

const mostFiles = 10_000;
const deepest = 8;

/**
 * Every file of a folder, and what changes when any of them does. No link is followed.
 *
 * @throws {UserError} PUBLISHED_DAMAGED where something is neither a file nor a folder, or where there are more than any edition has.
 */
export function listFiles(folder: string): {readonly files: FoundFile[]; readonly stamp: string} {
  const files: FoundFile[] = [];
  const stamps: string[] = [];
  const look = (below: string, depth: number): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const own = below === "" ? name : `${below}/${name}`;
      const path = join(folder, own);
      const stat = lstatSync(path);
      if (stat.isDirectory() && depth < deepest) look(own, depth + 1);
      else if (!stat.isFile() || files.length >= mostFiles) throw refusedFile(path);
      else {
        files.push({name: own, bytes: stat.size});
        stamps.push(`${own} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`);
      }
    }
  };
  look("", 0);
  return {files, stamp: sha256(stamps.join("\n"))};
}

function refusedFile(path: string): UserError {
  return new UserError(
    "PUBLISHED_DAMAGED",
    "what was published holds files and folders alone, and this is neither, or is one too many",
    "take it away, or bring the folder back from a backup",
    visible(path),
  );
}
