import {z} from "zod";
import {addMonths, isMonth} from "../../../base/period.ts";
import type {Series} from "../../../publish/site/series.ts";
import {nameShape} from "../api/shapes.ts";
import {type ComparisonName, type SelectionRequest, selectionQuery} from "../selection.ts";
import type {ServedSite} from "../served-site.ts";

/** In which ways a figure or a table is looked at; the last two lead to the API. */
export const forms = ["all", "chart", "table", "csv", "json"] as const;

/** How it is asked in which of them. */
export const formShape = z.enum(forms, {error: `write one of ${forms.join(", ")}`}).default("all");

/** What the page of exploring takes: what its form sends. */
export const exploreQuery = {
  figure: nameShape.optional(),
  ...selectionQuery,
  as: formShape,
};

/** What was chosen. */
export interface FigureChoice extends SelectionRequest {
  readonly series: Series;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly as: (typeof forms)[number];
}

/** What may be given in a link to the page; the rest is as it was chosen. */
export type ChoiceChange = Partial<Pick<FigureChoice, "from" | "until" | "compare" | "as" | "series">>;

/** The query of a link to a choice. */
export function choiceQuery(choice: FigureChoice, change: ChoiceChange = {}): string {
  const {series, from, until, compare, as} = {...choice, ...change};
  return queryOf({figure: series.slug, from, until, compare: saidOf(compare), as: as === "all" ? undefined : as});
}

/** The query of the same in the API. */
export function dataQuery({from, until, compare}: FigureChoice, format: "csv" | "json"): string {
  return queryOf({from, until, compare: saidOf(compare), format});
}

/** What is usual need not be said. */
function saidOf(compare: ComparisonName): ComparisonName | undefined {
  return compare === "none" ? undefined : compare;
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(said).toString();
}

/** The months that can be chosen: from the first that any figure has to the last. */
export function choosableMonths({series}: ServedSite): string[] {
  const ends = series
    .flatMap(({months}) => [months[0]?.span, months.at(-1)?.span])
    .filter((month) => month !== undefined);
  if (ends.length === 0) return [];
  const [first, last] = [ends.reduce((a, b) => (b < a ? b : a)), ends.reduce((a, b) => (b > a ? b : a))];
  const months: string[] = [];
  for (let month = first; month <= last && isMonth(month) && months.length < 1200; month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
}
