import {UserError} from "../../base/error.ts";
import {PatternLines} from "../kinds/pattern.ts";
import type {LineReader} from "../line/fields.ts";
import {type InstantFormat, strftime} from "../line/instant.ts";
import {apachePieces} from "./apache.ts";
import {goaccessNames, goaccessPieces} from "./goaccess.ts";
import {nginxPieces} from "./nginx.ts";
import {joined, type Piece, refuseWithout} from "./pieces.ts";

/** A format that was given as a string. */
export interface CompiledFormat {
  /** What stands in it without the directive around it. */
  readonly string: string;
  open(): LineReader;
}

/**
 * The format that a server's own format string describes: Apache's `LogFormat`, nginx's `log_format`, or GoAccess's `--log-format`.
 *
 * @param text As in the server's configuration, with or without the directive around it and backslashes before the quotes; for GoAccess
 *   `goaccess:FORMAT`, and behind bars the date's and the time's format where they are not the usual ones: `goaccess:…|%d/%b/%Y|%H:%M:%S`.
 * @param named Variables or headers that a person named as places of addresses, beside those that are known.
 * @throws {UserError} FORMAT_UNKNOWN when client, time, request or status cannot be found in such lines.
 */
export function compileString(text: string, named: readonly string[] = []): CompiledFormat {
  const string = stringIn(text);
  const pieces = piecesOf(string, named);
  const tokens = joined(pieces);
  refuseWithout(tokens, text);
  const instant = instantOf(pieces);
  return {string, open: () => new PatternLines(tokens, instant ? {instant} : {})};
}

/** Is the text a format string, and no name? */
export function isFormatString(text: string): boolean {
  return text.includes("%") || text.includes("$") || /^goaccess:/i.test(text);
}

function piecesOf(string: string, fields: readonly string[]): Piece[] {
  const named = /^goaccess:(.*)$/is.exec(string)?.[1];
  if (named !== undefined || string.includes("%^")) {
    const [format = "", date = "%d/%b/%Y", time = "%H:%M:%S"] = (named ?? string)
      .replace(/^(['"])(.*)\1$/s, "$2")
      .split("|");
    const known = goaccessNames[format.toUpperCase()];
    return known ? goaccessPieces(...(known as [string, string, string])) : goaccessPieces(format, date, time);
  }
  return string.includes("$") ? nginxPieces(string, fields) : apachePieces(string, fields);
}

/** How the string writes an instant: a way of its own, or two halves that are read together. */
function instantOf(pieces: readonly Piece[]): InstantFormat | undefined {
  const halves = pieces.filter(({tokens}) =>
    tokens.some(
      (token) => typeof token !== "string" && "field" in token && (token.field === "date" || token.field === "clock"),
    ),
  );
  const [date, clock] = halves;
  if (date?.instant && clock?.instant) {
    if (date.instant === clock.instant) return date.instant;
    const both = strftime(`${date.instant.what} ${clock.instant.what}`);
    if (!both)
      throw new UserError(
        "FORMAT_UNKNOWN",
        `no time can be read of ${date.instant.what} and ${clock.instant.what}`,
        "name day and time of day with directives of strftime",
        {field: "logFormat"},
      );
    return both;
  }
  return pieces.find(({instant}) => instant)?.instant;
}

/** The format string in what was copied from a configuration: the string itself, or the whole directive around it. */
function stringIn(text: string): string {
  const apacheString = /^\s*LogFormat\s+"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1];
  const nginxStrings = /^\s*log_format\s+\w+\s+(?:escape=\w+\s+)?(['"].*['"])\s*;?\s*$/s.exec(text)?.[1];
  const pieces = nginxStrings?.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g).map(([, single, double]) => single ?? double);
  const string = pieces?.toArray().join("") ?? apacheString ?? text.trim();
  return string.replaceAll('\\"', '"').replaceAll("\\t", "\t");
}
