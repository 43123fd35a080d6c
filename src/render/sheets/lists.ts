import type {LedgerPart, Report, Table} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import {hasMovement, rowsInOrder} from "../content/table-rows.ts";
import {dateCell, type LiftedCell, type LiftedColumn, type LiftedTable, type NumberCell} from "./table.ts";

/** A table of the report as it stands there: its ranks, its names, its values. */
export function liftedTableOf(table: Table, report: Report): LiftedTable {
  const {id, title, rowLabel, groupLabel, form, columns} = table;
  const words = wordsOf(report);
  const isRanked = form === "ranked";
  const hasBefore = hasMovement(table);
  const heads: LiftedColumn[] = [
    ...(isRanked ? [{id: "rank", label: words.t("head-rank")}] : []),
    ...(hasBefore ? [{id: "previousRank", label: words.t("head-before")}] : []),
    {id: "label", label: rowLabel},
    ...(groupLabel === null ? [] : [{id: "group", label: groupLabel}]),
    ...columns.map((column) => ({id: column.id, label: column.label})),
  ];
  const whole = (value: number | null): NumberCell => ({value, print: {decimals: 0}});
  const rows = rowsInOrder(table).map(({rank, previousRank, label, group, values}): LiftedCell[] => [
    ...(isRanked ? [whole(rank)] : []),
    ...(hasBefore ? [whole(previousRank)] : []),
    label,
    ...(groupLabel === null ? [] : [group !== null && /^\d{4}-\d\d-\d\d$/.test(group) ? {date: group} : group]),
    ...columns.map((column, i): NumberCell => {
      return {value: values[i] ?? null, print: column.id === "changePercent" ? "change" : column};
    }),
  ]);
  return {id, title, columns: heads, rows};
}

/** What moved most. */
export function movedTable(report: Report): LiftedTable[] {
  const words = wordsOf(report);
  const rows = report.moved.map(
    ({id, label, unit, from, to, fromMonth, toMonth, changePercent, explanations, note}) => {
      const print = printOf(report, id);
      const why = words.clauses([...explanations.map(({text}) => text), ...(note === null ? [] : [note])]);
      const [then, now] = [
        {value: from, print},
        {value: to, print},
      ];
      const moved: NumberCell = {value: changePercent, print: "change"};
      return [label, words.unit(unit), why, dateCell(fromMonth), then, dateCell(toMonth), now, moved];
    },
  );
  const columns = [
    {id: "label", label: words.t("head-figure")},
    {id: "unit", label: words.t("sheet-unit")},
    {id: "explanations", label: words.t("sheet-notes")},
    {id: "fromMonth", label: words.t("site-from")},
    {id: "from", label: words.t("head-before")},
    {id: "toMonth", label: words.t("site-until")},
    {id: "to", label: words.t("head-now")},
    {id: "changePercent", label: words.t("change")},
  ];
  return listOf("moved", words.t("moved-most"), columns, rows);
}

function printOf({measures, ledger}: Report, id: string): {readonly decimals: number} {
  return [...measures, ...(ledger?.measures ?? [])].find((one) => one.id === id) ?? {decimals: 1};
}

/** What the books list beside their figures and tables: their ranges, the plan, ranks, events, credits, places of the map. */
export function bookLists(report: Report, ledger: LedgerPart): LiftedTable[] {
  const words = wordsOf(report);
  const figure = {id: "label", label: words.t("head-figure")};
  return [
    ...listOf(
      "books-ranges",
      words.t("ranges"),
      [figure, {id: "low", label: words.t("head-least")}, {id: "high", label: words.t("head-greatest")}],
      ledger.ranges.map(({id, low, high}) => {
        const print = printOf(report, id);
        const label = ledger.measures.find((one) => one.id === id)?.label ?? id;
        return [label, {value: low, print}, {value: high, print}];
      }),
    ),
    ...planTable(report, ledger),
    ...ranksTable(report, ledger),
    ...listOf(
      "events",
      words.t("section.events"),
      [
        {id: "date", label: words.t("site-from")},
        {id: "until", label: words.t("site-until")},
        {id: "text", label: words.t("section.events")},
      ],
      ledger.events.map(({on, until, text}) => [dateCell(on), dateCell(until), text]),
    ),
    ...listOf(
      "credits",
      words.t("section.credits"),
      [
        {id: "period", label: words.t("whole-period")},
        {id: "post", label: words.t("sheet-post")},
        {id: "text", label: words.t("sheet-text")},
        {id: "by", label: words.t("sheet-by")},
      ],
      ledger.credits.map(({period, post, what, by}) => [dateCell(period), post, what, by]),
    ),
    ...listOf(
      "map",
      words.t("section.map"),
      [
        {id: "label", label: words.t("head-city")},
        {id: "region", label: words.t("head-region")},
        {id: "country", label: words.t("head-country")},
        {id: "copies", label: words.t("head-copies")},
        {id: "latitude", label: words.t("sheet-latitude")},
        {id: "longitude", label: words.t("sheet-longitude")},
      ],
      (ledger.map?.places ?? []).map(({city, region, country, copies, latitude, longitude}) => {
        const [north, east] = [latitude, longitude].map((value): NumberCell => ({value, print: "degrees"}));
        return [city, region, country, {value: copies, print: {decimals: 0}}, north!, east!];
      }),
    ),
  ];
}

function planTable(report: Report, {plan}: LedgerPart): LiftedTable[] {
  const words = wordsOf(report);
  const columns = [
    {id: "label", label: words.t("head-figure")},
    {id: "date", label: words.t("head-by-day")},
    {id: "notes", label: words.t("sheet-notes")},
    {id: "target", label: words.t("head-target")},
    {id: "actual", label: words.t("head-latest")},
    {id: "actualMonth", label: words.t("sheet-of")},
    {id: "ratio", label: words.t("head-of-target")},
    {id: "growthNeeded", label: words.t("head-a-year")},
    {id: "trendMonth", label: words.t("head-on-trend")},
  ];
  const rows = plan.map((line): LiftedCell[] => {
    const reasons = new Set([line.actualReason, line.growthReason, line.trendReason].filter((one) => one !== null));
    return [
      ...[line.label, dateCell(line.on)],
      words.clauses(line.isMet ? [words.t("met")] : [...reasons]),
      ...[
        {value: line.target, print: line},
        {value: line.actual, print: line, reason: line.actualReason},
      ],
      dateCell(line.actualMonth),
      {value: line.ratio, print: "ratio"},
      {value: line.growthNeeded, print: {decimals: 2}},
      dateCell(line.trendMonth),
    ];
  });
  return listOf("plan", words.t("section.plan"), columns, rows);
}

function ranksTable(report: Report, {ranks}: LedgerPart): LiftedTable[] {
  const words = wordsOf(report);
  const columns = [
    {id: "list", label: words.t("sheet-list")},
    {id: "label", label: words.t("head-publisher")},
    {id: "notes", label: words.t("sheet-notes")},
    {id: "rank", label: words.t("head-now")},
    {id: "date", label: words.t("head-day")},
    {id: "rankBefore", label: words.t("head-before")},
    {id: "dateBefore", label: words.t("head-day")},
  ];
  const rows = ranks.map(({list, name, isOurs, now, before, passed, note}): LiftedCell[] => {
    const reasons = [now.reason, before.reason].filter((reason) => reason !== null);
    const others = passed.length === 0 ? [] : [words.t("has-passed", {name, others: words.listed(passed)})];
    return [
      ...[list, isOurs ? words.t("ours-in-list", {name}) : name],
      words.clauses([...new Set([...reasons, ...others, note])]),
      ...[{value: now.rank, print: {decimals: 0}, reason: now.reason}, dateCell(now.on)],
      ...[{value: before.rank, print: {decimals: 0}, reason: before.reason}, dateCell(before.on)],
    ];
  });
  return listOf("ranks", words.t("places-in-lists"), columns, rows);
}

function listOf(
  id: string,
  title: string,
  columns: readonly LiftedColumn[],
  rows: readonly (readonly LiftedCell[])[],
): LiftedTable[] {
  return rows.length === 0 ? [] : [{id, title, columns, rows}];
}
