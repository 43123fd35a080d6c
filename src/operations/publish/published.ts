import {printJson} from "../../base/json.ts";
import type {Report} from "../../report/report.ts";
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

/** What a published report is called among others: no two have the same name. */
export function publishedName({period, scope: {site}}: Pick<PublishedReport, "period" | "scope">): string {
  // A site may have a port, and no file of every system may have a colon.
  return site === undefined ? period : `${period}.${site.replace(":", "-")}`;
}

/** Is it what was published of the period, and of the same site or of all? */
export function isOfReport({period, scope}: PublishedReport, report: Pick<Report, "period" | "site">): boolean {
  return period === report.period && (scope.site ?? null) === report.site;
}

/**
 * Keeps a published report.
 *
 * @returns The file's path, from the workspace.
 * @throws {UserError} WORKSPACE_DENIED or DISK_FULL
 */
export function writePublished(workspaceFolder: string, published: PublishedReport): string {
  return writePublishedFile(workspaceFolder, publishedName(published), printJson(publishedEntry(published)));
}
