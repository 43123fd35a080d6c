import fc from "fast-check";
import {expect, test} from "vitest";
import {decodeText, isWorkbook} from "../../src/workspace/text-file.ts";

const utf16 = (text: string): number[] => [
  ...new Uint8Array(Uint16Array.from([...text], (c) => c.charCodeAt(0)).buffer),
];
const swapped = (bytes: readonly number[]): number[] => bytes.map((_, place) => bytes[place ^ 1]!);
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

for (const [what, bytes, text, encoding, isGuessed] of [
  ["nothing", [], "", "utf-8", false],
  ["plain letters", utf8("path"), "path", "utf-8", false],
  ["UTF-8", utf8("中文 é"), "中文 é", "utf-8", false],
  ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, ...utf8("中")], "中", "utf-8", false],
  ["a mark alone", [0xef, 0xbb, 0xbf], "", "utf-8", false],
  ["UTF-16 as Windows writes it", [0xff, 0xfe, ...utf16("中文;")], "中文;", "utf-16le", false],
  ["UTF-16 the other way round", [0xfe, 0xff, ...swapped(utf16("中文;"))], "中文;", "utf-16be", false],
  ["Windows-1252", [0xe9, 0x2c, 0x80, 0x93], "é,€“", "windows-1252", true],
] as const) {
  test(`${what} is read as ${encoding}${isGuessed ? ", a guess" : ""}`, () => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({text, encoding, isGuessed});
  });
}

for (const [what, bytes] of [
  ["UTF-8 with its mark that goes on as something else", [0xef, 0xbb, 0xbf, 0xe9, 0x2c]],
  ["UTF-16 cut off in the middle of a character", [0xff, 0xfe, 0x61]],
  ["UTF-16 with half a pair", [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]],
] as const) {
  test(`${what} is no text`, () => expect(decodeText(Uint8Array.from(bytes))).toBeNull());
}

for (const [what, bytes, want] of [
  ["an xlsx or ods", [0x50, 0x4b, 0x03, 0x04, 0x14], true],
  ["an xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], true],
  ["a CSV that begins with the same letters", utf8("PK,path"), false],
  ["nothing", [], false],
] as const) {
  test(`${what} is ${want ? "a" : "no"} spreadsheet's own file`, () => {
    expect(isWorkbook(Uint8Array.from(bytes))).toBe(want);
  });
}

test("whatever is written in UTF-8 comes back, and is never a guess", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme"}), (text) => {
      fc.pre(!text.startsWith("\ufeff"));
      expect(decodeText(new TextEncoder().encode(text))).toEqual({text, encoding: "utf-8", isGuessed: false});
    }),
  );
});
