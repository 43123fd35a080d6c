import {message, type UnitData} from "../base/words/message.ts";
import type {Report, ReportMethodology} from "./report.ts";

/** A methodology that a period was judged by, and what has to be known of its figures. */
export interface ComparedMethod extends ReportMethodology {
  /** Is it the workspace's own, with what its settings change? */
  readonly isOwn: boolean;
  readonly notes: readonly string[];
}

/** A row of a comparison; its values run in step with the methodologies. */
export interface MethodRow {
  readonly id: string;
  readonly label: string;
  readonly unit: UnitData;
  readonly decimals: number;
  /** Null where the methodology has no such measure or verdict, or no value. */
  readonly values: readonly (number | null)[];
}

/** One period under several methodologies. */
export interface MethodComparison {
  readonly publication: string | null;
  readonly title: string;
  readonly period: string;
  readonly timeZone: string;
  readonly methods: readonly ComparedMethod[];
  readonly measures: readonly MethodRow[];
  /** Where the requests went: a verdict a row. */
  readonly account: readonly MethodRow[];
  /** How many requests there are, under any of them. */
  readonly requests: number;
}

/** The same period's reports, one a methodology, side by side: the first is the workspace's own. */
export function compareMethods(reports: readonly Report[]): MethodComparison {
  const [own] = reports as readonly [Report, ...Report[]];
  const {publication, title, period, timeZone} = own;
  return {
    ...{publication, title, period, timeZone},
    methods: reports.map(({methodology, notes}, place) => ({
      ...methodology,
      isOwn: place === 0,
      notes: notes.filter(({id}) => methodNotes.has(id)).map(({text}) => text),
    })),
    measures: rowsOf(reports.map(measuresOf)),
    account: rowsOf(reports.map(accountOf)),
    requests: own.account.reduce((sum, {requests}) => sum + requests, 0),
  };
}

/** The notes that speak of a methodology, not of logs. */
const methodNotes = new Set([
  "counter-list-missing",
  "partial-answers",
  "addresses-without-query",
  "pageviews-by-path",
  "goaccess-as-installed",
]);

type Entry = Omit<MethodRow, "values"> & {readonly value: number | null};

function measuresOf({measures}: Report): Entry[] {
  return measures.map(({id, label, unit, decimals, total}) => {
    return {id, label, unit, decimals, value: total};
  });
}

function accountOf({account}: Report): Entry[] {
  const verdicts = account[0]?.verdicts ?? [];
  return verdicts.map(({id, label}, place) => ({
    ...{id, label, unit: message("unit.requests"), decimals: 0},
    value: account.reduce((sum, month) => sum + month.verdicts[place]!.requests, 0),
  }));
}

/** Every row that one of the lists has; what a list has more stands before the row that follows it there. */
function rowsOf(lists: readonly (readonly Entry[])[]): MethodRow[] {
  const order: string[] = [];
  for (const list of lists) {
    for (const [place, {id}] of list.entries()) {
      if (order.includes(id)) continue;
      const next = list.slice(place + 1).find((entry) => order.includes(entry.id));
      order.splice(next ? order.indexOf(next.id) : order.length, 0, id);
    }
  }
  return order.map((id) => {
    const {value: _, ...said} = lists.flat().find((entry) => entry.id === id)!;
    const values = lists.map((list) => list.find((entry) => entry.id === id)?.value ?? null);
    return {...said, values};
  });
}
