import {posix} from "node:path";
import {HtmlValidate} from "html-validate";
import {afterAll, describe, expect, test} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {staticPages} from "../../../src/serve/forum/static/pages.ts";
import {parseConfig} from "../../../src/workspace/config/config.ts";
import {PeopledForum} from "../../forum/posts/people.ts";

const place = new PeopledForum();
afterAll(() => place.remove());
const config = parseConfig("publication: The Example & Press\nlanguage: en\n");

/** Threads of many titles, one of three pages, with a quote, a link, a hidden post and one that is held. */
const [ann, bob] = [place.add("Ann <b>"), place.add("Bob")];
const moderator = place.add("Mo", {role: "moderator"});
const long = place.begin(ann, "Zeitung & <Leser>", "First https://example.org/a?b=1&c=2 and\n\n> a quote");
for (let number = 2; number <= 52; number++) {
  place.later(60);
  place.reply(number % 2 === 0 ? bob : ann, long.thread, `Answer ${number}`, number > 30 ? [number - 29] : []);
}
const rude = place.reply(bob, long.thread, "Rude secret words");
place.decide(moderator, rude.post, "hide", "spam");
place.reply(place.add("New", {isHeld: true}), long.thread, "Held secret words");
for (const title of ["Éclair", "2005 in print", "مرحبا", "中文", "эхо", "!!!"]) {
  place.days(1);
  place.begin(ann, title);
}
place.days(1);
place.forum.close({...moderator, id: moderator.id}, "The end <now>.");

const filesIn = (language: (typeof languageIds)[number]): Map<string, string> =>
  new Map(staticPages(place.forum, config, {language, now: () => place.clock}));
const files = filesIn("en");
const pages = [...files].filter(([path]) => path.endsWith(".html"));

test("there is a page for everything that is public, a feed for each section and thread, and titles from A to Z in any script", () => {
  expect(files.has("index.html") && files.has("log.html") && files.has("rules.html") && files.has("style.css")).toBe(
    true,
  );
  expect([...files.keys()].filter((path) => /^t\/1\b/.test(path))).toEqual([
    "t/1.html",
    "t/1.2.html",
    "t/1.3.html",
    "t/1.atom.xml",
  ]);
  expect([...files.keys()].filter((path) => path.startsWith("a-z/")).length).toBe(7);
  expect(files.get("a-z.html")).toContain(">É".normalize("NFD").slice(0, 2));
  expect([...files.keys()].filter((path) => path.startsWith("s/"))).toEqual([
    ...["s/general.html", "s/general.atom.xml", "s/redaktion.html", "s/redaktion.atom.xml"],
  ]);
});

test("nothing that not everybody sees is in any file", () => {
  for (const [path, content] of files) expect(`${path} ${/secret words/.test(content)}`).toBe(`${path} false`);
});

test("every link leads to a file of the folder, to its place on the page, or out to the web; no page has a form or a script", () => {
  const reached = new Set<string>(["index.html"]);
  for (const path of reached) {
    const content = files.get(path)!;
    expect(content).not.toMatch(/<(?:form|script|button|input|iframe|img)\b/);
    if (!path.endsWith(".html")) continue;
    for (const [, address = ""] of content.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https:\/\/example\.org\/|data:,$)/.test(address) || address.endsWith("forum.jsonl")) continue;
      const [to = "", anchor = ""] = address.split("#");
      const target = to === "" ? path : posix.join(posix.dirname(path), to);
      expect(`${path}: ${address} ${files.has(target)}`).toBe(`${path}: ${address} true`);
      if (anchor !== "") expect(`${address} ${files.get(target)!.includes(`id="${anchor}"`)}`).toBe(`${address} true`);
      reached.add(target);
    }
  }
  expect([...files.keys()].filter((path) => !reached.has(path))).toEqual([]);
});

test("links of feeds lead to places in the folder", () => {
  const places = [...files.get("t/1.atom.xml")!.matchAll(/<link href="([^"]*)"/g)].map(([, to]) => to!);
  expect(places[0]).toBe("../t/1.html");
  expect(places[1]).toBe("../t/1.3.html#p52");
});

test("what a member wrote stands as it was drawn, and the notice as text", () => {
  expect(files.get("t/1.html")).toContain("Ann &lt;b&gt;");
  expect(files.get("index.html")).toContain("The end &lt;now&gt;.");
  expect(files.get("t/1.2.html")).toContain('href="../t/1.html#p3"');
});

describe("the pages are what html-validate takes for right", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document"],
    rules: {
      "no-trailing-whitespace": "off",
      // A folder is opened from a disk, too, where a sum of its style would keep it from being used.
      "require-sri": "off",
      "prefer-native-element": ["error", {exclude: ["list", "listitem", "region"]}],
    },
  });
  for (const [path, content] of pages) {
    test(path, async () => {
      const {results} = await validator.validateString(content);
      expect(
        results.flatMap(({messages}) => messages.map(({ruleId, line, message}) => `${line} ${ruleId} ${message}`)),
      ).toEqual([]);
    });
  }
});

for (const language of languageIds) {
  test(`the pages are in ${language}, with the same files`, () => {
    const own = filesIn(language);
    expect([...own.keys()].sort()).toEqual([...files.keys()].sort());
    expect(own.get("index.html")).toMatch(/<html lang="(?:en|es|fr|de|zh-Hans|ar)"/);
  });
}
