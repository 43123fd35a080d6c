import {expect, test} from "vitest";
import {type Group, Printed} from "../../../src/measures/disclosure/printed.ts";

/** Cells with readers who are in no other: so many in each. */
function printedOf(...readers: readonly number[]): Printed {
  const own = new Map(readers.map((count, cell) => [cell, count]));
  return new Printed(
    {readers: own, readersOf: async (cells) => cells.reduce((sum, cell) => sum + own.get(cell)!, 0)},
    10,
  );
}

const group = (cells: readonly number[], readers: number, more: Partial<Group> = {}): Group => {
  return {cells: new Set(cells), readers, hasRequests: true, ...more};
};
const published = (cells: readonly number[], readers: number, hasMoved: boolean): Group =>
  group(cells, readers, {isPublished: true, hasMoved});

test("a row that was published is told again, when a few readers more are counted", async () => {
  const printed = printedOf(33, 40);
  printed.print(published([0], 30, true));
  expect(await printed.admit(group([0], 33))).toBe(true);
  expect(await printed.admit(group([1], 40))).toBe(true);
});

test("two rows that were published do not tell what is small between them now", async () => {
  const printed = printedOf(30, 4);
  printed.print(published([0, 1], 45, true));
  printed.print(published([0], 30, false));
  // Fifteen readers were between the two; eleven of them were left out since.
  expect(await printed.admit(group([0], 30))).toBe(true);
  expect(await printed.admit(group([0, 1], 34))).toBe(false);
});

test("a row that was not published does not tell what was small beside those that were", async () => {
  const printed = printedOf(30, 14);
  printed.print(published([0, 1], 38, true));
  // Fourteen are between the two now, and were eight.
  expect(await printed.admit(group([0, 1], 44))).toBe(true);
  expect(await printed.admit(group([0], 30))).toBe(false);
});

test("the others that were published do not tell a row that has grown", async () => {
  const printed = printedOf(40, 17, 5, 6);
  printed.print(published([0], 40, false));
  printed.print(group([1, 2, 3], 18, {isPublished: true, hasRequests: false}));
  // Row 1 had seven readers and has seventeen: 18 less the 11 of the others without it are the seven.
  expect(await printed.admit(group([2, 3], 11))).toBe(false);
  expect(await printed.admit(group([1, 2, 3], 28))).toBe(true);
});
