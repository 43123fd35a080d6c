import {printJson} from "../../base/json.ts";
import {Translator} from "../../base/words/translator.ts";
import {proseBlocks} from "../commentary/markdown.ts";
import type {Column, Commentary, Report, ReportInput} from "../report.ts";
import {unitName} from "../unit.ts";
import {byId, comparisonEntry, indexEntry} from "./comparison.ts";
import {measureEntry, noteEntry} from "./figures.ts";
import {creditEntry, ledgerEntry, movedEntry, planEntry, rankEntry} from "./ledger.ts";
import {rangesEntry} from "./ranges.ts";
import {tableEntry} from "./tables.ts";

/**
 * The report as JSON: the contract with programs that read it.
 *
 * Values are not rounded; a missing one is null and `reasons` says why. The keys stand in one fixed order, so the same
 * report gives the same bytes. New keys may be added at the end of an object; none is renamed or removed.
 *
 * @source docs/measures.md
 */
export function renderJson(report: Report): string {
  const words = new Translator(report.language, report.labels);
  return printJson({
    broadsheet: report.broadsheet,
    publication: report.publication,
    period: report.period,
    timeZone: report.timeZone,
    title: report.title,
    date: report.date,
    columns: report.columns.map(columnEntry),
    measures: report.measures.map((figures) => measureEntry(figures, words)),
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
    doubts: report.doubts,
    totals: byId(report.measures, ({total}) => total),
    totalReasons: byId(report.measures, ({totalReason}) => totalReason),
    comparison: report.comparison && comparisonEntry(report.comparison),
    index: report.index && indexEntry(report.index),
    tables: report.tables.map((table) => tableEntry(table, words)),
    ranges: report.ranges && rangesEntry(report.ranges),
    ledger: report.ledger && ledgerEntry(report.ledger, words),
    plan: (report.ledger?.plan ?? []).map((line) => planEntry(line, words)),
    ranks: (report.ledger?.ranks ?? []).map(rankEntry),
    credits: (report.ledger?.credits ?? []).map(creditEntry),
    moved: report.moved.map((figure) => movedEntry(figure, words)),
    commentary: report.commentary && commentaryEntry(report.commentary),
    restated: report.restated.map(restatedEntry),
    unread: report.unread.map(({name, reason}) => ({name, reason})),
    gaps: report.gaps.map(({from, until}) => ({from, until})),
    language: report.language,
    labels: report.labels,
    unitValues: unitValues(report),
    ...(report.site === null ? {} : {site: report.site}),
    ...(report.signedWith === null ? {} : {signedWith: report.signedWith}),
  });
}

/** What stands in the names of units, for those that have more to them than a name: how many cities the panel has. */
function unitValues({measures, tables, ledger, moved}: Report): object {
  const books =
    ledger === null ? [] : [...ledger.measures, ...ledger.plan, ...ledger.tables.flatMap(({columns}) => columns)];
  const named = [...measures, ...tables.flatMap(({columns}) => columns), ...books, ...moved];
  const units = named.flatMap(({unit}) => (unit !== null && Object.keys(unit.values).length > 0 ? [unit] : []));
  return Object.fromEntries(units.map((unit) => [unitName(unit), unit.values]));
}

/** A month of the account with its keys in the order of the contract. */
export function accountEntry({period, requests, verdicts}: Report["account"][number]): object {
  return {period, requests, verdicts: verdicts.map(({id, requests, label}) => ({id, requests, label}))};
}

/** The commentary with its text as Markdown, and as the blocks that every output is made of. */
function commentaryEntry({title, by, date, blocks}: Commentary): object {
  return {title, by, date, markdown: proseBlocks(blocks).join("\n\n"), blocks};
}

function restatedEntry({unexplained, ...restated}: Report["restated"][number]): object {
  const {id, period, published, now, on, reason} = restated;
  const changes = restated.changes.map((change) => {
    const {on: day, kind, before, after, reason: why} = change;
    return {on: day, kind, before, after, reason: why};
  });
  const open = unexplained && {before: unexplained.before, causes: unexplained.causes};
  return {id, period, published, now, on, reason, changes, unexplained: open};
}

function columnEntry({period, days, daysCovered, missingDays}: Column): object {
  return {period, days, daysCovered, missingDays};
}

function inputEntry({name, sha256, lines, requests, quarantined, ignored, first, last, repeated}: ReportInput): object {
  const others = repeated.map((other) => ({name: other.name, lines: other.lines}));
  return {name, sha256, lines, requests, quarantined, ignored, first, last, repeated: others};
}
