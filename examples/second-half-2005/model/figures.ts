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
  readonly months: readonly MonthFigures[];
}

/** Where the figures are kept. */
export const figuresFile = new URL("../figures.json", import.meta.url);

/** What was the example built to hold? The file is trusted: it belongs to the example. */
export function readFigures(): ExampleFigures {
  return JSON.parse(readFileSync(figuresFile, "utf8")) as ExampleFigures;
}
