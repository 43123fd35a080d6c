import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {makeFolder} from "../base/make-folder.ts";
import {refuseLinks} from "../base/own-files.ts";
import {isPeriod} from "../base/period.ts";
import {sha256} from "../base/sha256.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {readKeptFile} from "./kept-file.ts";

/** The folder of a workspace that holds what was published. */
export const publishedFolder = "published";

/** The name of a folder's file of sums. */
export const sumsName = "SHA256SUMS";

/** How the folder is called that holds what was restated of a period's report. */
export function errataFolder(period: string): string {
  return `${period}.errata`;
}

/** How the folder is called that holds what was said before a period's figures were there. */
export function announcementFolder(period: string): string {
  return `${period}.announced`;
}

/** A folder that was sealed: the files of it that were asked for, each as its sums say. */
export interface SealedFolder {
  readonly period: string;
  readonly path: string;
  /** Of the file of sums. */
  readonly sumsSha256: string;
  /** By their names, in the order in which they were asked for. */
  readonly texts: readonly string[];
}

/** Which periods are wanted, as they are named? An archive is long, and most of what is asked is about a few of them. */
export type WantedPeriods = (period: string) => boolean;

/** All of them. */
export const everyPeriod: WantedPeriods = () => true;

/**
 * The edition of every period that has one and is wanted.
 *
 * @param files What is read of each.
 * @throws {UserError} PUBLISHED_DAMAGED or WORKSPACE_DAMAGED
 */
export function readEditionFolders(
  workspaceFolder: string,
  isWanted: WantedPeriods = everyPeriod,
  files: readonly string[] = ["edition.json", "report.json"],
): SealedFolder[] {
  return foldersIn(workspaceFolder, ({name}) => isPeriod(name) && isWanted(name)).map((period) => {
    return readSealed(join(workspaceFolder, publishedFolder, period), period, files);
  });
}

/**
 * What was restated, by the number of the erratum within its period.
 *
 * @throws {UserError} PUBLISHED_DAMAGED or WORKSPACE_DAMAGED
 */
export function readErrataFolders(workspaceFolder: string, isWanted: WantedPeriods = everyPeriod): SealedFolder[] {
  const ending = errataFolder("");
  const folders = foldersIn(workspaceFolder, ({name}) => {
    const period = name.slice(0, -ending.length);
    return name.endsWith(ending) && isPeriod(period) && isWanted(period);
  });
  return folders.flatMap((folder) => {
    const path = join(workspaceFolder, publishedFolder, folder);
    const numbers = readdirSync(path).filter((name) => /^[1-9]\d{0,5}$/.test(name));
    const sorted = numbers.sort((one, other) => Number(one) - Number(other));
    return sorted.map((number) => readSealed(join(path, number), folder.slice(0, -ending.length), ["erratum.json"]));
  });
}

/**
 * What was announced of a period; null where nothing was.
 *
 * @throws {UserError} PUBLISHED_DAMAGED or WORKSPACE_DAMAGED
 */
export function readAnnouncementFolder(workspaceFolder: string, period: string): SealedFolder | null {
  return readAnnouncementFolders(workspaceFolder, (name) => name === period)[0] ?? null;
}

/** What was announced of every period that is wanted. @throws {UserError} PUBLISHED_DAMAGED or WORKSPACE_DAMAGED */
export function readAnnouncementFolders(
  workspaceFolder: string,
  isWanted: WantedPeriods = everyPeriod,
): SealedFolder[] {
  const ending = announcementFolder("");
  const folders = foldersIn(workspaceFolder, ({name}) => {
    const period = name.slice(0, -ending.length);
    return name.endsWith(ending) && isPeriod(period) && isWanted(period);
  });
  return folders.map((name) => {
    const path = join(workspaceFolder, publishedFolder, name);
    return readSealed(path, name.slice(0, -ending.length), ["announcement.json"]);
  });
}

function foldersIn(workspaceFolder: string, isWanted: (entry: {readonly name: string}) => boolean): string[] {
  const folder = join(workspaceFolder, publishedFolder);
  refuseLinks([folder]);
  if (!existsSync(folder)) return [];
  refuseFile(folder);
  const entries = readdirSync(folder, {withFileTypes: true}).filter(isWanted);
  refuseLinks(entries.map(({name}) => join(folder, name)));
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function readSealed(path: string, period: string, names: readonly string[]): SealedFolder {
  refuseLinks([path, ...[sumsName, ...names].map((name) => join(path, name))]);
  const [sums, ...files] = [sumsName, ...names].map((name) => readKeptFile(join(path, name), publishedFile));
  const lines = new Set(sums!.toString("utf8").split("\n"));
  for (const [place, name] of names.entries()) {
    if (lines.has(`${sha256(files[place]!)}  ${name}`)) continue;
    const what = "the file is not what was published: its hash is another";
    throw new UserError("PUBLISHED_DAMAGED", what, publishedFile.help, join(path, name));
  }
  return {period, path, sumsSha256: sha256(sums!), texts: files.map((file) => file.toString("utf8"))};
}

/**
 * Every file that an older Broadsheet kept of what was published, by its name.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where the folder is a link
 */
export function readPublishedFiles(workspaceFolder: string): {readonly path: string; readonly text: string}[] {
  const folder = join(workspaceFolder, publishedFolder);
  refuseLinks([folder]);
  if (!existsSync(folder)) return [];
  refuseFile(folder);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.startsWith("."));
  return files.sort().map((file) => {
    const path = join(folder, file);
    return {path, text: readKeptFile(path, publishedFile).toString("utf8")};
  });
}

const publishedFile = {
  code: "PUBLISHED_DAMAGED",
  name: "file of a published report",
  help: "bring it back from a backup",
  mostMegabytes: 64,
} as const;

/** @throws {UserError} PUBLISHED_DAMAGED where a file stands in the folder's place. */
function refuseFile(folder: string): void {
  if (!existsSync(folder) || statSync(folder).isDirectory()) return;
  const what = "something else stands where the folder of what was published has to be";
  throw new UserError("PUBLISHED_DAMAGED", what, "move it away, and bring the folder back from a backup", folder);
}

/**
 * The folder of what was published, to be written in; made where there is none.
 *
 * @throws {UserError} WORKSPACE_DENIED or DISK_FULL, or WORKSPACE_DAMAGED where the folder is a link
 */
export function openPublishedFolder(workspaceFolder: string): string {
  const folder = join(workspaceFolder, publishedFolder);
  refuseLinks([folder]);
  refuseFile(folder);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  }
  return folder;
}
