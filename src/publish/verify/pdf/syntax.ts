/** What stands in a PDF: names and texts are told apart from words; bytes of texts are Latin-1. */
export type PdfValue = number | boolean | null | PdfName | PdfText | PdfRef | readonly PdfValue[] | PdfDictionary;
/** `/Type`, without its stroke. */
export interface PdfName {
  readonly name: string;
}
/** A text, however it is written. */
export interface PdfText {
  readonly text: string;
}
/** An object that stands elsewhere in the file, by its number. */
export interface PdfRef {
  readonly ref: number;
}
/** What stands between `<<` and `>>`. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A sign or word that stands between values: `[`, `<<`, `obj`, `Tj`. */
export interface PdfWord {
  readonly word: string;
}
/** What is read at once. */
export type PdfToken = number | PdfName | PdfText | PdfWord;

/** Is it a name, whatever it says? */
export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === "object" && value !== null && "name" in value;
}

/** Is it a text? Of a name that is no claim. */
export function isText(value: PdfValue | PdfToken | undefined): value is PdfText {
  return typeof value === "object" && value !== null && "text" in value;
}

/** Does it stand elsewhere in the file? */
export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === "object" && value !== null && "ref" in value;
}

/** Is it a dictionary itself, and not where one stands? */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

/** Which sign or word is it? Null of a value, and at the end. */
export function wordOf(token: PdfToken | null): string | null {
  return typeof token === "object" && token !== null && "word" in token ? token.word : null;
}

/** Brackets in brackets, as no PDF of Broadsheet has them. */
const deepest = 30;

/** What of a PDF is written as no PDF is, or as none of Broadsheet is. */
export class PdfFault extends Error {
  override readonly name = "PdfFault";
}

const isWhite = (code: number | undefined): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
const delimiters = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));
const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const escapes: Readonly<Record<string, string>> = {n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": ""};

/** Reads signs and words one after the other, each byte once. */
export class PdfReader {
  /** Where the next one is looked for. */
  at: number;
  readonly #bytes: Buffer;
  readonly #end: number;

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = at;
    this.#end = Math.min(end, bytes.length);
  }

  /** The next; null at the end. */
  next(): PdfToken | null {
    this.skipWhite();
    if (this.at >= this.#end) return null;
    const start = this.at;
    const sign = String.fromCharCode(this.#bytes[this.at]!);
    if (sign === "(") return this.literal();
    if (sign === "/") {
      this.at++;
      return {
        name: this.run().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
      };
    }
    if ((sign === "<" || sign === ">") && this.#bytes[this.at + 1] === this.#bytes[this.at]) {
      this.at += 2;
      return {word: sign + sign};
    }
    if (sign === "<") return this.hexadecimal();
    if (delimiters.has(this.#bytes[this.at]!)) {
      this.at++;
      return {word: sign};
    }
    const word = this.run();
    if (word === "") throw new PdfFault(`has a byte that stands nowhere, at ${start}`);
    return numeral.test(word) ? Number(word) : {word};
  }

  /** The next value with all that is in it. @throws {PdfFault} */
  value(depth = 0, token = this.next()): PdfValue {
    if (depth > deepest) throw new PdfFault("has more brackets in brackets than any of Broadsheet's");
    if (token === null) throw new PdfFault("breaks off");
    if (typeof token === "number") return this.refOr(token);
    if (!("word" in token)) return token;
    if (token.word === "[") return this.until("]", depth);
    if (token.word === "<<") return dictionaryOf(this.until(">>", depth));
    if (token.word === "true" || token.word === "false") return token.word === "true";
    if (token.word === "null") return null;
    throw new PdfFault(`has ${token.word.slice(0, 20)} where a value has to be`);
  }

  /** Is the rest white? */
  isAtEnd(): boolean {
    this.skipWhite();
    return this.at >= this.#end;
  }

  private until(closing: string, depth: number): PdfValue[] {
    const all: PdfValue[] = [];
    for (;;) {
      const token = this.next();
      if (wordOf(token) === closing) return all;
      all.push(this.value(depth + 1, token));
    }
  }

  /** A number alone, or the first of `12 0 R`. */
  private refOr(number: number): PdfValue {
    const back = this.at;
    if (Number.isInteger(number) && number >= 0 && this.next() === 0 && wordOf(this.next()) === "R")
      return {ref: number};
    this.at = back;
    return number;
  }

  private skipWhite(): void {
    while (this.at < this.#end) {
      if (this.#bytes[this.at] === 37) {
        while (this.at < this.#end && this.#bytes[this.at] !== 10 && this.#bytes[this.at] !== 13) this.at++;
      } else if (isWhite(this.#bytes[this.at])) this.at++;
      else return;
    }
  }

  private run(): string {
    const start = this.at;
    while (this.at < this.#end && !isWhite(this.#bytes[this.at]) && !delimiters.has(this.#bytes[this.at]!)) this.at++;
    return this.#bytes.toString("latin1", start, this.at);
  }

  private hexadecimal(): PdfText {
    const close = this.#bytes.indexOf(62, this.at);
    if (close < 0 || close >= this.#end) throw new PdfFault("breaks off in a text");
    const digits = this.#bytes.toString("latin1", this.at + 1, close).replace(/\s+/g, "");
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new PdfFault("has a text that is not written in hexadecimal digits");
    this.at = close + 1;
    return {text: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1")};
  }

  private literal(): PdfText {
    const start = this.at + 1;
    let depth = 0;
    for (; this.at < this.#end; this.at++) {
      const code = this.#bytes[this.at];
      if (code === 92) this.at++;
      else if (code === 40) depth++;
      else if (code === 41 && --depth === 0) {
        const written = this.#bytes.toString("latin1", start, this.at++);
        if (!written.includes("\\")) return {text: written};
        const text = written.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_all, code: string) => {
          if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
          return code === "\r\n" ? "" : (escapes[code] ?? code);
        });
        return {text};
      }
    }
    throw new PdfFault("breaks off in a text");
  }
}

/** A key that stands there twice is read by one program so and by another otherwise. */
function dictionaryOf(all: readonly PdfValue[]): PdfDictionary {
  const made = new Map<string, PdfValue>();
  for (let place = 0; place < all.length; place += 2) {
    const [key, value] = [all[place], all[place + 1]];
    if (!isName(key) || value === undefined) throw new PdfFault("has an entry without a name or a value");
    if (made.has(key.name)) throw new PdfFault(`says twice what /${key.name.slice(0, 40)} is`);
    made.set(key.name, value);
  }
  return made;
}
