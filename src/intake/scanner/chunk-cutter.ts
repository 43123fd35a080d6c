import {longestLine} from "../line/clean.ts";

/** So much of a log is read at once, but for the rest of a line. */
const chunkLength = 1 << 23;

/** How much memory a chunk may need: an open line may be as long as a line can be, and a piece comes on top of it. */
const chunkCapacity = chunkLength + 3 * longestLine;

/** How much one has at first. Most logs that are read again are small, and memory that is made for each keeps the collector busy. */
export const firstCapacity = 1 << 18;

const newline = 0x0a;

/** Puts pieces of a log together to chunks of whole lines. A line that is too long to be a request is cut short. */
export class ChunkCutter {
  #chunk: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Where the line begins that has no end so far. */
  #open = 0;

  /** @param chunk Memory that is written over; it gets more where it is too little. */
  constructor(chunk: Uint8Array<ArrayBuffer>) {
    this.#chunk = chunk;
  }

  /** Is it time to {@link cut}? */
  get isFull(): boolean {
    return this.#open >= chunkLength;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** @param piece At most as long as a line can be. */
  add(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#chunk.set(piece, this.#length);
    const end = piece.lastIndexOf(newline);
    if (end !== -1) this.#open = this.#length + end + 1;
    this.#length += piece.length;
    if (this.#length - this.#open > longestLine) this.#shorten();
  }

  /** The whole lines so far; what is left of an open line is copied for the next chunk. */
  cut(): {chunk: Uint8Array<ArrayBuffer>; length: number; rest: Uint8Array} {
    return {chunk: this.#chunk, length: this.#open, rest: this.#chunk.slice(this.#open, this.#length)};
  }

  /** All lines, the last one ended if the log did not end it. */
  end(): {chunk: Uint8Array<ArrayBuffer>; length: number} {
    if (this.#length > this.#open) this.#chunk[this.#length++] = newline;
    return {chunk: this.#chunk, length: this.#length};
  }

  /** Has room for more bytes, and for a newline behind them. */
  #reserve(bytes: number): void {
    const wanted = this.#length + bytes + 1;
    if (wanted <= this.#chunk.length) return;
    const larger = new Uint8Array(Math.min(chunkCapacity, Math.max(2 * this.#chunk.length, wanted)));
    larger.set(this.#chunk.subarray(0, this.#length));
    this.#chunk = larger;
  }

  /** A crash may leave megabytes of NUL before a line: one stands for them all. Of a line too long enough stays to tell. */
  #shorten(): void {
    const chunk = this.#chunk;
    let at = this.#open;
    while (at < this.#length && chunk[at] === 0) at++;
    if (at > this.#open + 1) {
      chunk.copyWithin(this.#open, at - 1, this.#length);
      this.#length -= at - 1 - this.#open;
    }
    this.#length = Math.min(this.#length, this.#open + longestLine + 1);
  }
}
