import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parsePublished} from "../../report/restate/published.ts";
import type {ArchivedFile, PublicArchive} from "./archive/archive.ts";
import {isPageFile} from "./archive/harmless-page.ts";
import {olderFolder, olderPage} from "./archive/older.ts";
import {keptReportText} from "./archive/read-archive.ts";
import type {OutputFile} from "./output/write-site.ts";
import {editionFile, editionsFolder} from "./paths.ts";

/** What was published, as it was published, each file at its place in the archive. */
export function publishedCopies({editions, announced, keys}: PublicArchive, published: string): OutputFile[] {
  const copy =
    (folder: string, to: string, {isByHand = false} = {}) =>
    ({name, bytes, sha256}: ArchivedFile): OutputFile => {
      const copyOf = join(published, folder, name);
      const become = isByHand && isPageFile(name) ? {as: olderPage(copyOf)} : {};
      return {path: `${to}/${name}`, stamp: sha256, content: {copyOf, bytes, ...become}};
    };
  return [
    ...editions.flatMap(({period, kind, files, errata}): OutputFile[] => {
      if (kind === "kept") return [keptReport(period, files[0]!, join(published, `${period}.json`))];
      const isByHand = kind === "older";
      const folder = isByHand ? `${olderFolder}/${period}` : period;
      return [
        ...files.map(copy(folder, `${editionsFolder}/${period}`, {isByHand})),
        ...errata.flatMap((erratum) => {
          const own = `${period}.errata/${erratum.number}`;
          return erratum.files.map(copy(own, `${editionsFolder}/${own}`));
        }),
      ];
    }),
    ...announced.flatMap(({period, files}) =>
      files.map(copy(`${period}.announced`, `${editionsFolder}/${period}.announced`)),
    ),
    ...(keys === null ? [] : [{path: `${editionsFolder}/keys.txt`, stamp: null, content: {make: () => keys.text}}]),
  ];
}

function keptReport(period: string, {name, sha256}: ArchivedFile, path: string): OutputFile {
  const make = (): string => keptReportText(parsePublished(readFileSync(path, "utf8"), path));
  return {path: editionFile(period, name), stamp: sha256, content: {make}};
}
