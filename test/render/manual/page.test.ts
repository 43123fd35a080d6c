import {describe, expect, test} from "vitest";
import {readManual} from "../../../src/cli/manual/pages.ts";
import {renderManualPage} from "../../../src/render/manual/page.ts";
import {widthOf} from "../../../src/render/text/wrap.ts";

const plain = {width: 40, color: false};
const rows = [
  {
    what: "a paragraph is broken, and a link to another page is its text alone",
    text: "A [page](other.md#there) that is\ntold of in `code`, and <b>no</b> HTML.\n<!-- run -->\n",
    lines: ["  A page that is told of in `code`, and", "  no HTML."],
  },
  {
    what: "a link to the web has its address behind it, once",
    text: "[Node](https://nodejs.org/) and <https://a.example/>.",
    lines: ["  Node <https://nodejs.org/> and", "  https://a.example/."],
  },
  {
    what: "commands stand as they are, however long",
    text: `\`\`\`sh\nbroadsheet ${"x".repeat(50)}\n\`\`\``,
    lines: [`    broadsheet ${"x".repeat(50)}`],
  },
  {
    what: "entries of a list hang, and are counted where they are counted",
    text: "- one that goes over the end of its only line\n- two\n\n3. three\n4. four",
    lines: ["  – one that goes over the end of its", "    only line", "  – two", "", "  3. three", "  4. four"],
  },
  {
    what: "a table's widest column gives way",
    text: "| Name | What |\n|---|---|\n| `a` | a sentence that is too long for the column |\n| b | short |",
    lines: [
      "  Name  What",
      "  ────  ────────────────────────────────",
      "  `a`   a sentence that is too long for",
      "        the column",
      "",
      "  b     short",
    ],
  },
  {
    what: "a table of too many columns is told row by row",
    text: "| A | B | C | D |\n|---|---|---|---|\n| 1 | 2 | 3 | |",
    lines: ["  A: 1", "  B: 2", "  C: 3"],
  },
  {what: "no sign of the text commands the terminal", text: "a\u001b[31mb `\u0007`", lines: ["  a\\x1b[31mb `\\x07`"]},
];

for (const {what, text, lines} of rows) {
  test(what, () => expect(renderManualPage(text, plain)).toBe(`${lines.join("\n")}\n`));
}

test("what is typed is emphasised on a terminal, word by word, and takes no width for it", () => {
  const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;
  expect(renderManualPage("# Title\n\nUse `broadsheet init press` here, and **now**.", {width: 30, color: true})).toBe(
    `${bold("Title")}\n\n  Use ${["broadsheet", "init", "press"].map(bold).join(" ")}\n  here, and ${bold("now")}.\n`,
  );
});

describe("every page of the documentation can be printed", () => {
  for (const {name, text} of readManual()) {
    test(name, () => {
      for (const width of [40, 80]) {
        const lines = renderManualPage(text, {width, color: false}).split("\n");
        // What stands in blocks of code is four columns in, and as wide as it is.
        const broken = lines.filter((line) => !line.startsWith("    "));
        expect(broken.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(lines.join("\n")).not.toMatch(/<!--|[\u2061\u2062]/);
      }
    });
  }
});
