import {isPublishedPercent} from "../unit.ts";
import type {PublishedReport, ReportJson, RestatedValue} from "./published.ts";

/** Where in a report a figure stands. */
export type FigureGroup = "measure" | "ledger" | "table";

/** One figure of a report, wherever it stands in it. */
export interface ReportFigure {
  /** Tells it from every other: `measure|readers|2005-07`. */
  readonly key: string;
  readonly group: FigureGroup;
  /** Of the measure or table. */
  readonly id: string;
  readonly label: string;
  /** The month, or the name of the whole period. */
  readonly span: string;
  /** Of a table: the row and the column; null elsewhere. */
  readonly cell: {readonly row: string; readonly column: string} | null;
  readonly decimals: number;
  readonly value: number | null;
}

/** A figure that is not what it was. */
export interface MovedPublished extends Omit<ReportFigure, "value"> {
  readonly before: number | null;
  readonly after: number | null;
}

/** Every figure of a report that stands for something counted. What rows share, and ranks, follow from those. */
export function figuresIn({period, columns, measures, totals, tables, ledger}: ReportJson): ReportFigure[] {
  const months = columns.map((column) => column.period);
  return [
    ...figuresOf("measure", measures, totals, months, period),
    ...figuresOf("ledger", ledger?.measures ?? [], ledger?.totals ?? {}, months, period),
    ...[...tables, ...(ledger?.tables ?? [])].flatMap((table) => cellsOf(table, period)),
  ];
}

function figuresOf(
  group: FigureGroup,
  measures: ReportJson["measures"],
  totals: ReportJson["totals"],
  months: readonly string[],
  period: string,
): ReportFigure[] {
  return measures.flatMap(({id, label, decimals, values}) => {
    const figure = (span: string, value: number | null): ReportFigure => {
      return {key: `${group}|${id}|${span}`, group, id, label, span, cell: null, decimals, value};
    };
    const own = months.map((month, place) => figure(month, values[place] ?? null));
    return months.length > 1 ? [...own, figure(period, totals[id] ?? null)] : own;
  });
}

function cellsOf({id, title, columnDetails, rows}: ReportJson["tables"][number], span: string): ReportFigure[] {
  return rows.flatMap(({key, label, kind, values}) =>
    columnDetails.flatMap((column, place): ReportFigure[] => {
      if (isPublishedPercent(column.unitId, column.unit)) return [];
      const cell = {row: label, column: column.label};
      const own = `table|${id}|${kind}|${key}|${column.id}`;
      return [
        {
          key: own,
          group: "table",
          id,
          label: title,
          span,
          cell,
          decimals: column.decimals,
          value: values[place] ?? null,
        },
      ];
    }),
  );
}

/** The figures of a published report as they are in force: with what was restated since. */
export function figuresInForce({report, restated}: PublishedReport): ReportFigure[] {
  const later = new Map(restated.flatMap(({figures}) => figures.map((figure) => [figure.key, figure] as const)));
  const own = figuresIn(report);
  const known = new Set(own.map(({key}) => key));
  const added = [...later.values()].filter(({key}) => !known.has(key));
  return [
    ...own.map((figure) => (later.has(figure.key) ? {...figure, value: later.get(figure.key)!.after} : figure)),
    ...added.map((figure) => addedFigure(figure, report.period)),
  ];
}

/** A figure that came with what was restated: the report did not have it. */
function addedFigure({key, after, label, span, cell, decimals = 0}: RestatedValue, period: string): ReportFigure {
  const [group, id = "", ...rest] = key.split("|");
  const own = group === "table" ? {row: rest.slice(1, -1).join("|"), column: rest.at(-1) ?? ""} : null;
  const place = {group: group as FigureGroup, id, span: span ?? (group === "table" ? period : (rest[0] ?? period))};
  return {key, ...place, label: label ?? id, cell: cell ?? own, decimals, value: after};
}

/**
 * What readers know of the figures of a published report: the last value of each that was told.
 *
 * One that is not told any more, because it would point at few readers, is still known.
 */
export function lastTold({report, restated}: PublishedReport): Map<string, number | null> {
  const told = new Map(figuresIn(report).map(({key, value}) => [key, value]));
  for (const {key, after} of restated.flatMap(({figures}) => figures)) {
    if (after !== null || !told.has(key)) told.set(key, after);
  }
  return told;
}

/**
 * Which figures are not what they were? Those that were published first, then rows that are new.
 *
 * The forum's are as they were on the day of the report: who has left since is in no month any more, and no edition holds what they are of.
 */
export function movedBetween(before: readonly ReportFigure[], after: readonly ReportFigure[]): MovedPublished[] {
  const now = new Map(after.map((figure) => [figure.key, figure]));
  const known = new Set(before.map(({key}) => key));
  const moved = before.flatMap(({value, ...figure}) => {
    const own = now.get(figure.key)?.value ?? null;
    return isSame(value, own) || isOfDay(figure) ? [] : [{...figure, before: value, after: own}];
  });
  const added = after.flatMap(({value, ...figure}) => {
    return known.has(figure.key) || value === null || isOfDay(figure) ? [] : [{...figure, before: null, after: value}];
  });
  return [...moved, ...added];
}

function isOfDay({group, id}: Pick<ReportFigure, "group" | "id">): boolean {
  return group !== "measure" && id.startsWith("forum-");
}

/** Sums of fractions may differ in their last digits from machine to machine. */
const leastMove = 1e-9;

/** Are the two one figure? */
export function isSame(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= leastMove * Math.max(1, Math.abs(one), Math.abs(other));
}

/** More digits than these tell no two figures apart that are not the same. */
const mostDecimals = 9;

/** How many digits behind the point does it take to tell two figures apart? Those that they are printed with, at least. */
export function decimalsApart(one: number | null, other: number | null, decimals: number): number {
  if (one === null || other === null) return decimals;
  let digits = decimals;
  while (digits < mostDecimals && one.toFixed(digits) === other.toFixed(digits)) digits++;
  return digits;
}
