import {readFileSync} from "node:fs";

/** What the logs of one month hold: the plan that the generator fulfils and that the report must find again. */
export interface MonthFigures {
  /** The month, `YYYY-MM`. */
  readonly period: string;
  readonly days: number;
  /** Distinct clients with a counted request. */
  readonly readers: number;
  /** Counted requests; the same as `verdicts.counted`. */
  readonly documents: number;
  /** Of the counted requests, together. */
  readonly bytes: number;
  /** Requests of each verdict, by its id, in the order in which the rules are tried. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** Distinct readers who were sent to an outside place, by its name. */
  readonly sentTo: Readonly<Record<string, number>>;
  /** Lines that cannot be a request. */
  readonly damaged: number;
  /** Lines that are blank or begin with `#`. */
  readonly ignored: number;
  /** Of the log's lines, uncompressed. */
  readonly sha256: string;
}

/** Everything the example was built to hold, month by month. */
export interface ExampleFigures {
  readonly publication: string;
  readonly period: string;
  readonly timeZone: string;
  /** The month before the period: a small log, for the ranks that departments and documents had then. */
  readonly before: MonthFigures;
  readonly months: readonly MonthFigures[];
  /** Of the whole period, as sets: who came in several months is one. */
  readonly whole: Pick<MonthFigures, "readers" | "sentTo">;
}

/** Where the figures are kept. */
export const figuresFile = new URL("../figures.json", import.meta.url);

/** What was the example built to hold? The file is trusted: it belongs to the example. */
export function readFigures(): ExampleFigures {
  return JSON.parse(readFileSync(figuresFile, "utf8")) as ExampleFigures;
}

/** Which months have a log, and which place does each have in the period? From 0 for July; June is -1. */
export function loggedMonths({before, months}: ExampleFigures): readonly (readonly [MonthFigures, number])[] {
  return [[before, -1], ...months.map((figures, month) => [figures, month] as const)];
}
