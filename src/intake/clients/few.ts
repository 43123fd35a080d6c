import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {ByteSink} from "../../engine/parquet/byte-sink.ts";
import {type EncodedColumn, encodeHashes, encodeTexts} from "../../engine/parquet/column.ts";
import {ParquetFile} from "../../engine/parquet/parquet-file.ts";
import {sealNames} from "../../workspace/address-book.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Location, PlaceFinder} from "../places/finder.ts";
import type {Books, BooksContext} from "./seal.ts";

/*
 * What `locate.ts` and `seal.ts` have the engine do, for an input of few readers and one month, as most daily files are: a dozen statements
 * a file would take longer than reading its lines.
 */

/** Readers of an input by their numbers, hexadecimal, with the names that are hashed; empty where there is none. In the order of the numbers. */
export type FewClients = ReadonlyMap<string, string>;

const placeColumns = {reader: "ubigint", country: "text", region: "text", city: "text", network: "text"} as const;

/** Writes where each of these readers is, as `writePlaces` does, and says into which file. */
export function writeFewPlaces(
  clients: FewClients,
  finder: PlaceFinder,
  {workspace}: {readonly workspace: Workspace},
): string {
  const path = join(workspace.store.work, `${randomUUID()}.parquet`);
  const found = [...clients.values()].map((name) => (name === "" ? null : finder.find(name)));
  const readers = new ByteSink(8 * clients.size);
  for (const reader of clients.keys()) readers.uint64(BigInt(`0x${reader}`));
  const textsOf = (name: keyof Location): EncodedColumn => textColumn(found.map((place) => place?.[name] ?? null));
  const file = new ParquetFile(path, placeColumns);
  try {
    const all = new Uint8Array(clients.size).fill(1);
    const texts = [textsOf("country"), textsOf("region"), textsOf("city"), textsOf("network")];
    if (clients.size > 0) file.add([encodeHashes(readers.bytes, all), ...texts]);
    file.close();
    return path;
  } catch (fault) {
    file.abandon();
    rmSync(path, {force: true});
    throw fault;
  }
}

function textColumn(texts: readonly (string | null)[]): EncodedColumn {
  const sink = new ByteSink();
  for (const text of texts) if (text !== null) sink.text(text);
  return encodeTexts(
    sink.bytes,
    Uint8Array.from(texts, (text) => Number(text !== null)),
  );
}

/** Seals who these readers of one month were, as `writeBooks` does. @param month `YYYY-MM` */
export function writeFewBooks(clients: FewClients, month: string, {closedMonths, workspace}: BooksContext): Books {
  if (closedMonths === null || clients.size === 0) return {books: [], closedMonths: []};
  if (closedMonths.has(month)) return {books: [], closedMonths: [month]};
  const names = [...clients.values()].filter((name) => name !== "").sort();
  if (names.length === 0) return {books: [], closedMonths: []};
  const file = join(workspace.store.work, `${randomUUID()}.book`);
  try {
    sealNames(file, names.join("\n"), workspace.key, month);
  } catch (fault) {
    rmSync(file, {force: true});
    throw fault;
  }
  return {books: [{file, month, clients: names.length}], closedMonths: []};
}
