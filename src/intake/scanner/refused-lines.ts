import {mostInFull} from "../../workspace/quarantined.ts";
import type {Refusal, RefusalReason} from "../line/fields.ts";

/** A line that is no request, and why. */
export interface RefusedLine extends Refusal {
  /** Its row in what was read, from 0. */
  readonly row: number;
  /** The line, clean. */
  readonly text: string;
}

/** Lines of a chunk that are no requests. */
export interface ChunkRefusals {
  /** How many there are, by reason. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** The first of those, and of each reason, in order. */
  readonly inFull: readonly RefusedLine[];
  /** How many are no requests and nothing is wrong with them: blank ones, comments. */
  readonly ignored: number;
}

/** Collects lines that are no requests: all are counted, a few are kept. */
export class RefusalCounts {
  ignored = 0;
  readonly #counts: Partial<Record<RefusalReason, number>> = {};
  readonly #inFull: RefusedLine[] = [];
  readonly #added = new Set<RefusalReason>();

  /** Takes the next line that was read as text; short ones were kept before, wherever they stand. */
  add(line: RefusedLine): void {
    if (this.#inFull.length < 2 * mostInFull || !this.#added.has(line.reason)) this.keep(line);
    this.#added.add(line.reason);
    this.count(line.reason);
  }

  keep(line: RefusedLine): void {
    this.#inFull.push(line);
  }

  count(reason: RefusalReason): void {
    this.#counts[reason] = (this.#counts[reason] ?? 0) + 1;
  }

  all(): ChunkRefusals {
    const reasons = new Set<RefusalReason>();
    const inFull = this.#inFull
      .sort((one, other) => one.row - other.row)
      .filter(({reason}, place) => {
        const isFirst = !reasons.has(reason);
        reasons.add(reason);
        return isFirst || place < mostInFull;
      });
    return {refused: this.#counts, inFull, ignored: this.ignored};
  }
}
