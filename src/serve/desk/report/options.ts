import {z} from "zod";
import {isPeriod} from "../../../base/period.ts";
import {type TableId, tableIds} from "../../../base/table-ids.ts";

/** What a preview shows, beside its period: as its address says it. */
export interface PreviewOptions {
  /** undefined for what the settings say. */
  readonly compare: string | undefined;
  /** The tables that were chosen; null for those of the settings. */
  readonly tables: readonly TableId[] | null;
}

const comparisons = ["none", "year-ago", "previous"];
const compare = z.string().refine((text) => comparisons.includes(text) || isPeriod(text), {
  message: "name none, year-ago, previous, or a period like 2004-H2",
});

/** The parameters of {@link PreviewOptions}: a box a table, and whether the boxes were shown. */
export const previewQuery = z.object({
  compare: compare.optional(),
  chosen: z.literal("yes").optional(),
  ...Object.fromEntries(tableIds.map((id) => [`with-${id}`, z.literal("on").optional()])),
});

/** What the query of an address chooses. */
export function optionsOf(query: z.output<typeof previewQuery>): PreviewOptions {
  const {compare: chosen, chosen: areChosen, ...boxes} = query as Readonly<Record<string, string | undefined>>;
  const tables = areChosen === undefined ? null : tableIds.filter((id) => boxes[`with-${id}`] === "on");
  return {compare: chosen, tables};
}

/** As the end of an address that shows the same. */
export function printOptions({compare: chosen, tables}: PreviewOptions): string {
  const query = new URLSearchParams();
  if (chosen !== undefined) query.set("compare", chosen);
  if (tables !== null) query.set("chosen", "yes");
  for (const id of tables ?? []) query.set(`with-${id}`, "on");
  return query.size === 0 ? "" : `?${query.toString()}`;
}
