import {closeSync, openSync, writeSync} from "node:fs";
import type {EncodedColumn, ParquetType} from "./column.ts";
import {binary, encode, int, list, long, struct, type Thrift} from "./thrift.ts";

/** The columns of a file, in their order. */
export type ParquetColumns = Readonly<Record<string, ParquetType>>;

const mark = Buffer.from("PAR1");
const codecs = {none: 0, zstd: 6} as const;
const optional = 1;

/** How each type is stored: physical type, and converted type where it is not what the physical one says. */
const storage: Readonly<Record<ParquetType, {physical: number; converted: number | null}>> = {
  bigint: {physical: 2, converted: null},
  integer: {physical: 1, converted: null},
  ubigint: {physical: 2, converted: 14},
  usmallint: {physical: 1, converted: 12},
  text: {physical: 6, converted: 0},
};

/**
 * Writes a Parquet file whose columns were encoded elsewhere, one row group after the other.
 *
 * Knows what facts need and nothing more: flat columns that may be null, one page each.
 */
export class ParquetFile {
  readonly #file: number;
  readonly #columns: readonly (readonly [string, ParquetType])[];
  readonly #groups: Thrift[] = [];
  #isOpen = true;
  #length = 0;
  #rows = 0;

  /** @param path Of a file that is not there yet. */
  constructor(path: string, columns: ParquetColumns) {
    this.#columns = Object.entries(columns);
    this.#file = openSync(path, "wx", 0o600);
    this.#write(mark);
  }

  /** @param encoded One for each column, in their order. */
  add(encoded: readonly EncodedColumn[]): void {
    const rows = encoded[0]?.rows ?? 0;
    const start = this.#length;
    const chunks = encoded.map((column, place) => {
      const chunk = chunkOf(column, this.#columns[place]!, this.#length);
      this.#write(column.bytes);
      return chunk;
    });
    const plainLength = encoded.reduce((sum, column) => sum + column.plainLength, 0);
    this.#groups.push(
      struct({1: list(chunks), 2: long(plainLength), 3: long(rows), 5: long(start), 6: long(this.#length - start)}),
    );
    this.#rows += rows;
  }

  /** Completes the file. */
  close(): void {
    const footer = encode(
      struct({
        1: int(1),
        2: list([struct({4: binary("facts"), 5: int(this.#columns.length)}), ...this.#columns.map(elementOf)]),
        3: long(this.#rows),
        4: list(this.#groups),
        6: binary("Broadsheet"),
      }),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    try {
      this.#write(Buffer.concat([footer, length, mark]));
    } finally {
      this.abandon();
    }
  }

  /** Leaves the file as it is, whole or not. */
  abandon(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#file);
  }

  #write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from);
    this.#length += bytes.length;
  }
}

function elementOf([name, type]: readonly [string, ParquetType]): Thrift {
  const {physical, converted} = storage[type];
  return struct({1: int(physical), 3: int(optional), 4: binary(name), 6: converted === null ? null : int(converted)});
}

function chunkOf(column: EncodedColumn, [name, type]: readonly [string, ParquetType], start: number): Thrift {
  const {bytes, encodings, rows, nulls, plainLength, range, isCompressed} = column;
  const bound = (end: 0 | 1): Thrift | null => range && binary(plainNumber(range[end], type));
  const meta = struct({
    1: int(storage[type].physical),
    2: list(encodings.map(int)),
    3: list([binary(name)]),
    4: int(isCompressed ? codecs.zstd : codecs.none),
    5: long(rows),
    6: long(plainLength),
    7: long(bytes.length),
    9: long(start),
    12: struct({3: long(nulls), 5: bound(1), 6: bound(0)}),
  });
  return struct({2: long(start), 3: meta});
}

function plainNumber(value: number, type: ParquetType): Buffer {
  const bytes = Buffer.alloc(storage[type].physical === 1 ? 4 : 8);
  if (bytes.length === 4) bytes.writeUInt32LE(value);
  else bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
