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
    (folder: string, to: string) =>
    (file: ArchivedFile): OutputFile => {
      const {name, bytes, sha256} = file;
      return {path: `${to}/${name}`, stamp: sha256, content: {copyOf: join(published, folder, name), bytes}};
    };
  return [
    ...editions.flatMap(({period, kind, files, errata}): OutputFile[] => {
      if (kind === "kept") return [keptReport(period, files[0]!, join(published, `${period}.json`))];
      const folder = kind === "older" ? `${olderFolder}/${period}` : period;
      return [
        ...files.map((file) => {
          const copied = copy(folder, `${editionsFolder}/${period}`)(file);
          return kind === "older" && isPageFile(file.name) ? changed(copied, olderPage) : copied;
        }),
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

/** A copy of which something becomes in the archive. */
function changed(file: OutputFile, become: (path: string) => (bytes: Buffer) => Buffer): OutputFile {
  const {content} = file;
  return "make" in content ? file : {...file, content: {...content, as: become(content.copyOf)}};
}

function keptReport(period: string, {name, sha256}: ArchivedFile, path: string): OutputFile {
  const make = (): string => keptReportText(parsePublished(readFileSync(path, "utf8"), path));
  return {path: editionFile(period, name), stamp: sha256, content: {make}};
}
