import {feedFiles} from "./metadata/feeds.ts";
import {hostingFiles} from "./metadata/hosting.ts";
import {archiveSheets, dataPackage, seriesSheetFile} from "./metadata/sheets.ts";
import {editionPage} from "./pages/edition.ts";
import {editionsPages} from "./pages/editions.ts";
import {errataPages} from "./pages/errata.ts";
import {figurePage} from "./pages/figure.ts";
import {figuresPage} from "./pages/figures.ts";
import {findPages} from "./pages/find.ts";
import {frontPage} from "./pages/front.ts";
import {methodologyPages} from "./pages/methodology.ts";
import {dataPage, missingPage, verifyPage} from "./pages/plain.ts";
import type {ArchiveSite, SiteFile} from "./site.ts";
import {supersededByEdition} from "./superseded.ts";

/** Everything of the archive that is made: pages, feeds, sheets, and what servers and programs are told. */
export function siteFiles(site: ArchiveSite): SiteFile[] {
  const sheets = archiveSheets(site);
  const moved = supersededByEdition(site.archive, site.series);
  return [
    ...site.archive.editions.map((edition) => editionPage(site, edition, moved.get(edition.period) ?? [])),
    ...site.series.flatMap((series) => [figurePage(site, series), seriesSheetFile(series)]),
    ...errataPages(site),
    ...methodologyPages(site),
    ...findPages(site),
    ...editionsPages(site),
    figuresPage(site),
    ...sheets.map(({path, text}): SiteFile => ({path, key: null, make: () => text})),
    dataPackage(site, sheets),
    dataPage(
      site,
      sheets.map(({path, rows, text}) => ({path, rows, bytes: Buffer.byteLength(text)})),
    ),
    verifyPage(site),
    missingPage(site),
    ...hostingFiles(site),
    // What leads to all others comes last: it is never there before them.
    ...feedFiles(site),
    frontPage(site),
  ];
}
