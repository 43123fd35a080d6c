import {realpathSync} from "node:fs";
import {isAbsolute, relative, resolve, sep} from "node:path";
import {type ErrorCode, UserError} from "../../base/error.ts";
import {isPeriod} from "../../base/period.ts";
import {bookNames, books} from "../../ledger/books.ts";
import {writablePath} from "../../workspace/inside.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {namedFiles} from "./named-files.ts";

/** A file of a workspace that people edit. */
export interface EditableFile {
  /** From the workspace, as it is written in the settings: `broadsheet.yaml`, `ledger/deliveries.csv`. */
  readonly name: string;
  /** Whole; may be a link that stays in the workspace. */
  readonly path: string;
  /** `rows` stand each for itself, so that what two people add at its end can stand one behind the other. */
  readonly kind: "settings" | "rows" | "text";
  /** The code of its faults. */
  readonly code: ErrorCode;
  readonly mostMegabytes: number;
}

/** Every file that people edit, whether it is there or not, but for commentaries, of which there may be one a period. */
export function editableFiles({folder, config}: Workspace): EditableFile[] {
  const named = namedFiles(config).map(([name, code]) => fileOf(folder, name, code));
  return [
    {...fileOf(folder, configName, "CONFIG_UNREADABLE"), kind: "settings", mostMegabytes: 1},
    ...named.filter(({path}) => isOfThePeople(folder, path)),
    ...bookNames.map((book) => fileOf(folder, `ledger/${books[book].file}`, "LEDGER_REFUSED")),
  ];
}

/**
 * The file of that name, where it is one that people edit.
 *
 * @throws {UserError} OUTPUT_REFUSED where it is none, or a link leads it out of the workspace.
 */
export function editableFile({workspace}: {readonly workspace: Workspace}, name: string): EditableFile {
  const {folder} = workspace;
  const found = isCommentary(name) ? commentaryFile(folder, name) : named(workspace, name);
  if (found === undefined) {
    const help = `name ${configName}, a file that it names, a book of the ledger, or commentary/PERIOD.md`;
    throw new UserError("OUTPUT_REFUSED", "it is no file of the workspace that people edit", help, name);
  }
  writablePath(folder, relative(folder, found.path));
  // A link may lead to what is in the workspace, and not for editing.
  if (!isOfThePeople(folder, realPathOf(found.path))) {
    const what = "a link leads to what is not for editing, and nothing of it is written there";
    throw new UserError("OUTPUT_REFUSED", what, "put the file itself in the place of the link", found.path);
  }
  return found;
}

function named(workspace: Workspace, name: string): EditableFile | undefined {
  return editableFiles(workspace).find((file) => file.name === name);
}

function isCommentary(name: string): boolean {
  const stem = /^commentary\/([0-9A-Za-z.-]+)\.md$/i.exec(name)?.[1];
  return stem !== undefined && isPeriod(stem.toUpperCase());
}

function commentaryFile(folder: string, name: string): EditableFile {
  return {...fileOf(folder, name, "COMMENTARY_REFUSED"), kind: "text", mostMegabytes: 1};
}

function fileOf(folder: string, name: string, code: ErrorCode): EditableFile {
  return {name, path: resolve(folder, name), kind: "rows", code, mostMegabytes: 16};
}

/** What Broadsheet keeps for itself in a workspace: who may sign in, with the keys and the log, and the public archive, too. */
const ownFolders: readonly string[] = ["store", "published", "desk", "public"];

/** Is it in the workspace, and nothing that Broadsheet keeps for itself there, nor hidden? */
export function isOfThePeople(folder: string, path: string): boolean {
  const inside = [folder, realPathOf(folder)]
    .map((one) => relative(one, path))
    .find((one) => one !== "" && !one.startsWith("..") && !isAbsolute(one));
  if (inside === undefined) return false;
  const parts = inside.split(sep);
  // On some disks a name is the same in capitals.
  return !ownFolders.includes(parts[0]!.toLowerCase()) && parts.every((part) => !part.startsWith("."));
}

/** Where a path leads; itself where nothing is there. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
