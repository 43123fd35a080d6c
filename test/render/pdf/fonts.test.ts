import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {languageIds, languages} from "../../../src/base/words/language.ts";
import {charactersOf} from "../../../src/render/pdf/cmap.ts";
import {loadFonts} from "../../../src/render/pdf/fonts.ts";

const {characters} = loadFonts();
const lacking = (text: string) => [...new Set(text)].filter((letter) => !characters.has(letter.codePointAt(0)!));

describe("the fonts of the PDF", () => {
  for (const language of languageIds) {
    test(`have every letter that a report says in ${language}`, () => {
      const said = Object.values(languages[language].messages).join("").replaceAll(/\s/g, " ");
      expect(lacking(said)).toEqual([]);
    });
  }

  test("have months, numbers and names of countries as each language writes them", () => {
    for (const {locale} of Object.values(languages)) {
      const names = new Intl.DisplayNames(locale, {type: "region"});
      const said = [names.of("CN"), names.of("TR"), names.of("SA"), new Intl.NumberFormat(locale).format(-1_234_567.8)];
      for (let month = 0; month < 12; month++)
        said.push(new Date(2005, month, 15).toLocaleDateString(locale, {dateStyle: "full"}));
      expect(lacking(said.join("")), locale).toEqual([]);
    }
  });

  test("have the marks of movement, notes and gaps", () => expect(lacking("▲▼=–−×·…*%‰€£¥“”‘’«»、。（）")).toEqual([]));

  test("lack what they lack", () => expect(lacking("aक😀한")).toEqual(["क", "😀", "한"]));
});

test("a font tells its characters: by segments up to U+FFFF, no others", () => {
  const font = readFileSync(new URL("../../../src/render/pdf/fonts/broadsheet-arabic.ttf", import.meta.url));
  const found = charactersOf(font);
  // By fontTools: U+0621 to U+063A are all there, and no Latin letter is.
  for (let code = 0x621; code <= 0x63a; code++) expect(found.has(code)).toBe(true);
  expect(found.has(0x41)).toBe(false);
  expect(found.has(0xffff)).toBe(false);
});

test("what is no font is refused", () => expect(() => charactersOf(new Uint8Array(64))).toThrow(RangeError));
