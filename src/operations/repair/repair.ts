import {basename} from "node:path";
import {UserError} from "../../base/error.ts";
import {syncFolder} from "../../base/whole-file.ts";
import type {FactStore} from "../../engine/fact-store.ts";
import {openSource} from "../../intake/archives/open.ts";
import {type Head, readHead} from "../../intake/bytes/head.ts";
import {scanFile} from "../../intake/bytes/read.ts";
import {moveSynced} from "../../intake/commit.ts";
import {discard, draftSpan} from "../../intake/facts/draft.ts";
import type {Draft} from "../../intake/facts/draft-types.ts";
import {clearBooks} from "../../intake/leftovers.ts";
import type {ReadingSettings} from "../../intake/line/plan.ts";
import type {PlaceFinder} from "../../intake/places/finder.ts";
import {planLike} from "../../intake/plan-for.ts";
import {readingIn} from "../../intake/recorded-reading.ts";
import {ChunkPool} from "../../intake/scanner/pool.ts";
import type {AskedSource} from "../../intake/sources.ts";
import type {Catalogue, InputRow, SealedNamesRow} from "../../workspace/catalogue/catalogue.ts";
import type {FileSeal} from "../../workspace/sealed-files.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {type DamagedPart, findDamagedParts} from "./damaged-parts.ts";

/** What a workspace is repaired with; its lock is held. */
export interface RepairContext {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: FactStore;
  /** Null where nobody asks where readers are. */
  readonly places: PlaceFinder | null;
  readonly reading: ReadingSettings;
  /** Instant in seconds; a line dated later than that is refused. */
  readonly latest: number;
  /** Stops the work between two pieces of a log. */
  readonly signal?: AbortSignal | undefined;
}

/** A part that was damaged, and what became of it. */
export interface RepairedPart {
  readonly input: InputRow;
  /** Whole paths of its damaged files, with the way in which each was damaged. */
  readonly damages: readonly {readonly path: string; readonly what: string}[];
  /** Why it is as it was; null where it is as it should be. */
  readonly left: string | null;
}

/**
 * Reads damaged files again from their logs. A log is known by what is in it, under whatever name and packing, and may have grown.
 *
 * Where a log is not there, or gives something else now, its files are left as they are.
 */
export async function repair(sources: readonly AskedSource[], context: RepairContext): Promise<RepairedPart[]> {
  const {workspace, catalogue} = context;
  const {store, key} = workspace;
  const waiting = new Set(await findDamagedParts(store, catalogue));
  const done: RepairedPart[] = [];
  if (waiting.size === 0) return done;
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const pools = new Map<string, ChunkPool>();
  // What was kept of an input's queries is to be kept again, whatever the settings say now.
  const poolFor = ({input}: DamagedPart): ChunkPool => {
    const query = readingIn(input.reading)?.said.query ?? null;
    const said = JSON.stringify(query);
    const pool = pools.get(said) ?? new ChunkPool({key, query}, bytes, 1);
    pools.set(said, pool);
    return pool;
  };
  try {
    for (const asked of sources) {
      if (waiting.size === 0) break;
      for await (const {source, fault} of openSource(asked, {work: store.work, limits: workspace.config.unpacking})) {
        const log = fault === null ? await openLog(source, [...waiting], key) : null;
        for (const damaged of log?.parts ?? []) {
          waiting.delete(damaged);
          done.push(toldOf(damaged, await mend(damaged, log!, poolFor(damaged), context)));
        }
        if (source.archive) source.close?.();
      }
    }
  } finally {
    for (const pool of pools.values()) await pool.close();
  }
  clearBooks(store, catalogue);
  return [...done, ...[...waiting].map((damaged) => toldOf(damaged, "its log was not found"))];
}

/** A log that damaged parts were read from. */
interface FoundLog {
  readonly head: Head;
  readonly parts: readonly DamagedPart[];
}

/** Is the file the log of damaged parts, or does it begin with it? Null where it is of none, or cannot be read. */
async function openLog(source: AskedSource, waiting: readonly DamagedPart[], key: string): Promise<FoundLog | null> {
  try {
    const head = await readHead(source, key);
    const alike = waiting.filter(({input}) => input.head === head.mark || input.head === "");
    if (alike.length === 0) return null;
    const scan = await scanFile(
      head.file,
      alike.map(({input}) => input.bytes),
    );
    const parts = alike.filter(({input: {bytes, sha256}}) => scan.prefixes.get(bytes) === sha256);
    return {head, parts};
  } catch (fault) {
    if (fault instanceof UserError && fault.code.startsWith("INPUT_")) return null;
    throw fault;
  }
}

/** Writes a damaged part anew. @returns Why it was not; null when it was. */
async function mend(
  damaged: DamagedPart,
  {head}: FoundLog,
  pool: ChunkPool,
  context: RepairContext,
): Promise<string | null> {
  const {input, part, span, damages} = damaged;
  const {workspace, catalogue, engine, latest, signal} = context;
  if (catalogue.leftOut.repeated().some((one) => one.input === input.id)) {
    return "lines of it were left out, since they stand in other files: take it out and read it again";
  }
  if (span === null) return "it came from servers in pieces, and where each begins in its log is not known";
  if (context.reading.format !== null && context.reading.format !== input.format) {
    return `it was read in the format ${input.format}, not in the one that is named now`;
  }
  if (part.places !== null && context.places === null) return "it has places, and the settings ask for none now";
  const hasBooks = damages.some(({file}) => file.holds === "addresses");
  const closedMonths = hasBooks ? new Set(catalogue.closedMonths().keys()) : null;
  const places = part.places === null ? null : context.places;
  const plan = await planLike(input, head, context);
  if (plan === null) return "whom its clients stand for is not found again in its log";
  const drafting = {workspace, engine, plan, latest, places, closedMonths, pool, signal};
  const draft = await draftSpan(head.file, drafting, {...span, linesBefore: 0});
  try {
    if (!isSame(draft, damaged, catalogue)) return "its log gives other requests now than when it was read";
    putInPlace(draft, damaged, context);
    return null;
  } finally {
    discard(draft);
  }
}

/** Does the log give as many requests, from the same second to the same? */
function isSame(draft: Draft, {input, part}: DamagedPart, catalogue: Catalogue): boolean {
  const isAlike = draft.firstSecond === part.firstSecond && draft.lastSecond === part.lastSecond;
  const isAlone = catalogue.partsOf(input.id).length === 1;
  return isAlike && (!isAlone || (draft.lines === input.lines && draft.requests === input.requests));
}

/** Files first, each in one step; then what the catalogue says of them. Between the two they are damaged, as they were. */
function putInPlace(draft: Draft, {part, damages}: DamagedPart, {workspace, catalogue, places}: RepairContext): void {
  const {facts, addresses} = workspace.store;
  const kinds = new Set(damages.map(({file}) => file.holds));
  const seals: FileSeal[] = [];
  const put = (from: string, folder: string, name: string): void => {
    seals.push(moveSynced(from, folder, name));
    syncFolder(folder);
  };
  if (kinds.has("facts")) put(draft.file, facts, part.file);
  if (kinds.has("places") && draft.places !== null) put(draft.places, facts, part.places!);
  const stem = basename(part.file, ".parquet");
  const books = draft.books.map(({file, month, clients}, place): SealedNamesRow => {
    const name = `${stem}-${place}.book`;
    put(file, addresses, name);
    return {file: name, month, clients};
  });
  const source = kinds.has("places") ? (places?.describe ?? null) : part.placesSource;
  catalogue.mend({...part, placesSource: source}, kinds.has("addresses") ? books : null, seals);
}

function toldOf({input, damages}: DamagedPart, left: string | null): RepairedPart {
  return {input, damages: damages.map(({file, what}) => ({path: file.path, what})), left};
}
