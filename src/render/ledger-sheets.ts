import {formatNumber, formatPercent} from "../base/number.ts";
import {listed} from "../base/text.ts";
import type {LedgerPart, PlannedFigure, RankLine, RankPlace, Report} from "../report/report.ts";
import {formatValue} from "./figures.ts";
import {fullMonth, shortMonth, yearOf} from "./months.ts";

/** A cell of a sheet; all text is untrusted. */
export interface SheetCell {
  readonly text: string;
  /** Where the text is a dash, why. */
  readonly words: string | null;
}

/** A small table of text and figures, as it is printed. */
export interface Sheet {
  readonly title: string;
  readonly heads: readonly {readonly text: string; readonly isText: boolean}[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How much of a whole each row has reached, to be drawn; null for a row without; empty for none. */
  readonly ratios: readonly (number | null)[];
  /** What stands below it. */
  readonly sentences: readonly string[];
}

/** The plan and the ranks as they are printed; nothing for a book without rows. */
export function ledgerSheets(report: Report, {plan, ranks}: LedgerPart): Sheet[] {
  const lists = [...Map.groupBy(ranks, ({list}) => list)];
  return [
    ...(plan.length === 0 ? [] : [planSheet(plan, report.columns.at(-1)?.period ?? "")]),
    ...lists.map(([list, lines]) => ranksSheet(list, lines)),
  ];
}

function planSheet(plan: readonly PlannedFigure[], last: string): Sheet {
  return {
    title: "The plan",
    heads: [
      {text: "Figure", isText: true},
      {text: "By", isText: true},
      ...["Target", "Latest", "Of target", "Has to grow", "A year"].map((text) => ({text, isText: false})),
      {text: "On trend", isText: true},
    ],
    rows: plan.map((line) => [
      ...[line.label, line.on, formatValue(line.target, line)].map(said),
      cellOr(line.actual === null ? null : formatValue(line.actual, line), line.actualReason ?? ""),
      cellOr(line.ratio === null ? null : formatPercent(line.ratio), line.actualReason ?? "the target is 0"),
      line.isMet ? said("met") : cellOr(factorOf(totalGrowth(line)), line.growthReason ?? ""),
      line.isMet ? said("") : cellOr(factorOf(line.growthNeeded, 2), line.growthReason ?? ""),
      line.isMet ? said("") : cellOr(line.trendMonth && monthAndYear(line.trendMonth), line.trendReason ?? ""),
    ]),
    ratios: plan.map(({ratio}) => ratio),
    sentences: [...new Set([...plan.flatMap((line) => earlierSentence(line, last)), ...plan.flatMap(planReasons)])],
  };
}

function said(text: string): SheetCell {
  return {text, words: null};
}

function cellOr(text: string | null, reason: string): SheetCell {
  return text === null ? {text: "–", words: reason} : said(text);
}

/** Of which month the latest value is, where that is not the report's last. */
function earlierSentence({label, actualMonth}: PlannedFigure, last: string): string[] {
  if (actualMonth === null || actualMonth === last) return [];
  return [`${label}: the latest value is that of ${fullMonth(actualMonth)}.`];
}

function monthAndYear(month: string): string {
  return `${shortMonth(month)} ${yearOf(month)}`;
}

function totalGrowth({actual, target}: PlannedFigure): number | null {
  return actual === null || actual <= 0 || target <= 0 ? null : target / actual;
}

/** What something is multiplied by: for a multiple one digit after the point is enough. */
function factorOf(factor: number | null, decimals = factor !== null && factor >= 2 ? 1 : 2): string | null {
  return factor === null ? null : `× ${formatNumber(factor, decimals)}`;
}

function planReasons({label, on, isMet, actualReason, growthReason, trendReason}: PlannedFigure): string[] {
  if (isMet) return [];
  const reasons = actualReason === null ? [growthReason, trendReason] : [actualReason];
  const told = reasons.filter((reason) => reason !== null);
  return told.length === 0 ? [] : [`${label}, ${on}: ${told.join("; ")}.`];
}

function ranksSheet(list: string, lines: readonly RankLine[]): Sheet {
  const looked = [...new Set(lines.map(({note}) => note))];
  return {
    title: `Places in ${list}`,
    heads: [
      {text: "Publisher", isText: true},
      {text: "Now", isText: false},
      {text: "Before", isText: false},
    ],
    rows: lines.map(({name, isOurs, now, before}) => [
      said(isOurs ? `${name} (ours)` : name),
      ...[now, before].map((place) => said(placeText(place))),
    ]),
    ratios: [],
    sentences: [
      ...lines.filter(({passed}) => passed.length > 0).map(({name, passed}) => `${name} has passed ${listed(passed)}.`),
      ...looked.map((note) => `${note}.`),
    ],
  };
}

function placeText({rank, reason}: RankPlace): string {
  return rank === null ? (reason ?? "–") : formatNumber(rank);
}
