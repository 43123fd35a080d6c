import {Assembler, type Field, type Writing} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {nameOf} from "./pattern.ts";

/** What a line's values stand between. */
export type Separator = " " | "\t" | "|" | ",";

/** Lines of values between separators. */
export interface ColumnOptions extends Writing {
  readonly separator: Separator;
  /** May values stand in quotes, in which a separator is none, and a quote is written twice? */
  readonly isQuoted?: boolean;
  /** How a comment begins that names the columns anew, such as `#Fields:`; null where none does. */
  readonly header?: string;
  /** Which field does a column tell, by the name that the header gives it, in small letters? */
  readonly fieldByName?: Readonly<Record<string, Field>>;
  /** The columns where no header has named them. */
  readonly columns?: readonly Field[];
}

/** Values of a line beyond this many are passed over. */
const mostColumns = 200;

/** Reads lines whose values stand between separators: in an order that is known, or that a line of the file names. */
export class ColumnLines implements LineReader {
  readonly #options: ColumnOptions;
  readonly #assembler: Assembler;
  #columns: readonly Field[];

  constructor(options: ColumnOptions) {
    this.#options = options;
    this.#assembler = new Assembler(options);
    this.#columns = options.columns ?? [];
  }

  read(text: string, into: LineFields): Reading {
    if (text.trim() === "") return ignored;
    if (text.charCodeAt(0) === 35 || this.#isHeader(text)) {
      this.#readHeader(text);
      return ignored;
    }
    if (this.#columns.length === 0) return {reason: "no-match", column: 1, expected: "a line that names the columns"};
    const values = this.#valuesOf(text);
    this.#assembler.begin(into);
    let column = 1;
    const seen = new Set<Field>();
    for (const [place, field] of this.#columns.entries()) {
      const value = values[place];
      if (value === undefined) break;
      if (!this.#assembler.put(field, value, column)) return {reason: "no-match", column, expected: nameOf(field)};
      seen.add(field);
      column += value.length + 1;
    }
    const missing = needed.find(
      (fields) => fields.some((field) => this.#columns.includes(field)) && !fields.some((field) => seen.has(field)),
    );
    if (missing) return {reason: "no-match", column, expected: nameOf(missing[0]!)};
    return this.#assembler.end();
  }

  #isHeader(text: string): boolean {
    const {header} = this.#options;
    return header !== undefined && !header.startsWith("#") && text.toLowerCase().startsWith(header.toLowerCase());
  }

  #readHeader(text: string): void {
    const {header, fieldByName = {}} = this.#options;
    if (header === undefined || !text.toLowerCase().startsWith(header.toLowerCase())) return;
    const names = header.startsWith("#")
      ? text
          .slice(header.length)
          .trim()
          .split(/[ \t]+/)
      : this.#valuesOf(text);
    this.#columns = names.slice(0, mostColumns).map((name) => fieldOf(name.toLowerCase(), fieldByName));
  }

  #valuesOf(text: string): string[] {
    const {separator, isQuoted = false} = this.#options;
    if (!isQuoted) return text.split(separator, mostColumns);
    const values: string[] = [];
    for (let at = 0; at <= text.length && values.length < mostColumns; ) {
      if (text.charCodeAt(at) !== 34) {
        const end = text.indexOf(separator, at);
        values.push(text.slice(at, end === -1 ? undefined : end));
        if (end === -1) break;
        at = end + 1;
        continue;
      }
      const end = closingQuote(text, at + 1);
      values.push(text.slice(at + 1, end).replaceAll('""', '"'));
      const next = text.indexOf(separator, end + 1);
      if (next === -1) break;
      at = next + 1;
    }
    return values;
  }
}

/** Of each of these, one has to be in a line where the columns have it at all. */
const needed: readonly (readonly Field[])[] = [
  ["time", "clock"],
  ["request", "target", "path"],
  ["status"],
  ["client"],
];

function fieldOf(name: string, fields: Readonly<Record<string, Field>>): Field {
  return Object.hasOwn(fields, name) ? fields[name]! : "";
}

function closingQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 2)) {
    if (text.charCodeAt(end + 1) !== 34) return end;
  }
  return text.length;
}
