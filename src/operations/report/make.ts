import {join} from "node:path";
import {type Period, parsePeriod, periodOf, previousPeriod} from "../../base/period.ts";
import {Translator} from "../../base/words/translator.ts";
import {instantText} from "../../base/zone.ts";
import {daysInBooks} from "../../ledger/days-in-books.ts";
import {readHistory} from "../../ledger/history.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {anyMeasures} from "../../measures/all.ts";
import type {PublishedBefore} from "../../measures/disclosure/published-before.ts";
import {findGaps} from "../../measures/gaps.ts";
import {measurePeriod} from "../../measures/measure-period.ts";
import {measureAlternatives} from "../../measures/ranges.ts";
import {saveFirstRanks} from "../../methodology/judge/first-rank-cache.ts";
import {ofOneSite} from "../../methodology/judge/one-site.ts";
import {dropVerdicts, rejudge} from "../../methodology/judge/rejudge.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {rulePeriodsOf, stretchesOf} from "../../methodology/rule-periods.ts";
import {nameOfSite} from "../../methodology/site/find-sites.ts";
import {partsOf, readHoldings} from "../../methodology/site/site.ts";
import {findBareClients} from "../../methodology/suspects/bare-clients.ts";
import {countDoubtful, isClientReader} from "../../methodology/suspects/find.ts";
import {flagSuspects} from "../../methodology/suspects/flag.ts";
import {composeReport} from "../../report/compose.ts";
import type {Report, ReportInput, UnreadInput} from "../../report/report.ts";
import {lastTold} from "../../report/restate/figures.ts";
import type {PublishedFigures} from "../../report/restate/marks.ts";
import type {Basis, PublishedReport} from "../../report/restate/published.ts";
import {valueChains} from "../../report/restate/value-chain.ts";
import {type UnreadReason, unreadReasons} from "../../report/unread-reasons.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import type {RepeatedRow} from "../../workspace/catalogue/rows.ts";
import {unnamedPublication} from "../../workspace/config/unnamed.ts";
import {basisOf} from "../publish/basis.ts";
import {readPublished, touching} from "../publish/published.ts";
import {sealBasis} from "../publish/sealed-basis.ts";
import {nothingFor} from "../store/covered.ts";
import {judgePeriods, type OpenStore, secondsOf} from "../store/judge.ts";
import {bookFigures, findInBooks, periodsOf, readLedgerRequest, spansWished, tablesOfRequests} from "./books.ts";
import {clientDoubts} from "./client-doubts.ts";
import {draftFor, writeCommentary} from "./commentary.ts";
import {checkLabels} from "./labels.ts";
import {outsideDoubts, unreadDoubts} from "./log-doubts.ts";
import {quartersIn} from "./log-hours.ts";
import {queryDoubts} from "./query-doubts.ts";
import {
  comparedPeriod,
  configFor,
  isOwnMethodology,
  methodologyWith,
  type ReportScope,
  tablesWanted,
} from "./request.ts";
import {ownHosts, siteDoubts} from "./site-doubts.ts";
import {checkNetworks} from "./wide-networks.ts";

/**
 * The report of a workspace's period, judged by its methodology as it is now. Where no log speaks of the period it is of the books
 * alone, and says so before any figure.
 *
 * @throws {UserError} PERIOD_EMPTY, WORKSPACE_DAMAGED, or that a file that a person keeps is refused.
 */
export async function reportPeriod(open: OpenStore, period: Period, scope: ReportScope): Promise<Report> {
  const {folder, key} = open.workspace;
  const config = configFor(open.workspace, scope);
  const holdings = readHoldings(config, folder);
  const compared = comparedPeriod(period, scope, config);
  const parts = tablesWanted(scope, config);
  const wanted = tablesOfRequests(parts);
  const base = config.base ? {month: config.base.period, value: config.base.value} : null;
  const before = previousPeriod(period);
  const plain = resolveMethodology({config, folder, key});
  const ids = anyMeasures(holdings).map(({id}) => id);
  checkLabels(config.labels, ids);
  const wish = readLedgerRequest(open.workspace, {period, previous: before}, parts, ids);
  const history = readHistory(join(folder, "ledger", "history.csv"), {measures: ids});
  const draft = parts.has("commentary") ? draftFor(folder, period, scope) : null;
  const named = (draft?.figures ?? []).map((figure) => figure.period);
  const asked = [period, compared, base && periodOf(base.month, base.month), wanted.size > 0 ? before : null];
  const spoken = [...asked.filter((one) => one !== null), ...periodsOf(wish), ...named];
  const hasRanges = scope.hasRanges === true && config.ranges;
  const methodology = methodologyWith(plain, scope);
  // Who is nominated is known only when everything was judged once.
  const isOtherwise = methodology !== plain || stretchesOf(plain).some(({robots}) => robots.nominated);
  const isUndecidedByClient = scope.hasUndecided === true && !isClientReader(plain);
  using judgedPlainly = await judgePeriods(open, period, spoken, {
    holdings,
    methodology: plain,
    withDetails: wanted.size > 0 || holdings.sentTo.length > 0 || isOtherwise || hasRanges || isUndecidedByClient,
    onEngineBusy: scope.meanwhile,
    site: scope.site,
    mayLackLogs: !scope.needsLogs,
  });
  const {engine, months} = judgedPlainly;
  await checkNetworks({...open, engine}, rulePeriodsOf(plain, months), scope.confirm ?? null);
  const nominations = isOtherwise || hasRanges ? await flagSuspects(engine, judgedPlainly.names.agents) : null;
  const bare = nominations && !isOtherwise ? await findBareClients(engine, period.months) : null;
  const suspicions = nominations ?? [];
  const undecided = scope.hasUndecided ? await countDoubtful(engine, plain, period.months, nominations) : null;
  if (isOtherwise) await dropVerdicts(judgedPlainly);
  const ofAll = isOtherwise
    ? await rejudge(judgedPlainly, methodology, {suspicions, withDetails: true})
    : judgedPlainly;
  const {sites} = judgedPlainly;
  const site = nameOfSite(sites);
  const judged = await ofOneSite(ofAll);
  const tables = {
    rows: wanted,
    smallest: config.smallest,
    previous: months.some((month) => before.months.includes(month)) ? before : null,
    ownSites: ownHosts(config.sites, sites),
    placesFrom: [...new Set(judgedPlainly.parts.flatMap(({placesSource}) => placesSource ?? []))].sort(),
  };
  // Another methodology's figures are not those that were published, and another site's are not.
  const isOwn = isOwnMethodology(open.workspace, scope) && (scope.site ?? config.site) === config.site;
  const reports = isOwn ? readPublished(folder, touching(spoken)) : [];
  const told = await measurePeriod(judged, {
    ...{
      key,
      holdings: site === null ? holdings : {...holdings, ...partsOf(holdings, site)},
      history,
      period,
      compared,
      base,
    },
    published: reports.map(publishedBefore),
    smallest: config.smallest,
    tables: wanted.size > 0 ? tables : null,
    more: [...spansWished(wish), ...named],
    undecided,
  });
  const inputs = open.catalogue.inputs();
  // A file may begin before the period and end after it, with nothing in between.
  const isCovered = told.coverage.some(({days, missingDays}) => missingDays.length < days);
  const areBooksAsked = !isCovered && !scope.needsLogs;
  const inBooks = areBooksAsked ? daysInBooks(ledgerFolder(folder), period.months, {measures: ids}) : null;
  if (!isCovered && inBooks?.lastDay == null) {
    throw nothingFor(period, inputs, config.timeZone, {areBooksKept: inBooks?.hasRows ?? false});
  }
  const withRanges = hasRanges && !isOtherwise && isCovered;
  if (withRanges) await dropVerdicts(judged);
  const alternatives =
    withRanges && bare ? await measureAlternatives(judged, told, {period, history, suspicions, bare}) : [];
  const measured = {...told, alternatives};
  const gaps = findGaps(await quartersIn(engine, period, config.timeZone));
  // The engine has nothing else to do from here on.
  saveFirstRanks(judgedPlainly);
  const {timeZone, labels} = config;
  const publication = config.publication === unnamedPublication ? null : config.publication;
  const language = scope.language ?? config.language;
  const held = inputsOf(inputs, period, timeZone);
  const repeated = open.catalogue.leftOut.repeated();
  const within = held.map((input) => toReportInput(input, repeated));
  const doubts = [...unreadDoubts(held), ...outsideDoubts(scope.outside ?? new Map()), ...clientDoubts(held)];
  const unread = open.catalogue.leftOut
    .unread()
    .map(({name, reason}): UnreadInput => ({name, reason: reasonNamed(reason)}));
  const books = findInBooks(wish, measured, {period, compared});
  const words = new Translator(language, labels);
  const commentary =
    draft && (await writeCommentary(draft, measured, (one) => bookFigures(wish, measured, one), words));
  const date = scope.date ?? inBooks?.lastDay ?? null;
  const own = {publication, site, language, labels, period, compared, base, timeZone, date, commentary};
  const published = {chains: valueChains(reports), basesOf: basesIn(open, inputs)};
  return composeReport(measured, {
    ...own,
    doubts: [...doubts, ...queryDoubts(held, open.workspace), ...siteDoubts(sites)],
    gaps,
    unread,
    inputs: within,
    published,
    ...books,
  });
}

/** What the figures of a published report rested on and rest on now; worked out where a figure moved, once a report. */
function basesIn({workspace}: OpenStore, inputs: readonly InputRow[]): PublishedFigures["basesOf"] {
  const known = new Map<string, Basis>();
  const basisNow = (name: string, on: string): Basis => {
    const period = parsePeriod(name, on);
    const held = inputsOf(inputs, period, workspace.config.timeZone).map((input) => toReportInput(input, []));
    return sealBasis(basisOf(workspace, {months: period.months, inputs: held}), workspace);
  };
  return (then, {period: name, on}) => {
    const now = known.get(name) ?? basisNow(name, on);
    known.set(name, now);
    return {before: sealBasis(then, workspace), now};
  };
}

/** What was published of a period, beside which nothing is to point at few readers. */
function publishedBefore(one: PublishedReport): PublishedBefore {
  const {name, months} = parsePeriod(one.period, one.on);
  return {name, months, values: lastTold(one)};
}

function inputsOf(inputs: readonly InputRow[], {months}: Period, timeZone: string): InputRow[] {
  const [from, until] = secondsOf(months, timeZone);
  return inputs.filter(
    ({firstSecond, lastSecond}) => firstSecond !== null && firstSecond < until && lastSecond! >= from,
  );
}

function toReportInput(input: InputRow, repeated: readonly RepeatedRow[]): ReportInput {
  const {id, name, sha256, lines, requests, quarantined, ignored, firstSecond, lastSecond} = input;
  const others = repeated.filter((row) => row.input === id).map((row) => ({name: row.name, lines: row.lines}));
  const [first, last] = [instant(firstSecond), instant(lastSecond)];
  return {name, sha256, lines, requests, quarantined, ignored, first, last, repeated: others};
}

function reasonNamed(reason: string): UnreadReason {
  return unreadReasons.find((one) => one === reason) ?? "unreadable";
}

function instant(second: number | null): string | null {
  return second === null ? null : instantText(second);
}
