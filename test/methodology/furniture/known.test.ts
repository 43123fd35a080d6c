import {expect, test} from "vitest";
import {readAskedPath} from "../../../src/base/paths/asked-path.ts";
import {patternFault} from "../../../src/base/paths/pattern.ts";
import {type FurnitureGroup, knownFurniture} from "../../../src/methodology/furniture/known.ts";
import {isKnownFurniture} from "../../../src/methodology/furniture/match.ts";

const all = new Set(Object.keys(knownFurniture));

for (const [path, want] of [
  ["/essay-one/feed/", true],
  ["/essay-one/feed", true],
  ["/feed/", true],
  ["/comments/feed/atom/", true],
  ["/2005/essay/trackback/", true],
  ["/wp-json/wp/v2/posts", true],
  ["/blog/wp-json/oembed/1.0/embed", true],
  ["/wp-login.php", true],
  ["/blog/wp-admin/admin-ajax.php", true],
  ["/xmlrpc.php", true],
  ["/matomo.php", true],
  ["/stats/piwik.php", true],
  ["/api/event", true],
  ["/healthz", true],
  ["/.well-known/acme-challenge/x", true],
  ["/?p=12&~feed", true],
  ["/?feed=rss2&p=12", true],
  ["/feed/cattle/hay.html", false],
  ["/newsfeed/", false],
  ["/essay-on-the-feed", false],
  ["/health/", false],
  ["/status", false],
  ["/embedded/", false],
  ["/atoms/", false],
  ["/essays/xmlrpc.php.html", false],
  ["/?p=12", false],
  ["/", false],
] as const) {
  test(`${path} is ${want ? "furniture" : "none"}`, () =>
    expect(isKnownFurniture(readAskedPath(path), all)).toBe(want));
}

test("a group that is left out by its name fits nothing", () => {
  const others = new Set([...all].filter((name) => name !== "feeds"));
  expect(isKnownFurniture(readAskedPath("/essay/feed/"), others)).toBe(false);
  expect(isKnownFurniture(readAskedPath("/wp-login.php"), others)).toBe(true);
});

for (const [name, group] of Object.entries(knownFurniture) as [string, FurnitureGroup][]) {
  test(`all that is known of ${name} can fit`, () => {
    for (const text of [...(group.alone ?? []), ...(group.patterns ?? [])]) {
      expect(patternFault(text, {plain: "alone"})).toBeNull();
    }
  });
}
