import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {parsedJson} from "../../base/json.ts";
import {isDay} from "../../base/period.ts";
import {sha256} from "../../base/sha256.ts";

const formatVersion = 1;
/** `YYYY-MM-DD`, as it is kept. */
export const dayShape = z.string().refine(isDay);
const value = z.number().nullable();
const measure = z.looseObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  decimals: z.number(),
  values: z.array(value),
});
const table = z.looseObject({
  id: z.string(),
  title: z.string(),
  columnDetails: z.array(
    z.looseObject({
      ...{id: z.string(), label: z.string(), unit: z.string(), decimals: z.number()},
      /** Undefined in reports that were published when units were words alone. */
      unitId: z.string().optional(),
    }),
  ),
  rows: z.array(z.looseObject({key: z.string(), label: z.string(), kind: z.string(), values: z.array(value)})),
});
const totals = z.record(z.string(), value);

const monthAccount = z.looseObject({
  period: z.string(),
  verdicts: z.array(z.looseObject({id: z.string(), requests: z.number()})),
});

const report = z.looseObject({
  period: z.string(),
  columns: z.array(z.looseObject({period: z.string()})),
  measures: z.array(measure),
  totals,
  tables: z.array(table),
  ledger: z.looseObject({measures: z.array(measure), totals, tables: z.array(table)}).nullable(),
  account: z.array(monthAccount).optional(),
  summary: z.array(z.string()).optional(),
});

const ruleShape = z.strictObject({shown: z.union([z.string(), z.array(z.string())]), said: z.string()});

/** What the figures of a report rest on, as it is kept. */
export const basisShape = z.strictObject({
  broadsheet: z.string(),
  timeZone: z.string(),
  /** By which rules each month was judged. What they say is sealed under the workspace's key: it may hold addresses. */
  rules: z.array(z.strictObject({months: z.array(z.string()).min(1), settings: z.record(z.string(), ruleShape)})),
  /** Hashes of the files and settings that say what is a document, and of the books. */
  tables: z.record(z.string(), z.string()),
  books: z.record(z.string(), z.string()),
  inputs: z.array(
    z.strictObject({name: z.string(), sha256: z.string(), first: z.string().nullable(), last: z.string().nullable()}),
  ),
});

const restatedFigure = z.strictObject({key: z.string(), before: value, after: value});

const restatement = z.strictObject({
  on: dayShape,
  reason: z.string(),
  causes: z.array(z.string()),
  figures: z.array(restatedFigure),
  basis: basisShape,
});

/** The options that a report was made with, as they are kept. */
export const scopeShape = z.strictObject({
  tables: z.string().optional(),
  compare: z.string().optional(),
});

const schema = z.strictObject({
  format: z.literal(formatVersion),
  period: z.string(),
  /** The day on which it was published, `YYYY-MM-DD`. */
  on: dayShape,
  /** The options that it was made with. */
  scope: scopeShape,
  basis: basisShape,
  /** Of the report. */
  sha256: z.string(),
  report,
  restated: z.array(restatement),
});

/** The figures of a report's JSON, as far as they are compared with those of another. */
export type ReportJson = z.output<typeof report>;

/** What the figures of a report rest on. */
export type Basis = z.output<typeof basisShape>;

/** Why figures are others: an error of ours, or other rules, lists and late logs. Null where an older Broadsheet did not ask. */
export type RestatementKind = "correction" | "revision" | null;

/** What was restated of a figure. */
export interface RestatedValue {
  readonly key: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Where it stands and what it is called, of a row that the report did not have; undefined where that was not kept. */
  readonly label?: string;
  readonly span?: string;
  readonly cell?: {readonly row: string; readonly column: string} | null;
  readonly decimals?: number;
}

/** Figures that were restated after they were published, with the reason. */
export interface Restatement extends Omit<z.output<typeof restatement>, "figures"> {
  readonly figures: readonly RestatedValue[];
  readonly kind: RestatementKind;
  /** The sentences that matter most, as they were from then on; null where they were not kept. */
  readonly summary: readonly string[] | null;
}

/** The options that a published report was made with. */
export type PublishedScope = z.output<typeof scopeShape>;

/** A report that was published: as it was, and what was restated since. */
export interface PublishedReport {
  readonly period: string;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly on: string;
  readonly scope: PublishedScope;
  readonly basis: Basis;
  readonly report: ReportJson;
  /** What its texts are in; null where that was not kept. */
  readonly language: string | null;
  readonly restated: readonly Restatement[];
  /** Why figures of it were others than published before, as it was accepted; null where none were. */
  readonly movedReason: string | null;
  /** SHA-256 of its edition's file of sums; null of a report that an older Broadsheet kept as a file alone. */
  readonly sums: string | null;
}

/** What the JSON of a report says of its figures. */
export function parseReportJson(text: string): ReportJson {
  const json: unknown = JSON.parse(text);
  report.parse(json);
  // What was read keeps its keys in their order, so that it is written again as it was.
  return json as ReportJson;
}

/**
 * What the text of a file says that an older Broadsheet kept of a published report.
 *
 * @param path Where the text stands.
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function parsePublished(text: string, path: string): PublishedReport {
  const json = parsedJson(text);
  if (json === undefined) throw damaged("the file is no JSON that can be read", path);
  const result = schema.safeParse(json);
  if (!result.success) throw damaged("the file is no report that Broadsheet has published", path);
  const own = (json as PublishedReport).report;
  // Brackets in brackets, as no report has them, exhaust the stack.
  const hash = trying(() => hashOf(own));
  if (hash !== result.data.sha256) {
    throw damaged("the report in the file is not what was published: its hash is another", path);
  }
  const {period, on, scope, basis, restated} = result.data;
  const entries = restated.map((entry) => ({...entry, kind: null, summary: null}));
  const unknown = {language: null, movedReason: null, sums: null};
  return {period, on, scope, basis, report: own, restated: entries, ...unknown};
}

/** What is read, or undefined where it cannot be. */
export function trying<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The fault of a file of what was published. */
export function damaged(what: string, path: string, help: string = notEdited): UserError {
  return new UserError("PUBLISHED_DAMAGED", what, help, path);
}

const notEdited = "bring the file back from a backup, or from where it was published; it is not to be edited";

function hashOf(content: ReportJson): string {
  return sha256(JSON.stringify(content));
}
