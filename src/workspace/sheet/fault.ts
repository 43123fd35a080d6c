import type {z} from "zod";
import {type ErrorCode, UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {joinAnd, plural} from "../../base/text.ts";
import {quoted} from "./cell.ts";

/** Why a row of a sheet cannot be used. */
export interface SheetFault {
  /** Where the row begins; the file's first line is 1. */
  readonly line: number;
  /** Null where the row as a whole is at fault. */
  readonly column: string | null;
  /** What was found. No full stop. */
  readonly what: string;
  /** One thing to try, in the imperative. */
  readonly help: string;
}

/** How many faults of a sheet are told one by one; the rest are counted. */
export const mostFaults = 20;

/** A sheet that cannot be used: the first fault says so, and in which lines the next ones are. */
export class SheetRefused extends UserError {
  /** In the order in which they were found, at most {@link mostFaults}. */
  readonly faults: readonly SheetFault[];
  /** How many there are altogether. */
  readonly faultCount: number;

  constructor(code: ErrorCode, path: string, faults: readonly SheetFault[], faultCount: number = faults.length) {
    const {what, help, line, column} = faults[0]!;
    super(
      code,
      `${what}${restOf(faults, faultCount)}`,
      help,
      `${path}:${line}${column === null ? "" : `, column "${column}"`}`,
    );
    this.faults = faults.slice(0, mostFaults);
    this.faultCount = faultCount;
  }
}

function restOf(faults: readonly SheetFault[], faultCount: number): string {
  if (faultCount === 1) return "";
  const lines = [...new Set(faults.slice(1, mostFaults).map(({line}) => String(line)))];
  const places = `${lines.length === 1 ? "line" : "lines"} ${joinAnd(lines)}`;
  const next = faultCount > mostFaults ? ", the next" : "";
  return `; ${plural(faultCount - 1, "more fault", "more faults")}${next} in ${places}`;
}

/** The faults of a sheet as they are found: the first are kept, the rest counted. */
export class FaultList {
  readonly #kept: SheetFault[] = [];
  #count = 0;

  /** Takes down a fault. */
  add(fault: SheetFault): void {
    this.#count++;
    if (this.#kept.length < mostFaults) this.#kept.push(fault);
  }

  /** @throws {SheetRefused} where there was a fault. */
  throwAny(code: ErrorCode, path: string): void {
    if (this.#count > 0) throw new SheetRefused(code, path, this.#kept, this.#count);
  }
}

/** The fault that a schema found in a cell: in the schema's own words, or in general ones. */
export function cellFault(issue: z.core.$ZodIssue, cells: Readonly<Record<string, unknown>>, line: number): SheetFault {
  const column = issue.path.length === 0 ? null : String(issue.path[0]);
  const help: unknown = issue.code === "custom" ? issue.params?.["help"] : undefined;
  if (typeof help === "string") return {line, column, what: issue.message, help};
  if (column === null) return {line, column, what: issue.message, help: "correct the row"};
  const found = String(cells[column] ?? "");
  return {line, column, what: `${column} ${wordsFor(issue)}, found ${quoted(found)}`, help: helpFor(issue, found)};
}

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return issue.expected === "int" ? "must be a whole number" : `must be a ${issue.expected}`;
    case "too_small":
      if (issue.origin !== "string") return `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
      return issue.minimum === 1 ? "must not be empty" : `must have at least ${issue.minimum} characters`;
    case "too_big":
      if (issue.origin !== "string") return `must be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`;
      return `must have at most ${issue.maximum} characters`;
    default:
      return issue.message;
  }
}

function helpFor(issue: z.core.$ZodIssue, found: string): string {
  const near = issue.code === "invalid_value" ? nearest(found, issue.values.map(String)) : null;
  return near === null ? "correct the cell" : `write ${near}`;
}
