import {rmSync} from "node:fs";
import {checkRunning} from "../../base/ending/stopping.ts";
import {type ByteSpan, unpackedSpan} from "../bytes/read.ts";
import {writeFewBooks, writeFewPlaces} from "../clients/few.ts";
import {writePlaces} from "../clients/locate.ts";
import {DraftClients} from "../clients/names.ts";
import {monthSql, onlyMonth, writeBooks} from "../clients/seal.ts";
import type {PackedFile} from "../packings/packing.ts";
import type {Draft, DraftContext, Facts} from "./draft-types.ts";
import {PlainDraft} from "./from-scanner.ts";

/**
 * Writes the facts of a log, of bytes that are fed to it one piece after the other.
 *
 * @param feed Gives the pieces, and with its answer what else they told.
 * @param linesBefore How many lines of the input come before the first.
 */
export async function draft<T>(
  feed: (see: (piece: Buffer) => Promise<void>) => Promise<T>,
  context: DraftContext,
  linesBefore = 0,
): Promise<[T, Draft]> {
  const clients = context.places || context.closedMonths ? new DraftClients(context.engine) : null;
  const facts = new PlainDraft(context, clients, linesBefore);
  try {
    const told = await feed((piece) => {
      checkRunning(context.signal);
      return facts.add(piece);
    });
    const drafted = await facts.end();
    return [told, {...drafted, ...(await describeClients(drafted, clients, context))}];
  } catch (fault) {
    await facts.abandon();
    throw fault;
  } finally {
    await clients?.close();
  }
}

/** Writes the facts of an input's bytes from one to another. */
export async function draftSpan(
  file: PackedFile,
  context: DraftContext,
  {from, until, linesBefore}: ByteSpan & {linesBefore: number},
): Promise<Draft> {
  const [, drafted] = await draft(
    async (see) => {
      for await (const piece of unpackedSpan(file, {from, until})) await see(piece);
    },
    context,
    linesBefore,
  );
  return drafted;
}

/** Writes what is kept of an input's clients, while their names are known. */
async function describeClients(
  facts: Facts,
  clients: DraftClients | null,
  context: DraftContext,
): Promise<Pick<Draft, "places" | "books" | "closedMonths">> {
  if (!clients || facts.requests === 0) return {places: null, books: [], closedMonths: []};
  const [few, month] = [clients.few(), onlyMonth(facts, context)];
  if (few !== null && month !== null) {
    const places = context.places && writeFewPlaces(few, context.places, context);
    return {places, ...writeFewBooks(few, month, context)};
  }
  const names = await clients.complete(facts.file, monthSql(facts, context));
  const places = context.places && (await writePlaces(names, context.places, context));
  return {places, ...(await writeBooks(names, facts, context))};
}

/** Throws a draft away. */
export function discard({file, places, books = []}: Facts & Partial<Draft>): void {
  for (const one of [file, ...(places ? [places] : []), ...books.map((book) => book.file)]) rmSync(one, {force: true});
}
