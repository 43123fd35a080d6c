import type {Labels} from "../base/words/labels.ts";
import type {LanguageId} from "../base/words/language.ts";
import type {UnitData} from "../base/words/message.ts";
import type {Translated} from "../base/words/translate.ts";
import type {LedgerFigures} from "../measures/ledger/ledger-figures.ts";
import type {MeasuredMove} from "../measures/ledger/moved-most.ts";
import type {PlanLine} from "../measures/ledger/plan-lines.ts";
import type {MeasuredPlace, MeasuredRank} from "../measures/ledger/rank-lines.ts";
import type {ReachMap} from "../measures/print/reach-map.ts";
import type {MeasuredColumn, MeasuredRow, MeasuredTable} from "../measures/tables/table.ts";
import type {Commentary} from "./commentary/prose.ts";
import type {UnreadReason} from "./unread-reasons.ts";

/** A figure that moved, from what to what, and what explains it. */
export interface MovedFigure extends Omit<Translated<MeasuredMove>, "unit"> {
  readonly unit: UnitData;
  /** That the two were counted by different rules, in a sentence; null where they were not. */
  readonly note: string | null;
}

/** A publisher's places in one public list. */
export type RankLine = Translated<MeasuredRank>;

/** A place in a public list at one end of a period, or why there is none. */
export type RankPlace = Translated<MeasuredPlace>;

/** Where the copies of a period went, and a city of it. */
export type {ReachedPlace, ReachMap} from "../measures/print/reach-map.ts";
/** What the publisher says of the figures. */
export type {Block, Commentary, Inline} from "./commentary/prose.ts";

/** What is behind the figures, in the report's language. */
export interface Table extends Omit<Translated<MeasuredTable>, "columns"> {
  readonly columns: readonly TableColumn[];
}

/** A column of a table. */
export interface TableColumn extends Omit<Translated<MeasuredColumn>, "unit"> {
  readonly unit: UnitData;
}

/** A row of a table. */
export type TableRow = Translated<MeasuredRow>;

/** One month of the report, and how much of it the logs cover. */
export interface Column {
  /** The month, `YYYY-MM`. */
  readonly period: string;
  readonly days: number;
  /** Days of the month with at least one line in the logs; the divisor of every figure per day. */
  readonly daysCovered: number;
  /** Days without a line, `YYYY-MM-DD`, in order. */
  readonly missingDays: readonly string[];
}

/** One measure over all columns. `values`, `reasons` and the report's `columns` run in step. */
export interface Figures {
  readonly id: string;
  readonly label: string;
  readonly unit: UnitData;
  /** Digits after the point when printed; the values themselves are not rounded. */
  readonly decimals: number;
  /** What the figure means, in a sentence or two. */
  readonly definition: string;
  readonly values: readonly (number | null)[];
  /** Why a value is null, in words; null where there is a value. */
  readonly reasons: readonly (string | null)[];
  /** Was the value taken from an older report instead of measured? In step with the values. */
  readonly reported: readonly boolean[];
  /** Of the whole period: never the sum of the months where the figure is a set. */
  readonly total: number | null;
  /** Why the total is null; null where there is one. */
  readonly totalReason: string | null;
  /** Ids of the notes that belong to the figure, in the order they are printed. */
  readonly notes: readonly string[];
}

/** What a figure leaves out or cannot know, in a sentence that stands by itself. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** The months it speaks of, `YYYY-MM`. */
  readonly columns: readonly string[];
  /** The number it is printed under, from 1. Notes that share one are printed together, in order. */
  readonly mark: number;
}

/** A published figure that was restated, with the reason that was given for it. */
export interface RestatedChange {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Null where it was not asked. */
  readonly kind: "correction" | "revision" | null;
  readonly before: number | null;
  readonly after: number | null;
  /** Null where none was given. */
  readonly reason: string | null;
}

/** A figure that is not what was published of it, or was not at some time. */
export interface RestatedFigure {
  /** The measure's. */
  readonly id: string;
  /** The month, or the name of the report's whole period. */
  readonly period: string;
  /** What was published first. */
  readonly published: number | null;
  readonly now: number | null;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly on: string;
  /** As the publisher gave it for the last change; null where the figure moved since, and nobody has said why. */
  readonly reason: string | null;
  /** Every change that was restated, in the order of the days. */
  readonly changes: readonly RestatedChange[];
  /** What is in force, where the figure moved since, and what has changed that can have moved it; null where it did not. */
  readonly unexplained: {readonly before: number | null; readonly causes: readonly string[]} | null;
}

/** One measure in the period that is compared with; every list runs in step with the report's columns. */
export interface ComparedFigures {
  /** The measure's, as in the report's measures. */
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly reasons: readonly (string | null)[];
  readonly reported: readonly boolean[];
  /** From the value compared with to the report's, in percent of the former; null where there is none of either. */
  readonly changePercent: readonly (number | null)[];
  readonly total: number | null;
  readonly totalReason: string | null;
  readonly totalChangePercent: number | null;
}

/** The same measures in another period. */
export interface Comparison {
  readonly period: string;
  /** "second half of 2004". */
  readonly title: string;
  /** The months compared with, `YYYY-MM`, in step with the report's columns. */
  readonly columns: readonly string[];
  /** In the order of the report's measures. */
  readonly measures: readonly ComparedFigures[];
  /** What has to be known of the months compared with, in sentences. */
  readonly notes: readonly string[];
}

/** One measure against its value in the base month. */
export interface IndexedFigures {
  readonly id: string;
  /** In step with the report's columns. */
  readonly values: readonly (number | null)[];
  readonly reasons: readonly (string | null)[];
}

/** Every measure set against one month of the past, which is given a round value such as 100. */
export interface Index {
  /** The base month, `YYYY-MM`. */
  readonly base: string;
  /** What the base month is set to. */
  readonly value: number;
  /** In the order of the report's measures. */
  readonly measures: readonly IndexedFigures[];
  /** What has to be known of the base, in sentences. */
  readonly notes: readonly string[];
}

/** How far one measure would move; lists by month run in step with the report's columns. */
export interface RangedFigures {
  /** The measure's. */
  readonly id: string;
  /** The least that the value would be under any alternative, its own among them; null where there is no value. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly totalLow: number | null;
  readonly totalHigh: number | null;
  /** Is the bound of the whole period rounded outwards, because a few readers would move it there? */
  readonly isTotalAtLeast: boolean;
  readonly isTotalAtMost: boolean;
  /** In the order of the ranges' alternatives; null where it would be told what a few readers did. */
  readonly alternatives: readonly {
    readonly id: string;
    readonly values: readonly (number | null)[];
    readonly total: number | null;
  }[];
  /** The narrowest that is true of the whole period and may be told; null where the figure has no value. */
  readonly sentence: string | null;
}

/** What the figures would be if one rule were done otherwise. */
export interface Ranges {
  /** `label`: "if all heavy readers are people". */
  readonly alternatives: readonly {readonly id: string; readonly label: string}[];
  /** In the order of the report's measures. */
  readonly measures: readonly RangedFigures[];
  /** Why values of alternatives are null that have a figure, and bounds are rounded; null where none is. */
  readonly reason: string | null;
  /** One a measure that has a figure for the period, the narrowest that is true and may be told; then the reason. */
  readonly sentences: readonly string[];
}

/** A target of the plan, and how far it is; named and printed as the measure is. */
export interface PlannedFigure extends Omit<Translated<PlanLine>, "label">, Pick<Figures, "label" | "decimals"> {
  /** Of the measure; null where the report does not have it. */
  readonly unit: UnitData | null;
}

/** Who did what. */
export type Credit = LedgerFigures["credits"][number];

/** Something that happened and explains a figure. */
export type ReportEvent = LedgerFigures["events"][number];

/** What the books yield that a publisher keeps by hand: print, mail, money, plan, ranks. */
export interface LedgerPart {
  /** Their values run in step with the report's columns. */
  readonly measures: readonly Figures[];
  /** Numbered on from the notes of the main table. */
  readonly notes: readonly Note[];
  /** Null where none was asked for, and where the books have nothing of those months. */
  readonly comparison: Comparison | null;
  /** Between what the figure of the whole period would lie under the alternatives that its note names. */
  readonly ranges: readonly {readonly id: string; readonly low: number; readonly high: number | null}[];
  readonly tables: readonly Table[];
  readonly plan: readonly PlannedFigure[];
  readonly ranks: readonly RankLine[];
  readonly credits: readonly Credit[];
  readonly events: readonly ReportEvent[];
  /** Null where no copy went to a city that can be placed. */
  readonly map: ReachMap | null;
}

/** How many requests of a month got a verdict. */
export interface VerdictCount {
  readonly id: string;
  readonly label: string;
  readonly requests: number;
}

/** Where every request of a month went: the verdicts add up to `requests`. */
export interface MonthAccount {
  readonly period: string;
  readonly requests: number;
  readonly verdicts: readonly VerdictCount[];
}

/** One log that was read: lines = requests + quarantined + ignored + those that are repeated. */
export interface ReportInput {
  readonly name: string;
  /** Of the lines, uncompressed. */
  readonly sha256: string;
  readonly lines: number;
  readonly requests: number;
  readonly quarantined: number;
  readonly ignored: number;
  /** Instants in UTC, to the second; null when the input holds no request. */
  readonly first: string | null;
  readonly last: string | null;
  /** Lines that stand in another log, too, and count there, by its name. */
  readonly repeated: readonly {readonly name: string; readonly lines: number}[];
}

/** A file that was named and of which nothing could be read. */
export interface UnreadInput {
  readonly name: string;
  /** Why, by its id. */
  readonly reason: UnreadReason;
}

/** The rules that judged, and the lists they looked things up in. */
export interface ReportMethodology {
  readonly name: string;
  readonly sha256: string;
  /** Each with the hash of what it says. */
  readonly robotLists: readonly {readonly name: string; readonly version: string; readonly sha256: string}[];
}

/**
 * A period's report as data, without markup: what every output is made from.
 *
 * Text in it may come from strangers (names of files); each output neutralises it for its own medium.
 */
export interface Report {
  /** Version of Broadsheet that made it. */
  readonly broadsheet: string;
  /** Whose readership it is; null where nobody said it: of files that were read once. */
  readonly publication: string | null;
  /** The one site that it is of, by its name; null for all. */
  readonly site: string | null;
  /** What its texts are in. */
  readonly language: LanguageId;
  /** The publisher's own labels, by what they are of. */
  readonly labels: Labels;
  /** As in the headline: "second half of 2005". */
  readonly title: string;
  readonly period: string;
  readonly timeZone: string;
  /** Of the report, `YYYY-MM-DD`. */
  readonly date: string;
  readonly columns: readonly Column[];
  /** The sentences that matter most, computed, the figure first. */
  readonly summary: readonly string[];
  /** Those of them that say what the figures may be wrong by, since something was misread or is missing; they stand before the figures. */
  readonly doubts: readonly string[];
  readonly measures: readonly Figures[];
  /** Null where none was asked for. */
  readonly comparison: Comparison | null;
  /** Null where the workspace names no base. */
  readonly index: Index | null;
  readonly tables: readonly Table[];
  /** Null where they were not asked for. */
  readonly ranges: Ranges | null;
  /** Null where the books have nothing, or where it was not asked for. */
  readonly ledger: LedgerPart | null;
  /** The figures that moved most, of logs and books, the largest change first; empty where it was not asked. */
  readonly moved: readonly MovedFigure[];
  /** In the publisher's words; null where there is none, or where it was not asked for. */
  readonly commentary: Commentary | null;
  readonly notes: readonly Note[];
  /** Disclaimers that hold for every report made from logs. */
  readonly standing: readonly string[];
  readonly account: readonly MonthAccount[];
  readonly inputs: readonly ReportInput[];
  readonly methodology: ReportMethodology;
  /** Figures of the main table that are not what was published of them. */
  readonly restated: readonly RestatedFigure[];
  /** Files of which nothing could be read, and nobody knows what they would add. */
  readonly unread: readonly UnreadInput[];
  /** Times without a line of which the days around have many, as instants in UTC. */
  readonly gaps: readonly {readonly from: string; readonly until: string}[];
  /** The public key with which the edition is signed that it is published in, as one line; null elsewhere. */
  readonly signedWith: string | null;
}
