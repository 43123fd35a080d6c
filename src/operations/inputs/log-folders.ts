import {type Dirent, readdirSync, realpathSync, type Stats, statSync} from "node:fs";
import {join, resolve, sep} from "node:path";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** A folder that logs may be read from without a shell. */
export interface LogFolder {
  /** As the settings name it. */
  readonly name: string;
  /** Whole. */
  readonly path: string;
}

/** What lies in such a folder. */
export interface LogEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly bytes: number;
  /** Milliseconds since 1970 UTC. */
  readonly changedMs: number;
}

/** So many entries of a folder are listed. */
const mostListed = 1000;

const mostDeep = 32;

/** The folders that `desk.logFolders` names; `logs` in the workspace where it names none. */
export function logFolders({folder, config}: Pick<Workspace, "folder" | "config">): LogFolder[] {
  const named = config.desk.logFolders.length > 0 ? config.desk.logFolders : ["logs"];
  return named.map((name) => ({name, path: resolve(folder, name)}));
}

/**
 * What lies in a folder, or in one below it? Files and folders by their names; hidden ones, and what is neither, are passed over.
 *
 * @param below Names of folders with `/` between them; the folder itself where it is empty.
 * @param most So many are listed.
 * @throws {UserError} INPUT_MISSING or INPUT_UNREADABLE
 */
export function listLogFolder(
  top: LogFolder,
  below: string,
  most = mostListed,
): {readonly entries: readonly LogEntry[]; readonly more: number} {
  const path = insideOf(top, below);
  const names = reading(path, () => readdirSync(path, {withFileTypes: true})).filter((entry) => isShown(entry));
  const found = names.map(({name}) => name).sort();
  const entries = found.slice(0, most).flatMap((name): LogEntry[] => {
    const stat = statInside(top, join(below, name));
    if (stat === null || !(stat.isDirectory() || stat.isFile())) return [];
    return [{name, isFolder: stat.isDirectory(), bytes: stat.size, changedMs: stat.mtimeMs}];
  });
  return {entries, more: Math.max(0, found.length - most)};
}

function isShown(entry: Dirent): boolean {
  return !entry.name.startsWith(".") && (entry.isDirectory() || entry.isFile() || entry.isSymbolicLink());
}

/** Null of what is not there, may not be looked at, or lies elsewhere by a link. */
function statInside(top: LogFolder, below: string): Stats | null {
  try {
    return statSync(insideOf(top, below));
  } catch {
    return null;
  }
}

/**
 * Whole paths of files in a folder below one of those that logs may be read from.
 *
 * @throws {UserError} INPUT_MISSING; INPUT_UNREADABLE where one is not below it, by whatever link, or is no file
 */
export function logsInside(top: LogFolder, below: string, names: readonly string[]): string[] {
  return names.map((name) => {
    const path = insideOf(top, join(below, name));
    const stat = reading(path, () => statSync(path));
    if (stat.isFile()) return path;
    throw new UserError("INPUT_UNREADABLE", "it is no file", "choose files alone", visible(name));
  });
}

/**
 * The whole path, links followed, of what lies below one of those folders.
 *
 * The settings say which folders those are, and not who asks: else any file of the machine could be asked for.
 */
function insideOf({path: top}: LogFolder, below: string): string {
  const parts = below.split("/").filter((part) => part !== "");
  if (parts.length > mostDeep || parts.some((part) => part.startsWith(".") || /[\\\0]/.test(part)))
    throw outside(below);
  const [real, own] = [reading(top, () => realpathSync(top)), reading(below, () => realpathSync(join(top, ...parts)))];
  if (own !== real && !own.startsWith(real.endsWith(sep) ? real : real + sep)) throw outside(below);
  return own;
}

function outside(below: string): UserError {
  return new UserError(
    "INPUT_UNREADABLE",
    "it lies in none of the folders that logs are read from here",
    "name its folder in desk.logFolders in broadsheet.yaml, or send the log itself",
    visible(below),
  );
}

function reading<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      const help = "make it, or name another in desk.logFolders in broadsheet.yaml; or send the logs themselves";
      throw new UserError("INPUT_MISSING", "there is no such folder or file", help, visible(where));
    }
    if (code === "EACCES" || code === "EPERM" || code === "ELOOP") {
      const help = "let the user who runs the desk read it, or send the logs themselves";
      throw new UserError("INPUT_UNREADABLE", "it may not be read", help, visible(where));
    }
    throw cause;
  }
}
