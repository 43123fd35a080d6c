import {describe, expect, test} from "vitest";
import {renderCsv} from "../../src/render/csv/report.ts";
import {renderHtml} from "../../src/render/html/report.ts";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import {renderText} from "../../src/render/text/report.ts";
import {fillCommentary} from "../../src/report/commentary/fill-commentary.ts";
import {readCommentary} from "../../src/report/commentary/read-commentary.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {english} from "../in-english.ts";
import {report} from "./fixture.ts";

const source = `---
by: Mole & sons
date: 2006-01-15
title: What we make of it
---
The *Chinese* department \\<came\\> **fourth**, see
[our page](https://example.org/a?b=1&c=2) or https://example.org/.

## Next

2. write
3. print
   - fold

> 1984\\. was a year

1\\. is no list
`;
const commentary = fillCommentary(readCommentary(source, "commentary/2005-H2.md"), () => [], english);
const commented = {...report, commentary};
const after = (text: string, mark: string): string => text.slice(text.indexOf(mark));

test("HTML sets it below its title, with the byline, as elements", () => {
  const html = after(renderHtml(commented), '<section id="commentary">');
  expect(html.slice(0, html.indexOf('<p class="up">'))).toBe(`<section id="commentary">
<h2><a class="self" href="#commentary">What we make of it</a></h2>
<p class="by"><bdi>Mole &amp; sons</bdi>, <time>2006-01-15</time></p>
<div class="prose">
<p>The <em>Chinese</em> department &lt;came&gt; <strong>fourth</strong>, see <a href="https://example.org/a?b=1&amp;c=2">our page</a> or https://example.org/.</p>
<h3>Next</h3>
<ol start="2">
<li>write</li>
<li>print<ul>
<li>fold</li>
</ul>
</li>
</ol>
<blockquote>
<p>1984. was a year</p>
</blockquote>
<p>1. is no list</p>
</div>
`);
});

test("the terminal has it without markup, with the addresses of links", () => {
  const text = after(renderText(commented, {width: 80, color: false}), "What we make of it");
  expect(text.slice(0, text.indexOf("1. is no list"))).toBe(`What we make of it
Mole & sons, 2006-01-15

The Chinese department <came> fourth, see our page
(https://example.org/a?b=1&c=2) or https://example.org/.

Next

2. write
3. print
   – fold

  1984. was a year

`);
});

test("Markdown has it as Markdown again, which says the same when it is read", () => {
  const markdown = after(renderMarkdown(commented), "## What we make of it");
  const body = markdown.slice(markdown.indexOf("The *Chinese*"), markdown.indexOf("## Where every request went"));
  expect(readAgain(body)).toEqual(readAgain(source.slice(source.indexOf("The *Chinese*"))));
});

test("JSON has its Markdown, CSV a row a block", () => {
  expect(JSON.parse(renderJson(commented)).commentary).toMatchObject({
    title: "What we make of it",
    by: "Mole & sons",
    date: "2006-01-15",
    markdown: expect.stringContaining("### Next\n\n2. write\n3. print\n   - fold"),
  });
  const rows = renderCsv(commented).split("\r\n");
  expect(rows.filter((row) => row.startsWith("commentary,")).map((row) => row.split(",")[1])).toEqual([
    ...["title", "by", "date"],
    ...Array.from({length: 5}, () => "text"),
  ]);
});

describe("a report without one says nothing of it", () => {
  for (const [name, text] of [
    ["HTML", renderHtml(report)],
    ["text", renderText(report, {width: 80, color: false})],
    ["Markdown", renderMarkdown(report)],
    ["CSV", renderCsv(report)],
  ] as const) {
    test(name, () => expect(text.toLowerCase()).not.toContain("commentary"));
  }
});

/** The blocks, with the pieces of a line that are text put together. */
function readAgain(body: string): unknown {
  return fillCommentary(readCommentary(`---\nby: a\ndate: 2006-01-15\n---\n${body}`, "again.md"), () => [], english)
    .blocks;
}
