import {describe, expect, test} from "vitest";
import {findPhraseFault, isOffered, offerPhrase} from "../../../src/accounts/factors/pass-phrase.ts";
import {phraseWords} from "../../../src/accounts/factors/words.ts";

describe("pass phrases", () => {
  test("there are 2,048 words, of 3 to 8 letters, none twice, told apart by their first four", () => {
    expect(phraseWords).toHaveLength(2048);
    expect(new Set(phraseWords.map((word) => word.slice(0, 4))).size).toBe(2048);
    expect(phraseWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  test("six of them are offered, others each time, and taken", () => {
    const offers = Array.from({length: 50}, offerPhrase);
    expect(new Set(offers).size).toBe(50);
    for (const offer of offers) {
      expect(isOffered(offer)).toBe(true);
      expect(findPhraseFault(offer, ["A. Editor", "The Example Press"])).toBeNull();
    }
    expect(isOffered("six words that were not offered")).toBe(false);
  });

  for (const [phrase, want] of [
    ["fourteen signs", "too-short"],
    ["", "too-short"],
    // Fifteen letters of two halves each, as JavaScript counts them thirty.
    ["🦊🐻🐼🦁🐯🐨🐸🐵🐔🐧🐦🐤🦆🦉", "too-short"],
    ["x".repeat(201), "too-long"],
    [`so many words, ${"and one more of them ".repeat(8)}`, null],
    ["so many words so many words ", "plain"],
    ["1qaz2wsx3edc4rfv", "common"],
    ["1QAZ2wsx3EDC4rfv", "common"],
    ["123456789987654321", "common"],
    ["aaaaaaaaaaaaaaaaaaaabb", "plain"],
    ["abcabcabcabcabcabc", "plain"],
    ["horsehorsehorsehorse", "plain"],
    ["abcdefghijklmnopq", "plain"],
    ["qwertyuiop 987654321", "plain"],
    ["The Example Press 2026", "about-you"],
    ["a.editor.broadsheet", "about-you"],
    ["Broadsheet password!", "about-you"],
    ["the press of my aunt in Leipzig", null],
    ["korrekt pferd batterie", null],
    ["正确的马电池订书钉是一个很长的口令", null],
    ["no capital, no digit", null],
  ] as const) {
    test(`"${phrase.slice(0, 30)}": ${want ?? "taken"}`, () => {
      expect(findPhraseFault(phrase, ["A. Editor", "The Example Press"])).toBe(want);
    });
  }
});
