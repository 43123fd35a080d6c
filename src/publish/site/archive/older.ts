import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {isPeriod, parsePeriod} from "../../../base/period.ts";
import {visible} from "../../../base/text.ts";
import {monthCell, textCell} from "../../../workspace/sheet/cell.ts";
import {numberCell} from "../../../workspace/sheet/number-cell.ts";
import {readSheet} from "../../../workspace/sheet/sheet.ts";
import type {ArchivedEdition, ReportedFigure} from "./archive.ts";
import {type ArchiveCache, type FoundFile, listFiles} from "./cache.ts";
import {readFolder} from "./sealed-folder.ts";

/** The folder of reports that were made by hand, within that of what was published: a folder a period. */
export const olderFolder = "older";

const historyName = "history.csv";
const taken = /\.(?:pdf|html?|md|txt)$/i;

const history = {
  code: "PUBLISHED_DAMAGED",
  name: "history of an older report",
  help: "write it as the book history is written: measure, month, value, source",
  columns: z.object({
    measure: textCell("write the id of a measure, like readers"),
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
  const files = readFolder(path, found);
  const strange = files.find((file) => file.name !== historyName && !taken.test(file.name));
  if (strange) {
    const help = "keep PDF, HTML, Markdown and text there, and figures in history.csv";
    throw refused("it is no report, nor its history.csv", help, join(path, strange.name));
  }
  const reported: ReportedFigure[] = [];
  if (files.some((file) => file.name === historyName)) {
    readSheet(join(path, historyName), history, ({measure, month, value, source}) => {
      reported.push({id: measure, month, value, source});
    });
  }
  const {months} = parsePeriod(name, "1970-01-01");
  return {
    ...{period: name, months, kind: "older", date: null, files, sums: null, key: null, previous: null},
    ...{accepted: [], countersigned: [], report: null, reported, errata: []},
  };
}

function refused(what: string, help: string, where: string): UserError {
  return new UserError("PUBLISHED_DAMAGED", what, help, visible(where));
}
