import {clockSeconds, daysSinceEpoch, type InstantFormat, monthNamed, offsetOf, secondsADay} from "./instant.ts";

/** What a directive of strftime takes, and into which part of the instant it goes. */
interface Directive {
  readonly pattern: string;
  readonly part?: Part;
}

type Part =
  | "year"
  | "shortYear"
  | "month"
  | "monthName"
  | "day"
  | "hour"
  | "hour12"
  | "half"
  | "minute"
  | "second"
  | "zone"
  | "epoch";

const numeric = (length: number, part: Part): Directive => ({pattern: `(\\d{1,${length}})`, part});

const directives: Readonly<Record<string, Directive>> = {
  Y: {pattern: "(\\d{4})", part: "year"},
  y: {pattern: "(\\d{2})", part: "shortYear"},
  m: numeric(2, "month"),
  b: {pattern: "([A-Za-z]{3})", part: "monthName"},
  h: {pattern: "([A-Za-z]{3})", part: "monthName"},
  B: {pattern: "([A-Za-z]{3})[a-z]{0,6}", part: "monthName"},
  d: numeric(2, "day"),
  e: {pattern: " ?(\\d{1,2})", part: "day"},
  H: numeric(2, "hour"),
  k: {pattern: " ?(\\d{1,2})", part: "hour"},
  I: numeric(2, "hour12"),
  p: {pattern: "([AaPp])[Mm]", part: "half"},
  M: numeric(2, "minute"),
  S: numeric(2, "second"),
  z: {pattern: "([+-]\\d{2}:?\\d{2}|Z)", part: "zone"},
  Z: {pattern: "(UTC|GMT|Z)", part: "zone"},
  s: {pattern: "(\\d{9,10})", part: "epoch"},
  f: {pattern: "\\d{1,9}"},
  L: {pattern: "\\d{1,3}"},
  N: {pattern: "\\d{1,9}"},
  a: {pattern: "[A-Za-z]{3}"},
  A: {pattern: "[A-Za-z]{3,9}"},
  j: {pattern: "\\d{1,3}"},
  "%": {pattern: "%"},
  n: {pattern: "\\s"},
  t: {pattern: "\\s"},
};

const compounds: Readonly<Record<string, string>> = {
  T: "%H:%M:%S",
  F: "%Y-%m-%d",
  D: "%m/%d/%y",
  R: "%H:%M",
  r: "%I:%M:%S %p",
  c: "%a %b %e %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/**
 * The instants that a pattern of strftime writes, as Apache's `%{…}t` and GoAccess's `--date-format` take it.
 *
 * Without a zone in it the instant is UTC. Every directive takes a bounded number of characters of a kind that the next one does not
 * begin with, so that reading never goes back.
 *
 * @returns null where the pattern has a directive that says nothing of an instant that is known here, or does not tell a whole one.
 */
export function strftime(pattern: string): InstantFormat | null {
  const parts: Part[] = [];
  let source = "";
  const whole = pattern.replace(/%([TFDRrcxX])/g, (_, name: string) => compounds[name]!);
  for (const [piece, name] of whole.matchAll(/%[-_0^#E]?([A-Za-z%])|[^%]+|%/g)) {
    if (name === undefined) {
      source += piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      continue;
    }
    const directive = directives[name];
    if (!directive) return null;
    source += directive.pattern;
    if (directive.part) parts.push(directive.part);
  }
  const tells = (...wanted: Part[]): boolean => wanted.some((part) => parts.includes(part));
  const isDay = tells("year", "shortYear") && tells("month", "monthName") && tells("day");
  if (!tells("epoch") && !(isDay && tells("hour", "hour12") && tells("minute"))) return null;
  const expression = new RegExp(`^${source}$`);
  const isZoned = tells("zone", "epoch");
  return {
    what: `a time written ${pattern}`,
    parse: (text) => instantOf(expression.exec(text.slice(0, 80)), parts),
    isWrittenSo: (text) => expression.test(text.slice(0, 80)),
    namesZone: () => isZoned,
  };
}

function instantOf(found: RegExpExecArray | null, parts: readonly Part[]): number {
  if (!found) return Number.NaN;
  const part = new Map(parts.map((name, place) => [name, found[place + 1]!]));
  const number = (name: Part): number => Number(part.get(name) ?? Number.NaN);
  if (part.has("epoch")) return number("epoch");
  const short = number("shortYear");
  const year = part.has("year") ? number("year") : short + (short < 70 ? 2000 : 1900);
  const month = part.has("month") ? number("month") : monthNamed(part.get("monthName")!);
  const isAfternoon = /p/i.test(part.get("half") ?? "");
  const hour = part.has("hour") ? number("hour") : (number("hour12") % 12) + (isAfternoon ? 12 : 0);
  const seconds = clockSeconds(hour, number("minute"), part.has("second") ? number("second") : 0);
  const zone = part.get("zone");
  return daysSinceEpoch(year, month, number("day")) * secondsADay + seconds - (zone === undefined ? 0 : offsetOf(zone));
}
