import {daysOfMonth, type Period} from "../base/period.ts";
import {readVersion} from "../base/version.ts";
import type {MessageId, Wording} from "../base/words/message.ts";
import {Translator} from "../base/words/translator.ts";
import {instantText} from "../base/zone.ts";
import {isHidden} from "../measures/disclosure/figures.ts";
import type {LogGap} from "../measures/gaps.ts";
import type {Measure} from "../measures/measure.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import type {Commentary} from "./commentary/prose.ts";
import {comparisonOf, monthIndex} from "./compare.ts";
import {hourNotes} from "./hour-notes.ts";
import {type LedgerFound, ledgerPart} from "./ledger-part.ts";
import {type MovedRequest, movedFigures} from "./moved.ts";
import {isUntold, makeNotes} from "./notes.ts";
import {rangesOf} from "./ranges.ts";
import type {
  Column,
  Comparison,
  Figures,
  MonthAccount,
  Note,
  Report,
  ReportInput,
  RestatedFigure,
  UnreadInput,
} from "./report.ts";
import {type PublishedFigures, restatedIn, restatedNotes} from "./restate/marks.ts";
import {isRuleNote} from "./rule-changes.ts";
import {summarize} from "./summary.ts";
import {localizeTable} from "./table.ts";

/** What a report says beside its figures. */
export interface ReportContext extends Pick<Report, "language" | "labels"> {
  readonly publication: string | null;
  /** The one site that it is of; null for all. */
  readonly site: string | null;
  readonly period: Period;
  readonly timeZone: string;
  /** What the period is compared with; null for nothing. */
  readonly compared: Period | null;
  /** The month that an index starts from; null for none. */
  readonly base: {readonly month: string; readonly value: number} | null;
  /** What has to be told before any figure. */
  readonly doubts: readonly Wording[];
  /** Times without a line of which the days around have many. */
  readonly gaps: readonly LogGap[];
  /** Files of which nothing could be read. */
  readonly unread: readonly UnreadInput[];
  /** The inputs with requests in the period, in the order they are listed. */
  readonly inputs: readonly ReportInput[];
  /** Of the report, `YYYY-MM-DD`; null for the last day the logs cover. */
  readonly date: string | null;
  /** What the books yield; null where it was not asked for. */
  readonly ledger: LedgerFound | null;
  /** Null where it was not asked what moved. */
  readonly moved: MovedRequest | null;
  /** Null where the publisher wrote none. */
  readonly commentary: Commentary | null;
  /** What was published before of the figures. */
  readonly published: PublishedFigures;
}

/**
 * Makes the report of a period from its figures.
 *
 * The same figures and commission give the same report: no clock is looked at.
 */
export function composeReport(measured: PeriodFigures, commission: ReportContext): Report {
  const {publication, period, timeZone, inputs, compared, base, language, labels} = commission;
  const words = new Translator(language, labels);
  const columns = measured.coverage.map(({month, days, missingDays}): Column => {
    return {period: month, days, daysCovered: days - missingDays.length, missingDays};
  });
  // Of a period without logs nothing was counted, which is no count of none.
  const hasLogs = columns.some(({daysCovered}) => daysCovered > 0);
  const account = hasLogs ? accountOf(measured, words) : [];
  const tables = hasLogs ? measured.tables.filter((table) => !isUntold(table)) : [];
  const marked = {...period, account, words};
  const restated = withoutHidden(restatedIn(commission.published, valuesOf(measured, period), marked), measured);
  const named = measured.figures.map(({measure: {id, label, decimals}}) => {
    return {id, label: words.label(`measure.${id}`, label), decimals};
  });
  const corrected = restatedNotes(restated, named, period.months, words);
  const measuresOf = new Map(corrected.map((note) => [note.id, note.measures]));
  const notes = numbered(makeNotes(measured, columns, words), [
    ...hourNotes(commission.gaps, timeZone, words),
    ...corrected.map(({measures: _, ...note}) => note),
  ]);
  const rows = measured.figures.map(({measure, spans}, place): Figures => {
    const {id, decimals} = measure;
    const figures = period.months.map((month) => spans.get(month)!);
    const total = spans.get(period.name)!;
    return {
      id,
      label: named[place]!.label,
      unit: measure.unit,
      decimals,
      definition: words.translate(measure.definition),
      values: figures.map(({value}) => value),
      reasons: figures.map(({reason}) => reason && words.translate(reason)),
      reported: figures.map(({isReported}) => isReported),
      total: total.value,
      totalReason: total.reason && words.translate(total.reason),
      notes: notes
        .map((note) => note.id)
        .filter((note) => measuresOf.get(note)?.includes(id) ?? isAbout(note, measure)),
    };
  });
  const firstMark = 1 + Math.max(0, ...notes.map(({mark}) => mark));
  const {ledger: found, moved} = commission;
  const ledger = found && ledgerPart(found, {compared, measures: rows, firstMark, words});
  const ofBooks = ledger === null ? [] : [words.t("books-alone")];
  const doubts = [
    ...(hasLogs ? [] : [words.sentences([words.t("doubt-no-logs"), ...ofBooks])]),
    ...commission.doubts.map((doubt) => words.translate(doubt)),
  ];
  return {
    broadsheet: readVersion(),
    publication,
    site: commission.site,
    language,
    labels,
    title: words.period(period.name),
    period: period.name,
    timeZone,
    date: commission.date ?? lastDayCovered(columns),
    columns,
    summary: [...doubts, ...summarize(columns, rows, {account, rules: measured}, words)],
    doubts,
    measures: rows,
    comparison: withRestated(comparisonOf(measured, rows, compared, words), commission, {
      measured,
      rows,
      account,
      words,
    }),
    index: monthIndex(measured, rows, base, words),
    tables: tables.map((table) => localizeTable(table, words, measured)),
    ranges: rangesOf(measured, rows, period, words),
    ledger,
    moved: moved === null ? [] : movedFigures(measured, rows, moved, words),
    commentary: commission.commentary,
    notes,
    standing: hasWebFigures(rows) ? standingNotes.map((id) => words.t(id)) : [],
    account,
    inputs,
    methodology: measured.methodology,
    restated,
    unread: commission.unread,
    signedWith: null,
    gaps: commission.gaps.map(({from, until}) => ({from: instantText(from), until: instantText(until)})),
  };
}

/** A figure that is not told any more was not corrected, and what was published of it is not said again. */
function withoutHidden(restated: readonly RestatedFigure[], {figures}: PeriodFigures): RestatedFigure[] {
  return restated.filter(({id, period, now}) => {
    return now !== null || !isHidden(figures.find(({measure}) => measure.id === id)!, period);
  });
}

/** What a comparison stands beside. */
interface ComparedWith {
  readonly measured: PeriodFigures;
  readonly rows: readonly Figures[];
  readonly account: readonly MonthAccount[];
  readonly words: Translator;
}

/** The comparison, with what was restated of the figures that are compared with. */
function withRestated(
  comparison: Comparison | null,
  {compared, published}: ReportContext,
  {measured, rows, account, words}: ComparedWith,
): Comparison | null {
  if (comparison === null || compared === null) return null;
  const marked = {...compared, account, words};
  const restated = withoutHidden(restatedIn(published, comparison.measures, marked), measured);
  const notes = restatedNotes(restated, rows, compared.months, words).map(({text, measures: [id, ...others]}) => {
    const {label} = rows.find((row) => row.id === id)!;
    return others.length > 0 ? text : words.t("label-and-text", {label, text});
  });
  return {...comparison, notes: [...comparison.notes, ...notes]};
}

/** The measures' values in the months of a period, and in the whole of it. */
function valuesOf({figures}: PeriodFigures, {months, name}: Period): Pick<Figures, "id" | "values" | "total">[] {
  return figures.map(({measure: {id}, spans}) => {
    const values = months.map((month) => spans.get(month)?.value ?? null);
    return {id, values, total: spans.get(name)?.value ?? null};
  });
}

/** Notes that are numbered, and more of them behind, each with a number of its own. */
function numbered(notes: readonly Note[], more: readonly Omit<Note, "mark">[]): Note[] {
  const last = Math.max(0, ...notes.map(({mark}) => mark));
  return [...notes, ...more.map((note, place) => ({...note, mark: last + 1 + place}))];
}

function accountOf({account, verdicts}: PeriodFigures, words: Translator): MonthAccount[] {
  const named = verdicts.map(({id, label}) => ({id, label: words.label(`verdict.${id}`, label)}));
  return account.map(({month, requests}) => ({
    period: month,
    requests: [...requests.values()].reduce((sum, count) => sum + count, 0),
    verdicts: named.map(({id, label}) => ({id, label, requests: requests.get(id) ?? 0})),
  }));
}

/** Measures that go by readers, though they are not called so. */
const ofReaders = [
  "sessions",
  "daily-visitors",
  "unique-item-requests",
  "sent-to",
  "downloads",
  "downloaders",
  "listens",
  "listeners",
  "plays",
  "viewers",
];

/** Does a note belong to a measure? All but a few speak of every figure. */
function isAbout(note: string, {id, isSet}: Measure): boolean {
  if (isRuleNote(note)) return false;
  if (note === "readers-not-recorded" || note === "tables-not-recorded")
    return id.includes("reader") || ofReaders.includes(id);
  if (note === "feed-numbers-refused") return id === "feed-subscribers";
  if (note === "bytes-not-recorded") return id === "megabytes-per-day";
  return note !== "period-is-a-set" || isSet;
}

/** Is there a figure of readers or requests at all? A report of the books alone has none. */
function hasWebFigures(rows: readonly Figures[]): boolean {
  return rows.some(({values, total}) => total !== null || values.some((value) => value !== null));
}

/** The last day of the period with a line in the logs, so that the report's date comes from the data. */
function lastDayCovered(columns: readonly Column[]): string {
  const days = columns.flatMap(({period, missingDays}) =>
    daysOfMonth(period).filter((day) => !missingDays.includes(day)),
  );
  const [last] = columns.slice(-1);
  return days.at(-1) ?? `${last!.period}-${last!.days}`;
}

/** What no log can tell, printed with every report that has a figure made from logs. */
export const standingNotes = [
  "standing-computer",
  "standing-address",
  "standing-cache",
  "standing-delivered",
] as const satisfies readonly MessageId[];
