import {randomInt} from "node:crypto";

/** Four bytes of a kind, to be set against four bytes at once. */
function fourOf(byte: string): number {
  return Math.imul(byte.charCodeAt(0), 0x01010101);
}

/** What may end a word: one of two bytes. */
export interface WordEnd {
  readonly one: number;
  readonly two: number;
}

/** The two bytes, told by the characters. */
export function endAt(one: string, two: string): WordEnd {
  return {one: fourOf(one), two: fourOf(two)};
}

/** A longer word is none that lines have in common. */
const longestWord = 1 << 14;

/** More words, or longer ones together, are not remembered: what they were is forgotten, and numbers begin anew. */
const [mostWords, mostQuarters] = [1 << 18, 1 << 22];

// No crafted log can make the words collide that does not know it.
const factor = (randomInt(1 << 28) << 2) | (1 << 28) | 1;

/**
 * Numbers the different words at some place of the lines, from 1.
 *
 * Reads four bytes at once: to find where the word ends, to hash it, and to hold it against the words that it knows, byte for
 * byte. A word is plain when it is printable ASCII without quotes and backslashes; that is looked at only once a word.
 */
export class WordBook {
  /** Where the word that was read last ends. */
  end = 0;
  /** How many words are known. */
  count = 0;
  readonly #forbidden: ReadonlySet<number>;
  /** At the place that a word's hash leads to, the hash and where the word is kept, but for 0. */
  #slots = new Int32Array(1 << 11);
  #bits = 10;
  /** Of each word its number, its length, and itself, filled up to whole quarters. */
  #quarters = new Int32Array(1 << 12);
  #used = 1;
  /** Where each word is kept. */
  #starts = new Int32Array(1 << 10);

  /** @param forbidden What else a plain word may not hold. */
  constructor(forbidden = "") {
    this.#forbidden = new Set([...`"\\${forbidden}`].map((character) => character.charCodeAt(0)));
  }

  /** Have so many words been seen that they should be forgotten? */
  get isFull(): boolean {
    return this.count > mostWords || this.#used > mostQuarters;
  }

  /**
   * Which number has the word that begins here? Sets `end`.
   *
   * One of the ends has to come: after the last line stands a field of them.
   *
   * @returns -1 where the word is not plain.
   */
  read(view: DataView, from: number, {one, two}: WordEnd): number {
    let at = from;
    let hash = 0;
    let quarter: number;
    let found: number;
    for (;;) {
      quarter = view.getInt32(at, true);
      const first = quarter ^ one;
      const second = quarter ^ two;
      // Not 0 where one of the four bytes is: the lowest bit of it tells the first.
      found = ((first - 0x01010101) & ~first & 0x80808080) | ((second - 0x01010101) & ~second & 0x80808080);
      if (found !== 0) break;
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ quarter, factor);
      at += 4;
    }
    const rest = (31 - Math.clz32(found & -found)) >> 3;
    const last = quarter & ((1 << (8 * rest)) - 1);
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ last, factor);
    this.end = at + rest;
    return this.#find(view, from, at, last, hash);
  }

  /** The word of a number. */
  word(number: number): string {
    const start = this.#starts[number]!;
    return Buffer.from(this.#quarters.buffer, 4 * (start + 2), this.#quarters[start + 1]).toString("latin1");
  }

  #find(view: DataView, from: number, lastAt: number, last: number, hash: number): number {
    const slots = this.#slots;
    const quarters = this.#quarters;
    const length = this.end - from;
    const mask = (1 << this.#bits) - 1;
    let slot = hash >>> (32 - this.#bits);
    for (; ; slot = (slot + 1) & mask) {
      const start = slots[2 * slot + 1]!;
      if (start === 0) break;
      if (slots[2 * slot] !== hash || quarters[start + 1] !== length) continue;
      let place = start + 2;
      let at = from;
      while (at < lastAt && view.getInt32(at, true) === quarters[place]) {
        at += 4;
        place++;
      }
      if (at === lastAt && (at === this.end || last === quarters[place])) return quarters[start]!;
    }
    return this.#isPlain(view, from) ? this.#add(view, from, lastAt, last, hash, slot) : -1;
  }

  #isPlain(view: DataView, from: number): boolean {
    if (this.end - from > longestWord) return false;
    for (let at = from; at < this.end; at++) {
      const byte = view.getUint8(at);
      if (byte < 0x20 || byte > 0x7e || this.#forbidden.has(byte)) return false;
    }
    return true;
  }

  #add(view: DataView, from: number, lastAt: number, last: number, hash: number, slot: number): number {
    const start = this.#used;
    const size = 2 + ((this.end - from + 3) >> 2);
    if (++this.count === this.#starts.length) this.#starts = grown(this.#starts);
    while (start + size > this.#quarters.length) this.#quarters = grown(this.#quarters);
    this.#starts[this.count] = start;
    this.#quarters[this.#used++] = this.count;
    this.#quarters[this.#used++] = this.end - from;
    for (let at = from; at < lastAt; at += 4) this.#quarters[this.#used++] = view.getInt32(at, true);
    if (lastAt < this.end) this.#quarters[this.#used++] = last;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = start;
    if (2 * this.count > 1 << this.#bits) this.#spread();
    return this.count;
  }

  /** Gives the words twice the room. */
  #spread(): void {
    const old = this.#slots;
    const mask = (2 << this.#bits) - 1;
    this.#bits++;
    this.#slots = new Int32Array(2 << this.#bits);
    for (let place = 0; place < old.length; place += 2) {
      const hash = old[place]!;
      if (old[place + 1] === 0) continue;
      let slot = hash >>> (32 - this.#bits);
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      this.#slots[2 * slot] = hash;
      this.#slots[2 * slot + 1] = old[place + 1]!;
    }
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
