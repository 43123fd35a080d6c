import {z} from "zod";
import {printTidy, type TidyField} from "../../../publish/edition/tidy-table.ts";
import {defineRoute} from "../route.ts";
import {editionsWith, type RowInForce, tableInForce} from "../table-in-force.ts";
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
    const of = editionsWith(site, params.table).findLast(({period}) => [undefined, period].includes(query.edition));
    const table = of === undefined ? null : tableInForce(site, of, params.table);
    if (table === null) return null;
    const {id, title, edition, rows, notInTable} = table;
    const columns = table.columnDetails.map(({id, label, unit, decimals}) => ({id, label, unit, decimals}));
    if (query.format === "csv") {
      return csvAnswer(sheetOf(columns, rows), `${id.replaceAll(/[^\w-]+/g, "-")}-${edition.period}`);
    }
    return jsonAnswer({id, title, edition: edition.period, published: edition.date, columns, rows, notInTable});
  },
});

function sheetOf(
  columns: readonly {readonly id: string; readonly label: string}[],
  rows: readonly RowInForce[],
): string {
  const fields: TidyField[] = [
    {name: "key", type: "string", description: "what it is known by"},
    {name: "kind", type: "string", description: "item, or what several share"},
    {name: "label", type: "string", description: "what it is called"},
    ...columns.map(({id, label}): TidyField => ({name: id, type: "number", description: label})),
  ];
  return printTidy({fields, rows: rows.map(({key, kind, label, values}) => [key, kind, label, ...values])});
}
