import {advise} from "../../base/advice.ts";
import {untilStopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {parsePeriod} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {dayAt} from "../../base/zone.ts";
import {renderJson} from "../../report/json/report.ts";
import {causesBetween, causesOf, idleIn} from "../../report/restate/causes.ts";
import {figuresIn, figuresInForce, movedBetween} from "../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../report/restate/published.ts";
import type {Restated} from "../../report/restate/restated.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Attendance} from "../listener.ts";
import {reportPeriod} from "../report/make.ts";
import type {OpenStore} from "../store/judge.ts";
import {withStore} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {basisOf} from "./basis.ts";
import {publishedName, readPublished, writePublished} from "./published.ts";

/**
 * What moved of the figures that were published, and what moved it? Changes nothing.
 *
 * @param periods Of which reports, as they are named; of all where none is named.
 * @param options `site`: of those of one site; undefined for those of all sites together, and of each.
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_DAMAGED, PERIOD_UNREADABLE, or what making a report throws; ABORTED
 */
export async function restatePeriods(
  store: Store,
  periods: readonly string[] = [],
  {signal, site}: Attendance & {readonly site?: string | undefined} = {},
): Promise<Restated[]> {
  const published = publishedNamed(periods, site, store);
  const say = () => "the comparison was stopped; nothing was changed";
  return untilStopped(signal, say, () =>
    withStore(
      store,
      async (open) => {
        const all: Restated[] = [];
        // One after the other: each takes the memory that the engine has.
        for (const one of published) all.push(await restate(open, one));
        return all;
      },
      signal,
    ),
  );
}

/**
 * Restates figures that moved: every report shows both values from then on, and why.
 *
 * @param reason Why, in the publisher's words.
 * @throws {UserError} WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL
 */
export async function acceptRestatement(store: Store, found: readonly Restated[], reason: string): Promise<void> {
  const {workspace, now} = store;
  const accepted = found.filter(({moved}) => moved.length > 0);
  if (accepted.length === 0) return;
  const on = dayAt(now(), workspace.config.timeZone);
  await whilePublishing(workspace.store, "a restatement", () => {
    for (const one of accepted) {
      writePublished(workspace.folder, withRestatement(asItIsNow(one, workspace), on, reason));
    }
  });
}

/** Makes the published report again, from the facts and by the rules of now. */
async function restate(open: OpenStore, published: PublishedReport): Promise<Restated> {
  const {publication} = open.workspace.config;
  const {tables, compare, site} = published.scope;
  const report = await reportPeriod(open, parsePeriod(published.period, "1970-01-01"), {
    date: null,
    tables,
    compare,
    site,
  });
  const months = report.columns.map((column) => column.period);
  const basis = basisOf(open.workspace, {months, inputs: report.inputs});
  const then = published.restated.at(-1)?.basis ?? published.basis;
  const json = parseReportJson(renderJson(report));
  // The account that was published is not that of figures which were restated since.
  const isIdle = published.restated.length > 0 ? () => false : idleIn(published.report, json);
  return {
    publication,
    published,
    basis,
    moved: movedBetween(figuresInForce(published), figuresIn(json)),
    causes: causesBetween(then, basis, months, isIdle),
  };
}

/** Another may have accepted meanwhile: what it wrote stays, and what moved has moved from there. */
function asItIsNow(found: Restated, {folder}: Workspace): Restated {
  const published =
    readPublished(folder).find((one) => publishedName(one) === publishedName(found.published)) ?? found.published;
  if (published.restated.length === found.published.restated.length) return found;
  const inForce = new Map(figuresInForce(published).map(({key, value}) => [key, value]));
  const moved = found.moved.map((figure) => ({...figure, before: inForce.get(figure.key) ?? null}));
  return {...found, published, moved: moved.filter(({before, after}) => before !== after)};
}

function withRestatement({published, moved, causes, basis}: Restated, on: string, reason: string): PublishedReport {
  const figures = moved.map(({key, before, after}) => ({key, before, after}));
  const used = new Set(moved.flatMap((figure) => causesOf(figure, causes, moved)));
  const told = causes.filter((cause) => used.has(cause)).map(({text}) => text);
  const entry = {on, kind: null, reason, causes: told, figures, basis};
  return {...published, restated: [...published.restated, entry]};
}

/** The published reports of these periods, of one site or of whichever; all where none is named. */
function publishedNamed(
  periods: readonly string[],
  site: string | undefined,
  {workspace: {folder, config}, now}: Store,
): PublishedReport[] {
  const every = readPublished(folder);
  const all = site === undefined ? every : every.filter(({scope}) => scope.site === site);
  if (all.length === 0 && every.length > 0) {
    const sites = [...new Set(every.flatMap(({scope}) => scope.site ?? []))].join(", ");
    const help = sites === "" ? advise("publish-report") : `name one of ${sites}`;
    throw new UserError("PUBLISHED_NONE", `no report of the site "${visible(site ?? "")}" was published`, help, {
      field: "site",
    });
  }
  if (all.length === 0) {
    throw new UserError("PUBLISHED_NONE", "no report was published yet", advise("publish-report"), publishedFolder);
  }
  if (periods.length === 0) return all;
  return periods.flatMap((text) => {
    const {name} = parsePeriod(text, dayAt(now(), config.timeZone));
    const own = all.filter(({period}) => period === name);
    if (own.length > 0) return own;
    const known = [...new Set(all.map(({period}) => period))].join(", ");
    const help = advise("publish-report-of", {period: name, known});
    throw new UserError("PUBLISHED_NONE", `no report of ${name} was published`, help, name);
  });
}
