import type {ArchivedEdition} from "../../publish/site/archive/archive.ts";
import {parseReportJson, type ReportJson} from "../../report/restate/published.ts";
import {reportText, type ServedSite} from "./served-site.ts";

type Table = ReportJson["tables"][number];

/** One row of a table, as it is in force. */
export interface RowInForce {
  readonly key: string;
  /** `item`: one of them; `others`: what several share. */
  readonly kind: Table["rows"][number]["kind"];
  readonly label: string;
  /** One a column. */
  readonly values: readonly (number | null)[];
  readonly corrected: readonly {readonly column: string; readonly before: number | null; readonly erratum: number}[];
}

/** A table of an edition, with what errata have put right. */
export interface TableInForce extends Pick<Table, "id" | "title" | "columnDetails"> {
  readonly edition: ArchivedEdition;
  readonly rows: readonly RowInForce[];
  /** What errata say of rows that the edition did not have. */
  readonly notInTable: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: number | null;
    readonly erratum: number;
  }[];
}

/** The editions that have a table, the oldest first. */
export function editionsWith({archive}: ServedSite, id: string): ArchivedEdition[] {
  return archive.editions.filter(({report}) => report?.tables.some((table) => table.id === id) ?? false);
}

/**
 * A table of an edition as it is in force; null where it has none.
 *
 * @throws {ServedFault} CHANGED where the edition is not any more what was checked.
 */
export function tableInForce(site: ServedSite, edition: ArchivedEdition, id: string): TableInForce | null {
  const text = reportText(site, edition.period);
  if (text === null) return null;
  const {tables, ledger} = parseReportJson(text);
  const table = [...tables, ...(ledger?.tables ?? [])].find((one) => one.id === id);
  if (table === undefined) return null;
  const known = correctionsOf(edition, id);
  const rows = table.rows.map((row) => rowOf(table, row, known));
  // What is left was of no row.
  const notInTable = [...known].map(([key, {after, label, number}]) => ({key, label, value: after, erratum: number}));
  return {id, title: table.title, columnDetails: table.columnDetails, edition, rows, notInTable};
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
