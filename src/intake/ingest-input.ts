import {closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {DuckDbEngine} from "../engine/duckdb.ts";
import type {Catalogue, InputRow, QuarantinedLine} from "../workspace/catalogue.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {isBeginningOf} from "./beginning.ts";
import {completeDraft, type Draft, type DraftContext, discard, draftFacts, draftSpooled} from "./draft.ts";
import type {LogFormat} from "./format.ts";
import {formats} from "./formats.ts";
import {formatOf, type Head, noLog} from "./head.ts";
import {type Scan, scanFile} from "./scan.ts";

/** A file to be read: where it is and under which name the report lists it. */
export interface Source {
  readonly path: string;
  readonly name: string;
}

/** What became of one input. */
export interface Outcome {
  readonly name: string;
  /** `known`: every line of it was read before. `grown`: its new lines were added. */
  readonly kind: "added" | "grown" | "known";
  readonly addedLines: number;
  readonly addedRequests: number;
  /** The lines that this ingest put into quarantine. */
  readonly quarantined: readonly QuarantinedLine[];
  readonly ignored: number;
}

/** What inputs are read into, and how. */
export interface IntakeContext {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: DuckDbEngine;
  /** Null where the format is found out from the lines. */
  readonly format: LogFormat | null;
  /** Instant in seconds; a line dated later than that is refused. */
  readonly latest: number;
}

/**
 * Reads one input into the workspace, exactly once: lines that were read before, under whatever name and packing, add
 * nothing. Either all of its new lines count afterwards or none.
 *
 * @throws {UserError} INPUT_UNREADABLE, INPUT_NOT_A_LOG or DISK_FULL; nothing of the input counts then.
 */
export async function ingestInput(source: Source, head: Head, context: IntakeContext): Promise<Outcome> {
  const earlier = context.catalogue.inputsWithHead(head.mark);
  if (earlier.length === 0) return addNew(source, head, {scan: null, earlier}, context);
  const lengths = earlier.map(({bytes}) => bytes);
  const scan = await scanFile(source.path, head.packing, lengths);
  const same = earlier.find(({bytes, sha256}) => scan.prefixes.get(bytes) === sha256);
  if (same && same.bytes === scan.bytes) return addsNothing(source);
  // Every file continues an empty one; the one of its own name it takes the place of.
  if (!same || same.bytes === 0) {
    return addNew(source, head, {scan, earlier, before: same?.name === source.name ? same : undefined}, context);
  }
  return addGrown(source, head, scan, same, context);
}

/** What is known of an input that is to be added: its scan, if there was need of one, and inputs that begin like it. */
interface Known {
  readonly scan: Scan | null;
  readonly earlier: readonly InputRow[];
  readonly before?: InputRow | undefined;
}

async function addNew(source: Source, head: Head, known: Known, context: IntakeContext): Promise<Outcome> {
  const length = known.scan?.bytes ?? 0;
  const longer = known.earlier.filter(({bytes}) => bytes > length);
  const format = context.format ?? formatNow(longer[0]) ?? formatOf(source.path, head);
  const [scan, draft] = await scanAndDraft(source.path, head, known.scan, {...context, format});
  if (await isBeginningOfAny(longer, draft, scan, context)) {
    discard(draft);
    return addsNothing(source);
  }
  if (draft.requests === 0 && draft.quarantined.length > 0) {
    discard(draft);
    throw noLog(source.path);
  }
  const input = {...stateOf(scan, draft, head, format), name: source.name};
  return commit({kind: "added", name: source.name, input, draft, from: 0, before: known.before}, context);
}

function addsNothing({name}: Source): Outcome {
  return {name, kind: "known", addedLines: 0, addedRequests: 0, quarantined: [], ignored: 0};
}

// What is compared with an input has to be read in the way that one was, however few lines there are to tell it by.
function formatNow(input: InputRow | undefined): LogFormat | undefined {
  return formats.find(({name}) => name === input?.format);
}

async function isBeginningOfAny(
  longer: readonly InputRow[],
  draft: Draft,
  scan: Scan,
  {catalogue, engine, workspace}: IntakeContext,
): Promise<boolean> {
  for (const input of longer) {
    const files = catalogue.filesOf(input.id).map((file) => join(workspace.store.facts, file));
    if (await isBeginningOf(files, draft, scan, engine)) return true;
  }
  return false;
}

/** Most files are clean: the engine reads while we look. Where one is not, what it read is thrown away. */
async function scanAndDraft(
  path: string,
  {packing}: Head,
  known: Scan | null,
  context: DraftContext,
): Promise<[Scan, Draft]> {
  const isHopeless = known?.isClean === false;
  const before = stampOf(path);
  const [scanned, drafted] = await Promise.allSettled([
    known ?? scanFile(path, packing),
    isHopeless ? null : draftFacts(path, packing, context),
  ]);
  const draft = drafted.status === "fulfilled" ? drafted.value : null;
  if (scanned.status === "fulfilled" && draft) {
    const {isClean, lines} = scanned.value;
    // A server may be writing on while we read: then the two have not seen the same file.
    if (isClean && lines === draft.lines && stampOf(path) === before) {
      return [scanned.value, await completeDraft(draft, path, packing, context, {marks: scanned.value.marks})];
    }
  }
  if (draft) discard(draft);
  if (scanned.status === "rejected") throw scanned.reason;
  if (drafted.status === "rejected" && drafted.reason instanceof UserError) throw drafted.reason;
  const {bytes, lines} = scanned.value;
  const second = await draftSpooled(path, packing, context, {until: bytes});
  checkLines(second, lines, path);
  return [scanned.value, second];
}

async function addGrown(
  source: Source,
  head: Head,
  scan: Scan,
  before: InputRow,
  context: IntakeContext,
): Promise<Outcome> {
  const format = context.format ?? formatOf(source.path, head);
  // What was read of an unfinished line is not what the line says now: then the whole input is read again.
  const isReplacement = before.isWhole === 0;
  const base = isReplacement ? {bytes: 0, lines: 0, requests: 0, quarantined: 0, ignored: 0} : before;
  const span = {from: base.bytes, until: scan.bytes, linesBefore: base.lines};
  const draft = await draftSpooled(source.path, head.packing, {...context, format}, span);
  checkLines(draft, scan.lines - base.lines, source.path);
  const state = stateOf(scan, draft, head, format);
  const input = {
    ...state,
    name: before.name,
    lines: base.lines + state.lines,
    requests: base.requests + state.requests,
    quarantined: base.quarantined + state.quarantined,
    ignored: base.ignored + state.ignored,
    firstSecond: isReplacement ? state.firstSecond : least(before.firstSecond, state.firstSecond),
    lastSecond: isReplacement ? state.lastSecond : most(before.lastSecond, state.lastSecond),
  };
  const outcome = commit(
    {kind: "grown", name: source.name, input, draft, from: base.bytes, before, isReplacement},
    context,
  );
  return {...outcome, addedLines: input.lines - before.lines, addedRequests: input.requests - before.requests};
}

function stateOf(scan: Scan, draft: Draft, head: Head, format: LogFormat): Omit<InputRow, "id" | "name"> {
  return {
    sha256: scan.sha256,
    bytes: scan.bytes,
    head: head.isOpen ? "" : head.mark,
    isWhole: Number(scan.isWhole),
    format: format.name,
    lines: draft.lines,
    requests: draft.requests,
    quarantined: draft.quarantined.length,
    ignored: draft.ignored,
    firstSecond: draft.firstSecond,
    lastSecond: draft.lastSecond,
  };
}

interface Commit {
  readonly kind: "added" | "grown";
  readonly name: string;
  readonly input: Omit<InputRow, "id">;
  readonly draft: Draft;
  readonly from: number;
  readonly before?: InputRow | undefined;
  readonly isReplacement?: boolean;
}

function commit(
  {kind, name, input, draft, from, before, isReplacement = false}: Commit,
  context: IntakeContext,
): Outcome {
  const {facts} = context.workspace.store;
  // Named by what it was made from: an ingest repeated after a crash writes the same file again.
  const file = `${input.sha256.slice(0, 32)}-${from}.parquet`;
  syncFile(draft.file);
  renameSync(draft.file, join(facts, file));
  syncFile(facts);
  const {firstSecond, lastSecond, quarantined} = draft;
  if (before && isReplacement) touch(context.catalogue.filesOf(before.id).map((name) => join(facts, name)));
  context.catalogue.add({continues: before, input, part: {file, firstSecond, lastSecond}, isReplacement, quarantined});
  return {name, kind, addedLines: draft.lines, addedRequests: draft.requests, quarantined, ignored: draft.ignored};
}

/** Two counts of the same lines, made independently, have to agree: nothing is dropped silently. */
function checkLines(draft: Draft, counted: number, path: string): void {
  if (draft.lines === counted) return;
  discard(draft);
  throw new UserError(
    "INPUT_UNREADABLE",
    `the file changed while it was read: ${draft.lines} lines where ${counted} were counted; nothing of it was counted`,
    "run the same command again",
    visible(path),
  );
}

function stampOf(path: string): string {
  const {size, mtimeMs, ino} = statSync(path);
  return `${size} ${mtimeMs} ${ino}`;
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** A report that has begun may still read a file that is replaced now: it is an hour from now that it goes. */
function touch(files: readonly string[]): void {
  const now = new Date();
  for (const file of files.filter((one) => existsSync(one))) utimesSync(file, now, now);
}

function syncFile(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}
