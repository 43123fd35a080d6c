import {advise} from "../../base/advice.ts";
import {untilStopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {parsePeriod} from "../../base/period.ts";
import {languageIds} from "../../base/words/language.ts";
import {dayAt} from "../../base/zone.ts";
import {renderJson} from "../../report/json/report.ts";
import {causesBetween, idleIn} from "../../report/restate/causes.ts";
import {figuresIn, figuresInForce, isSame, movedBetween} from "../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../report/restate/published.ts";
import type {Restated} from "../../report/restate/restated.ts";
import {everyPeriod, publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Attendance} from "../listener.ts";
import {reportPeriod} from "../report/make.ts";
import type {OpenStore} from "../store/judge.ts";
import {withStore} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {basisOf} from "./basis.ts";
import {lastOfEach, readPublished} from "./published.ts";
import {sealBasis} from "./sealed-basis.ts";

/**
 * What moved of the figures that were published, and what moved it? Changes nothing.
 *
 * @param periods Of which reports, as they are named; of all where none is named.
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_DAMAGED, PERIOD_UNREADABLE, or what making a report throws; ABORTED
 */
export async function restatePeriods(
  store: Store,
  periods: readonly string[] = [],
  {signal}: Attendance = {},
): Promise<Restated[]> {
  const published = publishedNamed(periods, store);
  const say = () => "the comparison was stopped; nothing was changed";
  return untilStopped(signal, say, () =>
    withStore(
      store,
      async (open) => {
        const all: Restated[] = [];
        // One after the other: each takes the memory that the engine has.
        for (const one of published) all.push(await restateOpen(open, one));
        return all;
      },
      signal,
    ),
  );
}

/** Makes the published report again, from the facts and by the rules of now. */
export async function restateOpen(open: OpenStore, published: PublishedReport): Promise<Restated> {
  const {publication} = open.workspace.config;
  const {tables, compare} = published.scope;
  const language = languageIds.find((id) => id === published.language);
  const scope = {date: null, tables, compare, language};
  const report = await reportPeriod(open, parsePeriod(published.period, "1970-01-01"), scope);
  const months = report.columns.map((column) => column.period);
  const basis = sealBasis(basisOf(open.workspace, {months, inputs: report.inputs}), open.workspace);
  const then = sealBasis(published.restated.at(-1)?.basis ?? published.basis, open.workspace);
  const json = parseReportJson(renderJson(report));
  // The account that was published is not that of figures which were restated since.
  const isIdle = published.restated.length > 0 ? () => false : idleIn(published.report, json);
  return {
    publication,
    site: report.site,
    published,
    basis,
    moved: movedBetween(figuresInForce(published), figuresIn(json)),
    causes: causesBetween(then, basis, months, isIdle),
    summary: {before: summaryInForce(published), after: report.summary},
  };
}

/** What moved of a published report as it is now: another may have restated it meanwhile. Then what moved has moved from there. */
export function asItIsNow(found: Restated, {folder}: Pick<Workspace, "folder">): Restated {
  const {period, sums} = found.published;
  const same = readPublished(folder, (name) => name === period).find((one) => one.sums === sums);
  const published = same ?? found.published;
  if (published.restated.length === found.published.restated.length) return found;
  const inForce = new Map(figuresInForce(published).map(({key, value}) => [key, value]));
  const moved = found.moved.map((figure) => ({...figure, before: inForce.get(figure.key) ?? null}));
  const summary = {...found.summary, before: summaryInForce(published)};
  return {...found, published, summary, moved: moved.filter(({before, after}) => !isSame(before, after))};
}

function summaryInForce({report, restated}: PublishedReport): readonly string[] {
  return restated.findLast(({summary}) => summary !== null)?.summary ?? report.summary ?? [];
}

/** The published reports of these periods; all where none is named. */
function publishedNamed(periods: readonly string[], {workspace: {folder, config}, now}: Store): PublishedReport[] {
  const names = periods.map((text) => parsePeriod(text, dayAt(now(), config.timeZone)).name);
  const found = lastOfEach(readPublished(folder, names.length === 0 ? everyPeriod : (name) => names.includes(name)));
  const missing = names.find((name) => found.every(({period}) => period !== name));
  if (missing === undefined && found.length > 0)
    return names.length === 0 ? found : names.flatMap((name) => found.filter(({period}) => period === name));
  const known = [...new Set(lastOfEach(readPublished(folder)).map(({period}) => period))];
  if (known.length === 0 || missing === undefined) {
    throw new UserError("PUBLISHED_NONE", "no report was published yet", advise("publish-report"), publishedFolder);
  }
  const help = advise("publish-report-of", {period: missing, known: known.join(", ")});
  throw new UserError("PUBLISHED_NONE", `no report of ${missing} was published`, help, missing);
}
