import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {joinAnd} from "../../../base/text.ts";
import {asWriteFault} from "../../../base/write-fault.ts";
import type {NamedFile} from "../../../intake/sources.ts";
import type {Attendance} from "../../../operations/listener.ts";
import {withQuickWorkspace} from "../../../operations/quick.ts";
import {reportPeriod} from "../../../operations/report/make.ts";
import {secondsOf} from "../../../operations/store/judge.ts";
import type {StoreWorld} from "../../../operations/store/store.ts";
import type {Report} from "../../../report/report.ts";
import type {PublishedScope} from "../../../report/restate/published.ts";
import {bookFilesIn} from "../coherent/books.ts";
import type {FileTree} from "../place/place.ts";
import {bytesOf, type FoundLog, type FoundLogs} from "./logs/find-sealed.ts";

/** By what is counted again, and where. */
export interface CountRequest {
  /** The edition's: its books are gone by. */
  readonly place: FileTree;
  readonly scope: PublishedScope;
  /** As it was published. */
  readonly report: Report;
  readonly settings: object;
  readonly world: Partial<StoreWorld>;
  /** For what is taken out of logs. */
  readonly scratch: string;
}

/** What was counted from logs. */
export interface CountedAgain {
  readonly report: Report;
  /** Logs with requests of the period that stand in none of those that the edition names and that were found. */
  readonly others: readonly OtherLog[];
}

interface OtherLog {
  readonly name: string;
  readonly lines: number;
}

/**
 * Counts the sealed logs that were found. Of others only those count that have no request of the period: ranks and comparisons look at what was
 * before it. Where a sealed log is missing, any other may hold its lines, and counts.
 *
 * @throws {UserError} what reading logs throws; PERIOD_EMPTY
 */
export async function countAgain(
  logs: FoundLogs,
  request: CountRequest,
  attendance: Attendance,
): Promise<CountedAgain> {
  const sealed: NamedFile[] = [];
  for (const [index, one] of logs.found.entries())
    sealed.push(await fileOf(one, join(request.scratch, `found-${index}`)));
  const unused = logs.unused.map(({path, name}): NamedFile => ({path, name, isFromFolder: true}));
  const {report, others} = await countFiles([...sealed, ...unused], logs, request, attendance);
  if (report !== null) return {report, others};
  const left = new Set(others.map(({name}) => name));
  const rest = unused.filter(({name}) => !left.has(name));
  const again = await countFiles([...sealed, ...rest], logs, request, attendance);
  if (again.report === null)
    throw new Error(`${joinAnd(again.others.map(({name}) => name))} changed while it was counted`);
  return {report: again.report, others};
}

/** Gives no report where a log counts that is not to. */
async function countFiles(
  files: readonly NamedFile[],
  {found, missing}: FoundLogs,
  {place, scope, report: published, settings, world}: CountRequest,
  attendance: Attendance,
): Promise<{readonly report: Report | null; readonly others: readonly OtherLog[]}> {
  const {publication, period, timeZone, language, date} = published;
  const wanted = {
    publication: publication ?? undefined,
    timeZone,
    period,
    settings,
    logs: [],
    files,
    acceptUnreadable: true,
  };
  const known = new Set(found.flatMap(({hashes}) => hashes));
  const {value} = await withQuickWorkspace(wanted, world, attendance, async (open, chosen) => {
    const [from, until] = secondsOf(chosen.period.months, timeZone);
    const others = open.catalogue.inputs().filter(({sha256, requests, firstSecond, lastSecond}) => {
      const isWithin = firstSecond !== null && firstSecond < until && lastSecond! >= from;
      return isWithin && requests > 0 && !known.has(sha256);
    });
    if (others.length > 0 && missing.length === 0) return {report: null, others};
    const ledger = join(open.workspace.folder, "ledger");
    mkdirSync(ledger);
    for (const {book, name} of bookFilesIn(place))
      writeFileSync(join(ledger, `${book}.csv`), place.files.get(name)!.read());
    const {tables, compare} = scope;
    return {report: await reportPeriod(open, chosen.period, {date, tables, compare, language}), others};
  });
  return value!;
}

/** A whole log as it lies there, under the name that was sealed; of a part, a copy. */
export async function fileOf({sealed: {name}, spans}: FoundLog, copy: string): Promise<NamedFile> {
  const [first] = spans;
  const isWhole = spans.length === 1 && first!.from === 0 && first!.until === null;
  if (isWhole) return {path: first!.log.path, name, isFromFolder: false};
  // Written piece by piece: what waits in a stream is overwritten by the pieces behind it.
  const file = openSync(copy, "w");
  try {
    for await (const piece of bytesOf(spans)) writeSync(file, piece);
  } catch (fault) {
    throw asWriteFault(fault, copy) ?? fault;
  } finally {
    closeSync(file);
  }
  return {path: copy, name, isFromFolder: false};
}
