import type {Field} from "../line/assemble.ts";
import {clf, epoch, type InstantFormat, strftime} from "../line/instant.ts";
import {field, literal, type Piece, passedOver} from "./pieces.ts";

const fields: Readonly<Record<string, Field>> = {
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

const headers: Readonly<Record<string, Field>> = {referer: "referrer", "user-agent": "agent", host: "host"};

/**
 * The pieces of a string of Apache's `LogFormat`.
 *
 * Lighttpd and others write them alike. What tells nothing that is kept is passed over.
 *
 * @param named Headers, notes or variables that a person named as places of addresses.
 */
export function apachePieces(string: string, named: readonly string[]): Piece[] {
  const clock = {hasDay: false};
  return [...string.matchAll(/%[<>!\d,]*(?:\{([^}]*)\})?(\^?[A-Za-z]{1,3}|%)|([^%]+|%)/g)].flatMap(
    ([, argument, letters, text]) => {
      if (text !== undefined) return [literal(text)];
      if (letters === "%") return [literal("%")];
      // Two letters are one directive where they begin with `^`: else the second is text.
      const letter = letters!.startsWith("^") ? letters! : letters!.charAt(0);
      const rest = letters!.slice(letter.length);
      return [pieceOf(letter, argument, {clock, named}), literal(rest)];
    },
  );
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
  // The connection's own address, beside the one that a module took out of a header.
  if (letter === "a" && argument === "c") return field("client");
  return argument === undefined || letter === "s" ? field(fields[letter] ?? "") : passedOver;
}

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
