import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {parsedJson} from "../../base/json.ts";
import {type LanguageId, languages} from "../../base/words/language.ts";
import {isTimeZone} from "../../base/zone.ts";
import type {Figures, Report} from "../report.ts";
import {unreadReasons} from "../unread-reasons.ts";
import {
  byMeasure,
  count,
  dayField,
  instant,
  monthField,
  periodField,
  said,
  unitReader,
  unitValues,
  value,
} from "./fields.ts";
import {commentaryFields} from "./read-commentary.ts";
import {
  comparisonFields,
  indexFields,
  measureFields,
  noteFields,
  rangesFields,
  tableFields,
  toComparison,
  toFigures,
  toIndex,
  toRanges,
  toTable,
} from "./read-figures.ts";
import {creditFields, ledgerFields, movedFields, planFields, rankFields, toLedger, toMoved} from "./read-ledger.ts";

const input = z
  .looseObject({
    ...{name: z.string(), sha256: z.string(), lines: count, requests: count, quarantined: count, ignored: count},
    ...{first: instant.nullable(), last: instant.nullable()},
    repeated: z.array(z.looseObject({name: z.string(), lines: count}).transform(({name, lines}) => ({name, lines}))),
  })
  .transform(({name, sha256, lines, requests, quarantined, ignored, first, last, repeated}) => {
    return {name, sha256, lines, requests, quarantined, ignored, first, last, repeated};
  });

const verdict = z
  .looseObject({id: z.string(), requests: count, label: z.string()})
  .transform(({id, requests, label}) => ({id, label, requests}));

const column = z
  .looseObject({period: monthField, days: count, daysCovered: count, missingDays: z.array(dayField)})
  .transform(({period, days, daysCovered, missingDays}) => ({period, days, daysCovered, missingDays}));

const robotList = z
  .looseObject({name: z.string(), version: z.string(), sha256: z.string()})
  .transform(({name, version, sha256}) => ({name, version, sha256}));

const change = z
  .looseObject({
    ...{on: dayField, kind: z.enum(["correction", "revision"]).nullable()},
    ...{before: value, after: value, reason: said},
  })
  .transform(({on, kind, before, after, reason}) => ({on, kind, before, after, reason}));

const restated = z
  .looseObject({
    ...{id: z.string(), period: periodField, published: value, now: value, on: dayField, reason: said},
    changes: z.array(change),
    unexplained: z
      .looseObject({before: value, causes: z.array(z.string())})
      .transform(({before, causes}) => ({before, causes}))
      .nullable(),
  })
  .transform(({id, period, published, now, on, reason, changes, unexplained}) => {
    return {id, period, published, now, on, reason, changes, unexplained};
  });

const schema = z.looseObject({
  ...{broadsheet: z.string(), publication: z.string().nullable(), period: periodField, title: z.string()},
  timeZone: z.string().refine(isTimeZone, "is no time zone"),
  ...{date: dayField, columns: z.array(column).min(1), measures: z.array(measureFields), notes: z.array(noteFields)},
  account: z.array(
    z
      .looseObject({period: monthField, requests: count, verdicts: z.array(verdict)})
      .transform(({period, requests, verdicts}) => ({period, requests, verdicts})),
  ),
  inputs: z.array(input),
  methodology: z
    .looseObject({name: z.string(), sha256: z.string(), robotLists: z.array(robotList)})
    .transform(({name, sha256, robotLists}) => ({name, sha256, robotLists})),
  ...{standing: z.array(z.string()), summary: z.array(z.string()), doubts: z.array(z.string()).default([])},
  ...{totals: byMeasure(value), totalReasons: byMeasure(said)},
  ...{comparison: comparisonFields.nullable(), index: indexFields.nullable(), tables: z.array(tableFields)},
  ...{ranges: rangesFields.nullable(), ledger: ledgerFields.nullable()},
  ...{plan: z.array(planFields), ranks: z.array(rankFields), credits: z.array(creditFields)},
  ...{moved: z.array(movedFields), commentary: commentaryFields.nullable(), restated: z.array(restated)},
  unread: z.array(
    z.looseObject({name: z.string(), reason: z.enum(unreadReasons)}).transform(({name, reason}) => ({name, reason})),
  ),
  gaps: z.array(z.looseObject({from: instant, until: instant}).transform(({from, until}) => ({from, until}))),
  language: z.enum(Object.keys(languages) as [LanguageId, ...LanguageId[]]),
  ...{labels: z.record(z.string(), z.string()), unitValues},
  site: z.string().optional(),
  signedWith: z
    .string()
    .regex(/^RW[\w+/]{54}$/)
    .optional(),
});

/**
 * The report that a file of JSON holds, from which every other output can be made again.
 *
 * @param where Of the file, for the message.
 * @throws {UserError} REPORT_REFUSED where it is none, or was made by a version that wrote less into it or other things.
 */
export function readReport(text: string, where: string): Report {
  try {
    const json = parsedJson(text);
    if (json === undefined) throw refused("it is not JSON, or too deeply nested", where);
    const result = schema.safeParse(json);
    if (result.success) return toReport(result.data);
    const [issue] = result.error.issues;
    throw refused(`${issue!.path.join(".")}: ${issue!.message}`, where);
  } catch (fault) {
    // What does not fit together.
    if (fault instanceof RangeError) throw refused(fault.message, where);
    throw fault;
  }
}

function toReport(json: z.output<typeof schema>): Report {
  const unitOf = unitReader(json.unitValues);
  const {plan, ranks, credits} = json;
  const report: Report = {
    ...{
      broadsheet: json.broadsheet,
      publication: json.publication,
      site: json.site ?? null,
      language: json.language,
      labels: json.labels,
    },
    ...{title: json.title, period: json.period, timeZone: json.timeZone, date: json.date, columns: json.columns},
    summary: json.summary,
    doubts: json.doubts,
    measures: json.measures.map((measure) => toFigures(measure, json, unitOf)),
    comparison: json.comparison && toComparison(json.comparison),
    index: json.index && toIndex(json.index),
    tables: json.tables.map((table) => toTable(table, unitOf)),
    ranges: json.ranges && toRanges(json.ranges),
    ledger: json.ledger && toLedger(json.ledger, {plan, ranks, credits}, unitOf),
    moved: json.moved.map((figure) => toMoved(figure, unitOf)),
    ...{commentary: json.commentary, notes: json.notes, standing: json.standing, account: json.account},
    ...{inputs: json.inputs, methodology: json.methodology, restated: json.restated},
    ...{unread: json.unread, gaps: json.gaps, signedWith: json.signedWith ?? null},
  };
  for (const figures of [...report.measures, ...(report.ledger?.measures ?? [])])
    inStep(figures, report.columns.length);
  return report;
}

function inStep({id, values, reasons, reported}: Figures, months: number): void {
  if ([values, reasons, reported].some(({length}) => length !== months)) {
    throw new RangeError(`${id} has not one value a month`);
  }
}

function refused(fault: string, where: string): UserError {
  const help = "name a report that this version made, or use the version that made it";
  return new UserError("REPORT_REFUSED", `the report cannot be read: ${fault}`, help, where);
}
