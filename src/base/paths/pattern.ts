import type {AskedPath} from "./asked-path.ts";
import {canonicalPath, canonicalText, inOneCase} from "./form.ts";
import {compileParts, type PatternPart} from "./parts.ts";
import {bareQuery, isAsWritten, parameterName, type QueryCondition} from "./query.ts";

/** How patterns without a star are meant, and which spellings are one. */
export interface PatternOptions {
  /**
   * `alone`: itself, or with a slash at its end all below it. `under`: all below it, too, and what follows it behind a dot; with a slash
   * at its end also the folder without the slash.
   */
  readonly plain: "alone" | "under";
  readonly isOneCase?: boolean;
}

/** Which paths are meant: those that settings and tables name. */
export interface PathPattern {
  /** As it was written. */
  readonly text: string;
  /** What it asks of the query; none where it is of the path alone. */
  readonly conditions: readonly QueryCondition[];
  /** How many signs of it stand for themselves: of several patterns that fit the one with most says most. */
  readonly weight: number;
  /** In a hash it is what was written. */
  toJSON(): string;
  fits(asked: AskedPath): boolean;
}

/** Why a pattern can never fit, or cannot be used. */
export interface PatternFault {
  /** Follows the pattern in a sentence: "has a fragment, and no request has one". */
  readonly what: string;
  /** One thing to try. */
  readonly help: string;
}

const longestPattern = 1000;
const mostStars = 20;

/**
 * Reads a pattern of paths: `/news/`, `/*`+`/feed/`, `*.pdf`, `/go?to=shop`.
 *
 * A star is any signs within one part between slashes, two stars are any signs at all, and `**` with a slash behind it any folders or
 * none. `*.pdf`, with or without a slash before it, is an ending, in whatever folder. With a star in it, the pattern is of the whole
 * path; with a slash at its end, of all that is below, too.
 *
 * Time grows with the length of path and pattern, and never faster than both.
 *
 * @source docs/patterns.md
 */
export function readPattern(text: string, {plain, isOneCase = false}: PatternOptions): PathPattern {
  const {path: written, query} = apart(text);
  const path = isOneCase ? inOneCase(canonicalPath(written)) : canonicalPath(written);
  const conditions = query === null ? [] : query.split("&").map((item) => conditionOf(item, plain === "under"));
  const fitsPath = path.includes("*") ? compileParts(partsOf(path)) : plain === "alone" ? alone(path) : under(path);
  return {
    text,
    conditions,
    weight: path.replaceAll("*", "").length + (query?.length ?? 0),
    toJSON: () => text,
    fits: (asked) => fitsPath(asked.path) && conditions.every((condition) => isMet(condition, asked)),
  };
}

/** Why can the pattern never fit anything? null where it can. */
export function patternFault(text: string, {plain}: Pick<PatternOptions, "plain">): PatternFault | null {
  if (!/^[/*]/.test(text)) {
    const help = text.startsWith(".")
      ? `write *${text}`
      : `write it from its first slash, like /${text.replace(/^[a-z]+:\/+[^/]*\//i, "")}`;
    return {what: "must be a path that begins with /, or an ending like *.pdf", help};
  }
  if (text.length > longestPattern)
    return {what: "is longer than any path that matters", help: "write less of it, and a star"};
  if (text.split("*").length - 1 > mostStars)
    return {what: `has more than ${mostStars} stars`, help: "write fewer, and ** for any folders"};
  if (text.includes("#"))
    return {what: "has a fragment, and no request has one", help: `write ${text.slice(0, text.indexOf("#"))}`};
  const {path, query} = apart(text);
  if (/;[a-z]*sess[a-z]*(?:id)?=|\/\(\w\(/i.test(path)) {
    return {what: "has a session in it, which is taken off paths", help: "write the path without it"};
  }
  const folder = /^(.*\/)index\.html$/.exec(path)?.[1];
  if (plain === "under" && folder !== undefined) {
    return {what: `fits nothing: that document is ${folder}`, help: `write ${folder} for everything below it`};
  }
  if (query === null) return null;
  const items = query.split("&");
  // What stands first may have no name: `/?12`, `/index.php?/essays/one`.
  const isBare = (item: string, place: number): boolean => place === 0 && item !== "" && !item.includes("=");
  const odd = items.find((item, place) => !parameterName.test(item.split("=")[0]!) && !isBare(item, place));
  if (odd !== undefined) {
    return {
      what: `asks for ${JSON.stringify(odd)}, which is no parameter`,
      help: "write it like ?name=value, and several with & between them",
    };
  }
  const names = items.map((item) => item.split("=")[0]!);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  return twice === undefined ? null : {what: `asks for ${twice} twice`, help: "write two patterns"};
}

/** Does the one hold all that the other does, as far as that can be seen? Rather yes than no. */
export function isHeldBy(inner: string, outer: string): boolean {
  if (inner === outer) return true;
  const {path, query} = apart(inner);
  const fits = readPattern(outer, {plain: "under"});
  const conditions = query === null ? [] : query.split("&");
  return fits.fits({path: canonicalPath(path), query: conditions, conditions, content: null});
}

function apart(text: string): {readonly path: string; readonly query: string | null} {
  const mark = text.indexOf("?");
  return mark === -1 ? {path: text, query: null} : {path: text.slice(0, mark), query: text.slice(mark + 1)};
}

function conditionOf(item: string, isOfDocument: boolean): QueryCondition {
  const equals = item.indexOf("=");
  if (equals === -1 && !parameterName.test(item)) {
    const text = canonicalText(item.replaceAll("+", "%20"));
    return {name: bareQuery, value: text, text, isOfDocument};
  }
  const name = equals === -1 ? item : item.slice(0, equals);
  const value = equals === -1 ? null : canonicalText(item.slice(equals + 1).replaceAll("+", "%20"));
  return {name, value, text: value === null ? name : `${name}=${value}`, isOfDocument};
}

function isMet({name, value, text}: QueryCondition, {query, conditions}: AskedPath): boolean {
  if (conditions.includes(text) || query.includes(text)) return true;
  if (name === bareQuery) return query.some((item) => !item.includes("=") && isAsWritten(item, value!));
  const own = query.find((item) => item.startsWith(`${name}=`));
  return own !== undefined && (value === null || isAsWritten(own.slice(name.length + 1), value));
}

type FitsPath = (path: string) => boolean;

function alone(pattern: string): FitsPath {
  return pattern.endsWith("/") ? (path) => path.startsWith(pattern) : (path) => path === pattern;
}

/** `/news/` holds everything below it, and `/news` itself; `/news` also `/news.html`, but never `/newsletter`. */
function under(prefix: string): FitsPath {
  if (prefix === "/") return (path) => path.startsWith(prefix);
  if (prefix.endsWith("/")) return (path) => path.startsWith(prefix) || path === prefix.slice(0, -1);
  return (path) => {
    if (!path.startsWith(prefix)) return false;
    const next = path.charAt(prefix.length);
    return next === "" || next === "/" || next === ".";
  };
}

/** The parts of a pattern: text, and what its stars stand for. */
function partsOf(pattern: string): PatternPart[] {
  // An ending: whatever folder the file is in.
  const ending = /^\/?\*(?!\*)([^*/]+)$/.exec(pattern)?.[1];
  if (ending !== undefined) return ["any", {text: ending}];
  const whole = pattern.startsWith("*") ? pattern.replace(/^\**/, "**") : pattern;
  const parts: PatternPart[] = [];
  for (const part of whole.split(/(\*\*+\/|\*+)/)) {
    if (part === "") continue;
    if (!part.startsWith("*")) parts.push({text: part});
    else if (part === "*") parts.push("within");
    else if (part.endsWith("/") && endsInSlash(parts)) parts.push("folders");
    else parts.push("any", ...(part.endsWith("/") ? [{text: "/"}] : []));
  }
  if (pattern.endsWith("/")) parts.push("any");
  return parts;
}

function endsInSlash(parts: readonly PatternPart[]): boolean {
  const last = parts.at(-1);
  return typeof last === "object" && last.text.endsWith("/");
}
