import {join} from "node:path";
import {deskFolder} from "../../accounts/store.ts";
import {deleteOwn, uuid} from "../../base/own-files.ts";

/** Where files of a form lie until its request is answered. @param folder Of the workspace. */
export function sentFolder(folder: string): string {
  return join(deskFolder(folder), "sent");
}

/** Where logs that were sent lie until they are read. @param folder Of the workspace. */
export function keptLogsFolder(folder: string): string {
  return join(deskFolder(folder), "logs");
}

/**
 * Takes away what a desk that was killed has left of what was sent to it: such logs hold addresses, and lie nowhere else for long.
 *
 * Only where no other desk is at work on the workspace.
 *
 * @param folder Of the workspace.
 */
export function clearSent(folder: string): void {
  deleteOwn(sentFolder(folder), /^sent-[0-9A-Za-z]{6}$/);
  deleteOwn(keptLogsFolder(folder), new RegExp(`^${uuid}$`));
}
