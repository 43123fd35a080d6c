import {expect, test} from "vitest";
import {marksOfBbcode, typedInPhpbb} from "../../../src/forum/ends/foreign/bbcode.ts";
import {marksOfDiscourse} from "../../../src/forum/ends/foreign/discourse-marks.ts";
import {marksOfHtml} from "../../../src/forum/ends/foreign/html.ts";
import {drawText} from "../../../src/forum/text/draw.ts";

for (const [bbcode, marks] of [
  ["plain words", "plain words"],
  ["[b]bold[/b] and [i]leaning[/i], [u]under[/u]", "**bold** and *leaning*, under"],
  ["[b] with room [/b]", " **with room** ".trim()],
  ["2 * 3 = [6] and snake_case, _x_", "2 \\* 3 = \\[6\\] and snake_case, \\_x\\_"],
  ["- no list\n1. no list\n> no quote", "\\- no list\n1\\. no list\n\\> no quote"],
  ["[url=https://example.org/a_b]here[/url]", "[here](https://example.org/a_b)"],
  ["[url]https://example.org/a_b[/url]", "https://example.org/a_b"],
  ["[url=javascript:alert(1)]here[/url]", "here (javascript:alert(1))"],
  ["[img]https://example.org/p.png[/img]", "https://example.org/p.png"],
  ['[quote="Ann ]x" post_id=3 time=4]said\n\nthat[/quote]yes', "> Ann \\]x:\n>\n> said\n>\n> that\n\nyes"],
  ["[quote][quote=B]deep[/quote]less[/quote]", "> > B:\n> >\n> > deep\n>\n> less"],
  ["[list][*]one[*]two[list=1][*]a[*]b[/list][/list]", "- one\n- two\n\n  1. a\n  2. b"],
  ["[code]a  <b> [b]no[/b]\n  two[/code]", "```\na  <b> [b]no[/b]\n  two\n```"],
  ["[code]x`y[/code]", "``x`y``"],
  ["[unknown]stays[/unknown] [b]open", "\\[unknown\\]stays\\[/unknown\\] **open**"],
  ["[color=#ff0000]red[/color] [size=200]big[/size]", "red big"],
] as const) {
  test(`BBCode ${JSON.stringify(bbcode)} is ${JSON.stringify(marks)} here`, () => {
    expect(marksOfBbcode(bbcode)).toBe(marks);
  });
}

for (const [stored, uid, typed] of [
  ["<t>It&apos;s &lt;b&gt; &amp;amp;</t>", "", "It's <b> &amp;"],
  ["<r>Hello <B><s>[b]</s>world<e>[/b]</e></B><br/>\nnext</r>", "", "Hello [b]world[/b]\nnext"],
  ["[b:1a2b]x[/b:1a2b] [list:1a2b][*:1a2b]one[/*:m:1a2b][/list:u:1a2b]", "1a2b", "[b]x[/b] [list][*]one[/*][/list]"],
  ['look <!-- s:) --><img src="{SMILIES_PATH}/s.gif" alt=":)" title="Smile" /><!-- s:) -->', "x", "look :)"],
  [
    '<!-- m --><a class="postlink" href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1 ... </a><!-- m -->',
    "x",
    "https://example.org/?a=1&b=2",
  ],
] as const) {
  test(`what phpBB keeps as ${stored} was typed as ${JSON.stringify(typed)}`, () => {
    expect(typedInPhpbb(stored, uid)).toBe(typed);
  });
}

for (const [html, marks] of [
  ["<p>One <strong>two</strong> <em>three</em><br>\nfour</p>\n<p>five</p>", "One **two** *three*\nfour\n\nfive"],
  ['<a href="https://example.org/">site</a>', "[site](https://example.org/)"],
  ['<pre><code class="lang-js">a  &lt; b\nc</code></pre>', "```\na  < b\nc\n```"],
  ["<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two"],
  [
    '<aside class="quote no-group" data-username="ann" data-post="1"><div class="title"><div class="quote-controls"></div> ann:</div><blockquote><p>said</p></blockquote></aside><p>yes</p>',
    "> ann:\n>\n> said\n\nyes",
  ],
  [
    '<p><img class="emoji" alt=":smile:" src="/x.png"> <img alt="a cat" src="https://example.org/c.png"></p>',
    ":smile: [a cat](https://example.org/c.png)",
  ],
  ["<script>alert(1)</script><p onclick=x>text</p><style>p{}</style><!-- no -->", "text"],
  ["<h2>Title</h2>words", "Title\n\nwords"],
] as const) {
  test(`HTML ${JSON.stringify(html.slice(0, 60))} is ${JSON.stringify(marks)} here`, () => {
    expect(marksOfHtml(html)).toBe(marks);
  });
}

for (const [raw, marks] of [
  ['[quote="ann, post:3, topic:1"]\nsaid\n[/quote]\n\nyes', "> ann:\n>\n> said\n\nyes"],
  [
    "look ![cat|690x300](upload://abc.png) and ![dog](https://example.org/d.png)",
    "look \\[cat\\] and [dog](https://example.org/d.png)",
  ],
  ["```\n[quote]\n```", "```\n[quote]\n```"],
  ["**as it is**, `code`", "**as it is**, `code`"],
] as const) {
  test(`Discourse's ${JSON.stringify(raw)} is ${JSON.stringify(marks)} here`, () => {
    expect(marksOfDiscourse(raw)).toBe(marks);
  });
}

test("what was bold, quoted and listed there is so when it is drawn here", () => {
  const drawn = drawText(marksOfBbcode('[quote="Ann"][b]so[/b][/quote]\n[list][*]one[*]two[/list]'));
  expect(drawn.html.replaceAll(' dir="auto"', "")).toBe(
    "<blockquote><p>Ann:</p><p><strong>so</strong></p></blockquote><ul><li>one</li><li>two</li></ul>",
  );
});

for (const piece of [
  "[code]",
  "[b]",
  "[quote=",
  '[quote="',
  "[*]",
  "[list]",
  "<a",
  "<!--",
  '<a href="',
  "\n ",
  "[quote]\n",
  "`",
  "  ",
]) {
  test(`100,000 characters of ${JSON.stringify(piece)} are read in under a second`, () => {
    const text = piece.repeat(100_000 / piece.length);
    for (const read of [marksOfBbcode, marksOfHtml, marksOfDiscourse, (one: string) => typedInPhpbb(one, "u")]) {
      const begun = performance.now();
      read(text);
      expect(performance.now() - begun).toBeLessThan(1000);
    }
  });
}
