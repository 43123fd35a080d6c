import type {MemberMap} from "../kinds/json-lines.ts";
import type {InstantFormat} from "../line/instant.ts";
import type {LineField} from "../line/writing.ts";
import {joined, type Piece} from "./pieces.ts";

/** A format string that writes JSON: which member tells what, whatever a person called it, and in whatever order they come. */
export interface JsonString {
  readonly members: MemberMap;
  readonly fields: readonly LineField[];
  readonly instant: InstantFormat | undefined;
}

/**
 * Which members does a format string of JSON write? `{"who": "$remote_addr", "what": "$request", "code": $status}`.
 *
 * @param piecesOf What a server's directives mean, in the value of a member.
 * @param instantOf How the pieces write an instant.
 * @returns null where the string is no object of JSON.
 */
export function jsonString(
  string: string,
  piecesOf: (value: string) => Piece[],
  instantOf: (pieces: readonly Piece[]) => InstantFormat | undefined,
): JsonString | null {
  const object = objectIn(string);
  if (object === null) return null;
  const members: Partial<Record<LineField, string[]>> = {};
  const fields: LineField[] = [];
  let instant: InstantFormat | undefined;
  for (const [path, value] of leavesOf(object, "")) {
    const pieces = piecesOf(value);
    const field = fieldOf(pieces);
    if (field === "") continue;
    if (isTime(field)) instant ??= instantOf(pieces);
    members[field] = [...(members[field] ?? []), path];
    fields.push(field);
  }
  const halves =
    fields.includes("date") && fields.includes("clock") ? instantOf(allPieces(object, piecesOf)) : undefined;
  return {members, fields, instant: halves ?? instant};
}

/** What a member's value tells as a whole. */
function fieldOf(pieces: readonly Piece[]): LineField {
  const tokens = joined(pieces);
  const fields = tokens.flatMap((token) => (typeof token !== "string" && "field" in token ? [token.field] : []));
  const has = (...names: LineField[]): boolean => names.some((name) => fields.includes(name));
  if (has("request") || (has("method") && has("target", "path"))) return "request";
  // An address that is put together of a host and what was asked for.
  if (has("target", "path") && fields.length > 1) return "target";
  if (has("date") && has("clock")) return "time";
  return fields.find((field) => field !== "") ?? "";
}

function isTime(field: LineField): boolean {
  return field === "time" || field === "date" || field === "clock";
}

function allPieces(object: object, piecesOf: (value: string) => Piece[]): Piece[] {
  return leavesOf(object, "").flatMap(([, value]) => piecesOf(value));
}

/** Numbers stand without quotes: `"status": $status`. */
const bareDirective = /(:\s*)([$%][^\s"',]*?)(?=\s*[,}])/g;

function objectIn(string: string): object | null {
  const text = string.trim();
  if (!text.startsWith("{") || !text.endsWith("}")) return null;
  try {
    return JSON.parse(text.replace(bareDirective, '$1"$2"')) as object;
  } catch {
    return null;
  }
}

/** Members with a text for a value, and of a list its first, as JSON lines are read. */
function leavesOf(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return leavesOf(value[0], path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === "" ? name : `${path}.${name}`));
}
