import type {Column, Figures, Note, Report, ReportInput} from "../report/report.ts";
import {byId, comparisonEntry, indexEntry} from "./json-comparison.ts";
import {tableEntry} from "./json-tables.ts";

/**
 * The report as JSON: the contract with programs that read it.
 *
 * Values are not rounded; a missing one is null and `reasons` says why. The keys stand in one fixed order, so the same
 * report gives the same bytes. New keys may be added at the end of an object; none is renamed or removed.
 *
 * @source docs/measures.md
 */
export function renderJson(report: Report): string {
  return printJson({
    broadsheet: report.broadsheet,
    publication: report.publication,
    period: report.period,
    timeZone: report.timeZone,
    title: report.title,
    date: report.date,
    columns: report.columns.map(columnEntry),
    measures: report.measures.map(measureEntry),
    notes: report.notes.map(noteEntry),
    account: report.account.map(accountEntry),
    inputs: report.inputs.map(inputEntry),
    methodology: {
      name: report.methodology.name,
      sha256: report.methodology.sha256,
      robotLists: report.methodology.robotLists.map(({name, version, sha256}) => ({name, version, sha256})),
    },
    standing: report.standing,
    summary: report.summary,
    totals: byId(report.measures, ({total}) => total),
    totalReasons: byId(report.measures, ({totalReason}) => totalReason),
    comparison: report.comparison && comparisonEntry(report.comparison),
    index: report.index && indexEntry(report.index),
    tables: report.tables.map(tableEntry),
  });
}

/**
 * JSON as a person reads it: indented by two, a line break at the end.
 *
 * Characters that a terminal would obey or that turn the direction of writing are escaped: the value stays the same.
 */
export function printJson(value: unknown): string {
  const escaped = JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}

/** A month of the account with its keys in the order of the contract. */
export function accountEntry({period, requests, verdicts}: Report["account"][number]): object {
  return {period, requests, verdicts: verdicts.map(({id, requests, label}) => ({id, requests, label}))};
}

function columnEntry({period, days, daysCovered, missingDays}: Column): object {
  return {period, days, daysCovered, missingDays};
}

function measureEntry({id, label, unit, values, reasons, notes, definition, decimals, reported}: Figures): object {
  return {id, label, unit, values, reasons, notes, definition, decimals, reported};
}

function noteEntry({id, text, columns, mark}: Note): object {
  return {id, text, columns, mark};
}

function inputEntry({name, sha256, lines, requests, quarantined, ignored, first, last}: ReportInput): object {
  return {name, sha256, lines, requests, quarantined, ignored, first, last};
}
