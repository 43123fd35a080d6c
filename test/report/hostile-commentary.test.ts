import {describe, expect, test} from "vitest";
import {parseProse} from "../../src/report/commentary/parse-prose.ts";
import {readCommentary} from "../../src/report/commentary/read-commentary.ts";

const head = "---\nby: Mole\ndate: 2025-10-01\n---\n";
const bomb = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ..."bcdefghi".split("").map((name, place) => `${name}: &${name} [${`*${"abcdefgh"[place]},`.repeat(9)}x]`),
];

describe("a commentary is refused with", () => {
  for (const [what, text, message, where] of [
    [
      "an alias in its head",
      "---\nby: *Mole*\ndate: 2025-10-01\n---\nhello\n",
      "an alias stands for nothing",
      "c.md:2:5",
    ],
    [
      "aliases of aliases",
      `---\n${bomb.join("\n")}\n---\nx`,
      "an alias stands for nothing, or for too much",
      "c.md:2:4",
    ],
    ["brackets in brackets in its head", `---\nby: ${"[".repeat(4000)}\n---\nx`, "the head is not YAML", "c.md:2:"],
    ["a head as long as a book", `---\nby: ${"x".repeat(5000)}\n---\nx`, "its head is longer", "c.md:1:1"],
    ["deep quotes", `${head}${">".repeat(2000)} x`, "nested too deeply", "c.md:5:"],
    ["quotes without end", `${head}\n${">".repeat(60_000)}`, "nested too deeply", "c.md:6:"],
    ["lists in lists", `${head}${"- ".repeat(500)}x`, "nested too deeply", "c.md:5:"],
    [
      "lists in lists below each other",
      `${head}${Array.from({length: 99}, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")}`,
      "nested too deeply",
      "c.md:",
    ],
    ["thousands of brackets", `${head}${"[".repeat(30_000)}`, "more than 2000 signs of markup", "c.md:5:200"],
    ["emphasis in emphasis", `${head}${"*_".repeat(10_000)}`, "more than 2000 signs of markup", "c.md:5:200"],
    ["thousands of headings", `${head}${"a\n-\n".repeat(3000)}`, "more lists and headings", "c.md:"],
    ["more letters than a text has", `${head}${"a".repeat(70_000)}`, "more than 65536 characters", "c.md:5:1"],
    ["thousands of figures", `${head}${"{{readers 2005-12}}".repeat(3000)}`, "more than 1000 figures", "c.md:5:19001"],
  ] as const) {
    test(what, () => {
      const read = (): unknown => parseProse(readCommentary(text, "c.md"), new Map());
      expect(read).toThrow(
        expect.objectContaining({code: "COMMENTARY_REFUSED", message: expect.stringContaining(message)}),
      );
      expect(read).toThrow(expect.objectContaining({where: expect.stringContaining(where)}));
    });
  }
});

test("quotes and lists as a person nests them are read", () => {
  const text = `${head}> said\n> > and answered\n\n1. one\n   - a\n     - b\n       - c\n\nTwo lines  \nwith   spaces \n and more.`;
  const blocks = parseProse(readCommentary(text, "c.md"), new Map());
  expect(blocks.map(({kind}) => kind)).toEqual(["quote", "list", "paragraph"]);
});
