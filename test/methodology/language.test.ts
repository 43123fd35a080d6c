import {expect, test} from "vitest";
import {languageTitle} from "../../src/methodology/language.ts";
import {languageCell} from "../../src/workspace/language-cell.ts";

for (const [tag, want] of [
  ["zh", "Chinese"],
  ["zh-Hant", "Traditional Chinese"],
  ["en-GB", "British English"],
  ["pt-BR", "Brazilian Portuguese"],
  ["fil", "Filipino"],
  ["xx", "xx"],
  ["", ""],
  ["no language", "no language"],
  ["<b>", "<b>"],
] as const) {
  test(`"${tag}" is called ${want || "nothing"}`, () => expect(languageTitle(tag)).toBe(want));
}

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
