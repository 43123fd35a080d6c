import {expect, test} from "vitest";
import {languageCell} from "../../src/workspace/sheet/language-cell.ts";

for (const [text, want] of [
  ["zh", "zh"],
  ["ZH-hant-tw", "zh-Hant-TW"],
  ["fil", "fil"],
  ["", null],
] as const) {
  test(`"${text}" is the tag ${want}`, () => expect(languageCell.parse(text)).toBe(want));
}

for (const text of ["Chinese", "english", "z", "zh-", "zh CN", "zh_", "中文", "x-klingon", "en-a"]) {
  test(`"${text}" is no tag`, () => expect(languageCell.safeParse(text).success).toBe(false));
}
