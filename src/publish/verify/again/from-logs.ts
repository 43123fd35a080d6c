import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {removeAtEnd} from "../../../base/ending/unfinished.ts";
import {errorCodes, UserError} from "../../../base/error.ts";
import {joinAnd} from "../../../base/text.ts";
import type {Attendance} from "../../../operations/listener.ts";
import type {StoreWorld} from "../../../operations/store/store.ts";
import {renderJson} from "../../../report/json/report.ts";
import type {Report} from "../../../report/report.ts";
import {figuresIn, figuresInForce, isSame, type MovedPublished, movedBetween} from "../../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../../report/restate/published.ts";
import {answerOf, type Finding, type LevelAnswer, unchecked} from "../answer.ts";
import type {SealedPlace} from "../archive.ts";
import {readBoundedReport} from "../coherent/bounded-report.ts";
import {buildDifference} from "../coherent/build-difference.ts";
import {guarded} from "../guarded.ts";
import {textOf} from "../place/place.ts";
import {countAgain} from "./count-again.ts";
import {betweenText, type HiddenPart, hiddenReach} from "./hidden-bounds.ts";
import {type LogFindings, logFindings} from "./log-findings.ts";
import {logsAtHand} from "./logs/at-hand.ts";
import {findSealed, type SealedLog} from "./logs/find-sealed.ts";
import {cellOf, movedFindings, valuesOf} from "./moved-cells.ts";
import {changing, withPrivate} from "./private-parts.ts";
import {publishedIn} from "./published-place.ts";
import {replayRules} from "./replay.ts";

/** Logs to count an edition again from, and what of the rules is not in it. */
export interface LogsRequest {
  /** A folder, file or pattern. */
  readonly logs: string;
  /** Where its name starts from. */
  readonly cwd: string;
  /** A folder with the publisher's private lists, by its whole path; null where they are not at hand. */
  readonly hidden: string | null;
  readonly world: Partial<StoreWorld>;
  readonly versions: NodeJS.ProcessVersions;
}

/**
 * Level 5: do the logs alone give the same figures, in another workspace with another key, by the rules that the edition has?
 *
 * @param errata Of the edition, by their numbers: what they say is right, too.
 * @throws {UserError} what reading logs throws: INPUT_MISSING, DISK_FULL, ABORTED
 */
export async function checkFromLogs(
  edition: SealedPlace,
  errata: readonly SealedPlace[],
  request: LogsRequest,
  attendance: Attendance,
): Promise<LevelAnswer> {
  const scratch = mkdtempSync(join(tmpdir(), "broadsheet-verify-"));
  const remove = (): void => rmSync(scratch, {recursive: true, force: true});
  const done = removeAtEnd(remove);
  try {
    return await guarded(5, () => answerFromLogs(edition, errata, {...request, scratch}, attendance), isOfAsker);
  } finally {
    done();
    remove();
  }
}

async function answerFromLogs(
  edition: SealedPlace,
  errata: readonly SealedPlace[],
  request: LogsRequest & {readonly scratch: string},
  attendance: Attendance,
): Promise<LevelAnswer> {
  const {scratch} = request;
  const published = publishedIn(edition, errata);
  const report = readBoundedReport(textOf(edition.place, "report.json", edition.name), "report.json");
  const rules = replayRules(edition, scratch);
  const {settings, given} =
    request.hidden === null
      ? {settings: rules.settings, given: new Set<string>()}
      : withPrivate(rules.settings, request.hidden);
  const at = {cwd: request.cwd, scratch, signal: attendance.signal};
  const logs = await findSealed(sealedIn(report), await logsAtHand(request.logs, at), attendance.signal);
  if (logs.found.length + logs.unused.length === 0) return answerOf(5, [], logFindings(logs, []).findings);
  const asked = {place: edition.place, scope: published.scope, report, settings, world: request.world, scratch};
  const counted = await countAgain(logs, asked, attendance).catch((fault: unknown) => emptyIn(fault));
  if (typeof counted === "string") {
    return answerOf(5, [], [...logFindings(logs, []).findings, unchecked(null, counted)]);
  }
  const hidden = rules.hidden.filter(({part, isChanging}) => !given.has(part) || (isChanging && !given.has(changing)));
  const build = buildDifference(edition.place, request.versions)?.excuse ?? null;
  const missing = logs.missing.map(({name}) => name);
  const reasons = {hidden, missing, otherLists: rules.otherLists, build};
  const told = figuresAgain(published, report, counted.report, reasons);
  const ofLogs = logFindings(logs, counted.others);
  return answerOf(5, [...ofLogs.checked, ...told.checked], [...ofLogs.findings, ...told.findings]);
}

/** Logs at hand in which nothing of the period stands. */
function emptyIn(fault: unknown): string {
  if (fault instanceof UserError && fault.code === "PERIOD_EMPTY") return fault.message;
  throw fault;
}

/** Is it the logs that were named, or this machine? All else is what the edition says, and ends no other level. */
function isOfAsker({code}: UserError): boolean {
  return (
    ["INPUT_MISSING", "DISK_FULL", "MEMORY_SHORT", "ABORTED", "CONFIG_UNREADABLE"].includes(code) ||
    errorCodes[code].exit === 4
  );
}

/** A log without a line of its own is nothing to look for. */
function sealedIn({inputs}: Report): SealedLog[] {
  return inputs.filter(({lines}) => lines > 0);
}

/** What can have moved a figure. */
interface Reasons {
  /** Logs that are not there, by their names. */
  readonly missing: readonly string[];
  readonly hidden: readonly HiddenPart[];
  readonly otherLists: readonly string[];
  readonly build: string | null;
}

/** Every figure, as it was published and as it was counted again. */
function figuresAgain(published: PublishedReport, report: Report, again: Report, reasons: Reasons): LogFindings {
  const now = figuresIn(parseReportJson(renderJson(again)));
  const first = figuresIn(published.report);
  const inForce = new Map(figuresInForce(published).map(({key, value}) => [key, value]));
  // What an erratum has put right is right; and so is what stood before it, where it was put right by other rules or later logs.
  const moved = movedBetween(first, now).filter(({key, after}) => !isSame(after, inForce.get(key) ?? null));
  const told = moved.map((figure) => {
    const {key, before} = figure;
    return {figure, ...reasonOf(figure, inForce.get(key) ?? before, report, reasons)};
  });
  const open = told.filter(({answer}) => answer === "could not be checked");
  const others = told.filter(({answer}) => answer === "differs");
  const causes = new Map(others.map(({figure, cause}) => [figure.key, cause]));
  const findings = [
    ...movedFindings(
      others.map(({figure}) => figure),
      ({key}) => causes.get(key)!,
    ),
    ...openFindings(open),
  ];
  const right = now.length - moved.length;
  return {
    checked: right > 0 ? [`${right} figures are what the logs give, counted anew with another key`] : [],
    findings,
  };
}

/** @param inForce What it was since, by errata: without a list it may lie above that, too. */
function reasonOf(
  figure: MovedPublished,
  inForce: number | null,
  report: Report,
  {missing, hidden, otherLists, build}: Reasons,
): {readonly answer: Finding["answer"]; readonly cause: string} {
  const reach = hiddenReach(figure, inForce, hidden, report);
  if (reach !== null) {
    const {bounds, isOutside, cause} = reach;
    if (bounds !== null && isOutside && missing.length === 0)
      return {
        answer: "differs",
        cause: `more than what is ${cause} can have moved: ${betweenText(bounds, figure, report)}`,
      };
    const between = bounds === null ? "" : `; without it the figure lies ${betweenText(bounds, figure, report)}`;
    return {answer: "could not be checked", cause: cause + between};
  }
  if (missing.length > 0) return {answer: "could not be checked", cause: `logs are missing: ${joinAnd(missing)}`};
  if (otherLists.length > 0)
    return {answer: "could not be checked", cause: `lists of robots of other versions: ${joinAnd(otherLists)}`};
  return {answer: "differs", cause: build ?? "the logs give another figure by the edition's own rules"};
}

/** What could not be checked, by its cause, with the figures that it is true of. */
function openFindings(open: readonly {readonly figure: MovedPublished; readonly cause: string}[]): Finding[] {
  return [...Map.groupBy(open, ({cause}) => cause)].map(([cause, own]) => {
    const {figure} = own[0]!;
    const more = own.length > 1 ? ` and ${own.length - 1} more` : "";
    const one = own.length === 1 ? valuesOf(figure) : {};
    return {...unchecked("report.json", cause), cell: cellOf(figure) + more, ...one};
  });
}
