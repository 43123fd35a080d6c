import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {assistants} from "../../src/methodology/referrers/assistants.ts";
import {identifyReferrer, referrerKinds} from "../../src/methodology/referrers/identify.ts";
import {searchEngines} from "../../src/methodology/referrers/search-engines.ts";
import {socialNetworks} from "../../src/methodology/referrers/social-networks.ts";
import {parseHostList, spamHosts} from "../../src/methodology/referrers/spam.ts";
import {readPages} from "../docs/markdown.ts";
import {english} from "../in-english.ts";

const own = ["example.org", "www.example.net:8080", "192.0.2.7"];

for (const [site, kind, key] of [
  ["www.google.com", "search", "google"],
  ["www.google.de", "search", "google"],
  ["google.co.uk", "search", "google"],
  ["www.google.com.br", "search", "google"],
  ["images.google.fr", "search", "google"],
  ["com.google.android.googlequicksearchbox", "search", "google"],
  ["news.google.com", "search", "google-news"],
  ["scholar.google.es", "search", "google-scholar"],
  ["mail.google.com", "site", "mail.google.com"],
  ["docs.google.com", "site", "docs.google.com"],
  ["google.example", "site", "google.example"],
  ["google.com.evil.example", "site", "google.com.evil.example"],
  ["notgoogle.com", "site", "notgoogle.com"],
  ["www.bing.com", "search", "bing"],
  ["cn.bing.com", "search", "bing"],
  ["us.yhs4.search.yahoo.com", "search", "yahoo"],
  ["search.yahoo.co.jp", "search", "yahoo"],
  ["mail.yahoo.com", "site", "mail.yahoo.com"],
  ["r.duckduckgo.com", "search", "duckduckgo"],
  ["yandex.ru", "search", "yandex"],
  ["www.yandex.com.tr", "search", "yandex"],
  ["mail.yandex.ru", "site", "mail.yandex.ru"],
  ["www.baidu.com", "search", "baidu"],
  ["search.seznam.cz", "search", "seznam"],
  ["search.brave.com", "search", "brave"],
  ["brave.com", "site", "brave.com"],
  ["search.live.com", "search", "msn"],
  ["de.altavista.com", "search", "altavista"],
  ["chatgpt.com", "ai-assistant", "chatgpt"],
  ["chat.openai.com", "ai-assistant", "chatgpt"],
  ["openai.com", "site", "openai.com"],
  ["www.perplexity.ai", "ai-assistant", "perplexity"],
  ["gemini.google.com", "ai-assistant", "gemini"],
  ["copilot.microsoft.com", "ai-assistant", "copilot"],
  ["claude.ai", "ai-assistant", "claude"],
  ["chat.mistral.ai", "ai-assistant", "mistral"],
  ["chat.deepseek.com", "ai-assistant", "deepseek"],
  ["you.com", "ai-assistant", "you"],
  ["thankyou.com", "site", "thankyou.com"],
  ["t.co", "social", "x"],
  ["x.com", "social", "x"],
  ["mobile.twitter.com", "social", "x"],
  ["netflix.com", "site", "netflix.com"],
  ["l.facebook.com", "social", "facebook"],
  ["old.reddit.com", "social", "reddit"],
  ["www.pinterest.co.uk", "social", "pinterest"],
  ["news.ycombinator.com", "social", "hacker-news"],
  ["www.ycombinator.com", "site", "ycombinator.com"],
  ["tieba.baidu.com", "social", "tieba"],
  ["semalt.com", "spam", "semalt.com"],
  ["788.semalt.com", "spam", "semalt.com"],
  ["semalt.semalt.com", "spam", "semalt.com"],
  ["notsemalt.com", "site", "notsemalt.com"],
  ["semalt.com.example", "site", "semalt.com.example"],
  ["example.org", "own", "own"],
  ["WWW.EXAMPLE.ORG:443", "own", "own"],
  ["news.example.org.", "own", "own"],
  ["example.net", "own", "own"],
  ["192.0.2.7:81", "own", "own"],
  ["anexample.org", "site", "anexample.org"],
  ["example.org.example.com", "site", "example.org.example.com"],
  ["en.wikipedia.org", "site", "en.wikipedia.org"],
  ["www.am-se.example", "site", "am-se.example"],
  ["www.com", "site", "www.com"],
  ["Example.COM:8080", "site", "example.com"],
  ["user@example.com", "site", "example.com"],
  ["example.com?q=a.b", "site", "example.com"],
  ["пример.рф", "site", "xn--e1afmkfd.xn--p1ai"],
  ["XN--E1AFMKFD.XN--P1AI", "site", "xn--e1afmkfd.xn--p1ai"],
  ["198.51.100.4:8795", "site", "198.51.100.4"],
  ["[2001:DB8::1]:8080", "site", "[2001:db8::1]"],
  ["[2001:db8::1", "none", "none"],
  ["[fe80::1%eth0]", "none", "none"],
  [null, "none", "none"],
  ["", "none", "none"],
  ["-", "none", "none"],
  ["...", "none", "none"],
  ["localhost:3000", "none", "none"],
  ["no dots here", "none", "none"],
  ["a b.com", "none", "none"],
  ["a..b.com", "none", "none"],
  ["\\xe4\\xe5.\\xf0\\xf4", "none", "none"],
  ["<script>alert.com", "none", "none"],
  ["'; drop table request; --.com", "none", "none"],
  [`${"a".repeat(300)}.com`, "none", "none"],
  ["a.".repeat(500_000), "none", "none"],
] as const) {
  test(`${String(site).slice(0, 50)} is ${kind}: ${key}`, () => {
    expect(identifyReferrer(site, {own})).toMatchObject({kind, key});
  });
}

test("rows of one family have one label, a site's is its host", () => {
  expect(identifyReferrer("www.google.de", {own}).label).toBe("Google");
  expect(identifyReferrer("www.example.com", {own}).label).toBe("example.com");
});

test("another list of spam stands for Broadsheet's", () => {
  const spam = parseHostList("# mine\n\nWWW.Spam.Example\r\n");
  expect(identifyReferrer("a.spam.example", {own, spam})).toEqual({
    kind: "spam",
    key: "spam.example",
    label: "spam.example",
  });
  expect(identifyReferrer("semalt.com", {own, spam}).kind).toBe("site");
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((text) => text !== "www");
const letters = fc.stringMatching(/^[a-z]{2,6}$/);
const known = [...searchEngines, ...assistants, ...socialNetworks].flatMap(({hosts}) =>
  hosts
    .trim()
    .split(/\s+/)
    .map((host) => host.replace(/^\./, "").replace(/\*$/, "fr")),
);
const host = fc.oneof(
  fc.tuple(fc.array(label, {minLength: 1, maxLength: 4}), letters).map(([labels, last]) => [...labels, last].join(".")),
  fc.constantFrom(...known, ...spamHosts, "example.org"),
);

test("every text, whatever it holds, has a kind of the table and a key that is safe to print", () => {
  const text = fc.oneof(
    fc.string({unit: "binary"}),
    fc.tuple(fc.string({unit: "binary"}), host).map((parts) => parts.join("")),
    fc.tuple(host, fc.string({unit: "binary"})).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (site) => {
      const {kind, key, label} = identifyReferrer(site, {own});
      expect(Object.keys(referrerKinds)).toContain(kind);
      expect(key).toMatch(/^[a-z0-9._:[\]-]{1,253}$/);
      if (kind === "site" || kind === "spam") expect(label).toBe(key);
    }),
    {numRuns: 1000},
  );
});

test("case, a port, a trailing dot and www. make no difference", () => {
  const port = fc.integer({min: 0, max: 65_535});
  fc.assert(
    fc.property(host, port, (site, number) => {
      const want = identifyReferrer(site, {own});
      for (const variant of [site.toUpperCase(), `${site}:${number}`, `${site}.`, `www.${site}`, ` ${site}`]) {
        expect(identifyReferrer(variant, {own}), variant).toEqual(want);
      }
    }),
  );
});

test("a host is spam only if its last labels are an entry, and no host is by mere likeness", () => {
  fc.assert(
    fc.property(fc.constantFrom(...spamHosts), label, letters, (entry, before, after) => {
      expect(identifyReferrer(`${before}.${entry}`, {own: []})).toMatchObject({kind: "spam", key: entry});
      for (const like of [`${before}${entry}`, `${entry}.${after}`, entry.replaceAll(".", "-").concat(`.${after}`)]) {
        if (!spamHosts.has(like)) expect(identifyReferrer(like, {own: []}).kind, like).not.toBe("spam");
      }
    }),
  );
});

describe("the tables", () => {
  const families = [...searchEngines, ...assistants, ...socialNetworks];
  const repeated = (texts: readonly string[]): string[] => texts.filter((text, place) => texts.indexOf(text) !== place);

  test("no two families share a key, a label or a host", () => {
    expect(repeated(families.map(({key}) => key))).toEqual([]);
    expect(repeated(families.map(({label}) => label))).toEqual([]);
    expect(repeated(families.flatMap(({hosts}) => hosts.trim().split(/\s+/)))).toEqual([]);
  });
  test("a key is no host, so it cannot be taken for a site's", () => {
    expect(families.filter(({key}) => !/^[a-z0-9-]+$/.test(key))).toEqual([]);
  });
  for (const [kind, table] of [
    ["search", searchEngines],
    ["ai-assistant", assistants],
    ["social", socialNetworks],
  ] as const) {
    test(`every host of ${kind} is found`, () => {
      for (const {key, label, hosts} of table) {
        for (const pattern of hosts.trim().split(/\s+/)) {
          const site = pattern.replace(/^\./, "").replace(/\*$/, "co.uk");
          expect(identifyReferrer(site, {own}), pattern).toEqual({kind, key, label});
        }
      }
    });
  }
  test("every entry of the list of spam is a host, in lower case, and none is below another", () => {
    for (const entry of spamHosts) {
      expect(identifyReferrer(entry, {own: []})).toEqual({kind: "spam", key: entry, label: entry});
    }
  });
});

describe("docs/referrers.md", () => {
  const page = readPages()["docs/referrers.md"] ?? "";
  for (const label of Object.values(referrerKinds).map((kind) => english.translate(kind.label))) {
    test(`has a row for ${label}`, () => expect(page).toContain(`| ${label} |`));
  }
  test("names every AI assistant", () => {
    for (const {label} of assistants) expect(page).toContain(label);
  });
});
