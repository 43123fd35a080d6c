import {Clock, clockLength} from "./clock.ts";
import type {LineTable} from "./line-table.ts";
import {endAt, WordBook} from "./word-book.ts";
import type {WordName} from "./word-names.ts";

/** How the plain lines of a format look. */
export interface LineShape {
  /** Does a virtual host with its port stand before the client? */
  readonly hasHost: boolean;
  /** Do referrer and agent stand behind the size? */
  readonly hasOrigin: boolean;
}

/** So many bytes have to stand after a chunk, written by {@link fence}. */
export const fenceLength = 64;

/** Ends the words that a cut line leaves open: whoever looks for a blank or a quote finds one here. */
export function fence(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at++) bytes[at] = at % 2 === 0 ? 0x20 : 0x22;
}

const blankOrLine = endAt(" ", "\n");
const blankOrQuery = endAt(" ", "?");
const quoteOrLine = endAt('"', "\n");
const colonOrBlank = endAt(":", " ");

const [newline, carriageReturn, blank, quote, hyphen, bracket] = [0x0a, 0x0d, 0x20, 0x22, 0x2d, 0x5b];

/** A size of more digits is left to the exact expression. */
const mostDigits = 15;

/**
 * Takes plain lines apart: byte by byte, once, in JavaScript.
 *
 * SQL needs three times as long, because it makes a text of every field of every line. Here a field is hashed and compared
 * where it stands, and becomes the number of a word; there are few different words. A line is plain when it leaves no
 * doubt; what is in any way odd is left to the format's exact expression. `paths-agree.test.ts` holds the two together.
 */
export class LineScanner {
  readonly books: Readonly<Record<WordName, WordBook>>;
  readonly #clients = new WordBook(",");
  readonly #hosts = new WordBook();
  readonly #methods = new WordBook();
  readonly #paths = new WordBook();
  readonly #referrers = new WordBook();
  readonly #agents = new WordBook();
  readonly #clock = new Clock();
  #at = 0;

  constructor() {
    this.books = {
      client: this.#clients,
      host: this.#hosts,
      method: this.#methods,
      path: this.#paths,
      referrer: this.#referrers,
      agent: this.#agents,
    };
  }

  /** Should everything be forgotten, so that memory stays bounded? */
  get isFull(): boolean {
    return Object.values(this.books).some((book) => book.isFull);
  }

  /**
   * Writes what the line that begins here says into a row of the table.
   *
   * @param view A chunk of whole lines, and a fence behind it.
   * @returns Where the next line begins; -1 where the line is not plain.
   */
  scan(view: DataView, start: number, shape: LineShape, table: LineTable, row: number): number {
    this.#at = start;
    if (shape.hasHost) {
      const host = this.#host(view);
      if (host < 0) return -1;
      table.host[row] = host;
    }
    const client = this.#clients.read(view, this.#at, blankOrLine);
    if (client < 0 || this.#clients.end === this.#at) return -1;
    if (shape.hasHost && view.getUint8(this.#at) === hyphen) return -1;
    this.#at = this.#clients.end;
    if (!this.#user(view, shape)) return -1;
    const seconds = this.#clock.read(view, this.#at);
    this.#at += clockLength;
    // `] "`
    if (!(seconds > 0) || (view.getInt32(this.#at, true) & 0xffffff) !== 0x22205d) return -1;
    this.#at += 3;
    const method = this.#methods.read(view, this.#at, blankOrLine);
    if (method < 0 || this.#methods.end === this.#at) return -1;
    this.#at = this.#methods.end + 1;
    const path = this.#paths.read(view, this.#at, blankOrQuery);
    if (path < 0 || this.#paths.end === this.#at) return -1;
    this.#at = this.#paths.end;
    if (!this.#protocol(view)) return -1;
    const status = this.#status(view);
    const bytes = this.#size(view);
    if (status < 0 || bytes < 0) return -1;
    if (shape.hasOrigin) {
      // ` "`
      if (view.getUint16(this.#at, true) !== 0x2220) return -1;
      const referrer = this.#referrers.read(view, this.#at + 2, quoteOrLine);
      this.#at = this.#referrers.end;
      // `" "`
      if (referrer < 0 || (view.getInt32(this.#at, true) & 0xffffff) !== 0x222022) return -1;
      const agent = this.#agents.read(view, this.#at + 3, quoteOrLine);
      this.#at = this.#agents.end;
      if (agent < 0 || view.getUint8(this.#at++) !== quote) return -1;
      // nginx's own example appends one more quoted part, the addresses that a proxy forwarded.
      if (view.getUint16(this.#at, true) === 0x2220 && !this.#lastPart(view)) return -1;
      table.referrer[row] = referrer;
      table.agent[row] = agent;
    }
    if (view.getUint8(this.#at) === carriageReturn) this.#at++;
    if (view.getUint8(this.#at) !== newline) return -1;
    table.client[row] = client;
    table.method[row] = method;
    table.path[row] = path;
    table.status[row] = status;
    table.seconds[row] = seconds;
    table.bytes[row] = bytes;
    return this.#at + 1;
  }

  /** `www.example.org:80 `: one colon, with a port behind it. */
  #host(view: DataView): number {
    const start = this.#at;
    const colon = this.#hosts.read(view, start, colonOrBlank);
    let at = this.#hosts.end + 1;
    if (colon < 0 || at - 1 === start) return -1;
    let digits = 0;
    while (isDigit(view.getUint8(at))) {
      at++;
      digits++;
    }
    if (digits < 1 || digits > 5 || view.getUint8(at) !== blank) return -1;
    const host = this.#hosts.read(view, start, blankOrLine);
    if (this.#hosts.end !== at) return -1;
    this.#at = at + 1;
    return host;
  }

  /** ` - frank [`, or with a virtual host two words; leaves `at` where the instant begins. */
  #user(view: DataView, {hasHost}: LineShape): boolean {
    // ` - - [`
    if (view.getInt32(this.#at, true) === 0x2d202d20 && view.getUint16(this.#at + 4, true) === 0x5b20) {
      this.#at += 6;
      return true;
    }
    if (view.getUint8(this.#at) !== blank) return false;
    let at = this.#at + 1;
    // The word behind the client stands there, and a blank after it.
    if (hasHost && view.getUint8(at) === blank) return false;
    for (let byte = view.getUint8(at); byte !== bracket; byte = view.getUint8(++at)) {
      if (byte < blank || byte > 0x7e || byte === quote || byte === 0x2c || byte === 0x5c) return false;
    }
    if (view.getUint8(at - 1) !== blank || (hasHost && at - 1 === this.#at)) return false;
    this.#at = at + 1;
    return true;
  }

  /** `?query HTTP/1.1" `, whatever the query is. */
  #protocol(view: DataView): boolean {
    let at = this.#at;
    while (isInWord(view.getUint8(at))) at++;
    // ` HTTP`
    if (view.getUint8(at) !== blank || view.getInt32(at + 1, true) !== 0x50545448) return false;
    at += 5;
    if (view.getUint8(at) !== 0x2f) return false;
    while (isInWord(view.getUint8(at))) at++;
    if (view.getUint8(at) !== quote) return false;
    this.#at = at + 1;
    return true;
  }

  /** ` 200` */
  #status(view: DataView): number {
    const four = view.getInt32(this.#at, true);
    this.#at += 4;
    const hundreds = (four >>> 8) & 255;
    const tens = (four >>> 16) & 255;
    const ones = four >>> 24;
    if ((four & 255) !== blank || !isDigit(hundreds) || !isDigit(tens) || !isDigit(ones)) return -1;
    return hundreds * 100 + tens * 10 + ones - 0x30 * 111;
  }

  /** ` 2326` or ` -` */
  #size(view: DataView): number {
    if (view.getUint8(this.#at) !== blank) return -1;
    let at = this.#at + 1;
    let bytes = 0;
    if (view.getUint8(at) === hyphen) {
      at++;
    } else {
      for (let byte = view.getUint8(at); isDigit(byte); byte = view.getUint8(++at)) bytes = bytes * 10 + byte - 0x30;
      const digits = at - this.#at - 1;
      if (digits < 1 || digits > mostDigits) return -1;
    }
    this.#at = at;
    return bytes;
  }

  /** ` "203.0.113.9"` */
  #lastPart(view: DataView): boolean {
    let at = this.#at + 2;
    for (let byte = view.getUint8(at); byte !== quote; byte = view.getUint8(++at)) {
      if (byte < blank || byte > 0x7e || byte === 0x5c) return false;
    }
    this.#at = at + 1;
    return true;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Printable, and no blank, quote or backslash. */
function isInWord(byte: number): boolean {
  return byte > blank && byte < 0x7f && byte !== quote && byte !== 0x5c;
}
