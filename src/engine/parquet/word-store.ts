import type {ColumnType} from "./column.ts";

/** A value that a column may hold. */
export type Word = string | bigint | number;

/** Keeps values as Parquet writes them, numbered from 1, to copy those that a row group needs. */
export class WordStore {
  readonly #type: ColumnType;
  /** The values one after the other, each filled up to whole quarters. */
  #quarters = new Int32Array(1 << 10);
  #used = 0;
  #count = 0;
  #starts = new Int32Array(1 << 8);
  #lengths = new Int32Array(1 << 8);

  constructor(type: ColumnType) {
    this.#type = type;
  }

  /** How many values there are. */
  get count(): number {
    return this.#count;
  }

  /** Keeps a value and says its number. */
  add(word: Word): number {
    const bytes = this.#plain(word);
    const number = ++this.#count;
    if (number === this.#starts.length) {
      this.#starts = grown(this.#starts, 2 * number);
      this.#lengths = grown(this.#lengths, 2 * number);
    }
    const size = (bytes.length + 3) >> 2;
    if (this.#used + size > this.#quarters.length) this.#quarters = grown(this.#quarters, 2 * (this.#used + size));
    new Uint8Array(this.#quarters.buffer).set(bytes, 4 * this.#used);
    this.#starts[number] = this.#used;
    this.#lengths[number] = bytes.length;
    this.#used += size;
    return number;
  }

  /** The values of these numbers, one after the other. */
  copy(numbers: Int32Array): Uint8Array {
    let length = 0;
    for (let place = 0; place < numbers.length; place++) length += this.#lengths[numbers[place]!]!;
    const bytes = new Uint8Array(length + 4);
    const view = new DataView(bytes.buffer);
    const quarters = this.#quarters;
    let at = 0;
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place]!;
      const end = at + this.#lengths[number]!;
      // What is too much of the last quarter is written over by the next value.
      for (let quarter = this.#starts[number]!; at < end; at += 4) view.setInt32(at, quarters[quarter++]!, true);
      at = end;
    }
    return bytes.subarray(0, length);
  }

  #plain(word: Word): Buffer {
    if (this.#type === "text") {
      const text = Buffer.from(String(word));
      const bytes = Buffer.allocUnsafe(4 + text.length);
      bytes.writeUInt32LE(text.length);
      bytes.set(text, 4);
      return bytes;
    }
    const bytes = Buffer.alloc(this.#type === "usmallint" ? 4 : 8);
    if (this.#type === "usmallint") bytes.writeUInt32LE(Number(word));
    else bytes.writeBigUInt64LE(BigInt(word));
    return bytes;
  }
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
