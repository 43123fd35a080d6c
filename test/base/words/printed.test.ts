import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type LanguageId, languageIds} from "../../../src/base/words/language.ts";
import {
  capital,
  clauses,
  country,
  day,
  either,
  figure,
  language,
  listed,
  message,
  month,
  period,
  weekday,
} from "../../../src/base/words/message.ts";
import {Translator} from "../../../src/base/words/translator.ts";

const said: Readonly<Record<LanguageId, Translator>> = {
  ...{en: new Translator("en"), es: new Translator("es"), fr: new Translator("fr")},
  ...{de: new Translator("de"), zh: new Translator("zh"), ar: new Translator("ar")},
};

// Spaces that hold together are written out: \u00a0 is one, \u202f a narrow one.
const rows: readonly (readonly [
  what: string,
  print: (words: Translator) => string,
  want: Readonly<Record<LanguageId, string>>,
])[] = [
  [
    "a number",
    (words) => words.number(1_234_567.25, 1),
    {
      en: "1,234,567.3",
      es: "1.234.567,3",
      fr: "1\u202f234\u202f567,3",
      de: "1.234.567,3",
      zh: "1,234,567.3",
      ar: "1,234,567.3",
    },
  ],
  [
    "a number of four digits",
    (words) => words.number(4882),
    {en: "4,882", es: "4882", fr: "4\u202f882", de: "4.882", zh: "4,882", ar: "4,882"},
  ],
  [
    "a number below 0",
    (words) => words.number(-1.25, 2),
    {en: "−1.25", es: "−1,25", fr: "−1,25", de: "−1,25", zh: "−1.25", ar: "−1.25"},
  ],
  [
    "a share",
    (words) => words.share(0.123),
    {en: "12.3%", es: "12,3\u00a0%", fr: "12,3\u00a0%", de: "12,3\u00a0%", zh: "12.3%", ar: "12.3%"},
  ],
  [
    "a share that is all but none",
    (words) => words.share(0.0001),
    {en: "<0.1%", es: "<0,1\u00a0%", fr: "<0,1\u00a0%", de: "<0,1\u00a0%", zh: "<0.1%", ar: "أقل من 0.1%"},
  ],
  [
    "a month",
    (words) => words.translate(month("2005-07")),
    {en: "July 2005", es: "julio de 2005", fr: "juillet 2005", de: "Juli 2005", zh: "2005年7月", ar: "يوليو 2005"},
  ],
  [
    "a month over a column",
    (words) => words.shortMonth("2005-09"),
    {en: "Sep", es: "sept", fr: "sept.", de: "Sep", zh: "9月", ar: "سبتمبر"},
  ],
  [
    "a half-year",
    (words) => words.translate(period("2005-H2")),
    {
      en: "second half of 2005",
      es: "segundo semestre de 2005",
      fr: "second semestre 2005",
      de: "zweites Halbjahr 2005",
      zh: "2005年下半年",
      ar: "النصف الثاني من 2005",
    },
  ],
  [
    "a quarter",
    (words) => words.translate(period("2005-Q1")),
    {
      en: "first quarter of 2005",
      es: "primer trimestre de 2005",
      fr: "premier trimestre 2005",
      de: "erstes Quartal 2005",
      zh: "2005年第一季度",
      ar: "الربع الأول من 2005",
    },
  ],
  [
    "a year",
    (words) => words.translate(period("2005")),
    {en: "2005", es: "2005", fr: "2005", de: "2005", zh: "2005年", ar: "2005"},
  ],
  [
    "months of one year",
    (words) => words.translate(period("2005-07..2005-10")),
    {
      en: "July to October 2005",
      es: "julio a octubre de 2005",
      fr: "juillet à octobre 2005",
      de: "Juli bis Oktober 2005",
      zh: "2005年7月至10月",
      ar: "يوليو إلى أكتوبر 2005",
    },
  ],
  [
    "months of two years",
    (words) => words.translate(period("2005-12..2006-01")),
    {
      en: "December 2005 to January 2006",
      es: "diciembre de 2005 a enero de 2006",
      fr: "décembre 2005 à janvier 2006",
      de: "Dezember 2005 bis Januar 2006",
      zh: "2005年12月至2006年1月",
      ar: "ديسمبر 2005 إلى يناير 2006",
    },
  ],
  [
    "a day",
    (words) => words.translate(day("2005-12-01")),
    {
      en: "2005-12-01",
      es: "1 de diciembre de 2005",
      fr: "1er décembre 2005",
      de: "1. Dezember 2005",
      zh: "2005年12月1日",
      ar: "1 ديسمبر 2005",
    },
  ],
  [
    "a day in a cell",
    (words) => words.shortDay("2005-12-01"),
    {en: "2005-12-01", es: "1 dic 2005", fr: "1er déc. 2005", de: "01.12.2005", zh: "2005年12月1日", ar: "01/12/2005"},
  ],
  [
    "a day of the week",
    (words) => words.translate(weekday(0)),
    {en: "Monday", es: "lunes", fr: "lundi", de: "Montag", zh: "星期一", ar: "الاثنين"},
  ],
  [
    "a country",
    (words) => words.translate(country("CN")),
    {en: "China", es: "China", fr: "Chine", de: "China", zh: "中国", ar: "الصين"},
  ],
  [
    "a language",
    (words) => words.translate(language("zh-Hant")),
    {
      en: "Traditional Chinese",
      es: "chino tradicional",
      fr: "chinois traditionnel",
      de: "Chinesisch (traditionell)",
      zh: "繁体中文",
      ar: "الصينية التقليدية",
    },
  ],
  [
    "a list",
    (words) => words.translate(listed(["a", "b", "c"])),
    {en: "a, b and c", es: "a, b y c", fr: "a, b et c", de: "a, b und c", zh: "a、b和c", ar: "a وb وc"},
  ],
  [
    "alternatives",
    (words) => words.translate(either(["/a", "/b"])),
    {en: "/a or /b", es: "/a o /b", fr: "/a ou /b", de: "/a oder /b", zh: "/a或/b", ar: "/a أو /b"},
  ],
  [
    "clauses",
    (words) => words.translate(clauses(["a", "b"])),
    {en: "a; b", es: "a; b", fr: "a\u00a0; b", de: "a; b", zh: "a；b", ar: "a؛ b"},
  ],
  [
    "the beginning of a sentence",
    (words) => words.translate(capital(message("book-editions"))),
    {
      en: "The book of editions",
      es: "El libro de ediciones",
      fr: "Le registre des éditions",
      de: "Das Buch der Ausgaben",
      zh: "出版账",
      ar: "دفتر الأعداد",
    },
  ],
  [
    "a label within a sentence",
    (words) => words.within(words.t("verdict.robots")),
    {en: "robots", es: "robots", fr: "robots", de: "Roboter", zh: "机器人", ar: "الروبوتات"},
  ],
];

for (const [what, print, want] of rows) {
  describe(what, () => {
    for (const id of languageIds) {
      test(`${id}: ${want[id]}`, () => expect(print(said[id])).toBe(want[id]));
    }
  });
}

describe("Arabic counts in six ways", () => {
  for (const [count, want] of [
    [0, "الروبوتات: استُبعد 0 طلب."],
    [1, "الروبوتات: استُبعد طلب واحد."],
    [2, "الروبوتات: استُبعد طلبان."],
    [3, "الروبوتات: استُبعد 3 طلبات."],
    [11, "الروبوتات: استُبعد 11 طلبًا."],
    [100, "الروبوتات: استُبعد 100 طلب."],
    [1103, "الروبوتات: استُبعد 1,103 طلبات."],
  ] as const) {
    test(want, () => expect(said.ar.t("left-out", {label: message("verdict.robots"), requests: count})).toBe(want));
  }
});

test("whole millions take their preposition in Spanish and French", () => {
  expect(said.es.t("left-out", {label: "x", requests: 2_000_000})).toBe("x: 2.000.000 de peticiones excluidas.");
  expect(said.fr.t("map-rings", {copies: 1_000_000})).toBe(
    "Un anneau a reçu moins de 1\u202f000\u202f000 d’exemplaires.",
  );
});

test("every language prints the digits that English prints", () => {
  const digits = (text: string): string => text.replace(/[^\d−]/g, "");
  fc.assert(
    fc.property(fc.double({min: -1e9, max: 1e9, noNaN: true}), fc.integer({min: 0, max: 3}), (value, decimals) => {
      const printed = languageIds.map((id) => digits(said[id].number(value, decimals)));
      expect(new Set(printed).size).toBe(1);
    }),
  );
});

test("what is no number is a bug, not a figure", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => said.en.number(value)).toThrow(RangeError);
});

test("text of a publisher's stays as it is, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(said.en.t("label-and-text", {label: text, text: figure(1)})).toBe(`${text}: 1`);
    }),
  );
});
