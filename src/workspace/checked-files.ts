import {hash} from "node:crypto";
import {type BigIntStats, readFileSync, statSync} from "node:fs";
import {setImmediate as others} from "node:timers/promises";
import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {writeWhole} from "../base/whole-file.ts";
import {type FileSeal, sealFile} from "./sealed-files.ts";
import type {StorePaths} from "./workspace-files.ts";

/** A file that the catalogue names. */
export interface StoredFile {
  readonly path: string;
  readonly holds: "facts" | "places" | "addresses";
  /** What it held when it was written; null where it was gone before anybody looked. */
  readonly seal: FileSeal | null;
}

/** In what way a file is not what was written; null where it is. */
export type Damage = string | null;

/** Is a file not there? */
export function isGone({path}: StoredFile): boolean {
  return statOf(path) === null;
}

/** How a file is not what was written. Reads all of it. */
export function damageOf({path, holds, seal}: StoredFile): Damage {
  const stat = statOf(path);
  if (stat === null) return `a file of ${holds} is missing`;
  if (seal === null) return null;
  if (stat.size < BigInt(seal.bytes)) return `a file of ${holds} breaks off: ${stat.size} bytes of ${seal.bytes}`;
  if (stat.size > BigInt(seal.bytes))
    return `a file of ${holds} is longer than it was: ${stat.size} bytes for ${seal.bytes}`;
  return sealFile(path, seal.name).sha256 === seal.sha256 ? null : `a file of ${holds} is not what was written`;
}

/** The fault of a file that is not what was written. */
export function damagedFile({path}: StoredFile, what: string): UserError {
  return new UserError("WORKSPACE_DAMAGED", what, advise("repair-file"), path);
}

/**
 * Are the files what was written? Each is read once a day, and whenever its size, its times or its place on the disk are others
 * than when it was read.
 *
 * @throws {UserError} WORKSPACE_DAMAGED naming the first that is not: figures from it would be wrong.
 */
export async function checkFiles(
  files: readonly StoredFile[],
  {checked}: StorePaths,
  day = new Date().toISOString().slice(0, 10),
): Promise<void> {
  const known = readChecked(checked, day);
  let isNews = false;
  for (const file of files) {
    const stamp = stampOf(file);
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    if (stamp !== null && known.get(name) === stamp) continue;
    const what = damageOf(file);
    if (what !== null) throw damagedFile(file, what);
    known.set(name, stamp!);
    isNews = true;
    // A person may want to interrupt.
    await others();
  }
  if (isNews) writeChecked(checked, day, known);
}

function stampOf({path, seal}: StoredFile): string | null {
  const stat = statOf(path);
  return stat && [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino, seal?.sha256 ?? ""].join(" ");
}

function statOf(path: string): BigIntStats | null {
  return statSync(path, {bigint: true, throwIfNoEntry: false}) ?? null;
}

/** Files that were read today and found whole, with what told that they were not touched since. */
function readChecked(path: string, day: string): Map<string, string> {
  try {
    const [seal, ...lines] = readFileSync(path, "utf8").split("\n");
    if (seal !== hash("sha256", lines.join("\n"))) return new Map();
    const [on, ...rows] = lines;
    if (on !== day) return new Map();
    return new Map(rows.map((row) => row.split("\t") as [string, string]));
  } catch {
    return new Map();
  }
}

/** Where it cannot be kept, the next report reads them again. */
function writeChecked(path: string, day: string, known: ReadonlyMap<string, string>): void {
  const text = [day, ...[...known].map((row) => row.join("\t"))].join("\n");
  try {
    writeWhole(path, `${hash("sha256", text)}\n${text}`, 0o600);
  } catch {
    // A store that may only be read, or a disk without room.
  }
}
