import {message, period} from "../../base/words/message.ts";
import {checkBefore} from "../disclosure/check-before.ts";
import type {Printed} from "../disclosure/printed.ts";
import {type Asked, type Counts, type EntryCounts, type ShownEntry, type TableLayout, unknown} from "../layout.ts";
import {type ChosenRows, chooseRows} from "./choose-rows.ts";
import {amountOf, askCounts, rank, ranksOf} from "./counts.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredRow, MeasuredTable} from "./table.ts";

/** Counts and ranks the entries of a table. */
export async function askTable(layout: TableLayout, source: TableSource): Promise<Asked> {
  await layout.load();
  const found = await askCounts(layout, source, source.period);
  const before = source.previous ? await askCounts(layout, source, source.previous) : null;
  return {layout, found, before, ranked: await rank(layout, source, found)};
}

/**
 * Makes the table: merges the rows that would point at somebody and those below the last, and sets ranks beside those before.
 *
 * @param printed What the report prints of the same requests, to which the table is added; null for requests that are nobody's.
 */
export async function layTable(asked: Asked, source: TableSource, printed: Printed | null): Promise<MeasuredTable> {
  const {layout, found, before} = asked;
  const chosen = await chooseRows(layout, source, {...asked, check: await checkBefore(asked, source)}, printed);
  const {shown} = chosen;
  const rest = chosen.rest === "few" ? null : chosen.rest;
  const all = layout.whole ?? sumOf([...shown.map(({counts}) => counts), ...(rest ? [rest] : [])]);
  const rankBefore = before ? ranksOf(layout, source, before) : new Map<number, number>();
  const held = largestHeldBack(asked, shown);
  const isRanked = ({entry, counts: own}: ShownEntry): boolean =>
    entry !== unknown && layout.form === "ranked" && amountOf(layout, own) >= held;
  const rows = shown.map((row): MeasuredRow => {
    const {entry, described, counts: own} = row;
    const isItem = entry !== unknown;
    return {
      ...described,
      rank: isRanked(row) ? rankAmong(layout, own, shown) : null,
      previousRank: isRanked(row) ? (rankBefore.get(entry) ?? null) : null,
      kind: isItem ? "item" : "unknown",
      values: layout.columns.map((column) => column.value(own, all)),
    };
  });
  const {id, title, rowLabel, groupLabel, definition, form} = layout;
  return {
    id,
    title,
    rowLabel,
    groupLabel,
    definition,
    form,
    columns: layout.columns.map(({id, label, unit, decimals}) => ({id, label, unit, decimals})),
    rows: [
      ...(form === "cycle" ? await completeCycle(layout, found, rows) : rows.filter(({kind}) => kind === "item")),
      ...(chosen.rest === null ? [] : [othersRow(layout, rest, all)]),
      ...rows.filter(({kind}) => kind === "unknown"),
    ],
    previous: before && source.previous ? source.previous.name : null,
    notes: [
      ...layout.notes(found),
      ...fewNotes(chosen, source, found),
      ...(layout.form === "ranked" ? ranksBeforeNotes(source) : []),
      ...(layout.form === "ranked" && shown.some((row) => row.entry !== unknown && !isRanked(row))
        ? [{id: "ranks-not-told", text: message("ranks-not-told")}]
        : []),
    ],
  };
}

/** That there are no ranks before, since what they would go by are a few days: nearly all would be new. */
function ranksBeforeNotes({fewBefore}: TableSource): MeasuredTable["notes"] {
  if (fewBefore === null) return [];
  const {name, daysCovered, days} = fewBefore;
  const text = message("ranks-before-few-days", {period: period(name), covered: daysCovered, days});
  return [{id: "ranks-before-few-days", text}];
}

/** Below a row that is not shown no rank is told: it would be that of another, or say between which two the hidden one stands. */
function largestHeldBack({layout, ranked}: Asked, shown: readonly ShownEntry[]): number {
  const own = new Set(shown.map(({entry}) => entry));
  return Math.max(0, ...ranked.filter(({entry}) => !own.has(entry)).map(({counts}) => amountOf(layout, counts)));
}

/** That rows are not told, or stand among the others, because they would point at somebody. */
function fewNotes({rest, heldBack}: ChosenRows, {smallest}: TableSource, found: EntryCounts): MeasuredTable["notes"] {
  // Of logs that do not tell readers apart there is none, and not few.
  if (rest === "few" && [...found.values()].every(({readers}) => readers === 0))
    return [{id: "others-are-not-recorded", text: message("others-are-not-recorded", {smallest})}];
  if (rest === "few") return [{id: "others-are-few", text: message("others-are-few", {smallest})}];
  return heldBack === 0 || rest === null
    ? []
    : [{id: "rows-among-others", text: message("rows-among-others", {count: heldBack, smallest})}];
}

/** A row for each item of a cycle in its place: with nothing where nobody came, with no values where it was merged. */
async function completeCycle(
  layout: TableLayout,
  found: EntryCounts,
  rows: readonly MeasuredRow[],
): Promise<MeasuredRow[]> {
  const entries = Array.from({length: layout.rows}, (_, entry) => entry);
  const described = await layout.describe(entries);
  return entries.map((entry): MeasuredRow => {
    const own = described.get(entry)!;
    const values = layout.columns.map(() => (found.has(entry) ? null : 0));
    const empty: MeasuredRow = {...own, rank: null, previousRank: null, kind: "item", values};
    return rows.find(({key}) => key === own.key) ?? empty;
  });
}

/** The row of all that is not shown; without values where it is not told. */
function othersRow({columns}: TableLayout, counts: Counts | null, all: Counts): MeasuredRow {
  const values = columns.map((column) => (counts === null ? null : column.value(counts, all)));
  return {key: "others", label: message("others"), group: null, rank: null, previousRank: null, kind: "others", values};
}

function rankAmong(layout: TableLayout, own: Counts, shown: readonly ShownEntry[]): number {
  const amount = amountOf(layout, own);
  return 1 + shown.filter(({entry, counts}) => entry !== unknown && amountOf(layout, counts) > amount).length;
}

function sumOf(rows: readonly Counts[]): Counts {
  const sums: Record<string, number> = {};
  for (const [name, count] of rows.flatMap((row) => Object.entries(row))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
