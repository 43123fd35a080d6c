import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {removeAtEnd} from "../../../base/ending/unfinished.ts";
import {UserError} from "../../../base/error.ts";
import {joinAnd} from "../../../base/text.ts";
import type {Attendance} from "../../../operations/listener.ts";
import {withQuickWorkspace} from "../../../operations/quick.ts";
import {reportPeriod} from "../../../operations/report/make.ts";
import type {StoreWorld} from "../../../operations/store/store.ts";
import {readReport} from "../../../report/json/read.ts";
import {renderJson} from "../../../report/json/report.ts";
import type {Report} from "../../../report/report.ts";
import {figuresIn, figuresInForce, isSame, type MovedPublished, movedBetween} from "../../../report/restate/figures.ts";
import {type PublishedReport, parseReportJson} from "../../../report/restate/published.ts";
import {answerOf, differs, type Finding, type LevelAnswer, unchecked} from "../answer.ts";
import type {SealedPlace} from "../archive.ts";
import {buildDifference} from "../coherent/build-difference.ts";
import {textOf} from "../place/place.ts";
import {betweenText, type HiddenPart, hiddenReach} from "./hidden-bounds.ts";
import {cellOf, movedFindings, valuesOf} from "./moved-cells.ts";
import {withPrivate} from "./private-parts.ts";
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

/** What was counted from the logs. */
interface Counted {
  readonly report: Report;
  readonly inputs: readonly {readonly name: string; readonly sha256: string}[];
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
    const published = publishedIn(edition, errata);
    const report = readReport(textOf(edition.place, "report.json", edition.name), "report.json");
    const rules = replayRules(edition, scratch);
    const {settings, given} =
      request.hidden === null
        ? {settings: rules.settings, given: new Set<string>()}
        : withPrivate(rules.settings, request.hidden);
    const counted = await count(edition, published, report, {...request, settings}, attendance);
    const hidden = rules.hidden.filter(({part}) => !given.has(part));
    const build = buildDifference(edition.place, request.versions)?.excuse ?? null;
    return answerFrom(published, report, counted, {hidden, otherLists: rules.otherLists, build});
  } catch (fault) {
    const ofEdition = [
      "EDITION_REFUSED",
      "PUBLISHED_DAMAGED",
      "REPORT_REFUSED",
      "CONFIG_REFUSED",
      "ROBOT_LIST_REFUSED",
      "PERIOD_EMPTY",
      "LEDGER_REFUSED",
    ];
    if (!(fault instanceof UserError) || !ofEdition.includes(fault.code)) throw fault;
    return answerOf(5, [], [unchecked(fault.where ?? null, fault.message)]);
  } finally {
    done();
    remove();
  }
}

async function count(
  {place}: SealedPlace,
  {scope}: PublishedReport,
  {publication, period, timeZone, language, date}: Report,
  {logs, cwd, world, settings}: LogsRequest & {readonly settings: object},
  attendance: Attendance,
): Promise<Counted> {
  const wanted = {publication, timeZone, period, settings, logs: [logs], folder: cwd};
  const {value} = await withQuickWorkspace(wanted, world, attendance, async (open, chosen) => {
    const ledger = join(open.workspace.folder, "ledger");
    mkdirSync(ledger);
    for (const [name, file] of place.files) {
      const book = /^books\/([a-z]+\.csv)$/.exec(name)?.[1];
      if (book !== undefined) writeFileSync(join(ledger, book), file.read());
    }
    const {tables, compare} = scope;
    const report = await reportPeriod(open, chosen.period, {date, tables, compare, language});
    return {report, inputs: open.catalogue.inputs().map(({name, sha256}) => ({name, sha256}))};
  });
  if (value === null) throw new UserError("PERIOD_EMPTY", "no log could be read", "name the folder of the logs", logs);
  return value;
}

/** What can have moved a figure, beside the logs. */
interface Reasons {
  readonly hidden: readonly HiddenPart[];
  readonly otherLists: readonly string[];
  readonly build: string | null;
}

function answerFrom(published: PublishedReport, report: Report, counted: Counted, reasons: Reasons): LevelAnswer {
  const now = figuresIn(parseReportJson(renderJson(counted.report)));
  const first = figuresIn(published.report);
  const inForce = new Map(figuresInForce(published).map(({key, value}) => [key, value]));
  // What an erratum has put right is right; and so is what stood before it, where it was put right by other rules or later logs.
  const moved = movedBetween(first, now).filter(({key, after}) => !isSame(after, inForce.get(key) ?? null));
  const logs = logFindings(report, counted);
  const told = moved.map((figure) => ({figure, ...reasonOf(figure, report, logs, reasons)}));
  const open = told.filter(({answer}) => answer === "could not be checked");
  const others = told.filter(({answer}) => answer === "differs");
  const causes = new Map(others.map(({figure, cause}) => [figure.key, cause]));
  const findings = [
    ...logs.findings,
    ...movedFindings(
      others.map(({figure}) => figure),
      ({key}) => causes.get(key)!,
    ),
    ...openFindings(open),
  ];
  const right = now.length - moved.length;
  const checked = right > 0 ? [`${right} figures are what the logs give, counted anew with another key`] : [];
  return answerOf(5, checked, findings);
}

/** Logs of the edition that are not there, and logs of its months that it does not name. */
interface LogFindings {
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

function logFindings({inputs}: Report, counted: Counted): LogFindings {
  const there = new Set(counted.inputs.map(({sha256}) => sha256));
  const known = new Set(inputs.map(({sha256}) => sha256));
  const missing = inputs.filter(({sha256}) => !there.has(sha256));
  const added = counted.report.inputs.filter(({sha256}) => !known.has(sha256));
  return {
    missing: missing.map(({name}) => name),
    added: added.map(({name}) => name),
    findings: [
      ...missing.map(({name, lines, sha256}) => {
        return unchecked(
          "inputs.json",
          `${name}, ${lines} lines of the hash ${sha256.slice(0, 12)}…, is not among the logs`,
        );
      }),
      ...added.map(({name, lines}) =>
        differs(
          "inputs.json",
          `${name}, ${lines} lines with requests of the period, is among the logs and not in the edition`,
        ),
      ),
    ],
  };
}

function reasonOf(
  figure: MovedPublished,
  report: Report,
  {missing, added}: LogFindings,
  {hidden, otherLists, build}: Reasons,
): {readonly answer: Finding["answer"]; readonly cause: string} {
  const reach = hiddenReach(figure, hidden, report);
  if (reach !== null) {
    const {bounds, cause} = reach;
    const isOutside =
      bounds !== null &&
      figure.after !== null &&
      (figure.after < bounds.low - 1e-9 || figure.after > bounds.high + 1e-9);
    if (isOutside && missing.length === 0)
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
  if (added.length > 0) return {answer: "differs", cause: `logs that the edition does not name: ${joinAnd(added)}`};
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
