import {join} from "node:path";
import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {syncFolder, writeWhole} from "../base/whole-file.ts";
import type {Cluster} from "../engine/clickhouse/cluster.ts";
import {Loads} from "../engine/clickhouse/loads.ts";
import type {FactStore} from "../engine/fact-store.ts";
import type {Catalogue, InputRow, PartRow, SealedNamesRow} from "../workspace/catalogue/catalogue.ts";
import {checkFiles} from "../workspace/checked-files.ts";
import type {FileSeal} from "../workspace/sealed-files.ts";
import {storedFiles} from "../workspace/stored-files.ts";
import type {StorePaths} from "../workspace/workspace-files.ts";
import {moveSynced} from "./commit.ts";
import {isBeginningOf} from "./facts/is-prefix.ts";
import {clearBooks} from "./leftovers.ts";
import {allLines, Overtaken, type SharedStore} from "./shared/store.ts";

/** Both places of a workspace's requests. */
export interface TwoStores {
  readonly store: StorePaths;
  readonly engine: FactStore;
  /** Of the files in the workspace. */
  readonly own: Catalogue;
  /** Of the cluster. */
  readonly common: Catalogue;
  readonly shared: SharedStore;
  readonly cluster: Cluster;
}

/** What became of one input. */
export interface MovedInput {
  readonly name: string;
  readonly lines: number;
  readonly kind: "moved" | "known";
}

/** Does the catalogue hold an input of this content? */
function holds(catalogue: Catalogue, {head, sha256, bytes}: InputRow): boolean {
  return catalogue.inputsWithHead(head).some((input) => input.sha256 === sha256 && input.bytes === bytes);
}

/**
 * Sends an input of the workspace to the cluster, with all of its parts; they count there together. Nothing is taken away here.
 *
 * @throws {UserError} INPUT_UNREADABLE where the cluster knows something that begins alike: only the log itself can tell what
 *   is new in it.
 */
export async function moveToCluster(input: InputRow, stores: TwoStores): Promise<MovedInput> {
  const {store, engine, own, common, shared} = stores;
  const {name, lines} = input;
  if (holds(common, input)) return {name, lines, kind: "known"};
  for (const similar of common.inputsWithHead(input.head)) {
    if (await isOneOfTwoStates(input, similar, stores)) throw notTold(name, similar.name);
  }
  const parts = [];
  await checkFiles(storedFiles(own.partsOf(input.id), store, own), store);
  for (const part of own.partsOf(input.id)) {
    const file = join(store.facts, part.file);
    const places = part.places === null ? null : join(store.facts, part.places);
    const books = own.booksOf(part.file).map((book) => ({...book, file: join(store.addresses, book.file)}));
    parts.push({...part, file, places, books, lines: await engine.countLines(file)});
  }
  const {id, ...state} = input;
  const [quarantined, refused] = [own.quarantineOf(id), own.refusedOf(id)];
  const sending = {since: shared.place, compared: null, work: store.work, engine};
  try {
    await shared.add({input: state, parts, quarantined, refused, isReplacement: false, continues: undefined}, sending);
  } catch (fault) {
    throw fault instanceof Overtaken ? notTold(name, "a log that another machine is reading") : fault;
  }
  return {name, lines, kind: "moved"};
}

/** Is one of them an earlier state of the other, as far as their facts tell? */
async function isOneOfTwoStates(input: InputRow, other: InputRow, stores: TwoStores): Promise<boolean> {
  const {store, engine, own, common, shared} = stores;
  if (input.bytes === 0 || other.bytes === 0 || input.bytes === other.bytes) return false;
  const mine = own.filesOf(input.id).map((file) => join(store.facts, file));
  const most = Math.min(input.lines, other.lines) + 1;
  return shared.withFacts(common.filesOf(other.id), most, {work: store.work, engine}, async (theirs) => {
    const [shorter, longer, from] = input.bytes < other.bytes ? [mine, theirs, input] : [theirs, mine, other];
    // Of an input that has grown, the first part says enough.
    const [file] = shorter;
    const lines = await engine.countLines(file!);
    const isWhole = shorter.length > 1 || from.isWhole === 1;
    return isBeginningOf(longer, {file: file!, lines}, {isWhole}, engine);
  });
}

function notTold(name: string, other: string): UserError {
  const what = `the cluster knows ${other}, which begins alike; only the log can tell what is new in it`;
  return new UserError("INPUT_UNREADABLE", what, advise("read-log-into-cluster"), name);
}

/** Fetches an input of the cluster into the workspace's own files; all of it counts there together. */
export async function moveToFiles(input: InputRow, stores: TwoStores): Promise<MovedInput> {
  const {store, engine, own, common, shared, cluster} = stores;
  const {name, lines} = input;
  if (holds(own, input)) return {name, lines, kind: "known"};
  const loads = new Loads(cluster, engine);
  const parts = [];
  const seals: FileSeal[] = [];
  for (const [place, part] of common.partsOf(input.id).entries()) {
    const stem = `${input.sha256.slice(0, 32)}-moved-${place}`;
    const file = `${stem}.parquet`;
    await loads.fetch(part.file, join(store.work, file), allLines);
    seals.push(moveSynced(join(store.work, file), store.facts, file));
    const places = part.places && `${stem}-places.parquet`;
    if (part.places && places) {
      await loads.fetchPlaces(part.places, join(store.work, places));
      seals.push(moveSynced(join(store.work, places), store.facts, places));
    }
    parts.push({...part, file, places, books: await fetchBooks(part, stem, stores)});
  }
  syncFolder(store.facts);
  const {id, ...state} = input;
  if (await shared.isTakenOut(id)) throw takenOutMeanwhile(name);
  const [part = null, ...moreParts] = parts;
  const [quarantined, refused] = [common.quarantineOf(id), common.refusedOf(id)];
  own.add({input: state, part, books: part?.books ?? [], moreParts, quarantined, refused, isReplacement: false, seals});
  return {name, lines, kind: "moved"};
}

function takenOutMeanwhile(name: string): UserError {
  const what = "it was taken out of the cluster while it was fetched, and nothing of it counts here";
  return new UserError("INPUT_UNREADABLE", what, "leave it out, or read its log again", name);
}

/** Fetches the books of addresses of a load, sealed as they are, but for months that are closed here. */
async function fetchBooks(
  {file}: PartRow,
  stem: string,
  {store, own, common, shared}: TwoStores,
): Promise<SealedNamesRow[]> {
  const closed = own.closedMonths();
  const books: SealedNamesRow[] = [];
  for (const book of common.booksOf(file).filter(({month}) => !closed.has(month))) {
    const sealed = await shared.sealedBook(book);
    if (sealed === null) continue;
    const name = `${stem}-${books.length}.book`;
    writeWhole(join(store.addresses, name), sealed, 0o600);
    books.push({...book, file: name});
  }
  return books;
}

/** Closes where requests move to what is closed where they come from: no address of it is kept there either. */
export async function moveClosings(
  to: "clickhouse" | "duckdb",
  {own, common, shared, store}: TwoStores,
): Promise<void> {
  const [from, there] = to === "clickhouse" ? [own, common] : [common, own];
  const known = there.closedMonths();
  for (const [month, closedOn] of from.closedMonths()) {
    if (known.has(month)) continue;
    if (to === "clickhouse") await shared.closeMonths([month], closedOn);
    else own.closeMonths([month], closedOn);
  }
  if (to === "duckdb") clearBooks(store, own);
}
