import {z} from "zod";
import {addMonths} from "../../../base/period.ts";
import {type Basis, parseReportJson, type ReportJson} from "../../../report/restate/published.ts";

/** Where a measure of a report comes from: the logs, or the books. */
export type MeasureGroup = "measure" | "ledger";

/** A measure of a published report, with its figures. */
export interface PublishedMeasure {
  readonly group: MeasureGroup;
  readonly id: string;
  readonly label: string;
  /** As the report says it; `unitId` is undefined in older reports. */
  readonly unit: string;
  readonly unitId: string | undefined;
  readonly decimals: number;
  readonly definition: string;
  /** One a month of the report. */
  readonly values: readonly (number | null)[];
  /** Which months an older report gave, and were not measured. */
  readonly reported: readonly boolean[];
  /** What the report says of the same months a year before, one a month; none where it compares with something else. */
  readonly yearBefore: readonly (number | null)[];
  /** Of the whole period. */
  readonly total: number | null;
}

/** What a reader may look for: the name of something that stands in a report, with where it stands. */
export interface Term {
  readonly kind: "table" | "row" | "note";
  readonly text: string;
}

/** By what a report counted. */
export interface CountedBy {
  readonly name: string;
  readonly sha256: string;
  readonly robotLists: readonly {readonly name: string; readonly version: string; readonly sha256: string}[];
}

/** Of a published report, what the archive tells beside it. */
export interface ReportExtract {
  readonly publication: string;
  readonly timeZone: string;
  readonly broadsheet: string;
  readonly summary: readonly string[];
  readonly months: readonly string[];
  readonly measures: readonly PublishedMeasure[];
  readonly methodology: CountedBy | null;
  /** What its rules say, month by month; null where its files do not say. */
  readonly rules: Basis["rules"] | null;
  readonly logs: number;
  readonly lines: number;
  readonly terms: readonly Term[];
  readonly tables: readonly PublishedTable[];
}

/** A table of a published report; its rows stand in `report.json`. */
export interface PublishedTable {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
}

const told = z.object({
  publication: z.string().catch(""),
  timeZone: z.string().catch("UTC"),
  broadsheet: z.string().catch(""),
  date: z.string().catch(""),
  summary: z.array(z.string()).catch([]),
  notes: z.array(z.object({text: z.string()})).catch([]),
  inputs: z.array(z.object({lines: z.number()})).catch([]),
  methodology: z
    .object({
      name: z.string(),
      sha256: z.string(),
      robotLists: z.array(z.object({name: z.string(), version: z.string(), sha256: z.string()})).catch([]),
    })
    .nullable()
    .catch(null),
});

const toldOfComparison = z
  .object({columns: z.array(z.string()), values: z.record(z.string(), z.array(z.number().nullable()))})
  .nullable()
  .catch(null);

const toldOfMeasure = z.object({
  unitId: z.string().optional().catch(undefined),
  definition: z.string().catch(""),
  reported: z.array(z.boolean()).catch([]),
});

/** Rows of a table that are looked for by their names; hours and days of the week are no names. */
const unnamedTables = ["hours", "weekdays"];
const mostTerms = 400;

/**
 * What does the archive tell of a published report?
 *
 * @param text Of its `report.json`.
 * @throws What zod and JSON say, where it is no report's.
 */
export function extractReport(text: string, rules: Basis["rules"] | null): ReportExtract {
  const json = parseReportJson(text);
  const {publication, timeZone, broadsheet, summary, notes, inputs, methodology} = told.parse(json);
  return {
    publication,
    timeZone,
    broadsheet,
    summary,
    months: json.columns.map(({period}) => period),
    measures: [
      ...measuresOf("measure", {...json, yearBefore: yearBeforeIn(json)}),
      ...(json.ledger === null ? [] : measuresOf("ledger", {...json.ledger, yearBefore: {}})),
    ],
    methodology,
    rules,
    logs: inputs.length,
    lines: inputs.reduce((sum, {lines}) => sum + lines, 0),
    terms: termsOf(json, notes),
    tables: [...json.tables, ...(json.ledger?.tables ?? [])].map(({id, title, rows}) => {
      return {id, title, rows: rows.length};
    }),
  };
}

/** By the ids of measures, what they were in the same months a year before; nothing where the report compares with other months. */
function yearBeforeIn({columns, comparison}: ReportJson): Readonly<Record<string, readonly (number | null)[]>> {
  const told = toldOfComparison.parse(comparison);
  const months = columns.map(({period}) => addMonths(period, -12)).join();
  return told !== null && told.columns.join() === months ? told.values : {};
}

interface Measured extends Pick<ReportJson, "measures" | "totals"> {
  readonly yearBefore: Readonly<Record<string, readonly (number | null)[]>>;
}

function measuresOf(group: MeasureGroup, {measures, totals, yearBefore}: Measured): PublishedMeasure[] {
  return measures.map((measure) => {
    const {id, label, unit, decimals, values} = measure;
    const {unitId, definition, reported} = toldOfMeasure.parse(measure);
    const before = Object.hasOwn(yearBefore, id) ? yearBefore[id]! : [];
    const told = {group, id, label, unit, unitId, decimals, definition, values, reported};
    return {...told, yearBefore: before, total: totals[id] ?? null};
  });
}

function termsOf({tables, ledger}: ReportJson, notes: readonly {readonly text: string}[]): Term[] {
  const all = [...tables, ...(ledger?.tables ?? [])];
  const named = all.filter(({id}) => !unnamedTables.includes(id.split(":")[0]!));
  const terms: Term[] = [
    ...all.map(({title}): Term => ({kind: "table", text: title})),
    ...named.flatMap(({rows}) =>
      rows.flatMap(({kind, label}): Term[] => (kind === "item" ? [{kind: "row", text: label}] : [])),
    ),
    ...notes.map(({text}): Term => ({kind: "note", text})),
  ];
  return [...new Map(terms.map((term) => [`${term.kind} ${term.text}`, term])).values()].slice(0, mostTerms);
}
