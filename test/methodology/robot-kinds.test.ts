import crawlers from "crawler-user-agents";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {aiOperators, aiWords} from "../../src/methodology/robots/ai-agents.ts";
import {identifyRobot, robotKinds} from "../../src/methodology/robots/identify.ts";
import {readPages} from "../docs/markdown.ts";
import {english} from "../in-english.ts";

const mozilla = "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("an agent of a known robot has its name and kind", () => {
  for (const [agent, name, kind] of [
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot", "search"],
    ["Googlebot-Image/1.0", "Googlebot-Image", "search"],
    ["Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "bingbot", "search"],
    ["Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", "Yandex", "search"],
    ["Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/ysearch/slurp)", "Yahoo! Slurp", "search"],
    ["Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)", "Sogou", "search"],
    [`${mozilla}Applebot/0.1; +http://www.apple.com/go/applebot)`, "Applebot", "search"],
    [`${mozilla}GPTBot/1.2; +https://openai.com/gptbot)`, "GPTBot", "ai-training"],
    [`${mozilla}ClaudeBot/1.0; +claudebot@anthropic.com)`, "ClaudeBot", "ai-training"],
    ["claudebot", "ClaudeBot", "ai-training"],
    ["CCBot/2.0 (https://commoncrawl.org/faq/)", "CCBot", "ai-training"],
    [`${mozilla}Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)`, "Amazonbot", "ai-training"],
    ["Mozilla/5.0 (Linux; Android 5.0) Mobile Safari/537.36 (compatible; Bytespider)", "Bytespider", "ai-training"],
    ["meta-externalagent/1.1 (+https://developers.facebook.com/docs/)", "meta-externalagent", "ai-training"],
    [`${mozilla}OAI-SearchBot/1.0; +https://openai.com/searchbot`, "OAI-SearchBot", "ai-search"],
    [`${mozilla}PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)`, "PerplexityBot", "ai-search"],
    [`${mozilla}Claude-SearchBot/1.0; +https://www.anthropic.com)`, "Claude-SearchBot", "ai-search"],
    ["meta-webindexer/1.1", "meta-webindexer", "ai-search"],
    [`${mozilla}ChatGPT-User/1.0; +https://openai.com/bot`, "ChatGPT-User", "ai-user"],
    [`${mozilla}Claude-User/1.0; +Claude-User@anthropic.com)`, "Claude-User", "ai-user"],
    [`${mozilla}Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)`, "Perplexity-User", "ai-user"],
    [`${mozilla}MistralAI-User/1.0; +https://docs.mistral.ai/robots)`, "MistralAI-User", "ai-user"],
    [`${mozilla}AMZN-User/0.1) Chrome/119.0.6045.214 Safari/537.36`, "Amzn-User", "ai-user"],
    ["DuckAssistBot/1.2; (+http://duckduckgo.com/duckassistbot.html)", "DuckAssistBot", "ai-user"],
    ["meta-externalfetcher/1.1", "meta-externalfetcher", "ai-user"],
    [`${mozilla}Google-Agent)`, "Google-Agent", "ai-user"],
    ["Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "AhrefsBot", "seo"],
    ["Mozilla/5.0 (compatible; SEMrushBot/7~bl; +http://www.semrush.com/bot.html)", "SemrushBot", "seo"],
    ["Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)", "MJ12bot", "seo"],
    ["Mozilla/5.0 (compatible; Ezooms/1.0; help@moz.com)", "Ezooms", "other"],
    ["Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)", "UptimeRobot", "monitoring"],
    ["Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)", "Pingdom", "monitoring"],
    ["Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)", "Feedly", "feed-reader"],
    ["NetNewsWire/3.3.2 (Mac OS X; http://netnewswireapp.com/mac/; gzip-happy)", "NetNewsWire", "feed-reader"],
    ["RSS Bot/1.9 (Mac OS X Version 10.9.4)", "RSS Bot", "feed-reader"],
    ["facebookexternalhit/1.1", "facebookexternalhit", "social-preview"],
    ["Twitterbot/1.0", "Twitterbot", "social-preview"],
    [
      "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
      "archive.org_bot",
      "archive",
    ],
    ["Mediapartners-Google", "Mediapartners-Google", "advertising"],
    ["AdsBot-Google (+http://www.google.com/adsbot.html)", "AdsBot-Google", "advertising"],
    ["OAI-AdsBot/1.0", "OAI-AdsBot", "advertising"],
    ["Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)", "CensysInspect", "scanner"],
    ["sqlmap/1.8.2#stable (https://sqlmap.org)", "sqlmap", "scanner"],
    ["curl/8.5.0", "curl", "library"],
    ["Wget/1.14 (linux-gnu)", "Wget", "library"],
    ["wget/1.14", "Wget", "library"],
    ["python-requests/2.31.0", "python-requests", "library"],
    ["Java/1.8.0_312", "Java", "library"],
    [`${firefox} HeadlessChrome/140.0`, "HeadlessChrome", "automation"],
    [
      "Mozilla/5.0 (compatible; SemanticScholarBot; +https://www.semanticscholar.org/crawler)",
      "SemanticScholarBot",
      "academic",
    ],
  ] as const) {
    test(`${name}: ${agent.slice(0, 60)}`, () => {
      expect(identifyRobot(agent)).toMatchObject({name, kind});
    });
  }
});

describe("of several names the telling one is taken", () => {
  for (const [agent, name, kind] of [
    ["Mozilla/5.0 (compatible; Go-http-client/1.1; +centurybot9@gmail.com)", "centurybot", "seo"],
    [`${firefox} HeadlessChrome/87.0 YextBot/Java Safari/537.36`, "YextBot", "seo"],
    [
      "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
      "LinkedInBot",
      "social-preview",
    ],
    ["Mozilla/5.0 (compatible; Applebot-Extended/0.1; like Applebot)", "Applebot-Extended", "ai-training"],
    ["MySoccbot/1.0", "MySoccbot", "other"],
  ] as const) {
    test(agent, () => expect(identifyRobot(agent)).toMatchObject({name, kind}));
  }
});

describe("an agent that only isbot holds for a robot has the name it gives itself", () => {
  for (const [agent, name] of [
    ["Example Fetcher/2.1 (+https://example.org/bot)", "Example Fetcher"],
    ["ExampleCrawler", "ExampleCrawler"],
    ["example-checker 4", "example-checker"],
    ["ExampleBot https://example.org/", "ExampleBot"],
    ["videocheck editor@example.org", "videocheck"],
    ["https://example.org/bot", "example.org"],
    ["Mozilla/5.0 (compatible; ExampleBot/1.0; +https://example.org)", "ExampleBot"],
    ["Mozilla/5.0 (compatible; Example Probe /1.0; +http://www.example.net/probe)", "Example Probe"],
    ["Mozilla/5.0 ExampleScanner", "ExampleScanner"],
    ["Mozilla/5.0 (Sage)", "Sage"],
    [`${firefox} ExampleCrawler/3`, "ExampleCrawler"],
    [`${firefox} (+https://www.example.org/why)`, "example.org"],
    [`${firefox} (Contact: backend@crawl.example.org)`, "crawl.example.org"],
    ["Mozilla/5.0", "unnamed"],
    ["Mozilla/4.0 (compatible;)", "unnamed"],
    ["\x1b[31mred bot\x07", "bot"],
    ["red\u202e\x07\u2028bot/1.0", "red bot"],
    [`${"x".repeat(100)}bot`, "x".repeat(40)],
  ] as const) {
    test(`${JSON.stringify(agent).slice(0, 70)} is ${name}`, () => {
      expect(identifyRobot(agent)).toEqual({name, kind: "other", ai: null});
    });
  }
});

for (const [what, agent, name] of [
  ["no agent", "", "no agent named"],
  ["a dash", "-", "no agent named"],
  ["blanks", "  ", "no agent named"],
  ["a browser's", firefox, "unnamed"],
  [
    "a telephone's",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    "unnamed",
  ],
] as const) {
  test(`${what} is ${name}`, () => expect(identifyRobot(agent)).toEqual({name, kind: "other", ai: null}));
}

for (const [agent, ai] of [
  ["GPTBot/1.2", "training"],
  ["OAI-SearchBot/1.0", "search"],
  ["ChatGPT-User/1.0", "user"],
  ["Googlebot/2.1", null],
] as const) {
  test(`${agent}: AI is ${ai}`, () => expect(identifyRobot(agent).ai).toBe(ai));
}

const isFit = (agent: string): void => {
  const {name, kind, ai} = identifyRobot(agent);
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(60);
  expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(name).toBe(name.trim());
  expect(Object.keys(robotKinds)).toContain(kind);
  expect(ai).toBe(kind.startsWith("ai-") ? kind.slice("ai-".length) : null);
};

test("every agent has a name that is fit to print, and a kind of the table", () => {
  const part = fc.oneof(
    fc.string({unit: "binary"}),
    fc.constantFrom("Mozilla/5.0 (", "compatible; ", "bot", "https://", "www.", "@", "Spider", "/1.0;", ")", "GPTBot"),
  );
  fc.assert(fc.property(fc.string({unit: "binary"}), isFit));
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join("")),
      isFit,
    ),
  );
});

test("every example of crawler-user-agents has a name and a kind", () => {
  const unnamed = crawlers.flatMap(({instances}) =>
    instances.filter((agent) => {
      isFit(agent);
      return ["unnamed", "no agent named"].includes(identifyRobot(agent).name);
    }),
  );
  expect(unnamed).toEqual([]);
});

test("an agent of a megabyte is looked at no further than its beginning", () => {
  for (const text of ["Spider", "bot ", "(compatible;", "http://", "a.", "\u{1f916}", "@a.", " "]) {
    const agent = text.repeat(1_000_000 / text.length);
    isFit(agent);
    expect(identifyRobot(agent)).toEqual(identifyRobot(agent.slice(0, 1000)));
  }
});

/** Names of ai.robots.txt that stood under no kind of AI, or are words besides. */
const listed: Readonly<Record<string, string>> = {
  "ai-training":
    "Factset_spyderbot,FriendlyCrawler,ICC-Crawler,Linguee Bot,omgilibot,SBIntuitionsBot,Timpibot,YandexAdditionalBot",
  "ai-search":
    "AddSearchBot,AIWebIndex,amazon-QBusiness,Bravebot,CloudVertexBot,ExaBot,iAskBot,PetalBot,QueritBot,Terra Cotta",
  "ai-user": "Code,Cursor,opencode,Operator,Shap-User,Trae,UseAI,ChatGPT-User,kagi-fetcher",
  "ai-unknown":
    "AgentTimes,Awario,Diffbot,EchoboxBot,GoogleOther-Image,LCC,newsai,OpenAI,panscient.com,SemrushBot-SWA,Spider,YaK",
  search: "Applebot",
  "social-preview": "facebookexternalhit",
  library: "Scrapy",
};

for (const [kind, names] of Object.entries(listed)) {
  test(`${kind}: ${names}`, () => {
    for (const name of names.split(",")) {
      for (const agent of [name, `${name}/1.0`, `Mozilla/5.0 (compatible; ${name}/1.0; +https://www.example.org/)`])
        expect([agent, identifyRobot(agent).kind]).toEqual([agent, kind]);
    }
  });
}

test("a word is a name only where it stands as a whole one, with its capitals", () => {
  for (const agent of [
    "Mozilla/5.0 (compatible; Exabot/3.0; +http://www.exabot.com/go/robot)",
    "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
    "Screaming Frog SEO Spider/18.2",
    "Codebot/1.0",
    "cursor/1.0",
    "Mozilla/5.0 (compatible; OpenAIs/1.0)",
  ])
    expect([agent, identifyRobot(agent).ai]).toEqual([agent, null]);
});

describe("docs/robots.md", () => {
  const page = readPages()["docs/robots.md"] ?? "";
  test("tells the names that are words besides", () => {
    for (const name of Object.values(aiWords).flat()) expect(page).toContain(`\`${name}\``);
  });
  for (const label of Object.values(robotKinds).map((kind) => english.translate(kind.label))) {
    test(`has a row for ${label}`, () => expect(page).toContain(`| ${label} |`));
  }
  for (const {operator, source, training = [], search = [], user = [], unknown = []} of aiOperators) {
    test(`tells the agents of ${operator} and where that is from`, () => {
      for (const name of [...training, ...search, ...user, ...unknown]) expect(page).toContain(`\`${name}\``);
      if (source !== null) expect(page).toContain(`(${source})`);
    });
  }
});
