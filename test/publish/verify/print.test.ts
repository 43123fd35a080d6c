import {expect, test} from "vitest";
import {answerOf, differs, figureTexts, type LevelAnswer, unchecked} from "../../../src/publish/verify/answer.ts";
import {printVerification} from "../../../src/publish/verify/print.ts";

function printed(...levels: readonly LevelAnswer[]): string {
  const record = {publication: "The Example Press", period: "2005-07", date: "2005-08-01"};
  const found = {where: "2005-07", editions: [{name: "2005-07", record, levels}]};
  return printVerification(found, {width: 120, color: false}).replace(/\s+/g, " ");
}

for (const [level, words] of [
  [1, "(signed as 77, now 2)"],
  [2, "(it says 77, made again 2)"],
  [3, "(said 77, is 2)"],
  [4, "(published 77, counted again 2)"],
  [5, "(published 77, counted again 2)"],
] as const) {
  test(`level ${level} says of two values which is which`, () => {
    const finding = differs("report.csv", "it is another", {published: "77", now: "2"});
    expect(printed(answerOf(level, [], [finding]))).toContain(`report.csv: it is another ${words}`);
  });
}

for (const [values, decimals, want] of [
  [[17_393, 17_413], 0, ["17,393", "17,413"]],
  [[522.1, 754], 1, ["522.1", "754.0"]],
  // As many digits as tell one from the other.
  [[350.19354838709677, 350.2], 0, ["350.19", "350.20"]],
  [[null, 12], 0, ["–", "12"]],
] as const) {
  test(`${values[0]} and ${values[1]} are printed as ${want.join(" and ")}`, () => {
    expect(figureTexts(values, decimals)).toEqual(want);
  });
}

test("a figure is printed as the report prints it, and kept as it is", () => {
  const finding = differs("report.json", "it is another", {published: "17393", now: "17413.5", decimals: 1});
  expect(printed(answerOf(5, [], [finding]))).toContain("(published 17,393.0, counted again 17,413.5)");
});

for (const [advice, words] of [
  ["compare-key", "give that one with --key KEY; or take this one for right from now on with --remember"],
  ["give-key", "give it with --key KEY"],
  ["ask-for-key", "Where the new key is theirs, give it with --key KEY"],
] as const) {
  test(`of a key that is not known, what can be done is said: ${advice}`, () => {
    expect(printed(answerOf(1, [], [unchecked("SHA256SUMS.minisig", "a key", {advice})]))).toContain(words);
  });
}
