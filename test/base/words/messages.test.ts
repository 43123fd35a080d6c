import {IntlMessageFormat} from "intl-messageformat";
import {describe, expect, test} from "vitest";
import {english} from "../../../src/base/words/en.ts";
import {languageIds, languages, wordingIn} from "../../../src/base/words/language.ts";
import type {MessageId, Messages} from "../../../src/base/words/message.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const ids = Object.keys(english) as MessageId[];

/** The pieces of a message, those within its branches too. */
function piecesOf(message: string, locale: string): Element[] {
  const within = (elements: readonly Element[]): Element[] =>
    elements.flatMap((element) => [
      element,
      ...("options" in element ? Object.values(element.options).flatMap(({value}) => within(value)) : []),
    ]);
  return within(new IntlMessageFormat(message, locale, undefined, {ignoreTag: true}).getAst());
}

/** What a message holds: all that stands in braces, by name. */
function namesOf(message: string, locale: string): string[] {
  // 0 is text, 7 the number of a plural.
  const named = piecesOf(message, locale).filter(({type}) => type !== 0 && type !== 7);
  return [...new Set(named.map((element) => ("value" in element ? String(element.value) : "")))].sort();
}

for (const id of languageIds) {
  const {name, locale} = languages[id];
  const own: Messages = languages[id].messages;
  // Of one that is missing, what stands in for it.
  const messages = Object.fromEntries(ids.map((one) => [one, wordingIn(languages[id], one).text])) as Record<
    MessageId,
    string
  >;
  describe(name, () => {
    test("has every message: what is missing is said in English", () => {
      expect(ids.filter((one) => !Object.hasOwn(own, one))).toEqual([]);
    });

    test("has no other message", () => {
      expect(Object.keys(own).filter((one) => !Object.hasOwn(english, one))).toEqual([]);
    });

    test("has something to say in each", () => {
      // Chinese sentences follow each other without a space.
      const empty = ids.filter((one) => messages[one] === "" && one !== "between-sentences");
      expect(empty).toEqual([]);
    });

    test("holds in each message what the English one holds", () => {
      const other = ids.filter((one) => namesOf(messages[one], locale).join() !== namesOf(english[one], "en").join());
      expect(other.map((one) => [one, namesOf(messages[one], locale)])).toEqual([]);
    });

    test("has each form of a plural that differs by number", () => {
      // "Millions of" is a form of its own in Spanish and French; where a noun does not follow, it is the plural.
      const asked = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => {
        return id === "ar" || form !== "many";
      });
      const lacking = ids.flatMap((one) =>
        piecesOf(messages[one], locale).flatMap((element) => {
          if (element.type !== 6) return [];
          const forms = Object.keys(element.options);
          const isOneForAll = forms.every((form) => form.startsWith("=") || form === "other");
          const missing = isOneForAll ? [] : asked.filter((form) => !forms.includes(form));
          return missing.length === 0 ? [] : [[one, ...missing]];
        }),
      );
      expect(lacking).toEqual([]);
    });

    test("has no character that turns the direction of writing or controls a terminal", () => {
      const marked = ids.filter((one) =>
        /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(messages[one]),
      );
      expect(marked).toEqual([]);
    });
  });
}

/** What is the same word, a name, a sign or a pattern in both. */
const alike =
  /^(?:percent|change-percent|times|between-|in-brackets|lead|label-and-text|year|month-and-year|span|full-stop|unit\.|base-is|sentence-of|list-|plan-reasons|range-bound|chart-heading|ledger-of-period|by-and-date|name-and-number|event-of-figure|gap|postal-h|setting-|robots-|referrers-)/;
const sameWords = new Set([
  "Name",
  "Notes",
  "Date",
  "Latitude",
  "Longitude",
  "Forum",
  "Pages",
  "Feed",
  "Text",
  "no",
  "PDF",
  "Port",
  "Publication",
  "Documents",
  "Document",
  "Site",
  "Agent",
  "Robot",
  "Robots",
  "Total",
  "Index",
  "Region",
  "Distance",
  "Verdict",
  "Index: {period} = {value}.",
  "Index, {base}",
  "Index ({base})",
  "{compared} · index, {base}",
  "Sessions",
  "Part",
  "Articles",
  "Megabytes",
  "Note {mark}",
  "Hits",
  "Downloads",
  "Client",
  "Clients",
  "Agents",
  "{number} kB",
  "{number} MB",
  "PDF",
]);

describe("a message is translated", () => {
  for (const id of languageIds.filter((one) => one !== "en")) {
    test(`into ${languages[id].name}: none is the English one but for words that are the same`, () => {
      const messages: Messages = languages[id].messages;
      const same = ids.filter(
        (one) => messages[one] === english[one] && /[a-z]{2}/i.test(english[one].replace(/\{[^}]*\}/g, "")),
      );
      expect(
        same.filter((one) => !alike.test(one) && !sameWords.has(english[one])).map((one) => [one, english[one]]),
      ).toEqual([]);
    });
  }
});
