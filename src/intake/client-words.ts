const [tab, newline, carriageReturn, blank, comma] = [9, 10, 13, 32, 44];

/** A line whose client has not come after so many bytes is left out. */
const longestBeginning = 1 << 16;

/** How many words can be remembered, times two; a power of two. */
const slots = 1 << 18;

/** The line's words as {@link ClientWords} takes them. */
export function wordsOf(line: string): string[] {
  return line.split(" ").map((word) => word.split(/[,\t\r]/, 1)[0]!);
}

/**
 * Picks the clients out of lines while their bytes are read for another purpose, by their place in the line alone.
 *
 * Quick, and right for nearly every line. Some of what it gives is no client, and a client may be missing: one that only odd
 * lines have, or one whose 64 bits are those of another. Takes a few megabytes, however many clients there are: of very
 * many, some are given more than once.
 */
export class ClientWords {
  readonly #before: number;
  readonly #see: (word: string) => void;
  /** 64 bits of each word that was given, at the place that the first 32 of them lead to; nothing is 0, 0. */
  readonly #given = new Int32Array(2 * slots);
  #count = 0;
  /** The beginning of a line that goes on in the next piece. */
  #open: Buffer | null = null;

  /** @param before How many words stand before the client. */
  constructor(before: number, see: (word: string) => void) {
    this.#before = before;
    this.#see = see;
  }

  /** A line begins here. */
  begin(piece: Buffer, start: number): void {
    let at = start;
    for (let left = this.#before; left > 0 && at < piece.length; at++) {
      if (piece[at] === blank) left--;
      else if (piece[at] === newline) return;
    }
    const from = at;
    let one = 0;
    let two = 1;
    for (; at < piece.length; at++) {
      const byte = piece[at]!;
      if (byte <= comma && isSeparator(byte)) {
        if (at > from && this.#isNew(one, two)) this.#see(piece.toString("utf8", from, at));
        return;
      }
      one = (Math.imul(one, 31) + byte) | 0;
      two = Math.imul(two ^ byte, 0x01000193);
    }
    this.#open = piece.length - start > longestBeginning ? null : Buffer.from(piece.subarray(start));
  }

  /** The piece begins with more of the line that was last begun. */
  goOn(piece: Buffer): void {
    if (this.#open === null) return;
    const line = Buffer.concat([this.#open, piece.subarray(0, longestBeginning)]);
    this.#open = null;
    this.begin(line, 0);
  }

  #isNew(one: number, two: number): boolean {
    const given = this.#given;
    // Words that differ in their last sign only would lie side by side.
    let place = (Math.imul(one ^ (one >>> 15), 0x85ebca6b) >>> 13) & (slots - 1);
    for (; ; place = (place + 1) & (slots - 1)) {
      const [first, second] = [given[2 * place], given[2 * place + 1]];
      if (first === one && second === two) return false;
      if (first === 0 && second === 0) break;
    }
    if (++this.#count > slots / 2) {
      given.fill(0);
      this.#count = 1;
    }
    given[2 * place] = one;
    given[2 * place + 1] = two;
    return true;
  }
}

function isSeparator(byte: number): boolean {
  return byte === blank || byte === comma || byte === tab || byte === newline || byte === carriageReturn;
}
