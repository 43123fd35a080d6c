import type {QuarantinedLine} from "../workspace/catalogue.ts";
import type {LogFormat} from "./format.ts";
import {lineShape} from "./line-shape.ts";
import {earliestYear} from "./parse-sql.ts";

/** Why a line is no request, by its id; shown by `broadsheet quarantine` and explained in docs/formats.md. */
export const refusals = {
  "no-match": "does not fit the log format",
  "no-time": "holds no instant in the format's way of writing",
  "bad-time": "holds an instant that no calendar has",
  "absurd-time": `is dated before ${earliestYear} or in the future`,
  "bad-bytes": "claims more bytes than one answer can have",
  "too-long": "is longer than a megabyte",
} as const;

/** The id of a reason. */
export type RefusalReason = keyof typeof refusals;

/** Why a line is no request, and the column at which it goes wrong, from 1, in units of UTF-16. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly column: number;
}

/** Blank lines and comments are no requests and nothing is wrong with them. */
export function isIgnored(line: string): boolean {
  return line.trim() === "" || line.startsWith("#");
}

/**
 * What is kept of a line that is no request?
 *
 * @param text The line, clean.
 */
export function refuse(line: number, text: string, {reason, column}: Refusal, format: LogFormat): QuarantinedLine {
  const tellsTime = reason === "bad-time" || reason === "absurd-time";
  const excerpt = reason === "too-long" ? "" : lineShape(text, column, {format, tellsTime});
  return {line, column, reason, excerpt};
}
