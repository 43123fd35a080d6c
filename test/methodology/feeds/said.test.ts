import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {mostSubscribers, readFeedWord} from "../../../src/methodology/feeds/said.ts";

/** An agent, and what it says: service, the feed's name there, subscribers; null where the number is not believed. */
const rows: readonly (readonly [string, string, string, number | null])[] = [
  ["Feedly/1.0 (+http://www.feedly.com/fetcher.html; 120 subscribers; like FeedFetcher-Google)", "Feedly", "", 120],
  ["Feedbin feed-id:1 - 5 subscribers", "Feedbin", "1", 5],
  ["Feedbin - 1 subscribers", "Feedbin", "", 1],
  ["Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 12 subscribers; )", "inoreader", "", 12],
  ["NewsBlur Feed Fetcher - 3 subscribers - http://www.newsblur.com/site/1/a (Mozilla/5.0)", "NewsBlur", "", 3],
  ["Bloglines/3.1 (http://www.bloglines.com; 7 subscribers)", "Bloglines", "", 7],
  [
    "theoldreader.com (feed-url=http://example.org/feed; 4 readers; )",
    "theoldreader.com",
    "http://example.org/feed",
    4,
  ],
  ["Tiny Tiny RSS/1.15 (http://tt-rss.org/) 2 subscribers", "Tiny Tiny RSS", "", 2],
  ["Netvibes (http://www.netvibes.com/; 1,234 subscribers; feedID: 33613274)", "Netvibes", "33613274", 1234],
  ["Feed Wrangler/1.0 (1 subscriber; feed-id=339005; Allow like Gecko)", "Feed Wrangler", "339005", 1],
  ["Mozilla/5.0 (compatible; YandexBlogs/0.99; robot; B; +http://yandex.com/bots)0 readers", "Yandex", "", 0],
  ["LiveJournal.com (a@example.org; for http://www.livejournal.com/users/x/; 8 readers)", "LiveJournal.com", "", 8],
  ["Corvid Reader/2 (+http://corvid.example/; 1.234.567 users)", "Corvid Reader", "", 1_234_567],
  ["Corvid Reader/2 (12 followers)", "Corvid Reader", "", 12],
  ["Corvid Reader/2 (subscribers: 31)", "Corvid Reader", "", 31],
  ["Corvid Reader/2 (subscribers=31; v=2)", "Corvid Reader", "", 31],
  ["Corvid Reader/2 (subscriber_count=31)", "Corvid Reader", "", 31],
  ["Corvid Reader/2 (SUBSCRIBERS: 1'000)", "Corvid Reader", "", 1000],
  ["Corvid Reader/2 (9 readers of ours; 31 subscribers)", "Corvid Reader", "", 31],
  [`Corvid Reader/2 (${10n ** 30n} subscribers)`, "Corvid Reader", "", null],
  ["Corvid Reader/2 (100,000,001 subscribers)", "Corvid Reader", "", null],
  ["Corvid Reader/2 (100,000,000 subscribers)", "Corvid Reader", "", 100_000_000],
];

describe("an agent says for how many it asks", () => {
  for (const [agent, service, feedId, subscribers] of rows)
    test(agent.slice(0, 60), () => expect(readFeedWord(agent)).toEqual({service, feedId, subscribers}));
});

describe("an agent that says nothing of it", () => {
  const silent = [
    "",
    "Mozilla/5.0 (Windows NT 6.1; rv:31.0) Gecko/20100101 Firefox/31.0",
    "Corvid/2.0 users",
    "Corvid/20 subscribers",
    "Corvid Reader (1,23 subscribers)",
    "Corvid Reader (12 readership)",
    "Corvid Reader (12 proofreaders)",
    "subscribers",
    "http://example.org/users/12/readers",
  ];
  for (const agent of silent) test(agent || "none at all", () => expect(readFeedWord(agent)).toBeNull());
});

test("whatever number a service says between two words of its own is read, or refused where it is too large", () => {
  fc.assert(
    fc.property(
      fc.bigInt({min: 0n, max: 10n ** 31n}),
      fc.constantFrom("", ",", ".", "'", "\u202f"),
      fc.constantFrom("subscribers", "readers", "followers", "users"),
      (number, mark, word) => {
        const written = number.toString().replace(/\B(?=(\d{3})+$)/g, mark);
        const read = readFeedWord(`Corvid Reader (+https://corvid.example/; ${written} ${word}; a)`);
        expect(read?.subscribers).toBe(number <= BigInt(mostSubscribers) ? Number(number) : null);
      },
    ),
    {seed: 2005},
  );
});

test("no agent is too long or too odd, and no name of a service has a control character", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary", maxLength: 3000}), fc.nat(), (odd, number) => {
      const read = readFeedWord(`${odd} ${number} subscribers`);
      if (read !== null) expect(read.service).toMatch(/^[^\p{Cc}]{1,40}$/u);
    }),
    {seed: 2005},
  );
  expect(readFeedWord(`${"1".repeat(100_000)} subscribers`)).toBeNull();
  expect(readFeedWord(`${"1 ".repeat(500)}subscribers`)?.subscribers ?? null).toBeNull();
});
