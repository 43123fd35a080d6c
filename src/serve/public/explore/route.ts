import {z} from "zod";
import {formPolicy} from "../../../publish/site/pages/style.ts";
import {defineRoute} from "../route.ts";
import {figureNamed} from "../served-site.ts";
import {explorePage} from "./page.ts";
import {dataQuery, exploreQuery, type FigureChoice} from "./query.ts";

/** The page shows itself, and sends its own form to itself. */
export const explorePolicy = `${formPolicy}; frame-ancestors 'none'`;

/** One figure, as a reader wants to look at it. */
export const exploreRoute = defineRoute({
  ...{id: "explore", kind: "page", path: "/explore/", who: "everybody"},
  purpose: "a figure by a form: which, from when until when, beside what, as chart, table, CSV or JSON",
  params: z.object({}),
  query: z.object(exploreQuery),
  answer: null,
  carryOut: ({site, query}) => {
    const {figure, compare, as} = query;
    const series = figure === undefined ? site.series[0] : figureNamed(site, figure);
    if (series === undefined) return null;
    // Who has chosen the two months the wrong way round means what lies between.
    const isSwapped = query.from !== undefined && query.until !== undefined && query.from > query.until;
    const [from, until] = isSwapped ? [query.until, query.from] : [query.from, query.until];
    const choice: FigureChoice = {series, from, until, compare, as};
    if (as === "csv" || as === "json") {
      return {kind: "redirect", to: `../api/v1/figures/${series.slug}?${dataQuery(choice, as)}`};
    }
    const body = explorePage(site, choice);
    return {kind: "made", type: "text/html; charset=utf-8", body, policy: explorePolicy};
  },
});
