import {printJson} from "../../base/json.ts";
import {type PublishedReport, parsePublished, publishedEntry} from "../../report/restate/published.ts";
import {readPublishedFiles, writePublishedFile} from "../../workspace/published.ts";

/**
 * Every report that a workspace has published, in the order of the days.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readPublished(workspaceFolder: string): PublishedReport[] {
  const found = readPublishedFiles(workspaceFolder).map(({path, text}) => parsePublished(text, path));
  return found.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/**
 * Keeps a published report.
 *
 * @returns The file's path, from the workspace.
 * @throws {UserError} WORKSPACE_DENIED or DISK_FULL
 */
export function writePublished(workspaceFolder: string, published: PublishedReport): string {
  return writePublishedFile(workspaceFolder, published.period, printJson(publishedEntry(published)));
}
