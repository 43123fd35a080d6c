import {expect, test} from "vitest";
import {readAskedPath, writeAskedPath} from "../../../src/base/paths/asked-path.ts";
import {isHeldBy, patternFault, readPattern} from "../../../src/base/paths/pattern.ts";

const fitting = (pattern: string, plain: "alone" | "under", path: string): boolean =>
  readPattern(pattern, {plain}).fits(readAskedPath(path));

for (const [pattern, fits, not] of [
  ["/robots.txt", ["/robots.txt"], ["/robots.txt2", "/a/robots.txt", "/robots.txt/"]],
  ["/.well-known/", ["/.well-known/a", "/.well-known/"], ["/.well-known", "/x/.well-known/"]],
  ["/*/feed/", ["/essay/feed/", "/essay/feed/rss/"], ["/feed/", "/a/b/feed/", "/essay/feed", "/essay/feeds/"]],
  ["/**/feed/", ["/feed/", "/a/feed/", "/a/b/feed/", "/a/feed/b/feed/c"], ["/xfeed/", "/a/xfeed/", "/feed"]],
  ["*/feed/", ["/feed/", "/a/b/feed/", "/a/feed/x"], ["/feed", "/feeds/"]],
  ["*/feed", ["/feed", "/a/b/feed"], ["/feed/", "/xfeed/a"]],
  ["*.pdf", ["/a.pdf", "/a/b/c.pdf", "/.pdf"], ["/a.pdf/", "/a.pdf.html", "/a.PDF"]],
  ["/*.pdf", ["/a.pdf", "/a/b/c.pdf"], ["/apdf"]],
  ["/files/*.pdf", ["/files/a.pdf"], ["/files/2005/a.pdf", "/a.pdf"]],
  ["/files/**.pdf", ["/files/a.pdf", "/files/2005/a.pdf"], ["/a.pdf", "/files/a.epub"]],
  ["/files/**", ["/files/", "/files/a/b"], ["/files"]],
  ["/news-*/", ["/news-2005/", "/news-2005/a.html"], ["/news/", "/news-2005"]],
  ["/a*b*c", ["/abc", "/a1b2c", "/abcbc"], ["/ab", "/a/bc", "/abcd"]],
  ["/**/a/**/b", ["/a/b", "/x/a/y/b", "/a/a/b/b"], ["/a", "/b", "/a/xb"]],
  ["/caf\u00e9/*", ["/caf%C3%A9/a"], ["/caf%c3%a9/a", "/cafe/a"]],
] as const) {
  for (const path of fits) test(`${pattern} fits ${path}`, () => expect(fitting(pattern, "alone", path)).toBe(true));
  for (const path of not)
    test(`${pattern} does not fit ${path}`, () => expect(fitting(pattern, "alone", path)).toBe(false));
}

for (const [pattern, path, want] of [
  ["/news/", "/news", true],
  ["/news/", "/news/a", true],
  ["/news", "/news.html", true],
  ["/news", "/newsletter", false],
  ["/", "/anything", true],
  ["/?p=12", "/?p=12", true],
  ["/?p=12", "/?p=13", false],
  ["/?p=12", "/", false],
  ["/?p", "/?p=13", true],
  ["/index.php?lang=zh*", "/index.php?id=4&lang=zh-Hant", true],
  ["/index.php?lang=zh*", "/index.php?id=4&lang=en", false],
  ["/index.php?action=raw", "/index.php?~action=raw", true],
  ["/?a=1&b=2", "/?a=1&b=2", true],
  ["/?a=1&b=2", "/?a=1", false],
  ["/?12", "/?12", true],
  ["/?12", "/?13", false],
  ["/?12", "/?p=12", false],
  ["/?/essays/*", "/?/essays/one", true],
  ["/?/essays/*", "/?/news/one", false],
] as const) {
  test(`${pattern} ${want ? "holds" : "does not hold"} ${path}`, () =>
    expect(fitting(pattern, "under", path)).toBe(want));
}

test("a pattern is of every case where case makes no difference", () => {
  const {fits} = readPattern("/News/*.PDF", {plain: "under", isOneCase: true});
  expect(fits(readAskedPath("/news/a.pdf"))).toBe(true);
});

for (const [pattern, plain, want] of [
  ["feed/", "alone", "must be a path that begins with /, or an ending like *.pdf"],
  [".pdf", "under", "must be a path that begins with /, or an ending like *.pdf"],
  ["/a#b", "under", "has a fragment, and no request has one"],
  ["/news/index.html", "under", "fits nothing: that document is /news/"],
  ["/news/index.html", "alone", null],
  ["/a;jsessionid=1", "alone", "has a session in it, which is taken off paths"],
  ["/?", "under", 'asks for "", which is no parameter'],
  ["/?p=1&p=2", "under", "asks for p twice"],
  ["/?p=*", "under", null],
  ["*.pdf", "under", null],
] as const) {
  test(`${pattern} ${want ?? "can be used"}`, () => expect(patternFault(pattern, {plain})?.what ?? null).toBe(want));
}

for (const [inner, outer, want] of [
  ["/files/a/", "/files/", true],
  ["/files/*.pdf", "*.pdf", true],
  ["*.pdf", "/files/*.pdf", false],
  ["/files/*.pdf", "/", true],
  ["/news/", "/essays/", false],
  ["/?p=12", "/?p", true],
] as const) {
  test(`${inner} is ${want ? "" : "not "}held by ${outer}`, () => expect(isHeldBy(inner, outer)).toBe(want));
}

test("a path of stars' worst kind takes no longer than others", () => {
  const {fits} = readPattern("/*a*a*a*a*a*a*a*a*a*a*b/", {plain: "alone"});
  const begun = performance.now();
  expect(fits(readAskedPath(`/${"a".repeat(20_000)}`))).toBe(false);
  expect(performance.now() - begun).toBeLessThan(1000);
});

for (const text of ["/", "/?p=12", "/?id=1&p=2&~action=raw&~:graphics", "/a?~:page"]) {
  test(`${text} is written as it was read`, () => expect(writeAskedPath(readAskedPath(text))).toBe(text));
}
