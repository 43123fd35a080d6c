import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {openNameless} from "../base/nameless-file.ts";
import {parquetSql} from "../engine/duckdb-paths.ts";
import {writeFacts} from "../engine/facts-sql.ts";
import {monthSql, writeBooks} from "./draft-books.ts";
import {DraftClients, type PackedLog} from "./draft-clients.ts";
import type {Draft, DraftContext, Facts} from "./draft-context.ts";
import {writePlaces} from "./draft-places.ts";
import {linesOf} from "./lines.ts";
import {factsSql} from "./parse-sql.ts";
import {areMostlyPlain} from "./plain/mostly-plain.ts";
import {PlainDraft} from "./plain/plain-draft.ts";
import {type Refused, readRefused} from "./refused-lines.ts";
import {type Packing, unpackedSpan} from "./scan.ts";
import {spool} from "./spool.ts";

/** What collects who the readers are, while the lines are read; null where nobody asks. */
export async function openDraftClients(context: DraftContext): Promise<DraftClients | null> {
  return context.places || context.closedMonths ? DraftClients.open(context) : null;
}

const nothingRefused: Refused = {ignored: 0, quarantined: {counts: {}, lines: []}};

/** Writes the facts of a file that the engine can read as it is. */
export async function draftFacts(path: string, packing: Packing, context: DraftContext): Promise<Facts & Refused> {
  const {engine, workspace, format, latest} = context;
  const id = randomUUID();
  const [file, read] = [`${id}.parquet`, `${id}-read.parquet`].map((name) => join(workspace.store.work, name));
  try {
    const typed = factsSql(format, linesOf(engine.file(path), packing), workspace.key, latest);
    await engine.run(`copy (${typed}) to ${engine.file(read!)} (format parquet, compression zstd, parquet_version v2)`);
    const lines = `(select *, file_row_number + 1 as line from ${parquetSql(engine.file(read!), {isNumbered: true})})`;
    const [row] = await engine.rows(`select count(*) as lines, count("at") as requests,
      epoch_us(min("at")) // 1000000 as "firstSecond", epoch_us(max("at")) // 1000000 as "lastSecond" from ${lines}`);
    await writeFacts(engine, lines, engine.file(file!), `text_${id.replaceAll("-", "")}`);
    const facts = {file: file!, ...(row as unknown as Omit<Facts, "file">)};
    const refused = facts.lines === facts.requests ? nothingRefused : await readRefused(lines, engine, format);
    return {...facts, ...refused};
  } catch (fault) {
    rmSync(file!, {force: true});
    throw fault;
  } finally {
    rmSync(read!, {force: true});
  }
}

/**
 * Writes where and who the readers are.
 *
 * @param path The file that the facts were made from.
 * @param options `marks`: see {@link Scan}. `linesBefore`: how many lines of the input came before the file's first.
 *   `clients`: what was shown the lines.
 */
export async function completeDraft(
  facts: Facts & Refused,
  path: string,
  packing: Packing,
  context: DraftContext,
  {marks = [0], linesBefore = 0, clients = null}: Partial<Completion> = {},
): Promise<Draft> {
  const known = await describeClients(facts, clients, {path, packing, marks}, context);
  const lines = facts.quarantined.lines.map((one) => ({...one, line: one.line + linesBefore}));
  return {...facts, ...known, quarantined: {...facts.quarantined, lines}};
}

interface Completion {
  readonly marks: readonly number[];
  readonly linesBefore: number;
  readonly clients: DraftClients | null;
}

/** Writes what is kept of an input's clients, while their names are known. */
async function describeClients(
  facts: Facts,
  clients: DraftClients | null,
  log: PackedLog | null,
  context: DraftContext,
): Promise<Pick<Draft, "places" | "books" | "closedMonths">> {
  if (!clients || facts.requests === 0) return {places: null, books: [], closedMonths: []};
  const names = await clients.complete(facts.file, monthSql(facts, context), log);
  const places = context.places && (await writePlaces(names, context.places, context));
  return {places, ...(await writeBooks(names, facts, context))};
}

/**
 * Writes the facts of a log whose lines are mostly plain, of bytes that are fed to it one piece after the other.
 *
 * @param feed Gives the pieces, and with its answer what else they told.
 * @returns null where the lines are not mostly plain, or no scanner knows their format: then nothing was fed.
 */
export async function draftPlain<T>(
  feed: (see: (piece: Buffer) => Promise<void>) => Promise<T>,
  context: DraftContext,
  linesBefore = 0,
): Promise<[T, Draft] | null> {
  const {shape} = context.format;
  if (!shape || !areMostlyPlain(context.beginning, shape)) return null;
  const clients = await openDraftClients(context);
  const plain = new PlainDraft(context, shape, clients, linesBefore);
  try {
    const told = await feed((piece) => plain.add(piece));
    const draft = await plain.end();
    return [told, {...draft, ...(await describeClients(draft, clients, null, context))}];
  } catch (fault) {
    await plain.abandon();
    throw fault;
  } finally {
    await clients?.close();
  }
}

/** Writes the facts of an input's bytes from one to another. */
export async function draftSpan(
  path: string,
  packing: Packing,
  context: DraftContext,
  {from, until, linesBefore}: {from: number; until: number; linesBefore: number},
): Promise<Draft> {
  const feed = async (see: (piece: Buffer) => Promise<void>): Promise<void> => {
    for await (const piece of unpackedSpan(path, packing, {from, until})) await see(piece);
  };
  const plain = await draftPlain(feed, context, linesBefore);
  return plain?.[1] ?? draftSpooled(path, packing, context, {from, until, linesBefore});
}

/** Writes the facts of an input that has to be made readable first, or of its bytes from one to another. */
export async function draftSpooled(
  path: string,
  packing: Packing,
  context: DraftContext,
  {from = 0, until = Number.POSITIVE_INFINITY, linesBefore = 0} = {},
): Promise<Draft> {
  const {path: spooled, close} = openNameless(join(context.workspace.store.work, `${randomUUID()}.spool`));
  const clients = await openDraftClients(context);
  try {
    await spool(path, packing, spooled, {from, until}, clients?.words);
    const facts = await draftFacts(spooled, "none", context);
    return await completeDraft(facts, spooled, "none", context, {linesBefore, clients});
  } finally {
    await clients?.close();
    close();
  }
}

/** Throws a draft away. */
export function discard({file, places, books = []}: Facts & Partial<Draft>): void {
  for (const one of [file, ...(places ? [places] : []), ...books.map((book) => book.file)]) rmSync(one, {force: true});
}
