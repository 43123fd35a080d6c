import {describe, expect, test} from "vitest";
import {cleanLine, tooLongMark} from "../../../src/intake/line/clean.ts";
import {ChunkCutter, firstCapacity} from "../../../src/intake/scanner/chunk-cutter.ts";

const megabyte = 1 << 20;

/** The lines that come out of pieces, as texts. */
function linesOf(pieces: readonly Buffer[]): string[] {
  const cutter = new ChunkCutter(new Uint8Array(firstCapacity));
  for (const piece of pieces) cutter.add(piece);
  const {chunk, length} = cutter.end();
  const bytes = Buffer.from(chunk.buffer, 0, length);
  const lines: string[] = [];
  for (let at = 0; at < length; ) {
    const end = bytes.indexOf(10, at);
    lines.push(cleanLine(bytes.subarray(at, end)));
    at = end + 1;
  }
  return lines;
}

describe("what comes in pieces comes out in lines", () => {
  for (const [what, pieces, wanted] of [
    ["nothing", [], []],
    ["a line in two pieces", ["one", " more\ntwo\n"], ["one more", "two"]],
    ["a last line without an end", ["one\n", "two"], ["one", "two"]],
    ["empty lines", ["\n\n", "\n"], ["", "", ""]],
    ["carriage returns", ["one\r", "\ntwo\r\n"], ["one", "two"]],
    [
      "megabytes of NUL before a line",
      ["one\n", ...Array(5).fill("\0".repeat(megabyte)), "two\nthree\n"],
      ["one", "two", "three"],
    ],
    ["a line of megabytes", ["one\n", ...Array(5).fill("x".repeat(megabyte)), "y\ntwo\n"], ["one", tooLongMark, "two"]],
    ["a line as long as one may be", ["x".repeat(megabyte), "\ntwo\n"], ["x".repeat(megabyte), "two"]],
    ["a line longer by one", ["x".repeat(megabyte), "y\ntwo\n"], [tooLongMark, "two"]],
  ] as const) {
    test(what, () => {
      expect(linesOf(pieces.map((piece: string) => Buffer.from(piece)))).toEqual(wanted);
    });
  }
});

test("a full chunk ends with a whole line, and the next begins with the rest", () => {
  const cutter = new ChunkCutter(new Uint8Array(firstCapacity));
  const piece = Buffer.from(`${"x".repeat(999)}\n`.repeat(1048));
  while (!cutter.isFull) cutter.add(piece);
  cutter.add(Buffer.from("an open line"));
  const {chunk, length, rest} = cutter.cut();
  expect(chunk[length - 1]).toBe(10);
  expect(length % 1000).toBe(0);
  expect(Buffer.from(rest).toString()).toBe("an open line");
});
