import {describe, expect, test} from "vitest";
import type {PdfDocument} from "../../../src/render/pdf/document.ts";
import {loadFonts} from "../../../src/render/pdf/fonts.ts";
import {codedText, settable} from "../../../src/render/pdf/settable.ts";

const fonts = loadFonts();

describe("a text of strangers", () => {
  for (const [text, want] of [
    ["/news/", "/news/"],
    ["/中文/ أخبار Ελ", "/中文/ أخبار Ελ"],
    ["讀者來信・繁體", "讀者來信・繁體"],
    ["😀", "[U+1F600]"],
    ["/कह/a", "/[U+0915 U+0939]/a"],
    ["a\u202eb", "a\\u{202e}b"],
    ["a\u0000\n", "a\\x00\\x0a"],
    ["x\ud800", "x\\u{d800}"],
  ] as const) {
    test(`${JSON.stringify(text)} is set as ${want}`, () => expect(codedText(text, fonts.characters)).toBe(want));
  }
});

function documentWith(label: string, dir: "ltr" | "rtl" = "ltr"): PdfDocument {
  const columns = [{kind: "label", head: {text: label}}] as const;
  const rows = [{kind: "", cells: [{text: label}]}] as const;
  return {
    language: {lang: "en", region: null, dir},
    paper: {name: "a4", width: 498},
    documentTitle: label,
    author: "",
    description: "",
    keywords: [],
    day: [2006, 1, 5],
    publication: "",
    headline: "",
    byline: "",
    running: ["", ""],
    hash: {label: "", groups: "", attached: ""},
    pageWords: [],
    blocks: [
      {
        kind: "table",
        caption: label,
        columns,
        rows,
        size: 8,
        width: null,
        room: {gap: 9, course: 50, share: 30, range: 80, plan: 60},
        widths: [null],
      },
    ],
  };
}

function cellOf({blocks: [block]}: PdfDocument): string {
  return block?.kind === "table" ? block.rows[0]!.cells[0]!.text : "";
}

describe("a document's texts", () => {
  const set = (label: string, dir?: "ltr" | "rtl") => settable(documentWith(label, dir), fonts);

  test("may be broken behind what parts a long word, and are not in the title", () => {
    const path = "/archive/2005/september/letters.html";
    expect(cellOf(set(path)).split("\u200b")).toEqual(["/", "archive/", "2005/", "september/", "letters.", "html"]);
    expect(set(path).documentTitle).toBe(path);
  });

  test("are the same when they are put together again", () => {
    for (const text of ["x".repeat(100), "a".repeat(64), "/a/".repeat(30), "中文".repeat(40)]) {
      expect(cellOf(set(text)).replaceAll("\u200b", "")).toBe(text);
    }
  });

  test("break a hash in its middle", () =>
    expect(cellOf(set("ab".repeat(32))).split("\u200b")).toEqual(["ab".repeat(16), "ab".repeat(16)]));

  test("lose the middle of a name of more than 240 letters, and only of names in tables", () => {
    const label = `${"a ".repeat(200)}end`;
    const {blocks} = set(label);
    expect(cellOf(set(label))).toMatch(/^(a )+ … {1,2}(a )*end$/);
    expect(blocks[0]).toMatchObject({caption: label});
  });

  test("keep the slashes of a path at its own ends where lines run from the right", () => {
    expect(cellOf(set("من /news/ إلى", "rtl"))).toBe("من \u200e/news/\u200e إلى");
  });
});
