import {test} from "vitest";

/*
 * `npm test` takes three minutes, so of what has many rows or draws many times it takes a few; `npm run test:long` runs the same files
 * with all of it. It finds them by their import of this file (test/long/vitest.config.ts).
 */

/** Is this the run that takes all of it? */
export const isWhole = process.env["BROADSHEET_TESTS"] === "all";

/** How many: few enough for every change, or as many as it takes. */
export function amount({few, all}: {readonly few: number; readonly all: number}): number {
  return isWhole ? all : few;
}

/** A test that takes seconds, and whose chief part another one holds: of `npm run test:long` alone. */
export function longTest(name: string, run: () => void | Promise<void>): void {
  if (isWhole) test(name, run);
}

/** The rows of a table of tests, or so many of them from its beginning to its end, the first among them. */
export function rowsOf<T>(rows: readonly T[], few: number): readonly T[] {
  if (isWhole || few >= rows.length) return rows;
  return Array.from({length: few}, (_, place) => rows[Math.floor((place * rows.length) / few)]!);
}
