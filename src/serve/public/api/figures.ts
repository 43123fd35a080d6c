import {z} from "zod";
import {printTidy, type TidyField} from "../../../publish/edition/tidy-table.ts";
import {vintageSheet} from "../../../publish/site/metadata/sheets.ts";
import type {Point, Series} from "../../../publish/site/series.ts";
import {defineRoute} from "../route.ts";
import {type SelectedMonth, selectionQuery, selectMonths} from "../selection.ts";
import {figureNamed} from "../served-site.ts";
import {csvAnswer, formatQuery, jsonAnswer} from "./json.ts";
import {
  countedBy,
  countedByShape,
  figureAsJson,
  figureShape,
  nameShape,
  valueShape,
  vintageAsJson,
  vintageShape,
} from "./shapes.ts";

const params = z.object({figure: nameShape});

/** All figures. */
export const figuresRoute = defineRoute({
  ...{id: "listFigures", kind: "api", path: "/api/v1/figures", who: "everybody"},
  purpose: "every figure that was ever published, with its latest value",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({figures: z.array(figureShape)}),
  carryOut: ({site}) => jsonAnswer({figures: site.series.map(figureAsJson)}),
});

const monthShape = z.strictObject({
  month: z.string(),
  value: valueShape,
  edition: z.string().nullable().describe("which edition says it; null where none does"),
  erratum: z.number().int().nullable(),
  published: z.string().nullable(),
  kind: vintageShape.shape.kind.nullable(),
  vintages: z.number().int().describe("how many values were published of it; more than one: it was changed"),
  compared: z
    .strictObject({
      month: z.string(),
      value: valueShape,
      isToldBeside: z.boolean().describe("no edition is of that month: a later one says it beside its own"),
    })
    .nullable(),
  changePercent: z.number().nullable(),
});

/** One figure, month by month. */
export const figureRoute = defineRoute({
  ...{id: "getFigure", kind: "api", path: "/api/v1/figures/:figure", who: "everybody"},
  purpose: "a figure as it is in force: its months, each beside another where that is asked for, and its whole periods",
  params,
  query: z.object({...selectionQuery, ...formatQuery}),
  answer: figureShape.extend({
    compare: z.enum(["none", "year-ago", "previous"]),
    countedBy: z.array(countedByShape).describe("by which rules; more than one: these months are not of one kind"),
    months: z.array(monthShape),
    periods: z.array(monthShape.omit({month: true, compared: true, changePercent: true}).extend({period: z.string()})),
  }),
  carryOut: ({site, params: {figure}, query}) => {
    const series = figureNamed(site, figure);
    if (series === undefined) return null;
    const {months, editions} = selectMonths(site, series, query);
    if (query.format === "csv") return csvAnswer(monthsSheet(series, months), series.slug);
    return jsonAnswer({
      ...figureAsJson(series),
      compare: query.compare,
      countedBy: countedBy(editions),
      months: months.map(({month, point, value, compared, changePercent}) => {
        return {month, ...inForce(point, value), compared, changePercent};
      }),
      periods: series.periods.map((point) => ({period: point.span, ...inForce(point, point.vintages.at(-1)!.value)})),
    });
  },
});

function inForce(point: Point | undefined, value: number | null) {
  const last = point?.vintages.at(-1);
  return {
    value,
    ...{edition: last?.edition ?? null, erratum: last?.erratum ?? null, published: last?.date ?? null},
    ...{kind: last?.kind ?? null, vintages: point?.vintages.length ?? 0},
  };
}

const monthFields: readonly TidyField[] = [
  {name: "measure", type: "string", description: "id of the measure"},
  {name: "month", type: "yearmonth", description: "YYYY-MM"},
  {name: "value", type: "number", description: "the value in force; empty for none"},
  {name: "unit", type: "string", description: "what it is counted in, in the language of its edition"},
  {name: "edition", type: "string", description: "the edition that says it"},
  {name: "erratum", type: "integer", description: "the number of the erratum that brought it; empty where none did"},
  {name: "kind", type: "string", description: "first, correction, revision, restatement, later-edition or reported"},
  {name: "compared_month", type: "yearmonth", description: "what it is set beside"},
  {name: "compared_value", type: "number", description: "the value of that"},
  {name: "change_percent", type: "number", description: "how far from that"},
];

function monthsSheet({id, unit}: Series, months: readonly SelectedMonth[]): string {
  const rows = months.map(({month, point, value, compared, changePercent}) => {
    const {edition, erratum, kind} = inForce(point, value);
    return [
      id,
      month,
      value,
      unit,
      edition,
      erratum,
      kind,
      compared?.month ?? null,
      compared?.value ?? null,
      changePercent,
    ];
  });
  return printTidy({fields: monthFields, rows});
}

/** Every value that was published of one figure. */
export const vintagesRoute = defineRoute({
  ...{id: "getVintages", kind: "api", path: "/api/v1/figures/:figure/vintages", who: "everybody"},
  purpose: "every value that was ever published of a figure: when, by which edition or erratum, and why",
  params,
  query: z.object(formatQuery),
  answer: figureShape.extend({
    points: z.array(z.strictObject({period: z.string(), vintages: z.array(vintageShape)})),
  }),
  carryOut: ({site, params: {figure}, query: {format}}) => {
    const series = figureNamed(site, figure);
    if (series === undefined) return null;
    if (format === "csv") return csvAnswer(vintageSheet(series), `${series.slug}-vintages`);
    const points = [...series.months, ...series.periods].map(({span, vintages}) => {
      return {period: span, vintages: vintages.map(vintageAsJson)};
    });
    return jsonAnswer({...figureAsJson(series), points});
  },
});
