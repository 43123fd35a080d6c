import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {openNames, sealNames} from "../../src/workspace/address-book.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-book-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const path = join(folder, "a.book");
const key = "00112233445566778899aabbccddeeff";
const names = ["192.0.2.1", "2001:db8:5:6::/64", "proxy.example.org"];

test("what was sealed is opened with the same key", () => {
  sealNames(path, names.join("\n"), key, "2005-07");
  expect(openNames(path, key, "2005-07")).toEqual(names);
});

test("any names are what they were", () => {
  const name = fc.string({minLength: 1, unit: "binary"}).filter((text) => !text.includes("\n") && text.isWellFormed());
  fc.assert(
    fc.property(fc.array(name, {minLength: 1}), (some) => {
      sealNames(path, some.join("\n"), key, "2005-07");
      expect(openNames(path, key, "2005-07")).toEqual(some);
    }),
    {seed: 7, numRuns: 50},
  );
});

test("two books of the same names have nothing in common", () => {
  const bytes = [0, 1].map(() => {
    sealNames(path, names.join("\n"), key, "2005-07");
    return readFileSync(path).subarray(8);
  });
  expect(bytes[0]!.equals(bytes[1]!)).toBe(false);
  expect(bytes[0]!.subarray(0, 28).equals(bytes[1]!.subarray(0, 28))).toBe(false);
});

test("a book is for its owner alone", () => {
  sealNames(path, names.join("\n"), key, "2005-07");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("addresses that are alike take little room: less than five bytes each", () => {
  const many = Array.from({length: 65_536}, (_, number) => `198.18.${number >> 8}.${number & 255}`);
  sealNames(path, many.toSorted().join("\n"), key, "2005-07");
  expect(statSync(path).size).toBeLessThan(5 * many.length);
});

test("a book that is gone holds nothing, and is no fault", () => {
  expect(openNames(join(folder, "none.book"), key, "2005-07")).toBeNull();
});

describe("a book is refused", () => {
  const whole = (): Buffer => {
    sealNames(path, names.join("\n"), key, "2005-07");
    return readFileSync(path);
  };
  for (const [what, change, otherKey, month] of [
    ["with another workspace's key", (bytes: Buffer) => bytes, `${key.slice(1)}0`, "2005-07"],
    ["as that of another month", (bytes: Buffer) => bytes, key, "2005-08"],
    ["when a byte of it was changed", (bytes: Buffer) => bytes.fill(bytes[40]! ^ 1, 40, 41), key, "2005-07"],
    ["when its seal was changed", (bytes: Buffer) => bytes.fill(bytes.at(-1)! ^ 1, bytes.length - 1), key, "2005-07"],
    ["when it breaks off", (bytes: Buffer) => bytes.subarray(0, -3), key, "2005-07"],
    ["when it is cut to a stump", (bytes: Buffer) => bytes.subarray(0, 12), key, "2005-07"],
    ["when it is empty", () => Buffer.alloc(0), key, "2005-07"],
    ["when it is something else", () => Buffer.from("192.0.2.1\n"), key, "2005-07"],
  ] as const) {
    test(what, () => {
      writeFileSync(path, change(whole()));
      expect(() => openNames(path, otherKey, month)).toThrow(
        expect.objectContaining({code: "WORKSPACE_DAMAGED", where: path}),
      );
    });
  }
});
