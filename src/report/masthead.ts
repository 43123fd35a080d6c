import type {Report} from "./report.ts";

/** Whose readership it is: the publication, and the one site of it that a report is of. */
export function mastheadOf({publication, site}: Pick<Report, "publication" | "site">): string {
  return site === null ? publication : `${publication} · ${site}`;
}
