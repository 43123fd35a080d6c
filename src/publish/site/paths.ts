import {sha256} from "../../base/sha256.ts";
import type {ArchivedEdition, Erratum} from "./archive/archive.ts";
import type {Series} from "./series.ts";

/*
 * Where everything lies in the archive, from its root. All links are relative, so that a page works from a file, a stick or an onion.
 */

/** The folder of editions: what was published, as it was published, with a page beside each. */
export const editionsFolder = "editions";

/** The page of an edition. */
export function editionPath({period}: Pick<ArchivedEdition, "period">): string {
  return `${editionsFolder}/${period}.html`;
}

/** A file of an edition. */
export function editionFile(period: string, name: string): string {
  return `${editionsFolder}/${period}/${name}`;
}

/** The page of a figure. */
export function seriesPath({slug}: Pick<Series, "slug">): string {
  return `series/${slug}.html`;
}

/** Every value that was published of a figure, as a sheet. */
export function seriesSheet({slug}: Pick<Series, "slug">): string {
  return `series/${slug}.csv`;
}

/** Where an erratum is read: on the page of its year. */
export function erratumPath(erratum: Pick<Erratum, "period" | "number" | "date" | "page">): string {
  return `${errataPath(erratum.date.slice(0, 4), erratum.page)}#${erratumId(erratum)}`;
}

/** One of the pages of a year's errata. */
export function errataPath(year: string, page: number): string {
  return `errata/${year}${page > 1 ? `-${page}` : ""}.html`;
}

/** How an erratum is pointed to on its page. */
export function erratumId({period, number, date}: Pick<Erratum, "period" | "number" | "date">): string {
  return `erratum-${period}-${number}-${date}`;
}

/** A file of an erratum, as it was sealed. */
export function erratumFile({period, number}: Pick<Erratum, "period" | "number">, name: string): string {
  return `${editionsFolder}/${period}.errata/${number}/${name}`;
}

/** The page of a methodology by the hash of its rules. */
export function methodologyPath(hash: string): string {
  // What an edition calls the hash of its rules may be any text.
  const plain = /^[0-9a-f]{64}$/.test(hash) ? hash : sha256(hash);
  return `methodology/${plain.slice(0, 24)}.html`;
}

/** The way from one page to another, or to a file. */
export function relativeLink(from: string, to: string): string {
  const [page = "", mark] = to.split("#");
  const above = "../".repeat(from.split("/").length - 1);
  const fragment = mark === undefined ? "" : `#${encodeURIComponent(mark)}`;
  if (page === from && mark !== undefined) return fragment;
  return `${above}${page.split("/").map(encodeURIComponent).join("/")}${fragment}`;
}
