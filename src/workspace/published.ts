import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {makeFolder} from "../base/make-folder.ts";
import {refuseLinks} from "../base/own-files.ts";
import {clearDrafts, writeWhole} from "../base/whole-file.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {readKeptFile} from "./kept-file.ts";

/** The folder of a workspace that holds what was published. */
export const publishedFolder = "published";

/**
 * Every file of what was published, by its name.
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
 * Writes what was published of a period; the file is there whole or not at all.
 *
 * @returns The file's path, from the workspace.
 * @throws {UserError} WORKSPACE_DENIED or DISK_FULL, or WORKSPACE_DAMAGED where the folder is a link
 */
export function writePublishedFile(workspaceFolder: string, period: string, text: string): string {
  const folder = join(workspaceFolder, publishedFolder);
  const name = `${period}.json`;
  refuseLinks([folder]);
  refuseFile(folder);
  try {
    makeFolder(folder);
    clearDrafts(folder, ".");
    writeWhole(join(folder, name), text);
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  }
  return join(publishedFolder, name);
}

/**
 * Takes away what was being written when the program was killed, an hour ago or longer.
 *
 * @throws {UserError} WORKSPACE_DENIED
 */
export function clearUnpublished(workspaceFolder: string): void {
  const folder = join(workspaceFolder, publishedFolder);
  try {
    clearDrafts(folder, ".");
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  }
}
