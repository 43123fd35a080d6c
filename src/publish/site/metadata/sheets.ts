import {visible} from "../../../base/text.ts";
import type {CsvCell} from "../../../render/csv/cell.ts";
import {csvResource, profile} from "../../edition/data-package.ts";
import {printTidy, type TidyField} from "../../edition/tidy-table.ts";
import {seriesSheet} from "../paths.ts";
import {type Point, type Series, valueInForce} from "../series.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";

const figureFields: readonly TidyField[] = [
  {name: "group", type: "string", description: "measure: from the logs; ledger: from the books"},
  {name: "measure", type: "string", description: "id of the measure"},
  {name: "period", type: "string", description: "month YYYY-MM, or the name of a whole period"},
];

const seriesFields: readonly TidyField[] = [
  ...figureFields,
  {name: "value", type: "number", description: "the value in force; empty for none"},
  {name: "unit", type: "string", description: "what it is counted in, in the language of its edition"},
  {name: "edition", type: "string", description: "the edition that said it last"},
];

const vintageFields: readonly TidyField[] = [
  ...figureFields,
  {name: "vintage", type: "integer", description: "1 for the value that was published first"},
  {name: "value", type: "number", description: "the value; empty for none"},
  {name: "published", type: "date", description: "the day; empty where a report made by hand does not say"},
  {name: "edition", type: "string", description: "the edition in which, or to which, it was published"},
  {name: "erratum", type: "integer", description: "the number of the erratum that brought it; empty where none did"},
  {name: "kind", type: "string", description: "first, correction, revision, restatement, later-edition or reported"},
  {name: "reason", type: "string", description: "in the publisher's words"},
  {name: "causes", type: "string", description: "what was found to have moved it"},
];

/** A sheet of the whole archive. */
export interface ArchiveSheet {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly TidyField[];
  readonly rows: number;
  readonly text: string;
}

/** The two sheets of the whole archive: every value in force, and every value that was ever published. */
export function archiveSheets({series}: Pick<ArchiveSite, "series">): ArchiveSheet[] {
  const inForce = series.flatMap((one) => pointsOf(one).map((point) => seriesRow(one, point)));
  const vintages = series.flatMap((one) => pointsOf(one).flatMap((point) => vintageRows(one, point)));
  return [
    {
      ...{path: "data/series.csv", name: "series", description: "every figure as it is in force", fields: seriesFields},
      ...{rows: inForce.length, text: printTidy({fields: seriesFields, rows: inForce})},
    },
    {
      ...{
        path: "data/vintages.csv",
        name: "vintages",
        description: "every value that was ever published",
        fields: vintageFields,
      },
      ...{rows: vintages.length, text: printTidy({fields: vintageFields, rows: vintages})},
    },
  ];
}

/** Every value that was published of a figure. */
export function vintageSheet(series: Series): string {
  const rows = pointsOf(series).flatMap((point) => vintageRows(series, point));
  return printTidy({fields: vintageFields, rows});
}

/** The same as a file of the archive. */
export function seriesSheetFile(series: Series): SiteFile {
  return {path: seriesSheet(series), key: null, make: () => vintageSheet(series)};
}

/** The sheets as a Data Package describes them, with their hashes. */
export function dataPackage({publication, words, address}: ArchiveSite, sheets: readonly ArchiveSheet[]): SiteFile {
  const make = (): string => {
    const about = {
      $schema: profile("datapackage"),
      name: "readership",
      title: visible(words.t("site-archive-of", {publication})),
      ...(address === null ? {} : {homepage: address}),
      resources: sheets.map(({path, name, description, fields, text}) => ({
        ...{name, path: path.replace("data/", ""), description, type: "table"},
        ...csvResource(text, fields),
      })),
    };
    return `${JSON.stringify(about, null, 2)}\n`;
  };
  return {path: "data/datapackage.json", key: null, make};
}

function pointsOf({months, periods}: Series): readonly Point[] {
  return [...months, ...periods];
}

function seriesRow({group, id, unit}: Series, point: Point): CsvCell[] {
  return [group, id, point.span, valueInForce(point), unit, point.vintages.at(-1)!.edition];
}

function vintageRows({group, id}: Series, {span, vintages}: Point): CsvCell[][] {
  return vintages.map(({value, date, edition, erratum, kind, reason, causes}, place) => {
    return [group, id, span, place + 1, value, date, edition, erratum, kind, reason, causes.join("; ")];
  });
}
