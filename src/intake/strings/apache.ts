import {UserError} from "../../base/error.ts";
import {clf, epoch, type InstantFormat} from "../line/instant.ts";
import {strftime} from "../line/strftime.ts";
import type {LineField} from "../line/writing.ts";
import {field, literalPiece, type Piece, passedOver, unused} from "./pieces.ts";

const fields: Readonly<Record<string, LineField>> = {
  h: "client",
  a: "client",
  r: "request",
  s: "status",
  b: "bytes",
  B: "bytes",
  O: "bytes",
  m: "method",
  U: "path",
  q: "query",
  v: "host",
  V: "host",
};

const headers: Readonly<Record<string, LineField>> = {referer: "referrer", "user-agent": "agent", host: "host"};

/**
 * The pieces of a string of Apache's `LogFormat`.
 *
 * Lighttpd and others write them alike. What tells nothing that is kept is passed over.
 *
 * @param named Headers, notes or variables that a person named as places of addresses.
 */
export function apachePieces(string: string, named: readonly string[]): Piece[] {
  const clock = {hasDay: false};
  return withWholeTime(partsOf(string)).flatMap((part) => {
    if ("text" in part) return [literalPiece(part.text)];
    return [pieceOf(part.letter, part.argument, {clock, named})];
  });
}

/** Text, or a directive. */
type Part = {readonly text: string} | {readonly letter: string; readonly argument: string | undefined};

function partsOf(string: string): Part[] {
  return [...string.matchAll(/%[<>!\d,]*(?:\{([^}]*)\})?(\^?[A-Za-z]{1,3}|%)|([^%]+|%)/g)].flatMap(
    ([, argument, letters, text]): Part[] => {
      if (text !== undefined) return [{text}];
      if (letters === "%") return [{text: "%"}];
      // Two letters are one directive where they begin with `^`: else the second is text.
      const letter = letters!.startsWith("^") ? letters! : letters!.charAt(0);
      return [{letter, argument}, {text: letters!.slice(letter.length)}];
    },
  );
}

/** Parts of a second, and counts, by what `%{…}t` calls them, as a pattern writes them. */
const fractions: Readonly<Record<string, string>> = {msec_frac: "%L", usec_frac: "%f", sec: "%s"};

/**
 * An instant that several directives write, with nothing but text between them, as one: `%{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t`.
 *
 * @throws {UserError} FORMAT_UNKNOWN where a zone stands apart from its time: without it the time would be another.
 */
function withWholeTime(parts: readonly Part[]): readonly Part[] {
  const places = parts.flatMap((part, place) => (patternOf(part) === null ? [] : [place]));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === first) return parts;
  const between = parts.slice(first, last! + 1);
  if (between.every((part) => "text" in part || patternOf(part) !== null)) {
    const pattern = between
      .map((part) => ("text" in part ? part.text.replaceAll("%", "%%") : patternOf(part)!))
      .join("");
    if (strftime(pattern)) {
      return [...parts.slice(0, first), {letter: "t", argument: pattern}, ...parts.slice(last! + 1)];
    }
  }
  if (places.some((place) => /^%z$/i.test(patternOf(parts[place]!)!))) {
    throw new UserError(
      "FORMAT_UNKNOWN",
      "the zone, %{%z}t, stands apart from the time",
      "let the server write the time in one place, as %{%Y-%m-%dT%H:%M:%S%z}t",
      {field: "logFormat"},
    );
  }
  return parts;
}

function patternOf(part: Part): string | null {
  if ("text" in part || part.letter !== "t" || part.argument === undefined) return null;
  const pattern = part.argument.replace(/^(?:begin|end):/, "");
  return Object.hasOwn(fractions, pattern) ? fractions[pattern]! : pattern;
}

function pieceOf(
  letter: string,
  argument: string | undefined,
  {clock, named}: {readonly clock: {hasDay: boolean}; readonly named: readonly string[]},
): Piece {
  const name = argument?.toLowerCase();
  if (/^[ienx]$/.test(letter) && name !== undefined && named.includes(name)) return field(`forwarded:${name}`);
  if (letter === "t") return argument === undefined ? bracketed : timePiece(argument, clock);
  if (letter === "i") return headerPiece(argument ?? "");
  if (letter === "o" && argument?.toLowerCase() === "content-type") return field("contentType");
  // The server's own, whichever way it is asked for; the client's says nothing.
  if (letter === "p" && argument !== "remote") return field("port");
  // The connection's own address, beside the one that a module took out of a header.
  if (letter === "a" && argument === "c") return field("client");
  const known = argument === undefined || letter === "s" ? (fields[letter] ?? "") : "";
  const written = `%${argument === undefined ? "" : `{${argument}}`}${letter}`;
  return known === "" ? unused(written, numeric.includes(letter)) : field(known);
}

/** Directives that stand for numbers: microseconds, seconds, processes, bytes, ports, requests of a connection. */
const numeric = ["D", "T", "P", "I", "O", "S", "p", "k"];

const bracketed: Piece = {tokens: ["[", {field: "time"}, "]"], instant: clf};

const counts: Readonly<Record<string, InstantFormat>> = {sec: epoch, msec: epoch, usec: epoch};

function timePiece(argument: string, clock: {hasDay: boolean}): Piece {
  const pattern = argument.replace(/^(?:begin|end):/, "");
  const count = counts[pattern];
  if (count) return field("time", count);
  const whole = strftime(pattern);
  if (whole) return field("time", whole);
  // Day and time of day, apart from each other.
  if (/%[YyFDdc]/.test(pattern) && !clock.hasDay) {
    clock.hasDay = true;
    return {tokens: [{field: "date"}], instant: partOf(pattern)};
  }
  return /%[HTIRr]/.test(pattern) ? {tokens: [{field: "clock"}], instant: partOf(pattern)} : passedOver;
}

/** Half of an instant's pattern: put together with the other half by `halves`. */
function partOf(pattern: string): InstantFormat {
  return {what: pattern, parse: () => Number.NaN, isWrittenSo: () => false};
}

function headerPiece(name: string): Piece {
  const known = headers[name.toLowerCase()];
  if (known) return field(known);
  return isAddressHeader(name) ? field(`forwarded:${name.toLowerCase()}`) : passedOver;
}

/** Headers in which a proxy says whom it speaks for. */
export const addressHeaders = [
  "cf-connecting-ip",
  "true-client-ip",
  "x-forwarded-for",
  "x-real-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "fastly-client-ip",
  "fly-client-ip",
  "x-original-forwarded-for",
  "x-appengine-user-ip",
  "x-azure-clientip",
  "forwarded",
] as const;

/** Does a header of this name, with hyphens or underscores, say whom a proxy speaks for? */
export function isAddressHeader(name: string): boolean {
  const spelt = name.toLowerCase().replaceAll("_", "-");
  return addressHeaders.some((header) => header === spelt);
}
