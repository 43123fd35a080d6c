import {expect, test} from "vitest";
import {country, language} from "../../../src/base/words/message.ts";
import {english} from "../../in-english.ts";

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
  test(`"${tag}" is called ${want || "nothing"}`, () => expect(english.translate(language(tag))).toBe(want));
}

for (const [code, want] of [
  ["cn", "China"],
  ["HK", "Hong Kong SAR China"],
  ["ZZ", "ZZ"],
  ["XQ", "XQ"],
  ["France", "France"],
  ["", ""],
] as const) {
  test(`the country "${code}" is called ${want || "nothing"}`, () =>
    expect(english.translate(country(code))).toBe(want));
}
