/*
 * XXH32, the sum that LZ4 keeps of what it holds.
 *
 * Source: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */

const [prime1, prime2, prime3, prime4, prime5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
const stripe = 16;

/** The sum of bytes that come in pieces. */
export class Xxh32 {
  readonly #lanes = Int32Array.of(prime1 + prime2, prime2, 0, -prime1);
  readonly #open = new Uint8Array(stripe);
  #opened = 0;
  #length = 0;

  add(piece: Uint8Array): this {
    this.#length += piece.length;
    let from = 0;
    if (this.#opened > 0) {
      from = Math.min(stripe - this.#opened, piece.length);
      this.#open.set(piece.subarray(0, from), this.#opened);
      this.#opened += from;
      if (this.#opened < stripe) return this;
      this.#mix(this.#open, 0);
    }
    for (; from + stripe <= piece.length; from += stripe) this.#mix(piece, from);
    this.#open.set(piece.subarray(from));
    this.#opened = piece.length - from;
    return this;
  }

  /** Of all that was added, from 0 on. */
  sum(): number {
    const [one, two, three, four] = this.#lanes as unknown as [number, number, number, number];
    let sum =
      this.#length < stripe ? prime5 : (rotated(one, 1) + rotated(two, 7) + rotated(three, 12) + rotated(four, 18)) | 0;
    sum = (sum + this.#length) | 0;
    let at = 0;
    for (; at + 4 <= this.#opened; at += 4) {
      sum = Math.imul(rotated((sum + Math.imul(wordAt(this.#open, at), prime3)) | 0, 17), prime4);
    }
    for (; at < this.#opened; at++) {
      sum = Math.imul(rotated((sum + Math.imul(this.#open[at]!, prime5)) | 0, 11), prime1);
    }
    sum = Math.imul(sum ^ (sum >>> 15), prime2);
    sum = Math.imul(sum ^ (sum >>> 13), prime3);
    return (sum ^ (sum >>> 16)) >>> 0;
  }

  #mix(bytes: Uint8Array, at: number): void {
    const lanes = this.#lanes;
    for (let lane = 0; lane < 4; lane++) {
      const mixed = (lanes[lane]! + Math.imul(wordAt(bytes, at + 4 * lane), prime2)) | 0;
      lanes[lane] = Math.imul(rotated(mixed, 13), prime1);
    }
  }
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
