import fc from "fast-check";
import {expect, test} from "vitest";
import {inFormOf} from "../../../src/operations/files/lines.ts";
import {baseIn, mergeAppended} from "../../../src/operations/files/merge.ts";
import {fileStateOf, parseState, printState} from "../../../src/operations/files/state.ts";

const options = {seed: 2005, numRuns: 500};
const row = fc.stringMatching(/^[a-zé中/,. ]{1,12}$/);
const rows = fc.array(row, {maxLength: 6});
const added = fc.array(row, {minLength: 1, maxLength: 6});
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test("rows that two people added are all there, once, in their order, behind what was there", () => {
  fc.assert(
    fc.property(rows, added, added, (base, theirs, ours) => {
      fc.pre(ours.some((line, place) => line !== theirs[place]));
      const [before, they, we] = [base, [...base, ...theirs], [...base, ...ours]].map((one) =>
        Buffer.from(textOf(one)),
      );
      const merged = mergeAppended(before!, they!, we!);
      expect(merged?.content.toString()).toBe(textOf([...base, ...theirs, ...ours]));
      expect(merged?.between).toEqual(theirs);
    }),
    options,
  );
});

test("whoever changed what was there gets nothing put together", () => {
  fc.assert(
    fc.property(added, added, fc.nat(), row, (base, theirs, at, other) => {
      const place = at % base.length;
      fc.pre(base[place] !== other);
      const changed = base.with(place, other);
      const [before, they, we] = [base, [...base, ...theirs], changed].map((one) => Buffer.from(textOf(one)));
      expect(mergeAppended(before!, they!, we!)).toBeNull();
      expect(baseIn(fileStateOf(before!), we!)).toBeNull();
    }),
    options,
  );
});

test("what a form gives back untouched is the file that it was made of, byte for byte", () => {
  const piece = fc.constantFrom("a", "é", '"', ",", " ", "\n", "\r\n", "\r", "\ufeff");
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        const file = Buffer.from(text);
        // As a browser sends what stands in a text area.
        const typed = new TextDecoder().decode(file).replaceAll(/\r\n|\r|\n/g, "\r\n");
        expect(inFormOf(file, typed).toString()).toBe(text);
      },
    ),
    options,
  );
});

test("what a form carries is read again, and nothing else is taken for it", () => {
  for (const state of [fileStateOf(null), fileStateOf(Buffer.from("")), fileStateOf(Buffer.from("path\n"))]) {
    expect(parseState(printState(state))).toEqual(state);
  }
  for (const text of ["", "null", "a".repeat(64), `${"a".repeat(64)}--1`, `${"A".repeat(64)}-1`]) {
    expect(parseState(text)).toBeNull();
  }
});
