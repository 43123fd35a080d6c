import {type Period, periodTitle} from "../../base/period.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {findCoverage} from "../../measures/months.ts";
import {loadSpans, type Span, spansOf} from "../../measures/spans.ts";
import type {ListEntry} from "../../methodology/decisions/entry.ts";
import {isByPath} from "../../methodology/judge/double-clicks.ts";
import type {Judgement} from "../../methodology/judge/judgement.ts";
import {ofOneSite} from "../../methodology/judge/one-site.ts";
import type {Methodology} from "../../methodology/methodology.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {changeAll, methodologyIn, stretchesOf} from "../../methodology/rule-periods.ts";
import {nameOfSite} from "../../methodology/site/find-sites.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import {findDoubtful, limitOf} from "../../methodology/suspects/find.ts";
import {
  describeClients,
  loadDoubtful,
  type TakenInSpan,
  type Traits,
  takenBySpan,
} from "../../methodology/suspects/profile.ts";
import type {Review, ReviewedClient, ReviewSpan} from "../../report/review.ts";
import type {Attendance} from "../listener.ts";
import {whileReporting} from "../report/make-report.ts";
import {judgePeriods, type OpenStore} from "../store/judge.ts";
import type {Store} from "../store/store.ts";
import {type FoundClient, reviewedClient} from "./client.ts";
import {namesOf, openSurroundings, type Surroundings} from "./client-names.ts";
import {DecidedClients, isOneClient} from "./decided.ts";

/** Whose clients are to be looked at. */
export interface SurveyRequest {
  readonly period: Period;
  /** A database of autonomous systems, which tells whose networks they are in; what the settings name where nothing is said. */
  readonly owners?: string | undefined;
  /** The one site whose requests are told of: the clients that asked for something there. All where nothing is said. */
  readonly site?: string | undefined;
}

/** What a person decides by. */
export interface Surveyed {
  readonly review: Review;
  /** All closed months of the workspace, `YYYY-MM`. */
  readonly closed: readonly string[];
}

/**
 * Which clients of a period should a person look at, what did they do, and what would each decision change?
 *
 * Judged as if nobody had decided about single clients, so that decided ones are listed, too; and, where somebody has, once
 * more as it is, for the figures of now.
 *
 * @throws {UserError} PERIOD_EMPTY, WORKSPACE_DAMAGED, PLACES_REFUSED, COMMAND_UNKNOWN for no site, that a file that a person keeps is refused, or ABORTED
 */
export function surveyClients(
  store: Store,
  {period, owners, site}: SurveyRequest,
  {signal}: Attendance = {},
): Promise<Surveyed> {
  return whileReporting(store, signal, async (open) => {
    const closed = [...open.catalogue.closedMonths().keys()];
    const surroundings = await openSurroundings(store.workspace, owners ?? null);
    return {review: await surveyOpen(open, period, surroundings, site), closed};
  });
}

/** The review of a workspace that is open. */
export async function surveyOpen(
  open: OpenStore,
  period: Period,
  surroundings: Surroundings,
  site?: string,
): Promise<Review> {
  const {workspace, catalogue} = open;
  const {config} = workspace;
  const methodology = resolveMethodology(workspace);
  const limit = limitOf(methodology, period.months);
  const decided = DecidedClients.read(workspace, period.months);
  const isDecided = stretchesOf(methodology).some(({blacklist}) => blacklist.some(({who}) => isOneClient(who)));
  const spans = spansOf([period]);

  const asRuled = await surveyAsRuled(open, period, {methodology: withoutClients(methodology), limit, spans, site});
  const {agents, doubts, clients, traits, exempt} = asRuled;
  const isOtherwise = isDecided || exempt !== null;
  const present = isOtherwise ? await surveyPresent(open, period, methodology, {spans, clients, site}) : null;
  const now = present?.taken ?? null;

  const names = await namesOf(new Set(clients), period.months, decided.names, open);
  const found = clients.map((client): FoundClient => {
    const own = doubts.filter((doubt) => doubt.client === client);
    const name = names.get(client) ?? null;
    const ownTraits = exempt === null ? traits.get(client)! : exempted(traits.get(client)!, exempt.get(client) ?? []);
    return {client, name, doubts: own, traits: ownTraits, now: now && (now.get(client) ?? [])};
  });
  const closed = [...catalogue.closedMonths()].filter(([month]) => period.months.includes(month));
  return {
    publication: config.publication,
    site: asRuled.site,
    period: period.name,
    title: periodTitle(period),
    months: period.months,
    timeZone: config.timeZone,
    limit,
    isLimitInForce: period.months.some((month) => isInForce(methodologyIn(methodology, month), month)),
    closed: new Map(closed),
    lookedUpIn: surroundings.describe,
    spans: present?.counts ?? asRuled.counts,
    groups: decided.groupsIn(period.months),
    clients: found
      .map((one) => reviewedClient(one, {agents, surroundings, decision: decided.about(one.client, period)}))
      .toSorted(
        (one, other) => documentsOf(other, period) - documentsOf(one, period) || (one.entry < other.entry ? -1 : 1),
      ),
  };
}

function documentsOf({spans}: ReviewedClient, {name}: Period): number {
  return spans.find(({span}) => span === name)?.asReader.documents ?? 0;
}

/** What is found of the period as if nobody had decided about single clients. */
async function surveyAsRuled(
  open: OpenStore,
  period: Period,
  {
    methodology,
    limit,
    spans,
    site,
  }: {readonly methodology: Methodology; readonly limit: number} & Omit<SurveyScope, "clients">,
) {
  const found = await surveyJudged(
    open,
    period,
    methodology,
    {spans, site},
    async ({engine, names: {agents}, sites}, all) => {
      // Who is to be looked at is told by what was asked of all sites.
      const doubts = await findDoubtful(all, limit, agents);
      const suspects = [...new Set(doubts.map(({client}) => client))];
      await loadDoubtful(engine, suspects);
      const traits = await describeClients(engine, methodology);
      const clients = suspects.filter((client) => traits.has(client));
      return {agents, doubts, clients, traits, site: nameOfSite(sites), counts: await countSpans(engine, spans)};
    },
  );
  return {...found, exempt: await takenAsReaders(open, period, methodology, {spans, clients: found.clients, site})};
}

/** What counts as it is, of the clients and of everybody. */
function surveyPresent(open: OpenStore, period: Period, methodology: Methodology, {clients, ...scope}: SurveyScope) {
  const {spans} = scope;
  return surveyJudged(open, period, methodology, scope, async ({engine}) => {
    await loadDoubtful(engine, clients);
    const taken = await takenBySpan(engine, methodology);
    return {taken, counts: await countSpans(engine, spans)};
  });
}

/** The methodology as if nobody had decided about single clients. */
function withoutClients(methodology: Methodology): Methodology {
  const change = (now: Methodology): Methodology => {
    return {...now, blacklist: now.blacklist.filter(({who}) => !isOneClient(who))};
  };
  return changeAll(methodology, change) ?? methodology;
}

/**
 * What would count of the clients if they were readers? Null where that is all that they took.
 *
 * Which of its clicks are double is known only when the limit leaves the client in.
 */
async function takenAsReaders(
  open: OpenStore,
  period: Period,
  methodology: Methodology,
  {clients, ...scope}: SurveyScope,
): Promise<Map<string, TakenInSpan[]> | null> {
  if (clients.length === 0 || !stretchesOf(methodology).some(isByPath)) return null;
  const readers = clients.map((client): ListEntry => {
    return {who: {number: BigInt(client).toString(16).padStart(16, "0")}, from: null, until: null, decision: "reader"};
  });
  const exempting = changeAll(methodology, (now) => ({...now, blacklist: [...now.blacklist, ...readers]}));
  return surveyJudged(open, period, exempting!, scope, async ({engine}) => {
    await loadDoubtful(engine, clients);
    return takenBySpan(engine, exempting!);
  });
}

function exempted(traits: Traits, taken: readonly TakenInSpan[]): Traits {
  const none = {readers: 0, documents: 0, bytes: 0};
  const spans = traits.spans.map((own) => {
    return {...own, asReader: taken.find(({span}) => span === own.span)?.counted ?? none};
  });
  return {...traits, spans};
}

function isInForce({rules, heavyReaders}: Methodology, month: string): boolean {
  return rules.has("heavy-readers") && heavyReaders !== null && (heavyReaders.months?.includes(month) ?? true);
}

/** What is told of which clients. */
interface SurveyScope {
  readonly spans: readonly Span[];
  readonly clients: readonly string[];
  /** The one site; undefined for all. */
  readonly site: string | undefined;
}

/** Judges the period with details, and asks what there is to be asked of it; of one site, with the engine that answers for all beside. */
async function surveyJudged<T>(
  open: OpenStore,
  period: Period,
  methodology: Methodology,
  {spans, site}: Omit<SurveyScope, "clients">,
  ask: (judged: Judgement, all: QueryEngine) => Promise<T>,
): Promise<T> {
  const holdings = readHoldings(open.workspace.config, open.workspace.folder);
  using judged = await judgePeriods(open, period, [period], {
    ...{holdings, methodology, site},
    withDetails: true,
    withRetrievals: false,
  });
  const own = await ofOneSite(judged);
  await loadSpans(own.engine, spans);
  return await ask(own, judged.engine);
}

/** What counts in each span. */
async function countSpans(engine: QueryEngine, spans: readonly Span[]): Promise<ReviewSpan[]> {
  const coverage = await findCoverage(engine);
  const [readers, documents, bytes] = await Promise.all(
    ["readers", "documents", "bytes"].map(async (question) => {
      const rows = await engine.ask(question);
      return new Map(rows.map(({span, value}) => [String(span), value === null ? null : Number(value)]));
    }),
  );
  return spans.map(({name, months}) => ({
    name,
    daysCovered: months.reduce((sum, month) => sum + coverage.daysCovered(month), 0),
    counts: {
      readers: readers!.get(name) ?? 0,
      documents: documents!.get(name) ?? 0,
      bytes: bytes!.has(name) ? bytes!.get(name)! : 0,
    },
  }));
}
