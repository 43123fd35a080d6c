const [newline, carriageReturn] = [0x0a, 0x0d];

/** So much is looked at to tell how a text is written. */
const lookedAt = 512;

/** How the characters of a text are written. */
export type UnicodeEncoding = "utf-8" | "utf-16le" | "utf-16be";

/**
 * The bytes of a text as the same text has them on any machine: UTF-8, without a mark before it, lines ended by a newline alone.
 *
 * So a log is the same log however it was saved. Bytes that are not UTF-8 stay as they are.
 */
export async function* asPlainText(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  let plain: PlainText | null = null;
  for await (const piece of pieces) {
    if (plain !== null) {
      yield plain.take(piece);
      continue;
    }
    start = start.length === 0 ? piece : Buffer.concat([start, piece]);
    if (start.length >= lookedAt) {
      plain = new PlainText(start);
      yield plain.take(withoutMark(start));
    } else start = Buffer.from(start);
  }
  if (plain === null) {
    plain = new PlainText(start);
    yield plain.take(withoutMark(start));
  }
  yield plain.end();
}

/** Makes plain what comes in pieces, in the way in which its beginning is written. */
class PlainText {
  readonly #decoder: TextDecoder | null;
  readonly #ends: LineEnds;

  constructor(beginning: Buffer) {
    const encoding = encodingOf(beginning);
    this.#decoder = encoding === "utf-8" ? null : new TextDecoder(encoding);
    this.#ends = new LineEnds(endsWithReturns(beginning));
  }

  take(piece: Buffer): Buffer {
    return this.#ends.take(this.#decoder ? Buffer.from(this.#decoder.decode(piece, {stream: true})) : piece);
  }

  /** What is left when all pieces were taken. */
  end(): Buffer {
    const cut = Buffer.from(this.#decoder?.decode() ?? "");
    return Buffer.concat([this.#ends.take(cut), this.#ends.end()]);
  }
}

/** A text's beginning without the mark of UTF-8; that of UTF-16 is taken off where it is decoded. */
function withoutMark(text: Buffer): Buffer {
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
}

/**
 * How is a text written that begins so?
 *
 * UTF-16 is told by its mark; without one by every other byte being 0, as they are where letters are English and figures Arabic.
 */
export function encodingOf(text: Buffer): UnicodeEncoding {
  if (text[0] === 0xff && text[1] === 0xfe) return "utf-16le";
  if (text[0] === 0xfe && text[1] === 0xff) return "utf-16be";
  const pairs = Math.min(text.length, lookedAt) >>> 1;
  let [low, high] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const [first, second] = [text[2 * pair]!, text[2 * pair + 1]!];
    if (first !== 0 && second === 0) low++;
    if (first === 0 && second !== 0) high++;
  }
  if (pairs >= 4 && low > 0.9 * pairs) return "utf-16le";
  return pairs >= 4 && high > 0.9 * pairs ? "utf-16be" : "utf-8";
}

/** Do carriage returns alone end the lines of a text that begins so, as on an old Mac? All of it would be one line. */
function endsWithReturns(text: Buffer): boolean {
  const start = text.toString("latin1", 0, lookedAt);
  return !start.includes("\n") && /\r[^\r]/.test(start);
}

/** Takes the carriage returns before newlines out of a text that comes in pieces; where they end lines alone, newlines take their place. */
class LineEnds {
  readonly #areReturns: boolean;
  /** Did the piece before end with one? */
  #isHeld = false;

  constructor(areReturns: boolean) {
    this.#areReturns = areReturns;
  }

  take(piece: Buffer): Buffer {
    if (this.#areReturns) return Buffer.from(piece.map((byte) => (byte === carriageReturn ? newline : byte)));
    if (piece.length === 0 || (!this.#isHeld && !piece.includes(carriageReturn))) return piece;
    const text = Buffer.allocUnsafe(piece.length + 1);
    let [from, to] = [0, 0];
    if (this.#isHeld && piece[0] !== newline) text[to++] = carriageReturn;
    this.#isHeld = false;
    for (let at = piece.indexOf(carriageReturn); at !== -1; at = piece.indexOf(carriageReturn, at + 1)) {
      if (at + 1 === piece.length) this.#isHeld = true;
      else if (piece[at + 1] !== newline) continue;
      to += piece.copy(text, to, from, at);
      from = at + 1;
    }
    to += piece.copy(text, to, from);
    return text.subarray(0, to);
  }

  end(): Buffer {
    return Buffer.from(this.#isHeld ? [carriageReturn] : []);
  }
}
