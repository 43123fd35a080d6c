import {type LaidField, type LineLayout, laidOut} from "../layouts/layout.ts";
import {Assembler} from "../line/assemble.ts";
import {isEscaped} from "../line/escaped.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import type {LineField, Writing} from "../line/writing.ts";

/** A part of a pattern: text that stands in every line, what stands between such texts, or blanks, however many. */
export type Token = string | FieldToken | typeof blanks;

/** What stands between two texts. */
export interface FieldToken {
  readonly field: LineField;
  /** What a format string calls it, where nothing is taken from it. */
  readonly as?: string;
  /** Is it a number, or several? Then nothing else stands there. */
  readonly isNumber?: boolean;
}

/** Any number of blanks. */
export const blanks = {blanks: true} as const;

/** More ways to take a line apart are not tried: a line that needs them was made to need them. */
const mostTries = 100;

/**
 * Reads lines that are texts between separators, as a server's format string describes them.
 *
 * A field goes up to the next separator; where what follows does not fit then, up to the one after it. A request goes up to the last one
 * that does, since what a stranger asked for may look like anything. A quote after a backslash ends nothing.
 */
export class PatternLines implements LineReader {
  readonly #tokens: readonly Token[];
  readonly #assembler: Assembler;
  readonly #writing: Writing;
  #tries = 0;
  /** How far the line fitted: how many tokens, up to where, and what should have stood there. */
  #fitted = 0;
  #farthest = 0;
  #expected = "";

  constructor(tokens: readonly Token[], writing: Writing = {}) {
    this.#tokens = tokens;
    this.#writing = writing;
    this.#assembler = new Assembler(writing);
  }

  read(text: string, into: LineFields): Reading {
    if (isIgnored(text)) return ignored;
    this.#tries = 0;
    this.#fitted = 0;
    this.#farthest = 0;
    this.#expected = "";
    const values = new Array<string>(this.#tokens.length);
    if (!this.#fit(text, 0, 0, values, into)) {
      return {reason: "no-match", column: this.#farthest + 1, expected: this.#expected};
    }
    return this.#assemble(values, into) ?? this.#assembler.end();
  }

  layoutOf(): LineLayout | null {
    const fields: LaidField[] = [];
    let before = "";
    for (const token of this.#tokens) {
      if (token === blanks) return null;
      if (typeof token === "string") before += token;
      else if ("field" in token) {
        const {field, isNumber} = token;
        fields.push({before, field, ...(isNumber ? {number: "several"} : {})});
        before = "";
      }
    }
    return laidOut({fields, after: before, writing: this.#writing});
  }

  /** Fits the tokens from one place on to the text from another on. */
  #fit(text: string, place: number, at: number, values: string[], into: LineFields): boolean {
    const token = this.#tokens[place];
    if (token === undefined) return text.slice(at).trim() === "";
    if (typeof token === "string") {
      if (text.startsWith(token, at)) return this.#fit(text, place + 1, at + token.length, values, into);
      return this.#miss(place, at, `"${token}"`);
    }
    if ("blanks" in token) {
      let end = at;
      while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
      return this.#fit(text, place + 1, end, values, into);
    }
    const next = this.#tokens[place + 1];
    if (next === undefined) {
      values[place] = text.slice(at).trimEnd();
      return this.#takes(token, values[place]!) || this.#miss(place, at, calledOf(token));
    }
    if (typeof next !== "string") throw new Error("two fields of a pattern stand side by side");
    const behind = this.#tokens[place + 2];
    const isLast =
      token.field === "request" && typeof behind === "object" && "field" in behind && behind.field === "status";
    for (let end = isLast ? text.lastIndexOf(next) : text.indexOf(next, at); end >= at; ) {
      const isInside = !this.#writing.hasBareQuotes && next.startsWith('"') && isEscaped(text, end, at);
      const value = text.slice(at, end);
      if (!isInside && this.#takes(token, value)) {
        values[place] = value;
        if (this.#fit(text, place + 2, end + next.length, values, into)) return true;
        if (++this.#tries > mostTries) return isLast && this.#fitFirst(text, {place, at, next}, values, into);
      } else if (!isInside) this.#miss(place, at, calledOf(token));
      const after = isLast ? (end === 0 ? -1 : text.lastIndexOf(next, end - 1)) : text.indexOf(next, end + 1);
      // A number or a time does not get right by getting longer.
      if (!isLast && isShort(token)) break;
      end = after;
    }
    return this.#miss(place, at, calledOf(token));
  }

  /** Of a line that has too many ways to be taken apart: does it fit where the request is as short as it can be? */
  #fitFirst(
    text: string,
    {place, at, next}: {readonly place: number; readonly at: number; readonly next: string},
    values: string[],
    into: LineFields,
  ): boolean {
    const end = text.indexOf(next, at);
    this.#tries = 0;
    values[place] = text.slice(at, end);
    return this.#fit(text, place + 2, end + next.length, values, into);
  }

  #miss(place: number, at: number, expected: string): false {
    if (place > this.#fitted || (place === this.#fitted && at >= this.#farthest)) {
      this.#fitted = place;
      this.#farthest = at;
      this.#expected = expected;
    }
    return false;
  }

  #takes({field, isNumber}: FieldToken, value: string): boolean {
    if (isNumber) return /^(?:[\d.,: ]+|-)?$/.test(value);
    if (field === "status") return /^(?:\d{3}|-|0|-1)$/.test(value);
    if (field === "port") return /^(?:\d{1,5}|-|)$/.test(value);
    if (field === "bytes") return /^(?:\+?\d+|-)?$/.test(value);
    if (field === "method") return !value.includes(" ");
    if (field === "host") return !/[ |]/.test(value);
    return true;
  }

  #assemble(values: readonly string[], into: LineFields): Reading {
    this.#assembler.begin(into);
    let column = 1;
    for (let place = 0; place < this.#tokens.length; place++) {
      const token = this.#tokens[place]!;
      if (typeof token !== "string" && "field" in token) {
        const value = values[place]!;
        if (!this.#assembler.put(token.field, value, column)) {
          return {reason: token.field === "time" ? "no-time" : "no-match", column, expected: nameOf(token.field)};
        }
        column += value.length;
      } else if (typeof token === "string") column += token.length;
    }
    return null;
  }
}

/** Fields that a separator within them would make another thing of. */
function isShort({field, isNumber}: FieldToken): boolean {
  return (
    isNumber === true ||
    field === "port" ||
    field === "status" ||
    field === "bytes" ||
    field === "date" ||
    field === "clock"
  );
}

function calledOf({field, as}: FieldToken): string {
  return as ?? nameOf(field);
}

/** How messages name a field. */
export function nameOf(field: LineField): string {
  const names: Partial<Record<LineField, string>> = {
    client: "the client's address",
    host: "the host",
    port: "the port",
    time: "the time",
    date: "the day",
    clock: "the time of day",
    request: "the request",
    method: "the method",
    target: "what was asked for",
    path: "the path",
    query: "the query",
    status: "the status",
    bytes: "the size",
    referrer: "the referrer",
    agent: "the agent",
    contentType: "the content type",
  };
  return names[field] ?? (field === "" ? "something that is passed over" : "a forwarded address");
}

/**
 * The tokens of a pattern as the files of formats write it: `{client} - {} [{time}] "{request}" {status} {bytes}`.
 *
 * @throws {Error} where two fields stand side by side: a bug, found by the tests.
 */
export function tokensOf(pattern: string): Token[] {
  const parts = pattern.split(/(\{[\w:-]*\})/).filter((part) => part !== "");
  return parts.map((part): Token => {
    if (part === "{blanks}") return blanks;
    return /^\{[\w:-]*\}$/.test(part) ? {field: part.slice(1, -1) as LineField} : part;
  });
}
