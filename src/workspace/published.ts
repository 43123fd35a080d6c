import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {refuseLinks} from "../base/own-files.ts";
import {clearDrafts, writeWhole} from "../base/whole-file.ts";
import {asWriteFault} from "../base/write-fault.ts";

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
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.startsWith("."));
  return files.sort().map((file) => ({path: join(folder, file), text: readFileSync(join(folder, file), "utf8")}));
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
  try {
    mkdirSync(folder, {recursive: true});
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
