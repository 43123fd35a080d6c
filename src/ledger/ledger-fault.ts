import {advise} from "../base/advice.ts";
import {type ErrorCode, UserError} from "../base/error.ts";
import {mostFaults} from "../workspace/sheet/fault.ts";

/** Where something stands in the ledger. */
export interface LedgerPlace {
  readonly path: string;
  /** The file's first line is 1; null where the file as a whole is meant. */
  readonly line: number | null;
  /** Null where the row as a whole is meant. */
  readonly column: string | null;
}

/** Something doubtful: it is told, and keeps nobody from making a report. */
export interface LedgerWarning extends LedgerPlace {
  /** What was found. No full stop. */
  readonly what: string;
  /** One thing to try, in the imperative. */
  readonly help: string;
}

/** Why the ledger cannot be used. */
export interface LedgerFault extends LedgerWarning {
  readonly code: ErrorCode;
}

/** How a place is written: `deliveries.csv:4, column "copies"`. */
export function placeText({path, line, column}: LedgerPlace): string {
  return `${path}${line === null ? "" : `:${line}`}${column === null ? "" : `, column "${column}"`}`;
}

/** A ledger that cannot be used: the first fault says so. */
export class LedgerRefused extends UserError {
  /** The first of them, in the order of books and lines. */
  readonly faults: readonly LedgerFault[];
  /** How many there are altogether. */
  readonly faultCount: number;

  constructor(faults: readonly LedgerFault[], faultCount: number = faults.length) {
    const first = faults[0]!;
    const more = faultCount === 1 ? null : advise("other-ledger-faults", {count: faultCount - 1});
    super(first.code, first.what, first.help, placeText(first), more);
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

/** Things as they are found: the first are kept, the rest counted. */
export class Findings<Found> {
  readonly #kept: Found[] = [];
  readonly #most: number;
  #count = 0;

  /** @param most How many are kept. */
  constructor(most = mostFaults) {
    this.#most = most;
  }

  /** Takes down what was found. */
  add(found: Found): void {
    this.#count++;
    if (this.#kept.length < this.#most) this.#kept.push(found);
  }

  /** Takes down several, of which some were only counted. */
  addAll(found: readonly Found[], count = found.length): void {
    for (const one of found) this.add(one);
    this.#count += count - found.length;
  }

  /** In the order in which they were found. */
  get kept(): readonly Found[] {
    return this.#kept;
  }

  /** How many there are altogether. */
  get count(): number {
    return this.#count;
  }
}
