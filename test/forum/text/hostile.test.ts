import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {drawText} from "../../../src/forum/text/draw.ts";
import {amount} from "../../run/amounts.ts";
import {shownIn, strangersIn} from "./drawn.ts";

/** Pieces that mean something to a reader of marks, of HTML or of addresses. */
const pieces = [
  ...[
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "\\",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "&",
    ";",
    '"',
    "'",
  ],
  ...[
    "http://",
    "https://a.b/",
    "javascript:",
    "data:text/html,",
    "//c.d",
    "&#x6A;",
    "&lt;",
    "%00",
    "\u202e",
    "\u0000",
    "\u0301",
    "é",
    "مر",
    "𝒳",
  ],
  ...[
    "<script>",
    "</p>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "]]>",
    "<a href=",
    "style=",
    "[r]: x\n",
    "a",
    "b c",
    "~~~\n",
    "|",
  ],
];

/** From OWASP's lists for evading filters, and others' for markdown. */
const injections = [
  "<script>alert(1)</script>",
  "<IMG SRC=\"javascript:alert('XSS');\">",
  "<IMG SRC=&#0000106&#0000097&#0000118&#0000097>",
  '<img src="x" onerror="alert(1)"//>',
  '<<SCRIPT>alert("XSS");//\\<</SCRIPT>',
  '<SCRIPT/XSS SRC="http://xss.rocks/xss.js"></SCRIPT>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "<svg/onload=alert(1)>",
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
  "<style>@import'http://xss.rocks/xss.css';</style>",
  '<META HTTP-EQUIV="refresh" CONTENT="0;url=javascript:alert(1);">',
  '<div style="width: expression(alert(1));">',
  "<base href=//evil.example>",
  "<form action=//evil.example><button>x",
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  "{{constructor.constructor('alert(1)')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is typed
  "${alert(1)}",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](java\nscript:alert(1))",
  "[a](java\tscript:alert(1))",
  "[a](\u0001javascript:alert(1))",
  "[a](&#x6A;avascript:alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[a](vbscript:msgbox(1))",
  "[a](//evil.example)",
  "[a](\\\\evil.example)",
  '[a](http://x.example/"onmouseover="alert(1))',
  "[a](http://x.example/'><script>alert(1)</script>)",
  '[a](<http://x.example/" onclick="x>)',
  '[a](http://x.example "\'><script>alert(1)</script>")',
  '![a](x "onerror=alert(1))',
  "![a](javascript:alert(1))",
  "<javascript:alert(1)>",
  "<http://x.example/<script>>",
  "[a][b]\n\n[b]: javascript:alert(1)",
  "```<script>\n</code></pre><script>alert(1)</script>",
  "`</code><script>alert(1)</script>`",
  "http://x.example/</a><script>alert(1)</script>",
  "http://[::1]/ http://127.1/ http://0x7f.1/ http://x.example:99999/",
  "1); drop table post; --",
  "%0d%0aSet-Cookie: a=b",
  "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
  "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
];

describe("whatever is typed", () => {
  test("what is drawn has no element, attribute or address that is not on the list", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: "binary", maxLength: 6})), {maxLength: 60}),
        (parts) => {
          const {html} = drawText(parts.join(""));
          expect(strangersIn(html)).toEqual([]);
        },
      ),
      {seed: 2005, numRuns: amount({few: 300, all: 20_000})},
    );
  });

  test("every letter and digit is still read", () => {
    // Of a fence's first line is a word of the language, and of a list its numbers: those are marks.
    const marks = pieces.filter((piece) => !/```|~~~|1\.|\[r\]/.test(piece));
    // A letter and its accent may have become one sign.
    const letters = (text: string): string => text.normalize("NFD").replace(/[^a-z]/gi, "");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks), {maxLength: 40}), (parts) => {
        const typed = parts.join("");
        const {html} = drawText(typed);
        // An address is shown behind the text of its link, so that there may be more.
        let left = letters(shownIn(html)).toLowerCase();
        for (const letter of [...new Set(letters(typed).toLowerCase())]) {
          const count = (text: string): number => text.split(letter).length;
          expect(count(left)).toBeGreaterThanOrEqual(count(letters(typed).toLowerCase()));
          left = left.replaceAll(letter, "");
        }
      }),
      {seed: 2005, numRuns: amount({few: 200, all: 10_000})},
    );
  });

  for (const typed of injections) {
    test(`${JSON.stringify(typed)} is text`, () => expect(strangersIn(drawText(typed).html)).toEqual([]));
  }
});

describe("whatever fills a post", () => {
  const filled = (piece: string): string => piece.repeat(8000 / piece.length);
  for (const piece of [
    ...[
      ">",
      "> ",
      "[",
      "![",
      "](",
      "*",
      "**a__b",
      "*a_ ",
      "1. a\n",
      "- ",
      "> - ",
      "`",
      "```\n",
      "\\",
      "<",
      "&",
      '"',
      "http://a ",
      "http:",
      "://",
    ],
    ...[
      "[a](http://b) ",
      "[a](b",
      "<http://a> ",
      "a\n",
      "\n",
      "- a\n  ",
      "-\n",
      "x\u0301\u0302",
      "\u202e",
      "\u0000",
      "http://a.b/(",
      "|",
    ],
  ]) {
    // Each character is at most a link of one letter with its address: bounded by what it took to type.
    test(`${JSON.stringify(piece)} 8,000 characters long is drawn within twelve times its length`, () => {
      const {html} = drawText(filled(piece));
      expect(html.length).toBeLessThanOrEqual(12 * 8000);
      expect(strangersIn(html)).toEqual([]);
    });
  }

  test("lists as deep as anybody types", () => {
    const deep = Array.from({length: 80}, (_, level) => `${"  ".repeat(level)}- a${level}`).join("\n");
    expect(shownIn(drawText(deep).html)).toContain("a79");
  });
});
