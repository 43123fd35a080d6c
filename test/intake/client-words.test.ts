import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {ClientWords, wordsOf} from "../../src/intake/client-words.ts";

/** What is given of a text that comes in pieces, as a scan shows it. */
function given(before: number, text: string, cuts: readonly number[] = []): string[] {
  const words: string[] = [];
  const picker = new ClientWords(before, (word) => words.push(word));
  const bytes = Buffer.from(text);
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let isWithin = false;
  for (const [place, end] of [...ends, bytes.length].entries()) {
    const piece = bytes.subarray(ends[place - 1] ?? 0, end);
    if (piece.length === 0) continue;
    if (isWithin) picker.goOn(piece);
    else picker.begin(piece, 0);
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) picker.begin(piece, at + 1);
    isWithin = piece.at(-1) !== 10;
  }
  return words;
}

describe("of each line one word is given", () => {
  for (const [what, before, text, want] of [
    ["the first", 0, "192.0.2.1 - -\n192.0.2.2 - -\n", ["192.0.2.1", "192.0.2.2"]],
    ["the second", 1, "www:80 192.0.2.1 -\nwww:80 192.0.2.2 -\n", ["192.0.2.1", "192.0.2.2"]],
    ["once, however often it comes", 0, "a x\nb x\na x\na y\n", ["a", "b"]],
    ["up to a comma, a tab or a return", 0, "a,b x\nc\tx\nd\r\n", ["a", "c", "d"]],
    ["the only one of its line", 0, "a\nb\n", ["a", "b"]],
    ["with what is not ASCII in it", 0, "ä.example x\n", ["ä.example"]],
    ["none of a line that is too short", 2, "a b\nc d e\n\n", ["e"]],
    ["none of a blank line, and none before a blank", 0, "\n a\nb c\n", ["b"]],
    ["none where the last line ends within it", 0, "a b\nc", ["a"]],
    ["none of nothing", 0, "", []],
  ] as const) {
    test(what, () => expect(given(before, text)).toEqual(want));
  }

  test("however the text is cut into pieces", () => {
    const letter = fc.constantFrom("a", "b", ".", "ä", " ", " ", ",", "\n");
    fc.assert(
      fc.property(fc.string({unit: letter, maxLength: 200}), fc.array(fc.nat()), fc.nat(3), (text, cuts, before) => {
        const words = text
          .split("\n")
          .slice(0, -1)
          .map((line) => wordsOf(line)[before] ?? "");
        const first = [...new Set(words)].filter((word) => word !== "");
        expect(given(before, `${text}`, cuts).filter((word) => first.includes(word))).toEqual(first);
      }),
      {seed: 2005, numRuns: 1000},
    );
  });
});

test("of more words than it remembers, all are given", () => {
  const words = Array.from({length: 300_000}, (_, place) => `198.${place >> 16}.${(place >> 8) & 255}.${place & 255}`);
  const seen = given(0, words.map((word) => `${word} -\n`).join(""));
  expect(new Set(seen)).toEqual(new Set(words));
});

test("a word without an end in sight is left out, and the lines after it are not", () => {
  expect(given(0, `${"x".repeat(300_000)} -\na -\n`, [100, 70_000, 140_000, 210_000])).toEqual(["a"]);
});
