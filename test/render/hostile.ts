import fc from "fast-check";

/** Texts that each try to become something in some output. */
export const hostileTexts: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title></style><h1>taken</h1>",
  "]]><svg onload=alert(1)>",
  "<!-- open",
  "&lt;b&gt; &#60;b&#62;",
  "\x1b[31mred\x1b]0;title\x07",
  "log\u202egz.exe\u2066",
  "first\r\nsecond\u2028third",
  "in\u200bdex\u00ad.ht\u2060ml\u{e0041}\ufeff",
  "=cmd|' /C calc'!A0",
  "| cell | cell |\n| --- | --- |",
  "[link](http://example.com) ![img](http://example.com/x.png) www.example.com",
  "`code` *strong* _weak_ ~~gone~~ # heading",
  "\ud800 half",
  "新闻网络存档新闻网络存档新闻网络存档新闻网络存档新闻网络存档新闻网络存档新闻网络存档新闻网络存档",
  "x".repeat(300),
];

/** Hostile text, alone or between random characters of every kind. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.string({unit: "binary"}), fc.constantFrom("", ...hostileTexts), fc.string({unit: "binary"}))
  .map((parts) => parts.join(""));
