import {describe, expect, test} from "vitest";
import {canonicalPath} from "../../../src/base/paths/form.ts";
import {isUsualFeed} from "../../../src/methodology/feeds/known.ts";

const isFeed = (path: string): boolean =>
  isUsualFeed({path: canonicalPath(path), query: [], conditions: [], content: null});

const feeds =
  `/feed /feed/ /Feed/ /rss /rss/ /atom /news/feed/ /feed/atom /feed/rss2/ /comments/feed/ /index.xml /blog/index.xml /feed.xml
  /rss.xml /atom.xml /news.rss /news.atom /a/b.rss /feed.json /index.rdf /feeds/all.atom.xml /news-feed.xml /feed_2.xml /rss/news.xml /atom/de.xml
  /feeds/posts/default /podcast.xml /feed.php`
    .trim()
    .split(/\s+/);

const others =
  `/ /sitemap.xml /sitemap-feed.xml /feed-sitemap.xml /news.xml /feedback /feedback.xml /brass.xml /feed/cattle/hay.html /feeds/ /rss/about.html
  /data.json /atomic /essays/rss.html /.rss /feed.html /opensearch.xml /posts/default`
    .trim()
    .split(/\s+/);

describe("what usually is a feed", () => {
  for (const path of feeds) test(path, () => expect(isFeed(path)).toBe(true));
});

describe("what is none", () => {
  for (const path of others) test(path, () => expect(isFeed(path)).toBe(false));
});

test("what the server sent as a page is none, however its path ends", () => {
  expect(isUsualFeed({path: "/rss/", query: [], conditions: [], content: "page"})).toBe(false);
});

test("a query that asks for a feed is one, where queries are read", () => {
  expect(isUsualFeed({path: "/", query: [], conditions: ["feed"], content: null})).toBe(true);
  expect(isUsualFeed({path: "/", query: [], conditions: ["format=feed"], content: null})).toBe(true);
});
