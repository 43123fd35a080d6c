import {dirname, join} from "node:path";
import {UserError} from "../../base/error.ts";
import {makeFolder} from "../../base/make-folder.ts";
import {refuseLinks} from "../../base/own-files.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {openPublishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {FolderFiles} from "./files.ts";
import {writeWholeFolder} from "./whole-folder.ts";

/**
 * Writes a folder among what is published: whole or not at all, never over another. To be called while what is published is held.
 *
 * @param name From the folder of what is published: `2005-H2`, `2005-H2.errata/1`.
 * @throws {UserError} OUTPUT_REFUSED where something is there already, WORKSPACE_DAMAGED where a link is, WORKSPACE_DENIED or DISK_FULL
 */
export function writeSealedFolder({folder}: Pick<Workspace, "folder">, name: string, files: FolderFiles): void {
  const path = join(openPublishedFolder(folder), name);
  const above = dirname(path);
  refuseLinks([above, path]);
  try {
    makeFolder(above);
    writeWholeFolder(above, name.split("/").at(-1)!, files);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw asWriteFault(fault, path) ?? fault;
    const what = "something else stands where a folder of what is published has to be";
    throw new UserError("OUTPUT_REFUSED", what, "move it away, and run the same command again", path);
  }
}
