import {UserError} from "../../base/error.ts";
import {blanks, type FieldToken, type Token} from "../kinds/pattern.ts";
import type {InstantFormat} from "../line/instant.ts";
import type {LineField} from "../line/writing.ts";

/** What a server's directive stands for: fields and the text around them, and how it writes an instant. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly instant?: InstantFormat;
}

/** A piece that is one field. */
export function field(name: LineField, instant?: InstantFormat): Piece {
  return {tokens: [{field: name}], ...(instant ? {instant} : {})};
}

/** Something that is passed over, by what the string calls it. */
export function unused(as: string, isNumber: boolean): Piece {
  return {tokens: [{field: "", as, ...(isNumber ? {isNumber} : {})}]};
}

/** Something that is passed over. */
export const passedOver: Piece = field("");

/** Text that stands there. */
export function literalPiece(text: string): Piece {
  return {tokens: text === "" ? [] : [text]};
}

/**
 * The tokens of pieces that follow each other: texts side by side are one text, and fields side by side what they are together.
 *
 * A path and its query are a target. A field that is told twice is taken from its first place.
 */
export function joined(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  for (const token of pieces.flatMap((piece) => piece.tokens)) {
    const last = tokens.at(-1);
    if (typeof token === "string" && typeof last === "string") tokens[tokens.length - 1] = last + token;
    else if (isField(token) && last !== undefined && isField(last))
      tokens[tokens.length - 1] = {field: together(last.field, token.field)};
    else tokens.push(token);
  }
  const seen = new Set<LineField>();
  return tokens.map((token) => {
    if (!isField(token) || token.field === "") return token;
    const isRepeated = seen.has(token.field);
    seen.add(token.field);
    return isRepeated ? {field: ""} : token;
  });
}

function isField(token: Token): token is FieldToken {
  return typeof token !== "string" && token !== blanks;
}

function together(one: LineField, two: LineField): LineField {
  if (one === "path" && (two === "query" || two === "")) return "target";
  return one === "" ? two : one;
}

/**
 * Refuses a string of which no request could be read.
 *
 * @throws {UserError} FORMAT_UNKNOWN
 */
export function refuseWithout(tokens: readonly Token[], text: string): void {
  const fields = new Set(tokens.filter(isField).map((token) => token.field));
  const has = (...names: LineField[]): boolean => names.some((name) => fields.has(name));
  const missing = [
    has("client") || [...fields].some((name) => name.startsWith("forwarded:")) || "the client (%h, $remote_addr)",
    has("time") || has("date", "clock") || "the time (%t, $time_local)",
    has("request") || (has("method") && has("target", "path")) || "the request (%r, $request)",
    has("status") || "the status (%>s, $status)",
  ].filter((part) => part !== true);
  if (missing.length === 0) return;
  throw new UserError(
    "FORMAT_UNKNOWN",
    `the format ${JSON.stringify(text)} does not tell ${missing.join(", ")}`,
    "copy the whole format string from the server's configuration",
    {field: "logFormat"},
  );
}
