import {closeSync, existsSync, fsyncSync, openSync, renameSync, utimesSync} from "node:fs";
import {join} from "node:path";
import type {DuckDbEngine} from "../engine/duckdb.ts";
import type {Catalogue, InputRow, PartRow, QuarantinedLine} from "../workspace/catalogue.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {isBeginningOf} from "./beginning.ts";
import {discard, draftSpan} from "./draft.ts";
import type {Draft} from "./draft-context.ts";
import type {LogFormat} from "./format.ts";
import {formats} from "./formats.ts";
import {formatOf, type Head, noLog} from "./head.ts";
import type {PlaceFinder} from "./places.ts";
import type {ChunkDesk} from "./plain/chunk-desk.ts";
import {type Scan, scanFile} from "./scan.ts";
import {checkLines, scanAndDraft} from "./scanned-draft.ts";
import type {SharedStore} from "./shared-store.ts";

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
  /** Months with requests of this ingest that are closed: their clients' addresses were not kept. */
  readonly closedMonths: readonly string[];
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
  /** Null where nobody asks where readers are. */
  readonly places: PlaceFinder | null;
  /** Months whose addresses are not kept; null where none are. */
  readonly closedMonths: ReadonlySet<string> | null;
  /** Where facts go that several machines share; null where they stay in the workspace. */
  readonly shared: SharedStore | null;
  readonly desk: ChunkDesk;
}

/** With how much was known when an input was looked at. */
interface InputContext extends IntakeContext {
  /** See {@link SharedStore.place}. */
  readonly since: number;
}

/**
 * Reads one input into the workspace, exactly once: lines that were read before, under whatever name and packing, add
 * nothing. Either all of its new lines count afterwards or none.
 *
 * @throws {UserError} INPUT_UNREADABLE, INPUT_NOT_A_LOG or DISK_FULL; nothing of the input counts then.
 */
export async function ingestInput(source: Source, head: Head, given: IntakeContext): Promise<Outcome> {
  const context = {...given, since: given.shared?.place ?? 0};
  const earlier = context.catalogue.inputsWithHead(head.mark);
  const isNamed = (input: InputRow): boolean => input.name === source.name;
  if (earlier.every(isEmpty))
    return addNew(source, head, {scan: null, earlier, before: earlier.find(isNamed)}, context);
  const lengths = earlier.map(({bytes}) => bytes);
  const scan = await scanFile(source.path, head.packing, lengths);
  const same = earlier.find(({bytes, sha256}) => scan.prefixes.get(bytes) === sha256);
  if (same && same.bytes === scan.bytes) return addsNothing(source);
  // Every file continues an empty one; the one of its own name it takes the place of.
  if (!same || isEmpty(same)) {
    return addNew(source, head, {scan, earlier, before: same && isNamed(same) ? same : undefined}, context);
  }
  return addGrown(source, head, scan, same, context);
}

function isEmpty({bytes}: InputRow): boolean {
  return bytes === 0;
}

/** What is known of an input that is to be added: its scan, if there was need of one, and inputs that begin like it. */
interface Known {
  readonly scan: Scan | null;
  readonly earlier: readonly InputRow[];
  readonly before?: InputRow | undefined;
}

async function addNew(source: Source, head: Head, known: Known, context: InputContext): Promise<Outcome> {
  const length = known.scan?.bytes ?? 0;
  const longer = known.earlier.filter(({bytes}) => bytes > length);
  const format = context.format ?? formatNow(longer[0]) ?? formatOf(source.path, head);
  const drafting = {...context, format, beginning: head.lines};
  const [scan, draft] = await scanAndDraft(source.path, head.packing, known.scan, drafting);
  if (scan.bytes === 0 && known.earlier.some(isEmpty)) {
    discard(draft);
    return addsNothing(source);
  }
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
  return {name, kind: "known", addedLines: 0, addedRequests: 0, quarantined: [], ignored: 0, closedMonths: []};
}

// What is compared with an input has to be read in the way that one was, however few lines there are to tell it by.
function formatNow(input: InputRow | undefined): LogFormat | undefined {
  return formats.find(({name}) => name === input?.format);
}

async function isBeginningOfAny(
  longer: readonly InputRow[],
  draft: Draft,
  scan: Scan,
  {catalogue, engine, workspace: {store}, shared}: IntakeContext,
): Promise<boolean> {
  for (const input of longer) {
    const files = catalogue.filesOf(input.id);
    const isBeginning = shared
      ? await shared.withFacts(files, draft.lines, {work: store.work, engine}, (own) =>
          isBeginningOf(own, draft, scan, engine),
        )
      : await isBeginningOf(
          files.map((file) => join(store.facts, file)),
          draft,
          scan,
          engine,
        );
    if (isBeginning) return true;
  }
  return false;
}

async function addGrown(
  source: Source,
  head: Head,
  scan: Scan,
  before: InputRow,
  context: InputContext,
): Promise<Outcome> {
  const format = context.format ?? formatOf(source.path, head);
  // What was read of an unfinished line is not what the line says now: then the whole input is read again.
  const isReplacement = before.isWhole === 0;
  const base = isReplacement ? {bytes: 0, lines: 0, requests: 0, quarantined: 0, ignored: 0} : before;
  const span = {from: base.bytes, until: scan.bytes, linesBefore: base.lines};
  const drafting = {...context, format, beginning: head.lines};
  const draft = await draftSpan(source.path, head.packing, drafting, span);
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
  const outcome = await commit(
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

async function commit(
  {kind, name, input, draft, from, before, isReplacement = false}: Commit,
  context: InputContext,
): Promise<Outcome> {
  const {lines, requests, ignored, closedMonths} = draft;
  const outcome = {
    name,
    kind,
    addedLines: lines,
    addedRequests: requests,
    quarantined: draft.quarantined,
    ignored,
    closedMonths,
  };
  if (context.shared) {
    await share({input, draft, before, isReplacement}, context.shared, context);
    return outcome;
  }
  const {facts, addresses} = context.workspace.store;
  // Named by what it was made from: an ingest repeated after a crash writes the same files again.
  const stem = `${input.sha256.slice(0, 32)}-${from}`;
  const file = `${stem}.parquet`;
  const places = draft.places && `${stem}-places.parquet`;
  const {firstSecond, lastSecond, quarantined} = draft;
  moveSynced(draft.file, join(facts, file));
  if (draft.places && places) moveSynced(draft.places, join(facts, places));
  const books = draft.books.map(({file, month, clients}, place) => {
    const book = {file: `${stem}-${place}.book`, month, clients};
    moveSynced(file, join(addresses, book.file));
    return book;
  });
  for (const folder of [facts, ...(books.length > 0 ? [addresses] : [])]) syncFile(folder);
  if (before && isReplacement) touch(context.catalogue.partsOf(before.id), facts);
  const placesSource = places && (context.places?.describe ?? null);
  const part = {file, firstSecond, lastSecond, places, placesSource};
  context.catalogue.add({continues: before, input, part, books, isReplacement, quarantined});
  return outcome;
}

async function share(
  {input, draft, before, isReplacement}: Pick<Commit, "input" | "draft" | "before"> & {readonly isReplacement: boolean},
  shared: SharedStore,
  {engine, places, workspace, since}: InputContext,
): Promise<void> {
  const {firstSecond, lastSecond, quarantined} = draft;
  const placesSource = draft.places && (places?.describe ?? null);
  const part = {file: draft.file, lines: draft.lines, firstSecond, lastSecond, places: draft.places, placesSource};
  try {
    const sending = {since, work: workspace.store.work, engine};
    await shared.add({continues: before, input, parts: [part], isReplacement, quarantined}, sending);
  } finally {
    discard(draft);
  }
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** A report that has begun may still read files that are replaced now: it is an hour from now that they go. */
function touch(parts: readonly PartRow[], folder: string): void {
  const now = new Date();
  for (const name of parts.flatMap(({file, places}) => [file, ...(places ? [places] : [])])) {
    const path = join(folder, name);
    if (existsSync(path)) utimesSync(path, now, now);
  }
}

function moveSynced(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
}

function syncFile(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}
