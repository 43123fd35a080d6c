import type {Engine, Row} from "../engine/contract.ts";
import type {History} from "../ledger/history.ts";
import type {Holdings} from "../methodology/holdings.ts";
import {hashMethodology, type Methodology} from "../methodology/methodology.ts";
import {robotListVersions} from "../methodology/robots.ts";
import {verdicts} from "../methodology/rules.ts";
import {type MonthVerdicts, takeAccount} from "./account.ts";
import {type Exclusion, findExclusions} from "./exclusions.ts";
import type {Measure} from "./measure.ts";
import {type Figure, measureSpans} from "./measure-spans.ts";
import {measuresFor} from "./measures.ts";
import {findCoverage, type MonthCoverage, monthOf} from "./months.ts";
import {loadSpans, type Span, spansOf} from "./spans.ts";
import type {Table} from "./table.ts";
import type {TableWishes} from "./table-source.ts";
import {measureTables} from "./tables.ts";

/** What is to be measured. */
export interface Survey {
  readonly methodology: Methodology;
  readonly holdings: Holdings;
  readonly history: History;
  /** What the report is about. */
  readonly period: Span;
  /** What its months are set beside; as many months. Null for none. */
  readonly compared: Span | null;
  /** The month that an index starts from; null for none. */
  readonly base: {readonly month: string; readonly value: number} | null;
  /** Null where no table is wanted: then `request` need not be judged whole. */
  readonly tables: TableWishes | null;
}

/** Everything that was measured of a period; lists by month run in step with its months. */
export interface PeriodFigures {
  readonly coverage: readonly MonthCoverage[];
  /** Of the months compared with, in step with them; empty without a comparison. */
  readonly comparedCoverage: readonly MonthCoverage[];
  readonly account: readonly MonthVerdicts[];
  /** Every verdict there is, in the order of the account. */
  readonly verdicts: readonly {readonly id: string; readonly label: string}[];
  /** Each measure's figures by span: the months, the period, what they are compared with, the base month. */
  readonly figures: readonly {readonly measure: Measure; readonly spans: ReadonlyMap<string, Figure>}[];
  readonly exclusions: readonly Exclusion[];
  /** Counted requests of each month in logs that do not record agents. */
  readonly unnamedAgents: readonly number[];
  readonly tables: readonly Table[];
  readonly methodology: {
    readonly name: string;
    readonly sha256: string;
    readonly robotLists: readonly {readonly name: string; readonly version: string; readonly sha256: string}[];
  };
}

/**
 * What are the figures of a period?
 *
 * @param engine With `request` judged for the months of every span that has logs.
 */
export async function measurePeriod(engine: Engine, survey: Survey): Promise<PeriodFigures> {
  const {methodology, holdings, history, period, compared, base} = survey;
  const {months} = period;
  const others = [compared, base && {name: base.month, months: [base.month]}, survey.tables?.previous ?? null];
  const spans = spansOf([period, ...others.filter((span) => span !== null)]);
  await loadSpans(engine, spans);
  const measures = measuresFor(holdings).filter(({onlyTotal}) => onlyTotal === null || months.length > 1);
  const [coverage, account, unnamedAgents, answers] = await Promise.all([
    findCoverage(engine),
    takeAccount(engine, months),
    countUnnamedAgents(engine, months),
    askOnce(engine, measures),
  ]);
  const source = {spans, history, daysCovered: coverage.daysCovered};
  return {
    coverage: coverage.of(months),
    comparedCoverage: coverage.of(compared?.months ?? []),
    account,
    verdicts,
    figures: measures.map((measure) => ({
      measure,
      spans: measureSpans(measure, answers.get(measure.question)!, source),
    })),
    exclusions: await findExclusions(engine, methodology, period, account),
    unnamedAgents,
    tables: survey.tables ? await measureTables(engine, period, holdings, survey.tables) : [],
    methodology: {
      name: methodology.name,
      sha256: hashMethodology(methodology, holdings.aliasesSha256),
      robotLists: robotListVersions(methodology.robots.lists),
    },
  };
}

/** What each question answers; measures may share one. */
async function askOnce(engine: Engine, measures: readonly Measure[]): Promise<Map<string, Row[]>> {
  const questions = [...new Set(measures.map(({question}) => question))];
  return new Map(await Promise.all(questions.map(async (question) => [question, await engine.ask(question)] as const)));
}

async function countUnnamedAgents(engine: Engine, months: readonly string[]): Promise<number[]> {
  const rows = await engine.ask("unnamed-agents");
  return months.map((month) => Number(rows.find((row) => monthOf(row) === month)?.["requests"] ?? 0));
}
