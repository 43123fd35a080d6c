import {expect, test} from "vitest";
import {formatSize, parseSize} from "../../src/base/size.ts";

for (const [text, bytes] of [
  ["512 MB", 512e6],
  ["4GB", 4e9],
  ["1.5 TB", 1.5e12],
  ["40 kB", 40e3],
  ["4", null],
  ["4 gb", null],
  ["-4 GB", null],
  ["4 GB and more", null],
  ["", null],
] as const) {
  test(`"${text}" is ${bytes ?? "no size"}`, () => expect(parseSize(text)).toBe(bytes));
}

for (const [bytes, text] of [
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [98_304, "98.3 kB"],
  [2.5e9, "2.5 GB"],
] as const) {
  test(`${bytes} bytes are ${text}`, () => expect(formatSize(bytes)).toBe(text));
}
