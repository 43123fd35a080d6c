import {UserError} from "../../base/error.ts";
import {parsePeriod} from "../../base/period.ts";
import {dayAt} from "../../base/zone.ts";
import {basisOf} from "../../operations/publish/basis.ts";
import {readPublished, writePublished} from "../../operations/publish/published.ts";
import type {OpenStore} from "../../operations/store/judge.ts";
import {withStore} from "../../operations/store/open.ts";
import {renderRestatement, restatementJson} from "../../render/views/restatement.ts";
import {renderJson} from "../../report/json/report.ts";
import {causesBetween, causesOf, idleIn} from "../../report/restate/causes.ts";
import {figuresIn, figuresInForce, movedBetween} from "../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../report/restate/published.ts";
import type {Restated} from "../../report/restate/restated.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {reportPeriod} from "../make-report.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet restate`: what moved of the figures that were published, and what moved it. */
export const runRestate: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const reason = reasonFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const published = publishedFromArgs(args, workspace, environment);
  const found = await withStore(store, async (open) => {
    const all: Restated[] = [];
    // One after the other: each uses all cores, and together they would need the memory of all.
    for (const one of published) all.push(await restate(open, one));
    return all;
  });
  const on = dayAt(environment.now(), workspace.config.timeZone);
  const accepted = reason === null ? [] : found.filter(({moved}) => moved.length > 0);
  if (accepted.length > 0) {
    await whilePublishing(workspace.store, "a restatement", () => {
      for (const one of accepted)
        writePublished(workspace.folder, withRestatement(asItIsNow(one, workspace), on, reason!));
    });
  }
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(
    format === "json" ? restatementJson(found) : renderRestatement(found, {...options, isAccepted: reason !== null}),
  );
  return 0;
};

/** Makes the published report again, from the facts and by the rules of now. */
async function restate(open: OpenStore, published: PublishedReport): Promise<Restated> {
  const {publication} = open.workspace.config;
  const {tables, compare} = published.scope;
  const report = await reportPeriod(open, parsePeriod(published.period, "1970-01-01"), {date: null, tables, compare});
  const basis = basisOf(open.workspace, report);
  const then = published.restated.at(-1)?.basis ?? published.basis;
  const json = parseReportJson(renderJson(report));
  // The account that was published is not that of figures which were restated since.
  const isIdle = published.restated.length > 0 ? () => false : idleIn(published.report, json);
  return {
    publication,
    published,
    basis,
    moved: movedBetween(figuresInForce(published), figuresIn(json)),
    causes: causesBetween(
      then,
      basis,
      report.columns.map(({period}) => period),
      isIdle,
    ),
  };
}

/** Another may have accepted meanwhile: what it wrote stays, and what moved has moved from there. */
function asItIsNow(found: Restated, {folder}: Workspace): Restated {
  const published = readPublished(folder).find(({period}) => period === found.published.period) ?? found.published;
  if (published.restated.length === found.published.restated.length) return found;
  const inForce = new Map(figuresInForce(published).map(({key, value}) => [key, value]));
  const moved = found.moved.map((figure) => ({...figure, before: inForce.get(figure.key) ?? null}));
  return {...found, published, moved: moved.filter(({before, after}) => before !== after)};
}

function withRestatement({published, moved, causes, basis}: Restated, on: string, reason: string): PublishedReport {
  const figures = moved.map(({key, before, after}) => ({key, before, after}));
  const used = new Set(moved.flatMap((figure) => causesOf(figure, causes, moved)));
  const told = causes.filter((cause) => used.has(cause)).map(({text}) => text);
  const entry = {on, reason, causes: told, figures, basis};
  return {...published, restated: [...published.restated, entry]};
}

/** Why figures are restated; null where what moved is only to be shown. */
function reasonFromArgs(args: ParsedArgs): string | null {
  const reason = textOption(args, "reason")?.trim() ?? "";
  const isAccepted = isSet(args, "accept");
  if (isAccepted && reason !== "") return reason;
  if (!isAccepted && reason === "") return null;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    isAccepted
      ? "figures are restated for a reason, and none was given"
      : "--reason says something only beside --accept",
    'write it like broadsheet restate 2005-H2 --accept --reason "the blacklist was short"',
  );
}

/** The published reports that the words name; all without words. */
function publishedFromArgs(args: ParsedArgs, {folder, config}: Workspace, environment: Environment): PublishedReport[] {
  const all = readPublished(folder);
  if (all.length === 0) {
    throw new UserError(
      "PUBLISHED_NONE",
      "no report was published yet",
      "publish one with broadsheet report PERIOD --publish",
      publishedFolder,
    );
  }
  if (args.words.length === 0) return all;
  return args.words.map((word) => {
    const {name} = periodFromArgs(word, config.timeZone, environment);
    const own = all.find(({period}) => period === name);
    if (own) return own;
    throw new UserError(
      "PUBLISHED_NONE",
      `no report of ${name} was published`,
      `name one of ${all.map(({period}) => period).join(", ")}, or publish it with broadsheet report ${name} --publish`,
      name,
    );
  });
}
