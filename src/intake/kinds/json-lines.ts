import {Assembler, type Field, type Writing} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import {nameOf} from "./pattern.ts";

/**
 * Which members of an object tell which field: the first that is there and not empty. A member within a member is written with a dot,
 * `request.headers.User-Agent`; of a list its first entry is meant. Letters' case does not matter.
 */
export type MemberMap = Partial<Record<Exclude<Field, "">, readonly string[]>>;

/** What else is said of lines of JSON. */
export interface JsonOptions extends Writing {
  /** Members that have to be there with these values; a line without them is no request of this format: other entries of the same log. */
  readonly only?: Readonly<Record<string, string>>;
}

interface Lookup {
  readonly field: Field;
  readonly paths: readonly (readonly string[])[];
}

/** Longer lines are no access log's, and take memory many times over when they are taken apart. */
const longestObject = 1 << 16;

/** Reads lines that are an object of JSON each. */
export class JsonLines implements LineReader {
  readonly #lookups: readonly Lookup[];
  readonly #only: readonly (readonly [readonly string[], string])[];
  readonly #assembler: Assembler;

  constructor(members: MemberMap, {only = {}, ...writing}: JsonOptions = {}) {
    this.#lookups = Object.entries(members).map(([field, paths]) => ({
      field: field as Field,
      paths: paths!.map(keysOf),
    }));
    this.#only = Object.entries(only).map(([path, value]) => [keysOf(path), value]);
    this.#assembler = new Assembler(writing);
  }

  read(text: string, into: LineFields): Reading {
    if (isIgnored(text)) return ignored;
    if (text.length > longestObject) return {reason: "too-long", column: 1};
    const line = parseObject(text);
    if (line === null) return {reason: "no-match", column: 1, expected: "an object of JSON"};
    for (const [path, wanted] of this.#only) if (valueAt(line, path) !== wanted) return ignored;
    this.#assembler.begin(into);
    const seen = new Set<Field>();
    for (const {field, paths} of this.#lookups) {
      const value = firstOf(line, paths);
      if (value === null) continue;
      if (!this.#assembler.put(field, value)) return {reason: "no-match", column: 1, expected: nameOf(field)};
      seen.add(field);
    }
    if (!seen.has("status")) return {reason: "no-match", column: 1, expected: nameOf("status")};
    const isWhole = seen.has("request") || (seen.has("method") && (seen.has("target") || seen.has("path")));
    if (!isWhole) return {reason: "no-match", column: 1, expected: nameOf("request")};
    return this.#assembler.end();
  }
}

function keysOf(path: string): string[] {
  return path.toLowerCase().split(".");
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The object that a line is; null where it is none.
 *
 * nginx's `escape=default` writes `\x22` into what should be JSON: those are read as what they mean.
 */
export function parseObject(text: string): Json | null {
  const start = text.trimStart();
  if (!start.startsWith("{")) return null;
  return asObject(start) ?? (start.includes("\\x") ? asObject(start.replace(/\\x([0-9a-f]{2})/gi, "\\u00$1")) : null);
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
function firstOf(line: Json, paths: readonly (readonly string[])[]): string | null {
  let found: string | null = null;
  for (const path of paths) {
    const value = valueAt(line, path);
    if (value !== null && value !== "") return value;
    found ??= value;
  }
  return found;
}

/** The member's value as text; null where there is none, or it is an object. */
function valueAt(line: Json, path: readonly string[]): string | null {
  let value: unknown = line;
  for (let at = 0; at < path.length; at++) {
    if (typeof value !== "object" || value === null) return null;
    // A name may hold dots itself: `http.request.method`.
    const whole = memberOf(value as Json, path.slice(at).join("."));
    if (whole !== undefined && at < path.length - 1) {
      value = whole;
      break;
    }
    value = memberOf(value as Json, path[at]!);
  }
  if (Array.isArray(value)) value = value[0];
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(6);
  return null;
}

function memberOf(object: Json, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((one) => one.toLowerCase() === name);
  return key === undefined ? undefined : object[key];
}
