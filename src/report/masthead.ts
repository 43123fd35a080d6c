import type {Report} from "./report.ts";

/** Whose readership it is: the publication, and the one site of it that a report is of; null where neither was said. */
export function mastheadOf({publication, site}: Pick<Report, "publication" | "site">): string | null {
  const known = [publication, site].filter((name) => name !== null);
  return known.length === 0 ? null : known.join(" · ");
}
