import {describe, expect, test} from "vitest";
import {drawText} from "../../../src/forum/text/draw.ts";

/** What is typed, and what it looks like: by hand, from docs/forum.md and CommonMark. */
const drawn: readonly (readonly [what: string, typed: string, html: string])[] = [
  ["paragraphs and the ends of lines", "a\nb\n\nc", '<p dir="auto">a<br>b</p><p dir="auto">c</p>'],
  [
    "quotes in quotes",
    "> a\n> > b",
    '<blockquote><p dir="auto">a</p><blockquote><p dir="auto">b</p></blockquote></blockquote>',
  ],
  ["a list", "- a\n- b", '<ul><li dir="auto">a</li><li dir="auto">b</li></ul>'],
  ["a list that counts from three", "3. a", '<ol start="3"><li dir="auto">a</li></ol>'],
  ["emphasis", "*a* **b** __c__", '<p dir="auto"><em>a</em> <strong>b</strong> <strong>c</strong></p>'],
  ["emphasis that is not closed", "**a *b", '<p dir="auto">**a *b</p>'],
  [
    "code",
    "`<b>`\n\n```html\n<i>\n```",
    '<p dir="auto"><code>&lt;b&gt;</code></p><pre dir="ltr"><code>&lt;i&gt;\n</code></pre>',
  ],
  ["code that is not closed", "```\na", '<pre dir="ltr"><code>a</code></pre>'],
  ["what is no mark here", "# a\n---\n| b |\n![c](d)", '<p dir="auto"># a<br>---<br>| b |<br>!c (d)</p>'],
  ["HTML", "<b onclick=x>&amp;</b>", '<p dir="auto">&lt;b onclick=x&gt;&amp;amp;&lt;/b&gt;</p>'],
  [
    "a link that says where it goes",
    "https://example.org/a?b=1&c",
    '<p dir="auto"><a href="https://example.org/a?b=1&amp;c" rel="ugc nofollow">https://example.org/a?b=1&amp;c</a></p>',
  ],
  [
    "a link that says something else",
    "[my bank](http://evil.example/)",
    '<p dir="auto"><a href="http://evil.example/" rel="ugc nofollow">my bank</a> <bdi dir="ltr">(evil.example)</bdi></p>',
  ],
  [
    "a link that seems to go elsewhere",
    "[https://bank.example](http://evil.example/x)",
    '<p dir="auto"><a href="http://evil.example/x" rel="ugc nofollow">https://bank.example</a> <bdi dir="ltr">(evil.example/x)</bdi></p>',
  ],
  [
    "a host whose letters look like others",
    "http://аpple.com",
    '<p dir="auto"><a href="http://xn--pple-43d.com/" rel="ugc nofollow">http://аpple.com</a> <bdi dir="ltr">(xn--pple-43d.com)</bdi></p>',
  ],
  ["a script as a link", "[a](javascript:alert(1))", '<p dir="auto">a (javascript:alert(1))</p>'],
  [
    "somebody's name before the host",
    "[a](http://bank.example@evil.example)",
    '<p dir="auto">a (http://bank.example@evil.example)</p>',
  ],
  [
    "an address of mail",
    "a@example.org <mailto:a@example.org>",
    '<p dir="auto">a@example.org mailto:a@example.org</p>',
  ],
  ["a link within the site", "[a](/desk)", '<p dir="auto">a (/desk)</p>'],
  ["nothing", " \n\t\n", ""],
];

describe("the text of a post", () => {
  for (const [what, typed, html] of drawn) {
    test(`draws ${what}`, () => expect(drawText(typed).html).toBe(html));
  }

  test("is read without its marks, with where links go", () => {
    const {plain, links} = drawText("> *a*\n\n- b\n- [c](http://x.example/d) `e`\n\n```\nf\n```");
    expect({plain, links}).toEqual({plain: "a\nb\nc (x.example/d) e\nf", links: 1});
  });

  test("is drawn as it was typed where it is longer than a post or nested deeper than anybody reads, and nothing is left out", () => {
    const deep = `${"> ".repeat(30)}*end*`;
    expect(drawText(deep).html).toBe(`<p dir="auto">${"&gt; ".repeat(30)}*end*</p>`);
    expect(drawText(`**b** ${"a".repeat(8000)}`).plain).toBe(`**b** ${"a".repeat(8000)}`);
    expect(drawText(">".repeat(20_000)).html).toBe(`<p dir="auto">${"&gt;".repeat(20_000)}</p>`);
  });
});

describe("what is not seen", () => {
  for (const [what, typed, plain] of [
    ["an override of the direction", "a\u202egnp.exe", "agnp.exe"],
    ["isolates and marks", "\u2066a\u2069\u200f\u200e", "a"],
    ["control characters", "a\u0000\u0007\u001b[31mb\u009b", "a[31mb"],
    ["letters without width", "a\u200bb\u2060c\ufeff\u00ad", "abc"],
    ["half a pair of surrogates", "a\ud800", "a\ufffd"],
    ["other ends of lines", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ] as const) {
    test(`goes: ${what}`, () => expect(drawText(typed).plain).toBe(plain));
  }

  test("stays where a language needs it", () => {
    for (const text of ["می\u200cخواهم", "क्\u200dष", "👩\u200d👧", "Tiếng Việt", "בְּרֵאשִׁ֖ית", "བརྒྱུད"])
      expect(drawText(text).plain).toBe(text.normalize("NFC"));
  });

  test("piles of marks over a letter end at five", () => {
    expect(drawText(`x${"\u0335".repeat(300)}y`).plain).toBe(`x${"\u0335".repeat(5)}y`);
  });
});
