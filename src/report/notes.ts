import {addMonths} from "../base/period.ts";
import {runsOf} from "../base/runs.ts";
import {figure, message, month, series} from "../base/words/message.ts";
import {capitalOf, type Translator} from "../base/words/translator.ts";
import type {Exclusion} from "../measures/exclusions.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import type {MeasuredTable} from "../measures/tables/table.ts";
import type {Column, Note} from "./report.ts";
import {ruleNotes} from "./rule-changes.ts";

type Unnumbered = Omit<Note, "mark">;

/** The notes of the main table, numbered in the order in which they are first pointed at. */
export function makeNotes(measured: PeriodFigures, columns: readonly Column[], words: Translator): Note[] {
  const gaps = gapNotes(measured, columns, words);
  // Where there are no logs nothing was left out of them.
  if (columns.every(({daysCovered}) => daysCovered === 0))
    return gaps.map((note, place) => ({...note, mark: 1 + place}));
  const [plain, special] = [true, false].map((wanted) =>
    measured.exclusions
      .filter((exclusion) => isPlain(exclusion) === wanted)
      .map((exclusion) => noteOf(exclusion, columns, words)),
  );
  const first = plain!.length > 0 ? 2 : 1;
  return [
    // Rules that leave out the same things in every month share one number; the others stand by themselves.
    ...plain!.map((note) => ({...note, mark: 1})),
    ...[
      ...special!,
      ...undecidedNotes(measured, words),
      ...setNotes(columns, words),
      ...gaps,
      ...methodNotes(measured, columns, words),
      ...ruleNotes(
        measured,
        columns.map(({period}) => period),
        words,
      ),
    ].map((note, index) => ({...note, mark: first + index})),
  ];
}

function isPlain({id, limit}: Exclusion): boolean {
  return limit === null && id !== "blacklisted";
}

function noteOf(exclusion: Exclusion, columns: readonly Column[], words: Translator): Unnumbered {
  return {id: exclusion.id, text: textOf(exclusion, columns, words), columns: exclusion.months};
}

function textOf(exclusion: Exclusion, columns: readonly Column[], words: Translator): string {
  const {id, explanation, months, limit, laterLimits, requests} = exclusion;
  if (isPlain(exclusion)) {
    const told = {label: words.label(`verdict.${id}`, exclusion.label), requests};
    return explanation === "" ? words.t("left-out", told) : words.t("left-out-by", {...told, by: explanation});
  }
  const told = {when: whenOf(months, columns, words), clients: exclusion.clients ?? 0, requests};
  if (limit === null) return words.t("left-out-blacklisted", told);
  if (laterLimits.length === 0) return words.t("left-out-heavy", {...told, limit});
  const later = laterLimits.map(({month: from, documents}) => {
    return message("from-month-on", {month: month(from), what: figure(documents)});
  });
  return words.t("left-out-heavy-by-limits", {...told, limit, later: words.translate(series(later))});
}

function undecidedNotes({undecided}: PeriodFigures, words: Translator): Unnumbered[] {
  if (undecided === null) return [];
  const {clients, limit, hasNominated, months} = undecided;
  const id = hasNominated ? "undecided-clients" : "undecided-clients-over-limit";
  return [{id: "undecided-clients", text: words.t(id, {clients, limit}), columns: months}];
}

function setNotes(columns: readonly Column[], words: Translator): Unnumbered[] {
  if (columns.length < 2) return [];
  return [{id: "period-is-a-set", text: words.t("period-is-a-set"), columns: columns.map(({period}) => period)}];
}

function methodNotes({methodologyNotes}: PeriodFigures, columns: readonly Column[], words: Translator): Unnumbered[] {
  return methodologyNotes.map(({id, text}) => ({
    id,
    text: words.translate(text),
    columns: columns.map(({period}) => period),
  }));
}

/** Does nothing stand in the table, because nobody knows how many readers its rows are of? */
export function isUntold({notes}: MeasuredTable): boolean {
  return notes.some(({id}) => id === "others-are-not-recorded");
}

/** That tables are left out of which no row could be told. */
function untoldNote(untold: readonly MeasuredTable[], columns: readonly Column[], words: Translator): Unnumbered {
  const own = untold.length === 0 ? [] : columns;
  const text = words.t("tables-not-recorded", {
    tables: series(untold.map(({id, title}) => words.label(`table.${id}`, title))),
  });
  return {id: "tables-not-recorded", text, columns: own.map(({period}) => period)};
}

function gapNotes(
  {unnamedAgents, figures, tables}: PeriodFigures,
  columns: readonly Column[],
  words: Translator,
): Unnumbered[] {
  const untold = tables.filter(isUntold);
  const partial = columns.filter(({days, daysCovered}) => daysCovered < days);
  const none = partial.filter(({daysCovered}) => daysCovered === 0);
  const megabytes = figures.find(({measure}) => measure.id === "megabytes-per-day")?.spans;
  const readers = figures.find(({measure}) => measure.id === "readers")?.spans;
  const nobodys = columns.map(({period}) => readers?.get(period)?.unrecorded ?? 0);
  const bytes = columns.map(({period}) => megabytes?.get(period)?.unrecorded ?? 0);
  const feeds = figures.find(({measure}) => measure.id === "feed-subscribers")?.spans;
  const refused = columns.map(({period}) => feeds?.get(period)?.unrecorded ?? 0);
  return [
    {
      id: "days-covered",
      columns: partial.map(({period}) => period),
      text: words.sentences([
        ...noLogsText(none, words),
        ...partial.filter((one) => !none.includes(one)).map((one) => coverageText(one, words)),
      ]),
    },
    gapNote("agents-not-recorded", columns, unnamedAgents, words),
    reportedNote(figures, columns, words),
    gapNote("readers-not-recorded", columns, nobodys, words),
    untoldNote(untold, columns, words),
    gapNote("bytes-not-recorded", columns, bytes, words),
    gapNote("feed-numbers-refused", columns, refused, words),
  ].filter((note) => note.columns.length > 0);
}

function gapNote(
  id: "agents-not-recorded" | "readers-not-recorded" | "bytes-not-recorded" | "feed-numbers-refused",
  columns: readonly Column[],
  counts: readonly number[],
  words: Translator,
): Unnumbered {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const touched = columns.filter((_, index) => (counts[index] ?? 0) > 0);
  return {
    id,
    columns: touched.map(({period}) => period),
    text: words.t(id, {count: total}),
  };
}

function reportedNote(figures: PeriodFigures["figures"], columns: readonly Column[], words: Translator): Unnumbered {
  const months = columns.map(({period}) => period);
  const reported = figures.flatMap(({measure, spans}) => {
    const own = months.filter((month) => spans.get(month)?.isReported);
    return own.length === 0 ? [] : [{label: words.label(`measure.${measure.id}`, measure.label), own}];
  });
  const named = reported.map(({label, own}) => {
    return words.t("in-brackets", {text: label, more: words.listed(own.map((month) => words.month(month)))});
  });
  return {
    id: "reported",
    columns: months.filter((month) => reported.some(({own}) => own.includes(month))),
    text: words.t("given-by-older-reports", {figures: words.listed(named)}),
  };
}

function noLogsText(columns: readonly Column[], words: Translator): string[] {
  const months = columns.map(({period}) => period);
  const runs = runsOf(months, (before, month) => addMonths(before, 1) === month);
  const named = runs.map((run) => {
    if (run.length < 3) return words.listed(run.map((month) => words.month(month)));
    return words.t("span", {from: words.month(run[0]!), until: words.month(run.at(-1)!)});
  });
  return named.length === 0 ? [] : [words.t("no-logs-for", {months: words.listed(named)})];
}

function coverageText({period, days, daysCovered, missingDays}: Column, words: Translator): string {
  const missing = missingDays.map((day) => Number(day.slice(8)));
  const runs = runsOf(missing, (before, day) => day === before + 1);
  return words.t("month-covered-in-part", {
    // It begins the sentence.
    month: capitalOf(words.month(period), words.language),
    monthName: words.monthName(period),
    covered: String(daysCovered),
    days: String(days),
    missing: words.series(runs.map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`))),
  });
}

/** "in every month", "from September on", "in July and August"; with the year where the columns are of several. */
function whenOf(months: readonly string[], columns: readonly Column[], words: Translator): string {
  const all = columns.map(({period}) => period);
  const isAll = months.length === all.length;
  if (isAll && all.length > 1) return words.t("when-every-month");
  const isOneYear = !isAll && new Set(all.map((month) => month.slice(0, 4))).size === 1;
  const names = months.map((month) => (isOneYear ? words.monthName(month) : words.month(month)));
  const [first, last] = [names[0]!, names.at(-1)!];
  const isRun = all.indexOf(months.at(-1)!) - all.indexOf(months[0]!) === months.length - 1;
  if (isRun && months.at(-1) === all.at(-1) && months.length > 1) return words.t("when-from-on", {month: first});
  if (isRun && months.length > 2) return words.t("when-span", {from: first, until: last});
  return words.t("when-in", {months: words.listed(names)});
}
