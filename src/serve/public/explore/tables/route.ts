import {z} from "zod";
import {defineRoute} from "../../route.ts";
import {explorePolicy} from "../route.ts";
import {tablesPage} from "./page.ts";
import {tableChoice, tableQuery} from "./query.ts";

/** One table, as a reader wants to look at it. */
export const exploreTablesRoute = defineRoute({
  ...{id: "exploreTables", kind: "page", path: "/explore/tables/", who: "everybody"},
  purpose:
    "a table by a form: of which edition, beside which, one row through all editions, as chart, table, CSV or JSON",
  params: z.object({}),
  query: z.object(tableQuery),
  answer: null,
  carryOut: ({site, query}) => {
    const choice = tableChoice(site, query);
    if (choice === null) return null;
    const {table, as} = choice;
    if (as === "csv" || as === "json") {
      const wanted = new URLSearchParams({edition: table.edition.period, format: as});
      return {kind: "redirect", to: `../../api/v1/tables/${encodeURIComponent(table.id)}?${wanted}`};
    }
    return {kind: "made", type: "text/html; charset=utf-8", body: tablesPage(site, choice), policy: explorePolicy};
  },
});
