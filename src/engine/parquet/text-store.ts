/** Keeps texts as Parquet writes them, numbered from 1, to copy those that a row group needs. */
export class TextStore {
  /** The texts one after the other, each with its length before it. */
  #bytes = Buffer.alloc(1 << 12);
  #used = 0;
  #count = 0;
  /** Where each ends. */
  #ends = new Uint32Array(1 << 8);

  /** How many texts there are. */
  get count(): number {
    return this.#count;
  }

  /** Keeps a text and says its number. */
  add(text: string): number {
    // No character takes more than three bytes a code unit.
    const most = this.#used + 4 + 3 * text.length;
    if (most > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * most);
    const length = this.#bytes.write(text, this.#used + 4);
    this.#used = this.#bytes.writeUInt32LE(length, this.#used) + length;
    const number = ++this.#count;
    if (number === this.#ends.length) {
      const larger = new Uint32Array(2 * number);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[number] = this.#used;
    return number;
  }

  /** The texts of these numbers, one after the other. */
  copy(numbers: Iterable<number>): Buffer {
    const texts = Array.from(numbers, (number) => this.#bytes.subarray(this.#ends[number - 1], this.#ends[number]));
    return Buffer.concat(texts);
  }
}
