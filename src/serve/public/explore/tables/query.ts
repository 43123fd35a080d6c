import {z} from "zod";
import {refusal} from "../../../fault.ts";
import {nameShape} from "../../api/shapes.ts";
import type {ServedSite} from "../../served-site.ts";
import {editionsWith, type TableInForce, tableInForce} from "../../table-in-force.ts";
import {formShape} from "../query.ts";

/** What the page of exploring tables takes: what its form sends. */
export const tableQuery = {
  table: nameShape.optional(),
  edition: nameShape.optional(),
  beside: nameShape.optional(),
  row: z.string().max(2000).optional(),
  as: formShape,
};

/** What was chosen. */
export interface TableChoice {
  readonly table: TableInForce;
  /** What it is set beside: the same table of another edition; null for nothing. */
  readonly beside: TableInForce | null;
  /** One row of it; null for all. */
  readonly row: string | null;
  readonly as: z.output<typeof formShape>;
}

/** Every table of which there is one, by its id; the title is that of the newest edition. */
export function tablesOf({archive}: ServedSite): ReadonlyMap<string, string> {
  const all = archive.editions.flatMap(({report}) => report?.tables ?? []);
  return new Map(all.map(({id, title}) => [id, title]));
}

/**
 * What is meant by a query: without a table the first, without an edition the newest that has it.
 *
 * @returns Null where nothing was published that has a table.
 * @throws {ServedFault} PARAMETER_REFUSED where an edition is named that has no such table, NOT_FOUND where there is no such table at all
 */
export function tableChoice(
  site: ServedSite,
  {table: id = [...tablesOf(site).keys()][0], edition, beside, row, as}: z.output<z.ZodObject<typeof tableQuery>>,
): TableChoice | null {
  if (id === undefined) return null;
  const editions = editionsWith(site, id);
  if (editions.length === 0) throw refusal("NOT_FOUND", "there is no such table here");
  const of = (period: string | undefined, where: string): TableInForce => {
    const found = editions.findLast((one) => period === undefined || one.period === period);
    const table = found === undefined ? null : tableInForce(site, found, id);
    if (table !== null) return table;
    const help = `name one of ${editions.map((one) => one.period).join(", ")}`;
    throw refusal("PARAMETER_REFUSED", "that edition has no such table", {where, help});
  };
  const table = of(edition, "edition");
  const other = beside === undefined ? null : of(beside, "beside");
  // A row of the table that was chosen before is none of this one.
  const hasRow = [table, other].some((one) => one?.rows.some(({key}) => key === row));
  return {table, beside: other, row: hasRow ? row! : null, as};
}

/** What may be given in a link to the page; the rest is as it was chosen. */
export type TableChange = Partial<Record<"edition" | "beside" | "row" | "as", string | null>>;

/** The query of a link to a choice. */
export function tableLink({table, beside, row, as}: TableChoice, change: TableChange = {}): string {
  const parts = {
    table: table.id,
    ...{edition: table.edition.period, beside: beside?.edition.period ?? null, row, as: as === "all" ? null : as},
    ...change,
  };
  const said = Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return new URLSearchParams(said).toString();
}
