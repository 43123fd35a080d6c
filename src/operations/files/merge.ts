import {sha256} from "../../base/sha256.ts";
import type {FileState} from "./state.ts";

/** What two people added, one behind the other. */
export interface Merged {
  readonly content: Buffer;
  /** The lines that came in between. */
  readonly between: readonly string[];
}

/** The bytes that a form was made of, where the file still begins with them; null where it does not. */
export function baseIn({sha256: hash, bytes}: FileState, content: Buffer): Buffer | null {
  const base = content.subarray(0, bytes);
  return base.length === bytes && sha256(base) === hash ? base : null;
}

/**
 * Both added whole lines to the same beginning: theirs first, ours behind them.
 *
 * Ours are not added twice where theirs begin with the very same lines: a form that was sent twice.
 *
 * @returns null where somebody changed what was there, or a row is not whole.
 */
export function mergeAppended(base: Buffer, theirs: Buffer, ours: Buffer): Merged | null {
  if (!ours.subarray(0, base.length).equals(base) || ours.length === base.length) return null;
  const [added, mine] = [theirs, ours].map((content) => content.subarray(base.length).toString("utf8"));
  const isWhole = base.length === 0 || endsLine(base.toString("utf8"));
  if (![added!, mine!].every((text) => isWhole || /^[\r\n]/.test(text))) return null;
  // A line end within quotes ends no row.
  if ([base.toString("utf8"), added!, mine!].some((text) => text.split('"').length % 2 === 0)) return null;
  const [line, myLines] = [linesOf(added!), linesOf(mine!)];
  if (myLines.every((text, place) => text === line[place])) {
    return {content: theirs, between: line.slice(myLines.length)};
  }
  const lineEnd = theirs.includes("\r\n") ? "\r\n" : "\n";
  const begin = endsLine(added!) ? "" : lineEnd;
  const end = endsLine(mine!) ? "" : lineEnd;
  const content = `${theirs.toString("utf8")}${begin}${mine!.replace(/^[\r\n]+/, "")}${end}`;
  return {content: Buffer.from(content), between: line};
}

function endsLine(text: string): boolean {
  return /[\r\n]$/.test(text);
}

function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line !== "");
}
