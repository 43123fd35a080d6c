import {z} from "zod";
import {printTidy, type TidyField} from "../../../publish/edition/tidy-table.ts";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {parseReportJson, type ReportJson} from "../../../report/restate/published.ts";
import {defineRoute} from "../route.ts";
import {reportText, type ServedSite} from "../served-site.ts";
import {csvAnswer, formatQuery, jsonAnswer} from "./json.ts";
import {nameShape, valueShape} from "./shapes.ts";

const named = z.strictObject({id: z.string(), title: z.string(), editions: z.array(z.string())});

/** All tables. */
export const tablesRoute = defineRoute({
  ...{id: "listTables", kind: "api", path: "/api/v1/tables", who: "everybody"},
  purpose: "every table that was ever published, with the editions that have it, the newest first",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({tables: z.array(named)}),
  carryOut: ({site}) => {
    const all = site.archive.editions.toReversed().flatMap(({period, report}) => {
      return (report?.tables ?? []).map(({id, title}) => ({id, title, period}));
    });
    const tables = [...Map.groupBy(all, ({id}) => id)].map(([id, own]) => {
      return {id, title: own[0]!.title, editions: own.map(({period}) => period)};
    });
    return jsonAnswer({tables});
  },
});

/** One cell that is another than it was published. */
const corrected = z.strictObject({
  column: z.string(),
  before: valueShape,
  erratum: z.number().int(),
});

/** One table of one edition. */
export const tableRoute = defineRoute({
  ...{id: "getTable", kind: "api", path: "/api/v1/tables/:table", who: "everybody"},
  purpose: "a table of an edition, with what errata have put right; without `edition` that of the newest which has it",
  params: z.object({table: nameShape}),
  query: z.object({edition: nameShape.optional(), ...formatQuery}),
  answer: z.strictObject({
    id: z.string(),
    title: z.string(),
    edition: z.string(),
    published: z.string().nullable(),
    columns: z.array(z.strictObject({id: z.string(), label: z.string(), unit: z.string(), decimals: z.number().int()})),
    rows: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.string().describe("item: one of them; others: what several share"),
        label: z.string(),
        values: z.array(valueShape).describe("one a column, as they are in force"),
        corrected: z.array(corrected),
      }),
    ),
    notInTable: z
      .array(z.strictObject({key: z.string(), label: z.string(), value: valueShape, erratum: z.number().int()}))
      .describe("what errata say of rows that the edition did not have"),
  }),
  carryOut: ({site, params, query}) => {
    const id = params.table;
    const of = site.archive.editions.findLast(({period, report}) => {
      const isWanted = query.edition === undefined || query.edition === period;
      return isWanted && (report?.tables.some((table) => table.id === id) ?? false);
    });
    if (of === undefined) return null;
    const table = tableOf(site, of, id);
    if (table === null) return null;
    const known = correctionsOf(of, id);
    const rows = table.rows.map((row) => rowOf(table, row, known));
    const columns = table.columnDetails.map(({id, label, unit, decimals}) => ({id, label, unit, decimals}));
    if (query.format === "csv") {
      return csvAnswer(sheetOf(columns, rows), `${id.replaceAll(/[^\w-]+/g, "-")}-${of.period}`);
    }
    // What is left was of no row.
    const notInTable = [...known].map(([key, {after, label, number}]) => ({key, label, value: after, erratum: number}));
    return jsonAnswer({id, title: table.title, edition: of.period, published: of.date, columns, rows, notInTable});
  },
});

type Table = ReportJson["tables"][number];

function tableOf(site: ServedSite, {period}: ArchivedEdition, id: string): Table | null {
  const text = reportText(site, period);
  if (text === null) return null;
  const {tables, ledger} = parseReportJson(text);
  return [...tables, ...(ledger?.tables ?? [])].find((table) => table.id === id) ?? null;
}

interface CellCorrection {
  readonly after: number | null;
  readonly label: string;
  readonly number: number;
}

/** What errata say of the cells of a table, the last of each, by the key of the cell. */
function correctionsOf({errata}: ArchivedEdition, id: string): Map<string, CellCorrection> {
  const known = new Map<string, CellCorrection>();
  for (const {number, figures} of errata) {
    for (const {key, after, label, cell} of figures) {
      if (!key.startsWith(`table|${id}|`)) continue;
      known.set(key, {after, label: cell === null ? label : `${cell.row}, ${cell.column}`, number});
    }
  }
  return known;
}

/** A row as it is in force. What was corrected is taken out of what is known: so what is left has no row. */
function rowOf({id, columnDetails}: Table, row: Table["rows"][number], known: Map<string, CellCorrection>) {
  const changed = columnDetails.map(({id: column}) => {
    const key = `table|${id}|${row.kind}|${row.key}|${column}`;
    const found = known.get(key);
    known.delete(key);
    return found;
  });
  return {
    ...{key: row.key, kind: row.kind, label: row.label},
    values: columnDetails.map((_, place) => (changed[place] ? changed[place].after : (row.values[place] ?? null))),
    corrected: columnDetails.flatMap(({id: column}, place) => {
      const found = changed[place];
      return found ? [{column, before: row.values[place] ?? null, erratum: found.number}] : [];
    }),
  };
}

function sheetOf(
  columns: readonly {readonly id: string; readonly label: string}[],
  rows: readonly ReturnType<typeof rowOf>[],
): string {
  const fields: TidyField[] = [
    {name: "key", type: "string", description: "what it is known by"},
    {name: "kind", type: "string", description: "item, or what several share"},
    {name: "label", type: "string", description: "what it is called"},
    ...columns.map(({id, label}): TidyField => ({name: id, type: "number", description: label})),
  ];
  return printTidy({fields, rows: rows.map(({key, kind, label, values}) => [key, kind, label, ...values])});
}
