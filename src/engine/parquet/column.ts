import {constants, zstdCompressSync} from "node:zlib";
import {ByteSink} from "./byte-sink.ts";
import {packNumbers} from "./number-code.ts";
import {encode, int, struct} from "./thrift.ts";

/** What a column holds: whole numbers in 64 or 32 bits, such from 0 in 64 or 16 bits, or text. */
export type ParquetType = "bigint" | "integer" | "ubigint" | "usmallint" | "text";

/** A column of a row group as it stands in the file. */
export interface EncodedColumn {
  readonly bytes: Uint8Array;
  readonly encodings: readonly number[];
  readonly rows: number;
  readonly nulls: number;
  /** With the header, as it would be without compression. */
  readonly plainLength: number;
  readonly isCompressed: boolean;
  /** Least and greatest value; null where they are not known. */
  readonly range: readonly [number, number] | null;
}

const encodings = {plain: 0, rle: 3, delta: 5} as const;
const dataPage = 0;

/**
 * Writes a column of whole numbers as their differences, which take as little room as if they were compressed.
 *
 * @param numbers Of 32 bits, where one below 0 stands for none; or up to 2^53, where NaN does.
 */
export function encodeNumbers(numbers: Int32Array | Float64Array): EncodedColumn {
  const {content, count, range} = packNumbers(numbers);
  const rows = numbers.length;
  return columnOf(content, {rows, count, encoding: count > 0 ? encodings.delta : encodings.plain, range});
}

/**
 * Writes a column of keyed hashes one after the other: they do not become shorter.
 *
 * @param hashes Those that are there, eight bytes each.
 * @param isThere 1 or 0 a row: does it hold one?
 */
export function encodeHashes(hashes: Uint8Array, isThere: Uint8Array): EncodedColumn {
  const count = hashes.length / 8;
  const content = Buffer.concat([levelsOf(isThere, count), hashes]);
  return columnOf(content, {rows: isThere.length, count, encoding: encodings.plain, range: null});
}

/**
 * Writes a column of texts.
 *
 * @param texts Those that are there, as Parquet has them, one after the other.
 * @param isThere 1 or 0 a row: does it hold one?
 */
export function encodeTexts(texts: Uint8Array, isThere: Uint8Array): EncodedColumn {
  const rows = isThere.length;
  const count = isThere.reduce((sum, one) => sum + one, 0);
  const content = Buffer.concat([levelsOf(isThere, count), texts]);
  // All of it in one go.
  const packed = zstdCompressSync(content, {
    chunkSize: content.length + 1024,
    params: {[constants.ZSTD_c_compressionLevel]: 1},
  });
  return columnOf(content, {rows, count, encoding: encodings.plain, range: null}, packed);
}

/** Writes a column whose rows hold no value. */
export function encodeNothing(rows: number): EncodedColumn {
  return columnOf(levelsOf(new Uint8Array(rows), 0), {rows, count: 0, encoding: encodings.plain, range: null});
}

/** @param packed The content, compressed; null where it is not to be. */
function columnOf(
  content: Uint8Array,
  {
    rows,
    count,
    encoding,
    range,
  }: Pick<EncodedColumn, "rows" | "range"> & {readonly count: number; readonly encoding: number},
  packed: Uint8Array | null = null,
): EncodedColumn {
  const stored = packed ?? content;
  const header = headerOf(content.length, stored.length, rows, encoding);
  // Memory of its own, so that it can go from one thread to another.
  const bytes = new Uint8Array(header.length + stored.length);
  bytes.set(header);
  bytes.set(stored, header.length);
  return {
    bytes,
    encodings: [...new Set([encodings.plain, encodings.rle, encoding])],
    rows,
    nulls: rows - count,
    plainLength: header.length + content.length,
    isCompressed: packed !== null,
    range,
  };
}

function headerOf(plainLength: number, packedLength: number, rows: number, encoding: number): Buffer {
  const header = struct({1: int(rows), 2: int(encoding), 3: int(encodings.rle), 4: int(encodings.rle)});
  return encode(struct({1: int(dataPage), 2: int(plainLength), 3: int(packedLength), 5: header}));
}

/** Which rows hold a value, as a page says it first of all. @param isThere 1 or 0 a row. @param count How many do. */
export function levelsOf(isThere: Uint8Array, count: number): Buffer {
  const rows = isThere.length;
  const run = new ByteSink(16 + rows / 8);
  if (count === 0 || count === rows) {
    run.varint(2 * rows);
    run.byte(Number(count > 0));
  } else {
    run.varint(2 * Math.ceil(rows / 8) + 1);
    run.all(bitsOf(isThere));
  }
  const levels = new ByteSink(run.length + 4);
  levels.uint32(run.length);
  levels.all(run.bytes);
  return levels.bytes;
}

function bitsOf(isThere: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(isThere.length / 8));
  for (let row = 0; row < isThere.length; row++) bits[row >> 3]! |= isThere[row]! << (row & 7);
  return bits;
}
