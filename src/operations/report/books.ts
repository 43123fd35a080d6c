import {resolve} from "node:path";
import {addMonths, type Period, parsePeriod, periodOf} from "../../base/period.ts";
import {type TableId, tableIds} from "../../base/table-ids.ts";
import {ledgerFolder, readLedger} from "../../ledger/ledger.ts";
import {readPanel} from "../../ledger/panel.ts";
import type {Ledger} from "../../ledger/rows.ts";
import {measureLedger} from "../../measures/ledger/ledger-measures.ts";
import type {IndexBase, LedgerSurvey} from "../../measures/ledger/ledger-survey.ts";
import {usuallyNamed} from "../../measures/ledger/moved-most.ts";
import {trendMonths} from "../../measures/ledger/plan-lines.ts";
import type {PeriodFigures} from "../../measures/measure-period.ts";
import type {Span} from "../../measures/spans.ts";
import {isTable} from "../../measures/tables/all.ts";
import type {KnownFigure} from "../../report/commentary/fill-commentary.ts";
import type {ReportContext} from "../../report/compose.ts";
import type {LedgerFound} from "../../report/ledger-part.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {forumMonths} from "../forum/figures.ts";

/** The parts of a report that may speak of the books. */
const parts: readonly TableId[] = ["moved", "ledger", "commentary"];

/** What of the books a report is to have, and what has to be measured for it. */
export interface LedgerRequest {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly panel: LedgerSurvey["panel"];
  readonly hasPart: boolean;
  /** How many figures that moved are named; null where none are. */
  readonly moved: number | null;
  readonly previous: Period;
  /** The months that the plan looks back at, where a target is of a measure from logs; else null. */
  readonly planned: Period | null;
}

/**
 * Reads the books, where the report is to have anything of them.
 *
 * @param measures The ids of the measures from logs.
 * @returns null where `wanted` names no part that may speak of them.
 * @throws {UserError} LEDGER_REFUSED or LEDGER_IMPOSSIBLE
 */
export function readLedgerRequest(
  {folder, config}: Workspace,
  {period, previous}: {readonly period: Period; readonly previous: Period},
  wanted: ReadonlyMap<TableId, number | null>,
  measures: readonly string[],
): LedgerRequest | null {
  if (!parts.some((id) => wanted.has(id))) return null;
  const {cities} = config.ledger;
  const ledger = {...readLedger(ledgerFolder(folder), {measures}), forum: forumMonths(folder)};
  const last = period.months.at(-1)!;
  const looksBack = ledger.plan.some(({measure}) => measures.includes(measure));
  return {
    ...{config, ledger, previous},
    panel: typeof cities === "string" ? readPanel(resolve(folder, cities)) : (cities ?? null),
    hasPart: wanted.has("ledger"),
    moved: wanted.has("moved") ? (wanted.get("moved") ?? usuallyNamed) : null,
    planned: looksBack ? periodOf(addMonths(last, 1 - trendMonths), last) : null,
  };
}

/** The tables that are made from requests, out of all that a report may have. */
export function tablesOfRequests(wanted: ReadonlyMap<TableId, number | null>): Map<TableId, number | null> {
  return new Map(tableIds.filter((id) => isTable(id) && wanted.has(id)).map((id) => [id, wanted.get(id)!]));
}

/** The periods that have to be judged for what is wished, beside the report's own. */
export function periodsOf(wish: LedgerRequest | null): Period[] {
  if (wish === null) return [];
  return [...(wish.moved === null ? [] : [wish.previous]), ...(wish.planned === null ? [] : [wish.planned])];
}

/** What has to be measured for what is wished: the period before as a whole, and single months. */
export function spansWished(wish: LedgerRequest | null): Span[] {
  const months = wish?.planned?.months ?? [];
  const whole = wish === null || wish.moved === null ? [] : [wish.previous];
  return [...whole, ...months.map((month) => ({name: month, months: [month]}))];
}

/** What the books yield for a report, as it is handed on. */
export function findInBooks(
  wish: LedgerRequest | null,
  measured: PeriodFigures,
  {period, compared}: {readonly period: Period; readonly compared: Period | null},
): Pick<ReportContext, "ledger" | "moved"> {
  if (wish === null) return {ledger: null, moved: null};
  const {previous, moved, hasPart} = wish;
  const figuresFor = (one: Period, before: Period) => measureLedger(wish.ledger, surveyOf(wish, measured, one, before));
  const found: LedgerFound = {
    figures: figuresFor(period, previous),
    // What was before these is not asked.
    previous: figuresFor(previous, previous),
    compared: compared && figuresFor(compared, compared),
  };
  return {ledger: hasPart ? found : null, moved: moved === null ? null : {previous, ledger: found, most: moved}};
}

/** Every figure of the books for a period, for a commentary that names one. */
export function bookFigures(wish: LedgerRequest | null, measured: PeriodFigures, period: Period): KnownFigure[] {
  if (wish === null) return [];
  // What was before is not asked.
  return measureLedger(wish.ledger, surveyOf(wish, measured, period, period)).measures.map(
    ({id, decimals, total, totalReason}) => ({id, decimals, value: total, reason: totalReason}),
  );
}

function surveyOf({config, panel}: LedgerRequest, measured: PeriodFigures, period: Span, previous: Span): LedgerSurvey {
  const {printBase, mailBase, smallestCity} = config.ledger;
  return {
    ...{period, previous, panel, smallestCity},
    bases: {
      ...(printBase === undefined ? {} : {print: baseOf(printBase)}),
      ...(mailBase === undefined ? {} : {mail: baseOf(mailBase)}),
    },
    ours: config.ranks.ours ?? null,
    figuresOf: (id) => {
      const spans = measured.figures.find(({measure}) => measure.id === id)?.spans;
      return (month) => {
        const figure = spans?.get(month);
        if (figure === undefined) return null;
        // A month that the logs cover in part is no level to grow from.
        const isWhole = measured.coverageOf([month]).every(({missingDays}) => missingDays.length === 0);
        return isWhole || figure.isReported ? figure.value : null;
      };
    },
  };
}

function baseOf({period, value}: {readonly period: string; readonly value: number}): IndexBase {
  return {period: parsePeriod(period, "1970-01-01"), value};
}
