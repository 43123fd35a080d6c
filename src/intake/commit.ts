import {existsSync, renameSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {stopped} from "../base/ending/stopping.ts";
import {syncFile, syncFolder} from "../base/whole-file.ts";
import type {Catalogue, InputRow, PartRow} from "../workspace/catalogue/catalogue.ts";
import type {Quarantine} from "../workspace/quarantined.ts";
import {type FileSeal, sealFile} from "../workspace/sealed-files.ts";
import {discard} from "./facts/draft.ts";
import type {Draft, DraftContext} from "./facts/draft-types.ts";
import type {NamedHost} from "./line/count-hosts.ts";
import type {QueryCount} from "./line/count-queries.ts";
import type {ReadingSettings} from "./line/plan.ts";
import type {RepeatedLines} from "./overlap/repeated.ts";
import type {SketchBook} from "./overlap/sketch.ts";
import {type RecordedReading, readingIn} from "./recorded-reading.ts";
import {type SharedStore, Uncompared} from "./shared/store.ts";

/** What became of one input. */
export interface Outcome {
  readonly name: string;
  /** `known`: every line of it was read before. `grown`: its new lines were added. `again`: what it gave was replaced. */
  readonly kind: "added" | "grown" | "known" | "again";
  readonly addedLines: number;
  readonly addedRequests: number;
  /** The lines that this ingest put into quarantine. */
  readonly quarantined: Quarantine;
  readonly ignored: number;
  /** Lines that stand in other inputs, too, and count there. */
  readonly repeated: readonly RepeatedLines[];
  /** Months with requests of this ingest that are closed: their clients' addresses were not kept. */
  readonly closedMonths: readonly string[];
  /** How many lines had something before them that is no part of them, by its name. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** How it was read; null where nothing was. */
  readonly reading: RecordedReading | null;
  /** What its beginning asked for behind question marks; null where most lines do not, or queries are read anyway. */
  readonly queries: QueryCount | null;
  /** The virtual hosts that its beginning names. */
  readonly hosts: readonly NamedHost[];
}

/** What inputs are read into, and how. */
export interface IntakeContext extends Omit<DraftContext, "plan"> {
  readonly sketches: SketchBook;
  /** Over when every input that was named before has been read, or has failed. */
  readonly before: Promise<unknown>;
  readonly catalogue: Catalogue;
  readonly reading: ReadingSettings;
  /** What broadsheet.yaml says of it. */
  readonly bySettings: ReadingSettings;
  /** Is what was read before to be read anew? */
  readonly again: boolean;
  /** Is an input to count of which more lines could not be read than could? */
  readonly acceptUnreadable: boolean;
  /** Where facts go that several machines share; null where they stay in the workspace. */
  readonly shared: SharedStore | null;
}

/** With how much was known when an input was looked at. */
export interface InputContext extends IntakeContext {
  /** See {@link SharedStore.place}. */
  readonly since: number;
}

/** And with how much when its lines were compared. */
export interface ComparedContext extends InputContext {
  readonly compared: number;
}

/** A draft that is to count, and what it adds to. */
export interface Commit {
  readonly kind: "added" | "grown" | "again";
  readonly name: string;
  readonly input: Omit<InputRow, "id">;
  readonly draft: Draft;
  readonly queries: QueryCount | null;
  readonly hosts: readonly NamedHost[];
  readonly from: number;
  readonly before?: InputRow | undefined;
  readonly isReplacement?: boolean;
  readonly repeated: readonly RepeatedLines[];
}

/** Makes a draft count: in the workspace, or in what machines share. */
export async function commit(
  {kind, name, input, draft, queries, hosts, from, before, isReplacement = false, repeated}: Commit,
  context: ComparedContext,
): Promise<Outcome> {
  if (context.signal?.aborted) {
    discard(draft);
    throw stopped();
  }
  const {lines, requests, ignored, closedMonths, passedOver} = draft;
  const outcome = {
    name,
    kind,
    addedLines: lines,
    addedRequests: requests,
    quarantined: draft.quarantined,
    ignored,
    repeated,
    closedMonths,
    passedOver,
    reading: readingIn(input.reading),
    queries,
    hosts,
  };
  if (context.shared) {
    await share({input, draft, before, isReplacement, repeated}, context.shared, context);
    return outcome;
  }
  const {facts, addresses} = context.workspace.store;
  // Named by what it was made from: an ingest repeated after a crash writes the same files again.
  const stem = freeStem(`${input.sha256.slice(0, 32)}-${from}`, context.catalogue);
  const file = `${stem}.parquet`;
  const places = draft.places && `${stem}-places.parquet`;
  const {firstSecond, lastSecond, quarantined} = draft;
  const seals = [moveSynced(draft.file, facts, file)];
  if (draft.places && places) seals.push(moveSynced(draft.places, facts, places));
  const books = draft.books.map(({file, month, clients}, place) => {
    const book = {file: `${stem}-${place}.book`, month, clients};
    seals.push(moveSynced(file, addresses, book.file));
    return book;
  });
  for (const folder of [facts, ...(books.length > 0 ? [addresses] : [])]) syncFolder(folder);
  if (before && isReplacement) touch(context.catalogue.partsOf(before.id), facts);
  const placesSource = places && (context.places?.describe ?? null);
  const part = {file, firstSecond, lastSecond, places, placesSource};
  const {lines: inFull, counts: refused} = quarantined;
  context.catalogue.add({
    continues: before,
    input,
    part,
    books,
    isReplacement,
    quarantined: inFull,
    refused,
    repeated,
    seals,
  });
  return outcome;
}

/** A name that no file which counts has: what is read anew is written beside what it takes the place of. */
function freeStem(stem: string, catalogue: Catalogue): string {
  const taken = catalogue.files();
  const [input, from] = stem.split("-");
  for (let times = 0; ; times++) {
    const name = times === 0 ? stem : `${input}-again${times}-${from}`;
    if (!taken.has(`${name}.parquet`)) return name;
  }
}

async function share(
  {
    input,
    draft,
    before,
    isReplacement,
    repeated,
  }: Pick<Commit, "input" | "draft" | "before" | "repeated"> & {readonly isReplacement: boolean},
  shared: SharedStore,
  {engine, places, workspace, since, compared}: ComparedContext,
): Promise<void> {
  const {firstSecond, lastSecond, quarantined} = draft;
  const placesSource = draft.places && (places?.describe ?? null);
  const part = {
    file: draft.file,
    lines: draft.lines,
    firstSecond,
    lastSecond,
    places: draft.places,
    placesSource,
    books: draft.books,
  };
  try {
    const isCompared = workspace.config.overlap.count !== "each";
    const sending = {since, compared: isCompared ? compared : null, work: workspace.store.work, engine};
    const {lines, counts: refused} = quarantined;
    // The journal takes names alone: how a string of formats reads stands in `reading`.
    const named = {...input, format: /^[a-z][a-z0-9-]{0,39}$/.test(input.format) ? input.format : "format-string"};
    await shared.add(
      {continues: before, input: named, parts: [part], isReplacement, quarantined: lines, refused, repeated},
      sending,
    );
  } catch (fault) {
    // It is compared once more, and sent.
    if (!(fault instanceof Uncompared)) discard(draft);
    throw fault;
  }
  discard(draft);
}

/** A report that has begun may still read files that are replaced now: it is an hour from now that they go. */
function touch(parts: readonly PartRow[], folder: string): void {
  const now = new Date();
  for (const name of parts.flatMap(({file, places}) => [file, ...(places ? [places] : [])])) {
    const path = join(folder, name);
    if (existsSync(path)) utimesSync(path, now, now);
  }
}

/**
 * Puts a finished file into its place in the store, so that it is there whatever the machine does next.
 *
 * @returns What it holds: it is hashed before anybody else can have touched it.
 */
export function moveSynced(from: string, folder: string, name: string): FileSeal {
  syncFile(from);
  const seal = sealFile(from, name);
  renameSync(from, join(folder, name));
  return seal;
}
