import type {RuleDifference} from "../base/rule-differences.ts";
import {Message, type Wording} from "../base/words/message.ts";
import type {QueryEngine} from "../engine/query-engine.ts";
import type {History} from "../ledger/history.ts";
import type {Judgement} from "../methodology/judge/judgement.ts";
import {findRetrievals} from "../methodology/judge/retrievals.ts";
import {type MethodologyNote, notesOn} from "../methodology/notes.ts";
import {hashMethodology} from "../methodology/resolve.ts";
import {robotListVersions} from "../methodology/robots/match.ts";
import {type RulePeriod, rulePeriodsOf} from "../methodology/rule-periods.ts";
import {differencesBetween} from "../methodology/rule-values.ts";
import {verdictsUnder} from "../methodology/rules/all.ts";
import type {SiteDescription} from "../methodology/site/site.ts";
import type {Undecided} from "../methodology/suspects/find.ts";
import {type MonthVerdicts, takeAccount} from "./account.ts";
import {measuresFor} from "./all.ts";
import {askOnce} from "./ask-once.ts";
import {withoutFew} from "./disclosure/figures.ts";
import type {PublishedBefore} from "./disclosure/published-before.ts";
import {type Exclusion, findExclusions} from "./exclusions.ts";
import type {Measure} from "./measure.ts";
import {type Figure, measureSpans} from "./measure-spans.ts";
import {findCoverage, type MonthCoverage, monthOf} from "./months.ts";
import {loadSpans, type Span, spansOf} from "./spans.ts";
import {measureTables} from "./tables/all.ts";
import {fewDaysOf} from "./tables/few-days.ts";
import type {TableRequest} from "./tables/source.ts";
import type {MeasuredTable} from "./tables/table.ts";

/** What is to be measured. */
export interface Survey {
  readonly holdings: SiteDescription;
  readonly history: History;
  /** The workspace's, with which lists of clients enter the methodology's hash. */
  readonly key: string;
  /** What the report is about. */
  readonly period: Span;
  /** What its months are set beside; as many months. Null for none. */
  readonly compared: Span | null;
  /** The month that an index starts from; null for none. */
  readonly base: {readonly month: string; readonly value: number} | null;
  /** What would point at fewer readers than this is not told. */
  readonly smallest: number;
  /** What was published of this and other periods, beside which nothing is to point at few readers; none where not given. */
  readonly published?: readonly PublishedBefore[];
  /** Null where no table is wanted: then it need not be judged with details. */
  readonly tables: TableRequest | null;
  /** Further spans that figures are wanted of: the period before, months that the plan looks back at. */
  readonly more?: readonly Span[];
  /** Clients that nobody has decided about; null where there are none, or nobody asks. */
  readonly undecided?: Undecided | null;
}

/** What the figures would be with one rule done otherwise. */
export interface AlternativeFigures {
  readonly id: string;
  /** "if all heavy readers are people". */
  readonly label: Wording;
  /** In step with the measures: by the span's name. */
  readonly figures: readonly ReadonlyMap<string, Figure>[];
  /** The spans in which it is a few readers who make the difference, so that no figure of it is told exactly. */
  readonly few: ReadonlySet<string>;
  /**
   * Does it stand beside the range, which it does not widen? `not-known`: it would, were it known, and has no figures.
   */
  readonly beside?: "known" | "not-known";
}

/** Everything that was measured of a period; lists by month run in step with its months. */
export interface PeriodFigures {
  readonly coverage: readonly MonthCoverage[];
  /** Of the months compared with, in step with them; empty without a comparison. */
  readonly comparedCoverage: readonly MonthCoverage[];
  /** Of any months of which figures were asked, in step with them. */
  coverageOf(months: readonly string[]): MonthCoverage[];
  readonly account: readonly MonthVerdicts[];
  /** Every verdict there is, in the order of the account. */
  readonly verdicts: readonly {readonly id: string; readonly label: Wording}[];
  /** Each measure's figures by span: the months, the period, what they are compared with, the base month. */
  readonly figures: readonly {readonly measure: Measure; readonly spans: ReadonlyMap<string, Figure>}[];
  readonly exclusions: readonly Exclusion[];
  /** What has to be said of the methodology wherever its figures stand. */
  readonly methodologyNotes: readonly MethodologyNote[];
  /** By which settings do the rules of two months differ? Any months of which figures were asked. */
  differencesBetween(before: string, after: string): RuleDifference[];
  /** Counted requests of each month in logs that do not record agents. */
  readonly unnamedAgents: readonly number[];
  /** Clients that nobody has decided about; null where there are none, or nobody asked. */
  readonly undecided: Undecided | null;
  readonly tables: readonly MeasuredTable[];
  /** What the figures would be with one rule done otherwise; empty where it was not asked. */
  readonly alternatives: readonly AlternativeFigures[];
  /** What would point at fewer readers than this is not told. */
  readonly smallest: number;
  readonly methodology: {
    readonly name: string;
    readonly sha256: string;
    readonly robotLists: readonly {readonly name: string; readonly version: string; readonly sha256: string}[];
  };
}

/** Is there something to be told of, be it that it is not known, or that it was not believed? */
function hasAny({value, isReported, reason, unrecorded}: Figure): boolean {
  return isReported || unrecorded > 0 || (value !== null && value > 0) || (value === null && isUnrecorded(reason));
}

/** Were there requests, of which the logs do not say what is asked? */
function isUnrecorded(reason: Wording | null): boolean {
  return reason instanceof Message && reason.id === "feed-agents-not-named";
}

/**
 * What are the figures of a period? Without what they would be with a rule done otherwise, which `measureAlternatives` says.
 *
 * @param judged Of the months of every span that has logs.
 */
export async function measurePeriod(judged: Judgement, survey: Survey): Promise<Omit<PeriodFigures, "alternatives">> {
  const {engine, methodology, names, sites, isOfSite} = judged;
  const {holdings, history, period, compared, base} = survey;
  const {months} = period;
  const others = [compared, base && {name: base.month, months: [base.month]}, survey.tables?.previous ?? null];
  const spans = spansOf([period, ...others.filter((span) => span !== null), ...(survey.more ?? [])]);
  await loadSpans(engine, spans);
  await findRetrievals(judged);
  const rulePeriods = rulePeriodsOf(methodology, months);
  const measures = measuresFor(holdings, methodology).filter(({onlyTotal}) => onlyTotal === null || months.length > 1);
  const [coverage, account, unnamedAgents, answers] = await Promise.all([
    findCoverage(engine),
    takeAccount(engine, months),
    countUnnamedAgents(engine, months),
    askOnce(engine, measures),
  ]);
  const source = {spans, history, daysCovered: coverage.daysCovered};
  const all = measures.map((measure) => {
    return {measure, spans: measureSpans(measure, answers.get(measure.question)!, source)};
  });
  const told = all.filter(({measure, spans: own}) => measure.isIfAny !== true || [...own.values()].some(hasAny));
  const {smallest, published = []} = survey;
  const figures = withoutFew(told, {spans, published}, smallest);
  const exclusions = await findExclusions(engine, methodology, period, account);
  const fewBefore = fewDaysOf(survey.tables?.previous ?? null, period, coverage);
  const given = {...{engine, names, period, holdings, figures, published}, fewBefore};
  const tables = survey.tables
    ? await measureTables(
        {...given, sites: isOfSite ? null : (sites?.sites ?? null)},
        fewBefore ? {...survey.tables, previous: null} : survey.tables,
      )
    : [];
  return {
    coverage: coverage.of(months),
    comparedCoverage: coverage.of(compared?.months ?? []),
    coverageOf: coverage.of,
    account,
    verdicts: verdictsUnder(rulePeriods.map((rulePeriod) => rulePeriod.methodology)),
    figures,
    exclusions,
    methodologyNotes: notesOn(rulePeriods[0]!.methodology),
    differencesBetween: (before, after) => differencesBetween(methodology, before, after),
    unnamedAgents,
    undecided: survey.undecided ?? null,
    tables,
    smallest,
    methodology: {
      name: methodology.name,
      sha256: hashMethodology(methodology, {
        aliasesSha256: holdings.aliasesSha256,
        naming: holdings.naming,
        key: survey.key,
        months,
      }),
      robotLists: listsOf(rulePeriods),
    },
  };
}

/** Every list of robots that was asked in some month, once. */
function listsOf(rulePeriods: readonly RulePeriod[]): ReturnType<typeof robotListVersions> {
  const lists = rulePeriods.flatMap(({methodology}) => robotListVersions(methodology.robots.lists));
  return [...new Map(lists.map((list) => [`${list.name} ${list.sha256}`, list])).values()];
}

async function countUnnamedAgents(engine: QueryEngine, months: readonly string[]): Promise<number[]> {
  const rows = await engine.ask("unnamed-agents");
  return months.map((month) => Number(rows.find((row) => monthOf(row) === month)?.["requests"] ?? 0));
}
