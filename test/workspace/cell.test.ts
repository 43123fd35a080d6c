import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type Cell, dayOrEmptyCell, monthCell, textCell} from "../../src/workspace/sheet/cell.ts";
import {numberCell} from "../../src/workspace/sheet/number-cell.ts";

/** What the cell makes of the text: a value, or the fault's two parts. */
function read<Value>(cell: Cell<Value>, text: string): unknown {
  const result = cell.safeParse(text);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return [issue!.message, issue!.code === "custom" ? issue!.params?.["help"] : null];
}

describe("a number", () => {
  for (const [text, want] of [
    ["0", 0],
    ["48817", 48817],
    ["443.2", 443.2],
    ["0.125", 0.125],
    ["48.817", 48.817],
    ["007", 7],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ] as const) {
    test(`${text} is read`, () => expect(read(numberCell, text)).toBe(want));
  }

  for (const [text, plain] of [
    ["48,817", "48817"],
    ["48,817,000", "48817000"],
    ["1,234.5", "1234.5"],
    ["12,34,567", "1234567"],
    ["48 817", "48817"],
    ["48\u00a0817", "48817"],
    ["48\u202f817,5", "48817.5"],
    ["48'817", "48817"],
    ["48’817.25", "48817.25"],
    ["1.234,5", "1234.5"],
    ["1.234.567", "1234567"],
    ["443,2", "443.2"],
    ["0,125", "0.125"],
    ["1234,567", "1234.567"],
  ] as const) {
    test(`${text} is to be written ${plain}`, () => {
      expect(read(numberCell, text)).toEqual([`"${text}" is not written in plain digits`, `write ${plain}`]);
    });
  }

  for (const text of [
    ...["", "-", "abc", "4.88E+04", "443.2 MB", "12 %", "1,2,3", "1..2", ".5", "5.", "+5", "48 81", "-0", "Infinity"],
    ...["0x10", "１２", "=1+1", "\x1b[31m5"],
  ]) {
    test(`${JSON.stringify(text)} is not a number`, () => {
      const help = "write it in plain digits, like 48817 or 443.2";
      expect(read(numberCell, text)).toEqual([`"${text}" is not a number`, help]);
    });
  }

  for (const text of ["-5", "−5", "- 48,817", "-0.5"]) {
    test(`${text} is less than 0`, () => {
      expect(read(numberCell, text)).toEqual([`"${text}" is less than 0`, "write a number from 0 up"]);
    });
  }

  test("more digits than a figure can hold are refused", () => {
    expect(read(numberCell, "9007199254740993")).toEqual([
      '"9007199254740993" is more than can be held exactly',
      "check its digits",
    ]);
  });

  test("what is told to be written is a number that is read", () => {
    const texts = fc.stringMatching(/^[1-9]\d{0,3}([,.\s'’]\d{1,4}){0,3}$/);
    fc.assert(
      fc.property(texts, (text) => {
        const found = read(numberCell, text);
        if (!Array.isArray(found)) return;
        const plain = /^write (\d.*)$/.exec(String(found[1]))?.[1];
        if (plain === undefined) return;
        expect(read(numberCell, plain)).toBe(Number(plain));
        expect(plain.replace(/\D/g, "")).toBe(text.replace(/\D/g, ""));
      }),
    );
  });
});

describe("a month", () => {
  for (const text of ["2005-07", "2005-12", "1999-01"]) {
    test(`${text} is read`, () => expect(read(monthCell, text)).toBe(text));
  }
  for (const [text, help] of [
    ["2005-7", "write 2005-07"],
    ["2005/07", "write 2005-07"],
    ["2005.11", "write 2005-11"],
    ["2005-13", "write it like 2005-07"],
    ["2005-00", "write it like 2005-07"],
    ["2005-07-01", "write it like 2005-07"],
    ["Jul-05", "write it like 2005-07"],
    ["07/2005", "write it like 2005-07"],
    ["2005-H2", "write it like 2005-07"],
    ["", "write it like 2005-07"],
  ] as const) {
    test(`"${text}" is not a month: ${help}`, () => {
      expect(read(monthCell, text)).toEqual([`"${text}" is not a month`, help]);
    });
  }
});

for (const [text, want] of [
  ["", null],
  ["2004-02-29", "2004-02-29"],
  ["2005-02-29", ['"2005-02-29" is not a day', "write it like 2005-09-01"]],
  ["1.9.2005", ['"1.9.2005" is not a day', "write it like 2005-09-01"]],
] as const) {
  test(`a day or nothing: "${text}" is ${JSON.stringify(want)}`, () =>
    expect(read(dayOrEmptyCell, text)).toEqual(want));
}

test("a long text is cut where a message quotes it", () => {
  const [what] = read(monthCell, "x".repeat(500)) as [string];
  expect(what).toBe(`"${"x".repeat(60)}…" is not a month`);
});

test("a text may be anything but empty", () => {
  expect(read(textCell("write it"), "<b>\x1b")).toBe("<b>\x1b");
  expect(read(textCell("write it"), "")).toEqual(["the cell is empty", "write it"]);
});
