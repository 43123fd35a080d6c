import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parsePeriod} from "../../../src/base/period.ts";
import {makeSigningKey, type SigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {beginKeyList} from "../../../src/publish/signatures/sign-key-list.ts";
import {renderHtml} from "../../../src/render/html/report.ts";
import {renderJson} from "../../../src/report/json/report.ts";
import type {Report} from "../../../src/report/report.ts";
import {ledgerReport} from "../../render/rich-fixture.ts";
import {sealFolder} from "../seal.ts";

/** A folder of what was published that a test fills, laid out as `broadsheet publish` does. */
export interface Press {
  readonly published: string;
  readonly key: SigningKey;
  /** The edition that was published last, with the hash of its sums. */
  last: {readonly period: string; readonly sums: string} | null;
}

/** A workspace with nothing published in it yet. */
export function openPress(folder: string, settings = "publication: The Example Press\n"): Press {
  const published = join(folder, "published");
  mkdirSync(published, {recursive: true});
  mkdirSync(join(folder, "store"), {recursive: true});
  writeFileSync(join(folder, "broadsheet.yaml"), settings);
  const key = makeSigningKey();
  writeFileSync(join(published, "keys.txt"), beginKeyList("The Example Press", key, "2005-01-01"));
  return {published, key, last: null};
}

/** A report of a period whose months have the values that are given for the readers, and others in proportion. */
export function reportOf(period: string, readers: readonly (number | null)[], changes: Partial<Report> = {}): Report {
  const {months} = parsePeriod(period, "1970-01-01");
  const columns = months.map((month) => ({period: month, days: 30, daysCovered: 30, missingDays: []}));
  const measures = ledgerReport.measures.map((measure) => {
    const values = months.map((_, place) => {
      const value = readers[place] ?? null;
      return measure.id === "readers" || value === null ? value : Math.round(value * 7.25) / 100;
    });
    const none = months.map(() => null);
    return {...measure, values, total: readers[0] ?? null, reasons: none, reported: months.map(() => false)};
  });
  const ledger = ledgerReport.ledger!;
  const books = ledger.measures.map((measure) => {
    const values = months.map((_, place) => measure.values[place % measure.values.length] ?? null);
    return {...measure, values, reasons: values.map(() => null), reported: values.map(() => false)};
  });
  return {
    ...ledgerReport,
    ...{
      period,
      title: period,
      columns,
      measures,
      ledger: {...ledger, measures: books},
      account: [],
      comparison: null,
      index: null,
    },
    ...changes,
  };
}

const settings = (limit: number) => ({
  heavyReaders: {shown: `{documents: ${limit}}`, said: `limit ${limit}`},
  graphics: {shown: ["gif", "jpg", "png"], said: "graphics"},
});

function basisOf(months: readonly string[], limit: number): object {
  const rules = months.length === 0 ? [] : [{months, settings: settings(limit)}];
  return {broadsheet: "0.1.0", timeZone: "UTC", rules, tables: {}, books: {}, inputs: []};
}

/** Publishes an edition: its files, sums, signature, and the chain. */
export function publish(
  press: Press,
  report: Report,
  date: string,
  {limit = 1000, accepted = []}: {limit?: number; accepted?: object[]} = {},
): void {
  const json = renderJson({...report, date});
  const months = report.columns.map(({period}) => period);
  const edition = {
    ...{format: 1, publication: report.publication, period: report.period, title: report.title, language: "en", date},
    ...{scope: {}, previous: press.last, announced: null, accepted},
    basis: basisOf(months, limit),
  };
  const files = {
    "edition.json": JSON.stringify(edition),
    "report.json": json,
    "report.html": renderHtml({...report, date}),
    "data/figures.csv": "measure,period,value\r\n",
    "lists/isbot.json": "{}",
  };
  const sums = seal(press, report.period, files, {what: `edition ${report.period}`, date});
  press.last = {period: report.period, sums};
}

interface Correction {
  readonly period: string;
  readonly number: number;
  readonly date: string;
  readonly kind?: "correction" | "revision";
  readonly reason?: string;
  /** Before and after, by the key of the figure. */
  readonly figures: Readonly<Record<string, readonly [number | null, number | null]>>;
  /** The sentences that matter most, before and after. */
  readonly summary?: readonly [before: string, after: string];
}

/** Publishes an erratum beside its edition. */
export function correct(press: Press, given: Correction): void {
  const {period, number, date, kind = "correction", reason = "the blacklist was short", figures, summary} = given;
  const [before, after] = summary ?? ["The sentence as it was.", "The sentence as it is."];
  const erratum = {
    ...{format: 1, publication: "The Example Press", period, number, date, kind, reason, edition: null, previous: null},
    causes: [{kind: "decisions", text: "one client more on the blacklist"}],
    figures: Object.entries(figures).map(([key, [before, after]]) => {
      const [group, id, span, row, column] = key.split("|");
      const cell = row === undefined ? null : {row, column};
      return {...{key, group, id, label: "Distinct users", span, cell, decimals: 0}, before, after, causes: [0]};
    }),
    ...{summary: {isChanged: before !== after, before: [before], after: [after]}, basis: basisOf([], 1000)},
  };
  seal(
    press,
    `${period}.errata/${number}`,
    {"erratum.json": JSON.stringify(erratum)},
    {what: `erratum ${number} of ${period}`, date},
  );
}

/** Writes files with their sums and signature. @returns the hash of the sums. */
export function seal(
  {published, key}: Press,
  folder: string,
  files: Readonly<Record<string, string>>,
  {what, date}: {readonly what: string; readonly date: string},
): string {
  return sealFolder(join(published, folder), files, {what, by: key, date});
}

/** Changes one file in the middle, as who edits it does. */
export function edit({published}: Pick<Press, "published">, name: string, change: (text: string) => string): void {
  const path = join(published, name);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
