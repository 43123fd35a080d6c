import {z} from "zod";
import type {Erratum} from "../../../publish/site/archive/archive.ts";
import {newestErrata} from "../../../publish/site/pages/errata.ts";
import {defineRoute} from "../route.ts";
import {jsonAnswer} from "./json.ts";
import {nameShape, valueShape} from "./shapes.ts";

/** What is said of an erratum wherever it is named. */
export const erratumShape = z.strictObject({
  edition: z.string(),
  number: z.number().int(),
  published: z.string(),
  kind: z.enum(["correction", "revision", "restatement"]),
  reason: z.string(),
  causes: z.array(z.string()),
  summary: z
    .strictObject({before: z.array(z.string()), after: z.array(z.string())})
    .nullable()
    .describe("the sentences that matter most, before it and from it on; null where they were not kept"),
  figures: z.number().int().describe("how many figures changed"),
});

/** An erratum as the API names it. */
export function erratumAsJson({period, date, kind, figures, ...erratum}: Erratum): z.output<typeof erratumShape> {
  const {number, reason, causes, summary} = erratum;
  return {
    ...{edition: period, number, published: date, kind: kind ?? "restatement", reason},
    ...{
      causes: [...causes],
      summary: summary && {before: [...summary.before], after: [...summary.after]},
      figures: figures.length,
    },
  };
}

/** All errata. */
export const errataRoute = defineRoute({
  ...{id: "listErrata", kind: "api", path: "/api/v1/errata", who: "everybody"},
  purpose: "what was put right after it was published, the newest first",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({errata: z.array(erratumShape)}),
  carryOut: ({site}) => jsonAnswer({errata: newestErrata(site).map(erratumAsJson)}),
});

/** One erratum, with its figures. */
export const erratumRoute = defineRoute({
  ...{id: "getErratum", kind: "api", path: "/api/v1/errata/:edition/:number", who: "everybody"},
  purpose: "one erratum, with both values of every figure",
  params: z.object({edition: nameShape, number: z.string().regex(/^[1-9]\d{0,5}$/)}),
  query: z.object({}),
  answer: erratumShape.extend({
    figures: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        period: z.string(),
        cell: z.strictObject({row: z.string(), column: z.string()}).nullable(),
        before: valueShape,
        after: valueShape,
      }),
    ),
  }),
  carryOut: ({site, params: {edition, number}}) => {
    const of = newestErrata(site).find((one) => one.period === edition && String(one.number) === number);
    if (of === undefined) return null;
    const figures = of.figures.map(({key, label, span, cell, before, after}) => {
      return {key, label, period: span, cell: cell && {row: cell.row, column: cell.column}, before, after};
    });
    return jsonAnswer({...erratumAsJson(of), figures});
  },
});
