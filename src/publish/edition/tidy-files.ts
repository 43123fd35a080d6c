import type {CsvForm} from "../../render/csv/cell.ts";
import type {Report} from "../../report/report.ts";
import {tidyTables} from "./tidy-report.ts";
import {printTidy, type TidyTable, tidyField} from "./tidy-table.ts";

/** Every table of the report as a file of CSV, by its name: those that an edition has in `data/`, and where they come from. */
export function tidyFiles(report: Report, form: CsvForm): Map<string, string> {
  const tables = [...tidyTables(report), provenance(report)];
  return new Map(tables.map((table) => [`${table.name}.csv`, printTidy(table, form)]));
}

function provenance(report: Report): TidyTable {
  const {publication, site, period, title, timeZone, date, language, broadsheet, methodology, signedWith} = report;
  return {
    name: "provenance",
    title: "Provenance",
    description: "One row a thing that the figures go back to",
    fields: [
      tidyField("about", "string", "what is said"),
      tidyField("value", "string", "what it is"),
      tidyField("sha256", "string", "of what it says"),
    ],
    rows: [
      ["publication", publication, null],
      ...(site === null ? [] : [["site", site, null]]),
      ...[
        ["period", period, null],
        ["title", title, null],
      ],
      ...[
        ["timeZone", timeZone, null],
        ["date", date, null],
        ["language", language, null],
      ],
      ["program", `Broadsheet ${broadsheet}`, null],
      ["methodology", methodology.name, methodology.sha256],
      ...methodology.robotLists.map(({name, version, sha256}) => ["robotList", `${name} ${version}`, sha256]),
      ...report.inputs.map(({name, sha256}) => ["log", name, sha256]),
      ...report.unread.map(({name, reason}) => [`unread-${reason}`, name, null]),
      ...(signedWith === null ? [] : [["signedWith", signedWith, null]]),
    ],
  };
}
