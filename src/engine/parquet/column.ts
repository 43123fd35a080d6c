import {constants, zstdCompressSync} from "node:zlib";
import {ByteSink} from "./byte-sink.ts";
import {deltaPacked, packedRun, repeatedRun, widthOf} from "./packing.ts";
import {encode, int, struct} from "./thrift.ts";

/** What a column holds: microseconds of UTC, whole numbers from 0 in 64 or 16 bits, or text. */
export type ColumnType = "instant" | "ubigint" | "usmallint" | "text";

/** Few different values, of which each stands once. */
export interface WordColumn {
  /** The values as Parquet writes them, one after the other. */
  readonly words: Uint8Array;
  readonly wordCount: number;
  /** The place of its value for each row that holds one. */
  readonly places: Int32Array;
  /** 1 or 0 a row: does it hold a value? */
  readonly isThere: Uint8Array;
}

/** A column of a row group as it stands in the file. */
export interface EncodedColumn {
  readonly bytes: Uint8Array;
  /** Where its values begin; the words, if there are any, stand before. */
  readonly valuesAt: number;
  readonly encodings: readonly number[];
  readonly rows: number;
  readonly nulls: number;
  /** With the headers, as they would be without compression. */
  readonly plainLength: number;
  /** Least and greatest value; null where they are not known. */
  readonly range: readonly [number, number] | null;
}

const encodings = {plain: 0, rle: 3, delta: 5, dictionary: 8} as const;
const pages = {data: 0, dictionary: 2} as const;

/** Writes a column of few different values: a page of the values, and one of their places. */
export function encodeWords({words, wordCount, places, isThere}: WordColumn): EncodedColumn {
  const hasWords = wordCount > 0;
  const parts: Page[] = [];
  const pieces = [levelsOf(isThere, places.length)];
  if (hasWords) {
    const width = Math.max(1, widthOf(wordCount - 1));
    parts.push(pageOf(words, (plain, packed) => dictionaryHeader(plain, packed, wordCount)));
    pieces.push(Buffer.of(width), packedRun(places, width));
  }
  const encoding = hasWords ? encodings.dictionary : encodings.plain;
  return columnOf(parts, pieces, isThere.length, places.length, encoding, null);
}

/** Writes a column of whole numbers as their differences. @param numbers At most 2^52; NaN for none. */
export function encodeNumbers(numbers: Float64Array): EncodedColumn {
  const isThere = new Uint8Array(numbers.length);
  const there = new Float64Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    if (Number.isNaN(number)) continue;
    isThere[row] = 1;
    there[count++] = number;
  }
  const values = there.subarray(0, count);
  const pieces = [levelsOf(isThere, count)];
  if (count > 0) pieces.push(deltaPacked(values));
  const encoding = count > 0 ? encodings.delta : encodings.plain;
  return columnOf([], pieces, isThere.length, count, encoding, rangeOf(values));
}

/** @param before The page of words, if there is one. @param pieces What the page of values is made of. */
function columnOf(
  before: readonly Page[],
  pieces: readonly Buffer[],
  rows: number,
  count: number,
  encoding: number,
  range: EncodedColumn["range"],
): EncodedColumn {
  const values = pageOf(Buffer.concat(pieces), (plain, packed) => dataHeader(plain, packed, rows, encoding));
  return {
    ...joined([...before, values]),
    encodings: [...new Set([encodings.plain, encodings.rle, encoding])],
    rows,
    nulls: rows - count,
    range,
  };
}

function rangeOf(numbers: Float64Array): readonly [number, number] | null {
  if (numbers.length === 0) return null;
  let [least, most] = [numbers[0]!, numbers[0]!];
  for (let place = 1; place < numbers.length; place++) {
    const number = numbers[place]!;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}

/** Which rows hold a value, with the length before it. @param count How many do. */
function levelsOf(isThere: Uint8Array, count: number): Buffer {
  const rows = isThere.length;
  const run = count === rows || count === 0 ? repeatedRun(Number(count > 0), rows) : packedRun(isThere, 1);
  const levels = new ByteSink(run.length + 4);
  levels.uint32(run.length);
  levels.all(run);
  return levels.bytes;
}

interface Page {
  readonly header: Buffer;
  readonly content: Buffer;
  readonly plainLength: number;
}

function pageOf(content: Uint8Array, headerOf: (plainLength: number, packedLength: number) => Buffer): Page {
  const packed = zstdCompressSync(content, {
    // All of it in one go.
    chunkSize: content.length + 1024,
    params: {[constants.ZSTD_c_compressionLevel]: 1},
  });
  const header = headerOf(content.length, packed.length);
  return {header, content: packed, plainLength: header.length + content.length};
}

function dictionaryHeader(plainLength: number, packedLength: number, words: number): Buffer {
  const header = struct({1: int(words), 2: int(encodings.plain)});
  return encode(struct({1: int(pages.dictionary), 2: int(plainLength), 3: int(packedLength), 7: header}));
}

function dataHeader(plainLength: number, packedLength: number, rows: number, encoding: number): Buffer {
  const header = struct({1: int(rows), 2: int(encoding), 3: int(encodings.rle), 4: int(encodings.rle)});
  return encode(struct({1: int(pages.data), 2: int(plainLength), 3: int(packedLength), 5: header}));
}

function joined(parts: readonly Page[]): Pick<EncodedColumn, "bytes" | "valuesAt" | "plainLength"> {
  const lengths = parts.map(({header, content}) => header.length + content.length);
  // Memory of its own, so that it can go from one thread to another.
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const piece of parts.flatMap(({header, content}) => [header, content])) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const valuesAt = bytes.length - lengths.at(-1)!;
  return {bytes, valuesAt, plainLength: parts.reduce((sum, part) => sum + part.plainLength, 0)};
}
