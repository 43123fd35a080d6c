import {type AnnouncementRecord, parseAnnouncement} from "../report/restate/edition.ts";
import {readAnnouncementFolder} from "../workspace/published.ts";

/** What was announced of an edition before its figures were there. */
export interface Announcement {
  readonly record: AnnouncementRecord;
  /** SHA-256 of its file of sums. */
  readonly sums: string;
}

/**
 * What was announced of a period; null where nothing was.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readAnnouncement(workspaceFolder: string, period: string): Announcement | null {
  const found = readAnnouncementFolder(workspaceFolder, period);
  if (found === null) return null;
  return {record: parseAnnouncement(found.texts[0]!, `${found.path}/announcement.json`), sums: found.sumsSha256};
}
