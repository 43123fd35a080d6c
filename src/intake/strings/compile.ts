import {UserError} from "../../base/error.ts";
import {withNames} from "../formats/named-fields.ts";
import {w3cBetterNames, w3cFields} from "../formats/servers/w3c.ts";
import {ColumnLines} from "../kinds/columns.ts";
import {JsonLines} from "../kinds/json-lines.ts";
import {PatternLines} from "../kinds/pattern.ts";
import {LineFields, type LineReader} from "../line/fields.ts";
import type {InstantFormat} from "../line/instant.ts";
import {strftime} from "../line/strftime.ts";
import type {LineField} from "../line/writing.ts";
import {apachePieces} from "./apache.ts";
import {goaccessPieces} from "./goaccess.ts";
import {jsonString} from "./json-string.ts";
import {nginxPieces} from "./nginx.ts";
import {joined, type Piece, refuseWithout} from "./pieces.ts";
import {fromPython} from "./python.ts";

/** A format that was given as a string. */
export interface CompiledFormat {
  /** What stands in it without the directive around it. */
  readonly string: string;
  open(): LineReader;
}

/**
 * The format that a server's own format string describes: Apache's `LogFormat`, nginx's `log_format`, GoAccess's `--log-format`, Gunicorn's
 * `access_log_format`, uWSGI's `logformat`, or W3C's `#Fields:`, where lines come without it.
 *
 * @param text As in the server's configuration, with or without the directive around it and backslashes before the quotes; for GoAccess
 *   `goaccess:FORMAT`, and behind bars the date's and the time's format where they are not the usual ones: `goaccess:…|%d/%b/%Y|%H:%M:%S`.
 * @param named Variables or headers that a person named as places of addresses, beside those that are known.
 * @throws {UserError} FORMAT_UNKNOWN when client, time, request or status cannot be found in such lines.
 */
export function compileString(text: string, named: readonly string[] = []): CompiledFormat {
  const string = fromPython(stringIn(text));
  if (isFieldList(string)) return columnsOf(string, named);
  const piecesOf = directivesOf(string, named);
  const object = jsonString(bareString(string), piecesOf, instantOf);
  if (object !== null) {
    refuseWithout(
      object.fields.map((field) => ({field})),
      text,
    );
    const {members, instant} = object;
    return {string, open: () => new JsonLines(members, instant ? {instant} : {})};
  }
  const pieces = piecesOf(bareString(string));
  const tokens = joined(pieces);
  refuseWithout(tokens, text);
  const instant = instantOf(pieces);
  return {string, open: () => new PatternLines(tokens, instant ? {instant} : {})};
}

/** Is the text a format string, and no name? */
export function isFormatString(text: string): boolean {
  return text.includes("%") || text.includes("$") || /^goaccess:/i.test(text) || isFieldList(text.trim());
}

function isFieldList(string: string): boolean {
  return /^#fields:/i.test(string);
}

/** Lines whose columns a person names, because they come without: CloudFront's real-time logs, a part of a log of IIS. */
function columnsOf(string: string, named: readonly string[]): CompiledFormat {
  const fieldByName = withNames(w3cFields, named);
  const names = string
    .replace(/^#fields:/i, "")
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const fields = names.map((name): LineField => (Object.hasOwn(fieldByName, name) ? fieldByName[name]! : ""));
  refuseWithout(
    fields.map((field) => ({field})),
    string,
  );
  const open = (): LineReader => {
    // Tabs and escapes are CloudFront's way, spaces and plus signs that of IIS.
    const lines = new ColumnLines({
      separator: "blank",
      quotes: "where-needed",
      header: "#Fields:",
      fieldByName,
      betterNames: w3cBetterNames,
      agentEscapes: names.some((name) => name.startsWith("x-edge") || name === "timestamp") ? "percent" : "plus",
    });
    lines.read(`#Fields: ${names.join(" ")}`, new LineFields());
    return lines;
  };
  return {string, open};
}

/** What directives mean in this string: GoAccess's, nginx's or Apache's. */
function directivesOf(string: string, named: readonly string[]): (text: string) => Piece[] {
  if (!isGoaccess(string)) {
    const pieces = string.includes("$") ? nginxPieces : apachePieces;
    return (text) => pieces(text, named);
  }
  const [, date = "%d/%b/%Y", time = "%H:%M:%S"] = goaccessParts(string);
  return (text) => goaccessPieces(text, date, time);
}

function isGoaccess(string: string): boolean {
  return /^goaccess:/i.test(string) || string.includes("%^");
}

function bareString(string: string): string {
  return isGoaccess(string) ? goaccessParts(string)[0]! : string;
}

/** The format, and how date and time are written where that is said. */
function goaccessParts(string: string): string[] {
  return string
    .replace(/^goaccess:/i, "")
    .replace(/^(['"])(.*)\1$/s, "$2")
    .split("|");
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
  const goaccessString = /^\s*log-format\s+(.*)$/is.exec(text)?.[1];
  const apacheString = /^\s*(?:LogFormat\s+"((?:[^"\\]|\\.)*)"|"((?:[^"\\]|\\.)*)"\s*$)/i
    .exec(text)
    ?.slice(1)
    .find((found) => found !== undefined);
  const nginxStrings = /^\s*log_format\s+\w+\s+(?:escape=\w+\s+)?(['"].*['"])\s*;?\s*$/s.exec(text)?.[1];
  const pieces = nginxStrings?.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g).map(([, single, double]) => single ?? double);
  const string = pieces?.toArray().join("") ?? apacheString ?? goaccessString ?? text.trim();
  return string.replaceAll('\\"', '"').replaceAll("\\t", "\t");
}
