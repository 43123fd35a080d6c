import {z} from "zod";
import {addMonths, isMonth} from "../../../base/period.ts";
import type {Series} from "../../../publish/site/series.ts";
import {nameShape} from "../api/shapes.ts";
import {type SelectionRequest, selectionQuery} from "../selection.ts";
import type {ServedSite} from "../served-site.ts";

/** In which ways a figure is looked at; the last two lead to the API. */
export const forms = ["all", "chart", "table", "csv", "json"] as const;

/** What the page of exploring takes: what its form sends. */
export const exploreQuery = {
  figure: nameShape.optional(),
  ...selectionQuery,
  as: z.enum(forms, {error: `write one of ${forms.join(", ")}`}).default("all"),
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
  const said = {figure: series.slug, from, until, compare: compare === "none" ? undefined : compare};
  const parts = Object.entries({...said, as: as === "all" ? undefined : as});
  return new URLSearchParams(parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
}

/** The query of the same in the API. */
export function dataQuery({from, until, compare}: FigureChoice, format: "csv" | "json"): string {
  const parts = Object.entries({from, until, compare: compare === "none" ? undefined : compare, format});
  return new URLSearchParams(parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
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
