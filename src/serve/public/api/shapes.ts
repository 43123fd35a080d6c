import {z} from "zod";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {lastValue} from "../../../publish/site/pages/figures.ts";
import {type RuleVersion, ruleVersionsOf} from "../../../publish/site/rule-versions.ts";
import type {Series, Vintage} from "../../../publish/site/series.ts";

/** A number, or null where there is none: not recorded, or taken back. */
export const valueShape = z.number().nullable();

/** What is said of a figure wherever it is named. */
export const figureShape = z.strictObject({
  id: z.string().describe("its name in addresses of this API; it stays"),
  group: z.enum(["measure", "ledger"]).describe("measure: from the logs; ledger: from the books"),
  measure: z.string(),
  label: z.string().describe("in the language of its latest edition, as are unit and definition"),
  unit: z.string(),
  decimals: z.number().int(),
  definition: z.string(),
  firstMonth: z.string().nullable(),
  lastMonth: z.string().nullable(),
  latest: z.strictObject({period: z.string(), value: z.number()}).nullable(),
});

/** A figure as the API names it. */
export function figureAsJson(series: Series): z.output<typeof figureShape> {
  const {slug, group, id, label, unit, decimals, definition, months} = series;
  const last = lastValue(series);
  return {
    ...{id: slug, group, measure: id, label, unit, decimals, definition},
    firstMonth: months[0]?.span ?? null,
    lastMonth: months.at(-1)?.span ?? null,
    latest: last === null ? null : {period: last.span, value: last.value},
  };
}

/** A value with where it comes from. */
export const vintageShape = z.strictObject({
  value: valueShape,
  published: z.string().nullable().describe("YYYY-MM-DD; null where a report made by hand does not say"),
  edition: z.string(),
  erratum: z.number().int().nullable().describe("the number of the erratum that brought it; null where none did"),
  kind: z.enum(["first", "correction", "revision", "restatement", "later-edition", "reported"]),
  reason: z.string().nullable(),
  causes: z.array(z.string()),
});

/** A value as it was published once. */
export function vintageAsJson({date, causes, ...vintage}: Vintage): z.output<typeof vintageShape> {
  const {value, edition, erratum, kind, reason} = vintage;
  return {value, published: date, edition, erratum, kind, reason, causes: [...causes]};
}

/** By which rules editions were counted. */
export const countedByShape = z.strictObject({name: z.string(), sha256: z.string(), editions: z.array(z.string())});

/** The rules of some editions: more than one, and their figures are not of one kind. */
export function countedBy(editions: readonly ArchivedEdition[]): z.output<typeof countedByShape>[] {
  return ruleVersionsOf(editions).map(versionAsJson);
}

/** Rules as the API names them. */
export function versionAsJson({about: {name, sha256}, editions}: RuleVersion): z.output<typeof countedByShape> {
  return {name, sha256, editions: editions.map(({period}) => period)};
}

/** What a name in an address of the API may look like. */
export const nameShape = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:_-]{0,99}$/);
