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
const shape = 4;

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

/** Something that is remembered, and the line of the file that says so. */
interface Kept {
  readonly stamp: string;
  readonly value: unknown;
  readonly line: string;
}

function keep(name: string, stamp: string, value: unknown): Kept {
  return {stamp, value, line: JSON.stringify([name, stamp, value])};
}

/**
 * What is remembered in a file.
 *
 * @param path Null to remember nothing: everything is read.
 * @returns `save` keeps what was asked for, and forgets the rest.
 */
export function openCache(path: string | null): ArchiveCache & {save(): void} {
  const version = `${shape} ${readVersion()}`;
  const before = path === null ? new Map<string, Kept>() : readKept(path, version);
  const now = new Map<string, Kept>();
  let isChanged = false;
  return {
    remember<Value>(name: string, stamp: string, read: () => Value): Value {
      const known = before.get(name);
      const isSame = known?.stamp === stamp;
      isChanged ||= !isSame;
      const kept = isSame ? known! : keep(name, stamp, read());
      now.set(name, kept);
      return kept.value as Value;
    },
    save(): void {
      if (path === null) return;
      if (!isChanged && before.size === now.size) return;
      try {
        // What is as it was is written as it was read.
        const lines = [...now.values()].map(({line}) => line);
        writeWhole(path, [JSON.stringify(version), ...lines, ""].join("\n"), 0o600);
      } catch {
        // Where nothing can be remembered, all is read again.
      }
    },
  };
}

function readKept(path: string, version: string): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  try {
    if (!existsSync(path)) return kept;
    const [first = "", ...lines] = readFileSync(path, "utf8").split("\n");
    // A line that was cut off is the last, and no line.
    if (first !== JSON.stringify(version) || lines.pop() !== "") return kept;
    for (const line of lines) {
      const [name, stamp, value] = JSON.parse(line) as [string, string, unknown];
      kept.set(name, {stamp, value, line});
    }
    return kept;
  } catch {
    // What is remembered can be read again.
    return new Map();
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
