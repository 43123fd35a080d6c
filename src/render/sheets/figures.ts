import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Report} from "../../report/report.ts";
import {accountRows} from "../content/account.ts";
import {type ComparedRow, comparedRowsOf, comparisonTitle} from "../content/comparison.ts";
import {totalCoverage} from "../content/coverage.ts";
import {isReported, isRestated} from "../content/marks.ts";
import {monthAndYear} from "../content/months.ts";
import {marksOf} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import {totalName} from "../content/totals.ts";
import type {Print} from "../content/values.ts";
import {dateCell, type LiftedColumn, type LiftedTable, type NumberCell} from "./table.ts";

/** The months, and the whole period where there are several: columns over which a figure's values stand. */
function periodColumns({columns, period}: Report, words: Translator): LiftedColumn[] {
  const periods = columns.map((column) => column.period);
  const months = periods.map((month) => ({id: month, label: monthAndYear(month, words), period: month}));
  return periods.length > 1 ? [...months, {id: period, label: totalName(periods, words), period}] : months;
}

function named(label: string, words: Translator): LiftedColumn[] {
  return [
    {id: "label", label},
    {id: "unit", label: words.t("sheet-unit")},
  ];
}

/**
 * The main table, or that of the books: how much of each month the logs cover, then a row a figure. What has to be known of a row stands before
 * its numbers: the numbers of its notes, and in words what is reported, restated or missing.
 */
export function figureTable(report: Report, {id, title}: Pick<LiftedTable, "id" | "title">): LiftedTable {
  const words = wordsOf(report);
  const {columns} = report;
  const {days, daysCovered} = totalCoverage(columns);
  const covered = [...columns.map((column) => column.daysCovered), daysCovered];
  const all = [...columns.map((column) => column.days), days];
  const unit = words.t("unit.days");
  const ofDays = (values: readonly number[]) => numbers(report, (i) => ({value: values[i]!, print: {decimals: 0}}));
  const coverage = [
    [words.t("days-covered-by-logs"), unit, "", ...ofDays(covered)],
    [words.t("days-in-month"), unit, "", ...ofDays(all)],
  ];
  const rows = report.measures.map((figures) => {
    const {label, unit, values, reasons, total, totalReason} = figures;
    const cells = numbers(report, (i, isWhole) => ({
      value: isWhole ? total : (values[i] ?? null),
      print: figures,
      reason: isWhole ? totalReason : (reasons[i] ?? null),
      isReported: !isWhole && isReported(figures, i),
    }));
    return [label, words.unit(unit), remark(report, figures, cells, words), ...cells];
  });
  const heads = [...named(words.t("head-figure"), words), {id: "notes", label: words.t("sheet-notes")}];
  const hasLogs = id === "figures";
  return {
    id,
    title,
    columns: [...heads, ...periodColumns(report, words)],
    rows: [...(hasLogs ? coverage : []), ...rows],
  };
}

/** A cell for each month, and one for the whole period where there are several months. */
function numbers({columns}: Report, cellOf: (column: number, isWhole: boolean) => NumberCell): NumberCell[] {
  const months = columns.map((_, i) => cellOf(i, false));
  return columns.length > 1 ? [...months, cellOf(columns.length, true)] : months;
}

function remark(report: Report, figures: Figures, cells: readonly NumberCell[], words: Translator): string {
  const columns = periodColumns(report, words);
  const tell = (label: string, text: string) => words.t("label-and-text", {label, text});
  const missing = [...Map.groupBy(cells.keys(), (i) => (cells[i]!.value === null ? cells[i]!.reason : null))];
  const labels = (chosen: Iterable<number>) => words.listed([...chosen].map((i) => columns[i]!.label));
  const told = [...cells.keys()].filter((i) => cells[i]!.isReported);
  const moved = [...columns.keys()].filter((i) => isRestated(report, figures, columns[i]!.id));
  return words.clauses([
    ...(marksOf(figures, report.notes).length === 0 ? [] : [words.series(marksOf(figures, report.notes).map(String))]),
    ...missing.flatMap(([reason, chosen]) => (reason ? [tell(labels(chosen), reason)] : [])),
    ...(told.length === 0 ? [] : [tell(labels(told), words.t("reported-not-measured"))]),
    ...(moved.length === 0 ? [] : [tell(labels(moved), words.t("restated-since-published"))]),
  ]);
}

/** Months compared with, changes and indices: for each figure a row for each of what is printed of it. */
export function comparisonTable(report: Report, id: string): LiftedTable[] {
  const {comparison, index, measures} = report;
  const words = wordsOf(report);
  const rows = measures.flatMap((figures) => {
    const before = comparison?.measures.find((one) => one.id === figures.id);
    const indexed = index?.measures.find((one) => one.id === figures.id);
    return comparedRowsOf(report, figures).map(({kind, label, cells, total}) => {
      const whole = total ?? {words: null};
      const values = whichOf(kind, {
        own: [...figures.values, figures.total],
        earlier: [...(before?.values ?? []), before?.total ?? null],
        changes: [...(before?.changePercent ?? []), before?.totalChangePercent ?? null],
        indices: [...(indexed?.values ?? []), null],
      });
      const print: NumberCell["print"] = kind === "change" ? "change" : kind === "index" ? {decimals: 1} : figures;
      const unit = kind === "change" ? words.t("unit.percent") : kind === "index" ? "" : words.unit(figures.unit);
      const told = numbers(report, (i, isWhole) => ({
        value: values[i] ?? null,
        print,
        reason: (values[i] ?? null) === null ? (isWhole ? whole : cells[i]!).words : null,
        isReported: !isWhole && cells[i]!.isReported,
      }));
      return [figures.label, unit, label, ...told];
    });
  });
  if (rows.length === 0) return [];
  const of = comparison ? words.t("compared-with-period", {period: comparison.period}) : comparisonTitle(report);
  const heads = [...named(words.t("head-figure"), words), {id: "of", label: words.t("sheet-of")}];
  const tableColumns = [...heads, ...periodColumns(report, words)];
  return [{id, title: of ?? "", columns: tableColumns, rows}];
}

type Values = readonly (number | null)[];

/** The values of a row of a comparison. */
function whichOf(
  kind: ComparedRow["kind"],
  of: Readonly<Record<"own" | "earlier" | "changes" | "indices", Values>>,
): Values {
  switch (kind) {
    case "now":
      return of.own;
    case "then":
      return of.earlier;
    case "change":
      return of.changes;
    case "index":
      return of.indices;
  }
}

/** Between what each figure would lie, and what it would be under each alternative. */
export function rangeTable(report: Report): LiftedTable[] {
  const {ranges, measures} = report;
  if (ranges === null) return [];
  const words = wordsOf(report);
  const rows = ranges.measures.flatMap(({id, low, high, totalLow, totalHigh, alternatives}) => {
    const figures = measures.find((one) => one.id === id);
    if (figures === undefined) return [];
    const row = (label: string, values: readonly (number | null)[], whole: number | null) => [
      ...[figures.label, words.unit(figures.unit), label],
      ...numbers(report, (i, isWhole) => {
        const value = isWhole ? whole : (values[i] ?? null);
        return {value, print: figures, reason: value === null ? ranges.reason : null};
      }),
    ];
    const labels = new Map(ranges.alternatives.map((one) => [one.id, one.label]));
    return [
      row(words.t("head-least"), low, totalLow),
      row(words.t("head-greatest"), high, totalHigh),
      ...alternatives.map((one) => row(labels.get(one.id) ?? one.id, one.values, one.total)),
    ];
  });
  const heads = [...named(words.t("head-figure"), words), {id: "of", label: words.t("head-otherwise")}];
  return [{id: "ranges", title: words.t("section.ranges"), columns: [...heads, ...periodColumns(report, words)], rows}];
}

/** Figures that are not what was published of them: a row a figure and period, with the reason that was given. */
export function restatedTable(report: Report): LiftedTable[] {
  const {restated, measures} = report;
  if (restated.length === 0) return [];
  const words = wordsOf(report);
  const rows = restated.map(({id, period, published, now, on, reason}) => {
    const figures = measures.find((one) => one.id === id);
    const print: Print = figures ?? {decimals: 0};
    return [
      ...[figures?.label ?? id, dateCell(period), {value: published, print}, dateCell(on), {value: now, print}],
      reason,
    ];
  });
  return [
    {
      id: "restated",
      title: words.t("site-no-longer-so"),
      columns: [
        {id: "label", label: words.t("head-figure")},
        {id: "period", label: words.t("whole-period")},
        {id: "published", label: words.t("site-published")},
        {id: "on", label: words.t("head-day")},
        {id: "now", label: words.t("site-in-force")},
        {id: "reason", label: words.t("head-reason")},
      ],
      rows,
    },
  ];
}

/** Where every request went: a row a verdict, and one of all. */
export function accountTable(report: Report): LiftedTable[] {
  const {account} = report;
  if (account.length === 0) return [];
  const words = wordsOf(report);
  const {verdicts, all} = accountRows(report);
  const months = account.map(({period}) => period);
  const unit = words.t("unit.requests");
  const rows = [...verdicts, all].map(({label, requests, total}) => {
    const counts = numbers(report, (i, isWhole) => {
      const value = isWhole ? total : (requests[months.indexOf(report.columns[i]!.period)] ?? null);
      return {value, print: {decimals: 0}, reason: value === null ? words.t("no-log-read") : null};
    });
    return [label, unit, ...counts];
  });
  const columns = [...named(words.t("head-verdict"), words), ...periodColumns(report, words)];
  return [{id: "account", title: words.t("section.account"), columns, rows}];
}
