import {join} from "node:path";
import {advise} from "../../base/advice.ts";
import {checkRunning} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {parsePeriod} from "../../base/period.ts";
import {sha256} from "../../base/sha256.ts";
import {plural} from "../../base/text.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {dayAt} from "../../base/zone.ts";
import type {Attendance} from "../../operations/listener.ts";
import {basisOf} from "../../operations/publish/basis.ts";
import {
  lastOfEach,
  type PublishedErratum,
  readEditionChain,
  readEditions,
  readErrata,
  readPublished,
} from "../../operations/publish/published.ts";
import {sealBasis} from "../../operations/publish/sealed-basis.ts";
import {reportPeriod} from "../../operations/report/make.ts";
import {whileReporting} from "../../operations/report/make-report.ts";
import type {Store} from "../../operations/store/store.ts";
import {renderJson} from "../../report/json/report.ts";
import type {Report} from "../../report/report.ts";
import {type AcceptedDoubt, type EditionRecord, editionFormat} from "../../report/restate/edition.ts";
import {figuresIn, figuresInForce, movedBetween} from "../../report/restate/figures.ts";
import {parseReportJson} from "../../report/restate/published.ts";
import {unnamedPublication} from "../../workspace/config/unnamed.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {publishedFolder} from "../../workspace/published.ts";
import {type Announcement, readAnnouncement} from "../announcement.ts";
import {ownSigningKey, proposeSigningKey, readKeyList} from "../keys/own-key.ts";
import {type FolderFiles, sealFiles} from "../seal/files.ts";
import {writeSealedFolder} from "../seal/folder.ts";
import {sealFolder} from "../seal/whole-folder.ts";
import {isSameKey, printPublicKey} from "../signatures/public-key.ts";
import {bookFiles} from "./books.ts";
import {buildInfo, statementOf} from "./build-info.ts";
import {dataFiles} from "./data-package.ts";
import {type EditionDoubt, findDoubts} from "./doubts.ts";
import {type Chained, lastOf, refuseEarlier} from "./in-order.ts";
import {type EditionOutputs, editionOutputs} from "./outputs.ts";
import {ruleFiles} from "./rules.ts";
import {tidyTables} from "./tidy-report.ts";

/** Which edition is wanted. What is left out is as the settings say. */
export interface EditionRequest {
  /** `2005-07`, `2005-H2`, `2005-Q3`, `2005`, `2005-07..2005-09`, `last-month`. */
  readonly period: string;
  /** Of the edition, `YYYY-MM-DD`; today where it is left out or null. */
  readonly date?: string | null;
  readonly tables?: string | undefined;
  readonly compare?: string | undefined;
  readonly language?: LanguageId | undefined;
  /** Are the figures to have their ranges? They have where it is left out, unless the settings say otherwise. */
  readonly hasRanges?: boolean;
  /** Why it is published with whatever is doubtful; nothing doubtful is published where it is left out and nobody is asked. */
  readonly accept?: string | undefined;
  /** Asks for that reason; null where it is not to be published. */
  readonly ask?: ((doubts: readonly EditionDoubt[]) => Promise<string | null>) | null;
}

/** What became of an edition. */
export interface Publication {
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** From the workspace; null where it was published before, with the same figures. */
  readonly folder: string | null;
  readonly accepted: readonly AcceptedDoubt[];
  /** The public key that checks it, as one line. */
  readonly key: string;
  readonly report: Report;
}

/**
 * Publishes an edition: every output of a period's report, its data, rules and books, sealed, signed, and chained to the edition before.
 *
 * It is there whole or not at all, is never written over, and may only be read afterwards.
 *
 * @throws {UserError} PUBLISHING_DOUBTFUL, PUBLISHED_OTHERWISE, PUBLISHED_LATER, PUBLISHED_DAMAGED, KEY_MISSING, WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL, or
 *   what making a report throws
 */
export async function publishEdition(
  store: Store,
  request: EditionRequest,
  {signal}: Attendance = {},
): Promise<Publication> {
  const {workspace, now} = store;
  const today = dayAt(now(), workspace.config.timeZone);
  const period = parsePeriod(request.period, today, {field: "period"});
  const {tables, compare, language, hasRanges = true} = request;
  const date = request.date ?? today;
  const scope = {date, tables, compare, language, hasRanges, hasUndecided: true};
  const report = await whileReporting(store, signal, (open) => reportPeriod(open, period, scope));
  const announced = readAnnouncement(workspace.folder, period.name);
  for (;;) {
    const proposed = proposeSigningKey(workspace);
    const signed = {...report, signedWith: printPublicKey(proposed)};
    const isThere = readEditions(workspace.folder, (name) => name === period.name).length > 0;
    const draft = isThere ? null : await draftOf(signed, store, announced, request);
    checkRunning(signal);
    const published = await whilePublishing(workspace.store, "an edition that is published", () => {
      checkSameFigures(report, workspace.folder);
      const key = ownSigningKey(workspace, date, proposed);
      const told = {period: period.name, key: printPublicKey(key), report: signed};
      const [there] = readEditions(workspace.folder, (name) => name === period.name);
      if (there) {
        // Whoever wrote it may have been killed before nobody could write in it any more.
        sealFolder(there.path);
        return {...told, report, date: there.record.date, folder: null, accepted: there.record.accepted};
      }
      // Somebody has made or changed the key meanwhile, and the report names it.
      if (draft === null || !isSameKey(key, proposed)) return null;
      const {accepted, files} = draft;
      const before = lastOf(readEditionChain(workspace.folder));
      refuseEarlier(date, before && {called: `the edition of ${before.period}`, date: before.date}, period.name);
      const known = knownBefore(readErrata(workspace.folder), readKeyList(workspace)?.text ?? "");
      const record = recordOf(report, store, {scope: {tables, compare}, accepted, announced, before, known});
      const what = `edition ${period.name}, ${report.publication}`;
      writeSealedFolder(workspace, period.name, sealFiles(wholeOf(files, record), {key, what, date}));
      return {...told, date, folder: join(publishedFolder, period.name), accepted};
    });
    if (published !== null) return published;
  }
}

/** What is there of an edition before it is its turn to be written. */
interface Draft {
  readonly accepted: readonly AcceptedDoubt[];
  readonly files: FolderFiles;
}

async function draftOf(
  report: Report,
  store: Store,
  announced: Announcement | null,
  request: EditionRequest,
): Promise<Draft> {
  const {workspace} = store;
  const made = await editionOutputs(report, {paper: workspace.config.paper});
  const doubts = findDoubts(report, made, workspace, announced?.record ?? null);
  return {accepted: await acceptDoubts(doubts, report, request), files: filesOf(report, made, store)};
}

async function acceptDoubts(
  doubts: readonly EditionDoubt[],
  report: Report,
  {accept, ask}: EditionRequest,
): Promise<AcceptedDoubt[]> {
  if (doubts.length === 0) return [];
  const given = accept?.trim() || (await ask?.(doubts))?.trim();
  if (given) return doubts.map(({id, text}) => ({id, text, reason: given}));
  const texts = doubts.map(({text}) => text.replace(/[.。]+$/, ""));
  const what = `${plural(doubts.length, "thing has", "things have")} to be accepted before ${report.period} is published: ${texts.join("; ")}`;
  throw new UserError("PUBLISHING_DOUBTFUL", what, advise("accept-doubts"), report.period);
}

/** All that is in the edition's folder but what says how it hangs together with others. */
function filesOf(report: Report, made: EditionOutputs, store: Store): Map<string, string | Uint8Array> {
  const rules = ruleFiles(store.workspace, report);
  const info = buildInfo(report, store, rules.get("methodology.json") as string);
  const inputs = report.inputs.map(({name, sha256, lines, first, last}) => ({name, sha256, lines, first, last}));
  return new Map<string, string | Uint8Array>([
    ...[...made].flatMap(([file, content]) => (content instanceof UserError ? [] : [[file, content] as const])),
    ...dataFiles(tidyTables(report), report),
    ...rules,
    ...bookFiles(store.workspace),
    ["inputs.json", printJson(inputs)],
    ["buildinfo.json", printJson(info)],
  ]);
}

function wholeOf(files: FolderFiles, record: EditionRecord): FolderFiles {
  const whole = new Map([...files, ["edition.json", printJson(record)] as const]);
  const info = JSON.parse(files.get("buildinfo.json") as string) as object;
  return whole.set("statement.intoto.json", statementOf(whole, info));
}

function recordOf(
  report: Report,
  {workspace}: Store,
  {scope, accepted, announced, before, known}: EditionParts,
): EditionRecord {
  const {publication, period, title, language, date, columns, inputs} = report;
  const {tables, compare} = scope;
  const months = columns.map((column) => column.period);
  return {
    ...{format: editionFormat, publication: publication ?? unnamedPublication, period, title, language, date},
    scope: {...(tables === undefined ? {} : {tables}), ...(compare === undefined ? {} : {compare})},
    previous: before && {period: before.period, sums: before.sums},
    announced: announced && {
      date: announced.record.date,
      publishOn: announced.record.publishOn,
      sums: announced.sums,
    },
    ...known,
    accepted: [...accepted],
    basis: sealBasis(basisOf(workspace, {months, inputs}), workspace),
  };
}

interface EditionParts {
  readonly scope: Pick<EditionRequest, "tables" | "compare">;
  readonly accepted: readonly AcceptedDoubt[];
  readonly announced: Announcement | null;
  readonly before: Chained | null;
  readonly known: Pick<EditionRecord, "errata" | "keys">;
}

/** What there was beside the editions when one more came: whoever has that one can tell whether something of it was taken away. */
function knownBefore(errata: readonly PublishedErratum[], keys: string): EditionParts["known"] {
  const last = new Map(errata.map(({record: {period, number}, sums}) => [period, {period, number, sums}]));
  return {errata: [...last.values()], keys: {bytes: Buffer.byteLength(keys), sha256: sha256(keys)}};
}

/** @throws {UserError} PUBLISHED_OTHERWISE where readers have seen other figures of the same period. */
function checkSameFigures(report: Report, folder: string): void {
  const json = parseReportJson(renderJson(report));
  const [known] = lastOfEach(readPublished(folder, (period) => period === report.period));
  if (known === undefined) return;
  // A report with other tables is the same report: what both have is compared.
  const [before, after] = [figuresInForce(known), figuresIn(json)];
  const shared = new Set(before.map(({key}) => key)).intersection(new Set(after.map(({key}) => key)));
  const moved = movedBetween(
    before.filter(({key}) => shared.has(key)),
    after.filter(({key}) => shared.has(key)),
  );
  if (moved.length === 0) return;
  const what = `${report.period} was published on ${known.on} with other figures`;
  throw new UserError("PUBLISHED_OTHERWISE", what, advise("restate-report", {period: report.period}), report.period);
}
