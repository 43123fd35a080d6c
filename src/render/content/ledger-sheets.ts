import type {Translator} from "../../base/words/translator.ts";
import type {LedgerPart, PlannedFigure, RankLine, RankPlace, Report} from "../../report/report.ts";
import {fullMonth, monthAndYear} from "./months.ts";
import {wordsOf} from "./report-words.ts";
import {formatValue} from "./values.ts";

/** A cell of a sheet; all text is untrusted. */
export interface SheetCell {
  readonly text: string;
  /** Where the text is a dash, why. */
  readonly words: string | null;
}

/** A small table of text and figures, as it is printed. */
export interface Sheet {
  /** The same in every report: what it is, and of lists of ranks which. */
  readonly id: string;
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
  const words = wordsOf(report);
  const lists = [...Map.groupBy(ranks, ({list}) => list)];
  return [
    ...(plan.length === 0 ? [] : [planSheet(plan, report.columns.at(-1)?.period ?? "", words)]),
    ...lists.map(([list, lines], i) => ({id: `ranks-${i + 1}`, ...ranksSheet(list, lines, words)})),
  ];
}

const figureHeads = ["head-target", "head-latest", "head-of-target", "head-has-to-grow", "head-a-year"] as const;

function planSheet(plan: readonly PlannedFigure[], last: string, words: Translator): Sheet {
  return {
    id: "plan",
    title: words.t("section.plan"),
    heads: [
      {text: words.t("head-figure"), isText: true},
      {text: words.t("head-by-day"), isText: true},
      ...figureHeads.map((id) => ({text: words.t(id), isText: false})),
      {text: words.t("head-on-trend"), isText: true},
    ],
    rows: plan.map((line) => [
      ...[line.label, words.shortDay(line.on), formatValue(line.target, line, words)].map(said),
      cellOr(line.actual === null ? null : formatValue(line.actual, line, words), line.actualReason ?? ""),
      cellOr(line.ratio === null ? null : words.share(line.ratio), line.actualReason ?? words.t("target-is-zero")),
      line.isMet ? said(words.t("met")) : cellOr(factorOf(totalGrowth(line), words), line.growthReason ?? ""),
      line.isMet ? said("") : cellOr(factorOf(line.growthNeeded, words, 2), line.growthReason ?? ""),
      line.isMet ? said("") : cellOr(line.trendMonth && monthAndYear(line.trendMonth, words), line.trendReason ?? ""),
    ]),
    ratios: plan.map(nearnessOf),
    sentences: [
      ...new Set([
        ...plan.flatMap((line) => earlierSentence(line, last, words)),
        ...plan.flatMap((line) => planReasons(line, words)),
      ]),
    ],
  };
}

/** How much of the target is there, as a bar shows it? Of what is better the less it is, the value is more than the target until that is met. */
function nearnessOf({ratio, isMet}: PlannedFigure): number | null {
  if (ratio === null || isMet === ratio >= 1) return ratio;
  return ratio === 0 ? 1 : 1 / ratio;
}

function said(text: string): SheetCell {
  return {text, words: null};
}

function cellOr(text: string | null, reason: string): SheetCell {
  return text === null ? {text: "–", words: reason} : said(text);
}

/** Of which month the latest value is, where that is not the report's last. */
function earlierSentence({label, actualMonth}: PlannedFigure, last: string, words: Translator): string[] {
  if (actualMonth === null || actualMonth === last) return [];
  return [words.t("latest-value-is-of", {label, month: fullMonth(actualMonth, words)})];
}

function totalGrowth({actual, target}: PlannedFigure): number | null {
  return actual === null || actual <= 0 || target <= 0 ? null : target / actual;
}

/** What something is multiplied by: for a multiple one digit after the point is enough. */
function factorOf(
  factor: number | null,
  words: Translator,
  decimals = factor !== null && factor >= 2 ? 1 : 2,
): string | null {
  return factor === null ? null : words.t("times", {number: words.number(factor, decimals)});
}

function planReasons(
  {label, on, isMet, actualReason, growthReason, trendReason}: PlannedFigure,
  words: Translator,
): string[] {
  if (isMet) return [];
  const reasons = actualReason === null ? [growthReason, trendReason] : [actualReason];
  const told = reasons.filter((reason) => reason !== null);
  return told.length === 0 ? [] : [words.t("plan-reasons", {label, day: words.day(on), reasons: words.clauses(told)})];
}

function ranksSheet(list: string, lines: readonly RankLine[], words: Translator): Omit<Sheet, "id"> {
  const looked = [...new Set(lines.map(({note}) => note))];
  return {
    title: words.t("section.ranks", {list}),
    heads: [
      {text: words.t("head-publisher"), isText: true},
      {text: words.t("head-now"), isText: false},
      {text: words.t("head-before"), isText: false},
    ],
    rows: lines.map(({name, isOurs, now, before}) => [
      said(isOurs ? words.t("ours-in-list", {name}) : name),
      ...[now, before].map((place) => said(placeText(place, words))),
    ]),
    ratios: [],
    sentences: [
      ...lines
        .filter(({passed}) => passed.length > 0)
        .map(({name, passed}) => words.t("has-passed", {name, others: words.listed(passed)})),
      ...looked.map((note) => `${note}${words.t("full-stop")}`),
    ],
  };
}

function placeText({rank, reason}: RankPlace, words: Translator): string {
  return rank === null ? (reason ?? "–") : words.number(rank);
}
