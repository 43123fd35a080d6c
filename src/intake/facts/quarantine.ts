import {mostInFull, type Quarantine, type QuarantinedLine} from "../../workspace/quarantined.ts";
import type {Refusal, RefusalReason} from "../line/fields.ts";
import {earliestYear} from "../line/input-lines.ts";
import {causeOf, type UnreadLine} from "../strangers/unread-cause.ts";
import {lineShape} from "./line-shape.ts";

/** Why a line is no request, by its id; shown by `broadsheet quarantine` and explained in docs/formats.md. */
export const refusals = {
  "no-match": "does not fit the log format",
  "no-time": "holds no instant in the format's way of writing",
  "bad-time": "holds an instant that no calendar has",
  "absurd-time": `is dated before ${earliestYear} or in the future`,
  "bad-bytes": "claims more bytes than one answer can have",
  "too-long": "is longer than a megabyte",
  "no-client": "begins with something that is neither an address nor a host's name",
} as const satisfies Record<RefusalReason, string>;

/** So much of a line tells what it is. */
const longestSeen = 4096;

/** Collects the lines of an input that are no request: all are counted, and the first of them, and of each reason, are kept in full. */
export class QuarantineDraft {
  readonly #counts: Partial<Record<RefusalReason, number>> = {};
  readonly #lines: QuarantinedLine[] = [];
  readonly #inFull = new Set<RefusalReason>();
  readonly #seen: UnreadLine[] = [];

  count(reason: RefusalReason, lines: number): void {
    this.#counts[reason] = (this.#counts[reason] ?? 0) + lines;
  }

  /**
   * Keeps a line in full where there is room for it; it is counted apart. Told in the order of the lines.
   *
   * @param text The line, clean.
   */
  keep(line: number, text: string, refusal: Refusal): void {
    if (this.#lines.length >= mostInFull && this.#inFull.has(refusal.reason)) return;
    this.#inFull.add(refusal.reason);
    this.#lines.push(refuse(line, text, refusal));
    this.#seen.push({text: text.slice(0, longestSeen), length: text.length, ...refusal});
  }

  /** What was collected. */
  end(): Quarantine {
    return {counts: this.#counts, lines: this.#lines, cause: causeOf(this.#seen, this.#counts)};
  }
}

/**
 * What is kept of a line that is no request?
 *
 * @param text The line, clean.
 */
export function refuse(line: number, text: string, {reason, column, expected}: Refusal): QuarantinedLine {
  const tellsTime = reason === "bad-time" || reason === "absurd-time";
  const excerpt =
    reason === "too-long"
      ? ""
      : lineShape(text, column, {expected: expected && /^[a-z, ]+$/.test(expected) ? expected : null, tellsTime});
  return {line, column, reason, excerpt};
}
