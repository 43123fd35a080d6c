import {expect, test} from "vitest";
import {extensionOf} from "../../src/base/paths/endings.ts";
import {askedIn, documentOf, usualNaming} from "../../src/methodology/site/path.ts";

for (const [path, want] of [
  ["/a.html", "html"],
  ["/A.GIF", "gif"],
  ["/archive.tar.gz", "gz"],
  ["/.hidden", "hidden"],
  ["/v1.2/readers", ""],
  ["/a.gif/", ""],
  ["/a.", ""],
  ["/gif", ""],
  ["/", ""],
  ["", ""],
  ["*", ""],
] as const) {
  test(`the extension of "${path}" is "${want}"`, () => expect(extensionOf(path)).toBe(want));
}

for (const [path, want] of [
  ["/index.html", "/"],
  ["/", "/"],
  ["//", "/"],
  ["//news///today.html", "/news/today.html"],
  ["/news/index.html", "/news/"],
  ["/news//index.html", "/news/"],
  ["/news/", "/news/"],
  ["/news", "/news"],
  ["/myindex.html", "/myindex.html"],
  ["/index.html/more", "/index.html/more"],
  ["/INDEX.HTML", "/INDEX.HTML"],
] as const) {
  test(`"${path}" leads to ${want}`, () => expect(documentOf(askedIn(path, usualNaming), usualNaming)).toBe(want));
}
