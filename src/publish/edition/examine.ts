import {parsePeriod} from "../../base/period.ts";
import {sha256} from "../../base/sha256.ts";
import {dayAt} from "../../base/zone.ts";
import type {Attendance} from "../../operations/listener.ts";
import {reportPeriod} from "../../operations/report/make.ts";
import {whileReporting} from "../../operations/report/make-report.ts";
import type {Store} from "../../operations/store/store.ts";
import type {Report} from "../../report/report.ts";
import {readAnnouncement} from "../announcement.ts";
import {proposeSigningKey} from "../keys/own-key.ts";
import {printPublicKey} from "../signatures/public-key.ts";
import {type EditionDoubt, findDoubts} from "./doubts.ts";
import {editionOutputs} from "./outputs.ts";
import type {EditionRequest} from "./publish.ts";

/** An edition before it is published. */
export interface ExaminedEdition {
  readonly report: Report;
  readonly doubts: readonly EditionDoubt[];
  /** Which doubts those are: whoever accepts them accepts no others. */
  readonly seen: string;
}

/**
 * What would be doubtful in an edition if it were published now? Publishes nothing.
 *
 * @throws {UserError} PERIOD_UNREADABLE, PERIOD_EMPTY, PUBLISHED_DAMAGED, or what making a report throws; ABORTED
 */
export async function examineEdition(
  store: Store,
  request: Pick<EditionRequest, "period" | "date" | "tables" | "compare" | "language" | "hasRanges">,
  {signal}: Attendance = {},
): Promise<ExaminedEdition> {
  const {workspace, now} = store;
  const today = dayAt(now(), workspace.config.timeZone);
  const period = parsePeriod(request.period, today, {field: "period"});
  const {tables, compare, language, hasRanges = true} = request;
  const scope = {date: request.date ?? today, tables, compare, language, hasRanges, hasUndecided: true};
  const made = await whileReporting(store, signal, (open) => reportPeriod(open, period, scope));
  const report = {...made, signedWith: printPublicKey(proposeSigningKey(workspace))};
  const outputs = await editionOutputs(report, {paper: workspace.config.paper});
  const announced = readAnnouncement(workspace.folder, period.name)?.record ?? null;
  const doubts = findDoubts(report, outputs, workspace, announced);
  return {report, doubts, seen: doubtsSeen(doubts)};
}

/** What tells some doubts from others. */
export function doubtsSeen(doubts: readonly EditionDoubt[]): string {
  return sha256(JSON.stringify(doubts.map(({id, text}) => [id, text])));
}
