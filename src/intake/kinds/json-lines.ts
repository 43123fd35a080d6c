import {jsonParts, placeOf} from "../layouts/json-parts.ts";
import {type LaidField, type LineLayout, laidOut} from "../layouts/layout.ts";
import {Assembler} from "../line/assemble.ts";
import {cleanText} from "../line/clean.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import type {LineField, Writing} from "../line/writing.ts";
import {nameOf} from "./pattern.ts";

/**
 * Which members of an object tell which field: the first that is there and not empty. A member within a member is written with a dot,
 * `request.headers.User-Agent`; of a list its first entry is meant. Letters' case does not matter, nor do
 * hyphens and underscores: `requestUri` is `request_uri`.
 */
export type MemberMap = Partial<Record<Exclude<LineField, "">, readonly string[]>>;

/** What else is said of lines of JSON. */
export interface JsonOptions extends Writing {
  /** Members that have to be there with these values; a line without them is no request of this format: other entries of the same log. */
  readonly only?: Readonly<Record<string, string>>;
}

/** A member's way from the line's object down, by plain names; and what is left of it at each step, since a name may hold dots itself. */
interface Path {
  readonly keys: readonly string[];
  readonly rests: readonly string[];
}

interface Lookup {
  readonly field: LineField;
  readonly paths: readonly Path[];
}

/** Longer lines are no access log's, and take memory many times over when they are taken apart. */
const longestObject = 1 << 16;

/** Reads lines that are an object of JSON each. */
export class JsonLines implements LineReader {
  readonly #lookups: readonly Lookup[];
  readonly #only: readonly (readonly [Path, string])[];
  readonly #assembler: Assembler;
  readonly #writing: Writing;

  constructor(members: MemberMap, {only = {}, ...writing}: JsonOptions = {}) {
    this.#lookups = Object.entries(members).map(([field, paths]) => ({
      field: field as LineField,
      paths: paths!.map(pathOf),
    }));
    this.#only = Object.entries(only).map(([path, value]) => [pathOf(path), value]);
    this.#assembler = new Assembler(writing);
    this.#writing = writing;
  }

  read(text: string, into: LineFields): Reading {
    if (isIgnored(text) || isBracket(text)) return ignored;
    if (text.length > longestObject) return {reason: "too-long", column: 1};
    const line = parseObject(text);
    namesOfLine.clear();
    if (line === null) return {reason: "no-match", column: 1, expected: "an object of JSON"};
    for (const [path, wanted] of this.#only) if (valueAt(line, path) !== wanted) return ignored;
    this.#assembler.begin(into);
    // What an escape stood for may be a control character, which no text that is kept may hold.
    const hasEscapes = text.includes("\\");
    let [hasStatus, hasRequest, hasTarget] = [false, false, false];
    for (const {field, paths} of this.#lookups) {
      const value = firstOf(line, paths);
      if (value === null) continue;
      // Some call so what was asked for alone.
      const told = field === "request" && isTarget(value) ? "target" : field;
      if (!this.#assembler.put(told, hasEscapes ? cleanText(value) : value)) {
        return {reason: "no-match", column: 1, expected: nameOf(field)};
      }
      if (told === "status") hasStatus = true;
      else if (told === "request") hasRequest = true;
      else if (told === "target" || told === "path") hasTarget = true;
    }
    if (!hasStatus) return {reason: "no-match", column: 1, expected: nameOf("status")};
    if (!hasRequest && !(hasTarget && into.method !== null)) {
      return {reason: "no-match", column: 1, expected: nameOf("request")};
    }
    return this.#assembler.end();
  }

  layoutOf(text: string): LineLayout | null {
    const found = jsonParts(text);
    const whole = found && parseObject(text);
    const line = found && asObject(found.marked);
    namesOfLine.clear();
    if (!found || !whole || !line || hasRepeated(line, found.parts.length)) return null;
    // What has to be so stands there as it is.
    const fixed = this.#only.map(([path]) => [placeOf(valueAt(line, path)), valueAt(whole, path)] as const);
    const told = this.#lookups.map(({field, paths}) => ({field, place: placeOf(firstOf(line, paths)), paths}));
    const fields = found.parts.map(({before, isNumber}, place): LaidField => {
      const meant = told.find((one) => one.place === place);
      const field = meant?.field ?? "";
      const hasSecond = meant !== undefined && this.#hasSecond(line, meant.paths, place);
      return {before, field, hasSecond, ...(isNumber ? {number: "json"} : {})};
    });
    if (fixed.some(([place]) => place === null)) return null;
    return laidOut({
      fields: withFixed(fields, new Map(fixed as (readonly [number, string])[])),
      after: found.after,
      writing: this.#writing,
      told: told.filter(({place}) => place !== null).map(({field}) => field),
      longestLine: longestObject,
    });
  }

  /** Does another member tell the same where the one in this place is empty? */
  #hasSecond(line: Json, paths: readonly Path[], place: number): boolean {
    return paths.some((path) => {
      const other = placeOf(valueAt(line, path));
      return other !== null && other !== place;
    });
  }
}

/** Texts that are the same in every line belong to what stands before the next field. */
function withFixed(fields: readonly LaidField[], fixed: ReadonlyMap<number, string>): LaidField[] {
  const rest: LaidField[] = [];
  let carried = "";
  for (const [place, laid] of fields.entries()) {
    const text = fixed.get(place);
    const before = carried + laid.before;
    carried = text === undefined ? "" : before + text;
    if (text === undefined) rest.push({...laid, before});
  }
  return rest;
}

/** The values of members that are there, in all objects: a name that is there twice, of another value, cannot be told by its place. */
function hasRepeated(object: Json, parts: number): boolean {
  let left = parts;
  const count = (value: unknown): void => {
    if (typeof value === "string") left--;
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) count(inner);
  };
  count(object);
  return left !== 0;
}

/** A list that has an object in each line begins and ends with a line of its own. */
function isBracket(text: string): boolean {
  return text.length < 3 && /^[[\]],?$/.test(text);
}

function isTarget(request: string): boolean {
  return !request.includes(" ") && /^(?:\/|https?:\/\/)/i.test(request);
}

function pathOf(path: string): Path {
  const keys = plainName(path).split(".");
  return {keys, rests: keys.map((_, at) => keys.slice(at).join("."))};
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The object that a line is; null where it is none.
 *
 * nginx's `escape=default` writes `\x22` into what should be JSON, and servers write `-` or nothing where a number should stand: those are
 * read as what they mean. A list that was written an object a line leaves its brackets and commas around them.
 */
export function parseObject(text: string): Json | null {
  const start = withoutList(text.trimStart());
  if (!start.startsWith("{")) return null;
  return asObject(start) ?? (start.trimEnd().endsWith("}") ? asObject(mended(start)) : null);
}

function withoutList(text: string): string {
  const opens = text.startsWith("[") || text.startsWith(",") ? text.slice(1).trimStart() : text;
  if (!opens.startsWith("{") || opens.endsWith("}")) return opens;
  const end = opens.trimEnd().replace(/[\],]$/, "");
  return end.endsWith("}") ? end : opens;
}

/** Each part takes characters that the next one does not begin with: nothing is tried twice. */
const flaws = /("(?:[^"\\]|\\.)*")|:[ \t]*-?[ \t]*(?=[,}])/g;

/** What a backslash and the sign behind it stand for: of `\\x22`, which was escaped twice, the first belongs to the second. */
const escapes = /\\(?:x([0-9a-f]{2})|.)/gis;

function unicodeEscape(whole: string, hex: string | undefined): string {
  return hex === undefined ? whole : `\\u00${hex}`;
}

function mended(text: string): string {
  const whole = text.includes("\\x") ? text.replace(escapes, unicodeEscape) : text;
  return whole.replace(flaws, (_, quoted: string | undefined) => quoted ?? ":null");
}

function asObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

/** The first that says something; empty where those that are there are. */
function firstOf(line: Json, paths: readonly Path[]): string | null {
  let found: string | null = null;
  for (const path of paths) {
    const value = valueAt(line, path);
    if (value !== null && value !== "") return value;
    found ??= value;
  }
  return found;
}

/** The member's value as text; null where there is none, or it is an object. */
function valueAt(line: Json, {keys, rests}: Path): string | null {
  let value: unknown = line;
  for (let at = 0; at < keys.length; at++) {
    if (typeof value !== "object" || value === null) return null;
    const names = namesOf(value as Json);
    // A name may hold dots itself: `http.request.method`.
    const whole = at < keys.length - 1 ? names.get(rests[at]!) : undefined;
    const name = whole ?? names.get(keys[at]!);
    if (name === undefined) return null;
    value = (value as Json)[name];
    if (whole !== undefined) break;
  }
  if (Array.isArray(value)) value = value[0];
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(6);
  return null;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, "");
}

function isSmall(name: string): boolean {
  return name === name.toLowerCase();
}

/** Of objects with these members, in this order: their names by their plain ones. The lines of a log have few kinds of them. */
const known = new Map<string, ReadonlyMap<string, string>>();
const mostKnown = 256;

/** Of the objects of the line that is read: each is asked for many names. */
const namesOfLine = new Map<Json, ReadonlyMap<string, string>>();

function namesOf(object: Json): ReadonlyMap<string, string> {
  const asked = namesOfLine.get(object);
  if (asked !== undefined) return asked;
  const names = namesOfShape(object);
  namesOfLine.set(object, names);
  return names;
}

function namesOfShape(object: Json): ReadonlyMap<string, string> {
  const names = Object.keys(object);
  const all = names.join("\n");
  const before = known.get(all);
  if (before !== undefined) return before;
  const found = new Map<string, string>();
  for (const name of names) {
    const plain = plainName(name);
    const before = found.get(plain);
    // Of several that are one but for their signs, the first in small letters, else the first.
    if (before === undefined || (isSmall(name) && !isSmall(before))) found.set(plain, name);
  }
  // Names that a stranger may choose, as of headers, must not fill memory.
  if (known.size >= mostKnown) known.clear();
  if (all.length < 1 << 12) known.set(all, found);
  return found;
}
