import {type LineLayout, laidOut} from "../layouts/layout.ts";
import {Assembler} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading, type Refusal} from "../line/fields.ts";
import type {LineField, Writing} from "../line/writing.ts";
import {nameOf} from "./pattern.ts";

/** What a line's values stand between; `blank` is a tab where the line has one, else a space. */
export type FieldSeparator = " " | "\t" | "|" | "," | "blank";

/** Lines of values between separators. */
export interface ColumnOptions extends Writing {
  readonly separator: FieldSeparator;
  /**
   * Where may values stand in quotes, in which a separator is none, and a quote is written twice? Nowhere where nothing is said;
   * `where-needed` is: in lines that have too many values without.
   */
  readonly quotes?: "anywhere" | "where-needed";
  /** How a comment begins that names the columns anew, such as `#Fields:`; null where none does. */
  readonly header?: string;
  /** Which field does a column tell, by the name that the header gives it, in small letters? */
  readonly fieldByName?: Readonly<Record<string, LineField>>;
  /** Names that tell nothing where another column tells the same better: `cs(host)` beside `x-host-header`. */
  readonly betterNames?: Readonly<Record<string, string>>;
  /** The columns where no header has named them. */
  readonly columns?: readonly LineField[];
  /** May a line without a header have more values than columns are known? Its writer says that it may add some. */
  readonly mayGrow?: boolean;
}

/** Values of a line beyond this many are passed over. */
const mostColumns = 200;

/** Columns that tell something, and how many values a line has to have. */
interface Columns {
  readonly told: readonly {readonly place: number; readonly field: LineField}[];
  readonly least: number;
  readonly count: number;
  /** Is a line with more values another thing? */
  readonly isExact: boolean;
}

/** Reads lines whose values stand between separators: in an order that is known, or that a line of the file names. */
export class ColumnLines implements LineReader {
  readonly #options: ColumnOptions;
  readonly #assembler: Assembler;
  #columns: Columns | null;
  /** The comment that named them. */
  #header: string | null = null;
  /** The day of the lines that tell only the time of day: as `#Date:` said it, and how far the clock has gone since. */
  #day: {readonly date: string; clock: string} | null = null;

  constructor(options: ColumnOptions) {
    this.#options = options;
    this.#assembler = new Assembler(options);
    const {columns, mayGrow = false} = options;
    this.#columns = columns ? layOut(columns, !mayGrow) : null;
  }

  read(text: string, into: LineFields): Reading {
    if (text.trim() === "") return ignored;
    if (text.charCodeAt(0) === 35 || this.#namesColumns(text)) {
      this.#readHeader(text);
      return ignored;
    }
    const columns = this.#columns;
    if (columns === null) return {reason: "no-match", column: 1, expected: "a line that names the columns"};
    const values = this.#valuesOf(text, columns);
    if (values === null) return this.#tooMany(text, columns);
    this.#assembler.begin(into);
    for (const {place, field} of columns.told) {
      const value = values[place];
      if (value === undefined) break;
      if (!this.#assembler.put(field, value, 1)) return this.#refusalAt(text, place, field);
    }
    if (values.length < columns.least) {
      const missing = columns.told.find(({place}) => place >= values.length - 1);
      return {reason: "no-match", column: text.length + 1, expected: missing ? nameOf(missing.field) : "another value"};
    }
    if (this.#day !== null && !this.#putDay(columns, values)) return {reason: "bad-time", column: 1};
    const reading = this.#assembler.end();
    if (reading !== null && reading !== ignored && reading.reason.endsWith("-time")) {
      const place = columns.told.find(({field}) => ["time", "date", "clock"].includes(field))?.place ?? 0;
      return {...reading, column: this.#columnOf(text, place)};
    }
    return reading;
  }

  layoutOf(text: string): LineLayout | null {
    const {quotes, header = "#", separator} = this.#options;
    const columns = this.#columns;
    if (columns === null || quotes === "anywhere" || !header.startsWith("#")) return null;
    const between = separatorIn(text, separator);
    const count = text.split(between, mostColumns + 1).length;
    if (count > mostColumns || (columns.isExact && count !== columns.count)) return null;
    const fields = Array.from({length: count}, (_, place) => {
      const field = columns.told.find((told) => told.place === place)?.field ?? "";
      return {before: place === 0 ? "" : between, field};
    });
    return laidOut({fields, writing: this.#options, header: this.#header, separator: between});
  }

  #namesColumns(text: string): boolean {
    const {header} = this.#options;
    return header !== undefined && text.slice(0, header.length).toLowerCase() === header.toLowerCase();
  }

  #readHeader(text: string): void {
    const {header, fieldByName = {}, betterNames = {}} = this.#options;
    if (header === undefined) return;
    const day = header.startsWith("#") ? /^#Date: *(\d{4}-\d\d-\d\d)\b/i.exec(text.slice(0, 100))?.[1] : undefined;
    if (day !== undefined) this.#day = {date: day, clock: ""};
    if (!this.#namesColumns(text)) return;
    const written = header.startsWith("#")
      ? text
          .slice(header.length)
          .trim()
          .split(/[ \t]+/)
      : splitQuoted(text, ",");
    const names = written.slice(0, mostColumns).map((name) => name.toLowerCase());
    const fields = names.map((name): LineField => {
      const better = Object.hasOwn(betterNames, name) ? betterNames[name]! : null;
      if (better !== null && names.includes(better)) return "";
      return Object.hasOwn(fieldByName, name) ? fieldByName[name]! : "";
    });
    this.#header = text;
    // Columns that tell no request are those of another log.
    this.#columns = isRequest(fields) ? layOut(fields, true) : null;
  }

  /** Null where there are more of them than columns. */
  #valuesOf(text: string, {count, isExact}: Columns): readonly string[] | null {
    const {quotes} = this.#options;
    const separator = separatorIn(text, this.#options.separator);
    if (quotes !== "anywhere") {
      const values = text.split(separator, mostColumns);
      if (!isExact || isWithin(values, count)) return values;
      if (quotes === undefined) return null;
    }
    const values = splitQuoted(text, separator);
    return !isExact || isWithin(values, count) ? values : null;
  }

  #tooMany(text: string, {count}: Columns): Refusal {
    return {reason: "no-match", column: this.#columnOf(text, count), expected: `no more than ${count} values`};
  }

  #refusalAt(text: string, place: number, field: LineField): Refusal {
    const reason = field === "time" ? "no-time" : "no-match";
    return {reason, column: this.#columnOf(text, place), expected: nameOf(field)};
  }

  /** Where in the text the value of this place begins, from 1. */
  #columnOf(text: string, place: number): number {
    const before = text.split(separatorIn(text, this.#options.separator), place);
    return before.reduce((sum, value) => sum + value.length + 1, 1);
  }

  /** Of lines that tell only the time of day: it begins anew at midnight, and the day goes on. */
  #putDay({told}: Columns, values: readonly string[]): boolean {
    const clockAt = told.find(({field}) => field === "clock")?.place;
    if (clockAt === undefined || told.some(({field}) => field === "date" || field === "time")) return true;
    const clock = values[clockAt] ?? "";
    const day = this.#day!;
    // Lines come a little out of order: only a fall of more than half a day is a midnight.
    if (Number(day.clock.slice(0, 2)) - Number(clock.slice(0, 2)) > 12) {
      const next = new Date(Date.parse(`${day.date}T00:00:00Z`) + 86_400_000);
      this.#day = {date: next.toISOString().slice(0, 10), clock};
    } else if (clock > day.clock) day.clock = clock;
    return this.#assembler.put("date", this.#day!.date);
  }
}

function layOut(fields: readonly LineField[], isExact: boolean): Columns {
  const told = fields.flatMap((field, place) => (field === "" ? [] : [{place, field}]));
  const places = needed.map((group) => told.find(({field}) => group.includes(field))?.place ?? -1);
  // What ends a line that has too few values may be cut: it has to be none of those.
  return {told, least: Math.min(Math.max(...places) + 2, fields.length), count: fields.length, isExact};
}

/** Of each of these, one has to be in a line where the columns have it at all. */
const needed: readonly (readonly LineField[])[] = [
  ["time", "clock"],
  ["request", "target", "path"],
  ["status"],
  ["client"],
];

/** Do the columns tell when something was asked for, what, and what came of it? */
function isRequest(fields: readonly LineField[]): boolean {
  return needed.slice(0, 3).every((group) => fields.some((field) => group.includes(field)));
}

/** A separator at the end of the line ends the last value. */
function isWithin(values: readonly string[], count: number): boolean {
  return values.length <= count || (values.length === count + 1 && values[count]!.trim() === "");
}

function separatorIn(text: string, separator: FieldSeparator): string {
  if (separator !== "blank") return separator;
  return text.includes("\t") ? "\t" : " ";
}

function splitQuoted(text: string, separator: string): string[] {
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

function closingQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 2)) {
    if (text.charCodeAt(end + 1) !== 34) return end;
  }
  return text.length;
}
