import {printJson} from "../../base/json.ts";
import {sha256} from "../../base/sha256.ts";
import type {Report} from "../../report/report.ts";
import {printTidy, type TidyField, type TidyTable} from "./tidy-table.ts";

/** The address of a profile of Data Packages. */
export const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`;

/**
 * The tables as files of `data/`, and what describes them: a Data Package of version 2 with the hash and the length of each.
 *
 * @returns Texts by the path in the edition.
 */
export function dataFiles(tables: readonly TidyTable[], report: Report): Map<string, string> {
  const files = new Map(tables.map((table) => [`data/${table.name}.csv`, printTidy(table)]));
  const resources = tables.map((table) => resourceOf(table, files.get(`data/${table.name}.csv`)!));
  const {publication, title, period, date, broadsheet} = report;
  const described = {
    $schema: profile("datapackage"),
    name: period.toLowerCase(),
    title: `${publication}: ${title}`,
    description: `Figures of ${title}, as ${publication} published them on ${date}`,
    version: date,
    created: `${date}T00:00:00Z`,
    contributors: [{title: publication, roles: ["publisher"]}],
    resources,
    broadsheet,
  };
  return files.set("datapackage.json", printJson(described));
}

function resourceOf({name, title, description, fields}: TidyTable, text: string): object {
  return {
    $schema: profile("dataresource"),
    ...{name, path: `data/${name}.csv`, type: "table", title, description},
    ...csvResource(text, fields),
  };
}

/** What is said of a table's file behind its name: its form, length, hash and fields. */
export function csvResource(text: string, fields: readonly TidyField[]): object {
  return {
    ...{format: "csv", mediatype: "text/csv", encoding: "utf-8"},
    bytes: Buffer.byteLength(text),
    hash: `sha256:${sha256(text)}`,
    schema: {
      $schema: profile("tableschema"),
      fields: fields.map((one) => ({name: one.name, type: one.type, description: one.description})),
      missingValues: [""],
    },
  };
}
