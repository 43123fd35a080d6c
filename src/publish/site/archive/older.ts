import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {isPeriod, parsePeriod} from "../../../base/period.ts";
import {sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import {measureCell} from "../../../ledger/cells/measure-id.ts";
import {monthCell, textCell} from "../../../workspace/sheet/cell.ts";
import {numberCell} from "../../../workspace/sheet/number-cell.ts";
import {readSheet} from "../../../workspace/sheet/sheet.ts";
import type {ArchivedEdition, ArchivedFile, ReportedFigure} from "./archive.ts";
import {type ArchiveCache, type FoundFile, listFiles} from "./cache.ts";
import {harmlessPage, isPageFile} from "./harmless-page.ts";

/** The folder of reports that were made by hand, within that of what was published: a folder a period. */
export const olderFolder = "older";

const historyName = "history.csv";
const taken = /\.(?:pdf|html?|md|txt)$/i;

const history = {
  code: "PUBLISHED_DAMAGED",
  name: "history of an older report",
  help: "write it as the book history is written: measure, month, value, source",
  columns: z.object({
    measure: measureCell(),
    month: monthCell,
    value: numberCell,
    source: textCell('write which report gave the figure, like "report of January 2005"'),
  }),
} as const;

/**
 * Reports that were made by hand: nobody can compute them again.
 *
 * @throws {UserError} PUBLISHED_DAMAGED for a folder that is called after no period, or holds something else than reports
 */
export function readOlder(published: string, cache: ArchiveCache): ArchivedEdition[] {
  const folder = join(published, olderFolder);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.sort().map((name) => {
    const path = join(folder, name);
    if (!isPeriod(name)) {
      throw refused(
        "a report made by hand lies in a folder that is called after its period",
        "call it like 2004-H2",
        path,
      );
    }
    const {files, stamp} = listFiles(path);
    return cache.remember(`${olderFolder}/${name}`, stamp, () => readOne(name, path, files));
  });
}

function readOne(name: string, path: string, found: readonly FoundFile[]): ArchivedEdition {
  const files = found.map((file) => asShown(file, path));
  const strange = files.find((file) => file.name !== historyName && !taken.test(file.name));
  if (strange) {
    const help = "keep PDF, HTML, Markdown and text there, and figures in history.csv";
    throw refused("it is no report, nor its history.csv", help, join(path, strange.name));
  }
  const {months} = parsePeriod(name, "1970-01-01");
  const hasHistory = files.some((file) => file.name === historyName);
  const reported = hasHistory ? readReported(join(path, historyName), months.at(-1)!) : [];
  return {
    ...{period: name, months, kind: "older", date: null, files, sums: null, key: null, previous: null},
    ...{accepted: [], countersigned: [], report: null, reported, errata: []},
  };
}

/** The figures that a report made by hand gave: each month once, and none after the report's own. */
function readReported(path: string, last: string): ReportedFigure[] {
  const reported = new Map<string, ReportedFigure>();
  readSheet(path, history, ({measure, month, value, source}) => {
    const key = `${measure} of ${month}`;
    if (reported.has(key))
      throw refused(`${visible(key)} stands there twice`, "leave the one that the report gave", path);
    if (month > last) {
      throw refused(`${visible(key)} is later than the report`, "write it into the history of a later report", path);
    }
    reported.set(key, {id: measure, month, value, source});
  });
  return [...reported.values()];
}

/** A file as it gets into the archive. */
function asShown({name}: FoundFile, folder: string): ArchivedFile {
  const path = join(folder, name);
  const read = readFileSync(path);
  const bytes = isPageFile(name) ? olderPage(path)(read) : read;
  return {name, bytes: bytes.length, sha256: sha256(bytes)};
}

/**
 * What becomes of a page that was made by hand: it runs nothing.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function olderPage(path: string): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const page = harmlessPage(bytes);
    if (page === null) throw refused("its letters are of two bytes each", "save it as UTF-8", path);
    return page;
  };
}

function refused(what: string, help: string, where: string): UserError {
  return new UserError("PUBLISHED_DAMAGED", what, help, visible(where));
}
