import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import {HtmlValidate} from "html-validate";
import {parse} from "parse5";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {hostileTexts} from "../../render/hostile.ts";
import {reportWith} from "../../render/rich-fixture.ts";
import {longTest} from "../../run/amounts.ts";
import {correct, openPress, publish} from "./archive-fixture.ts";
import {build, filesIn, fullPress, isPage} from "./built.ts";

let folder = "";
let files = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-pages-"));
  fullPress(folder);
  await build(folder);
  files = filesIn(join(folder, "public"));
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const textOf = (path: string): string => Buffer.from(files.get(path)!, "latin1").toString("utf8");
const pages = (): string[] => [...files.keys()].filter(isPage);

type Element = {nodeName: string; attrs?: {name: string; value: string}[]; childNodes?: Element[]; value?: string};

function elementsOf(text: string): Element[] {
  const within = (node: Element): Element[] => [node, ...(node.childNodes ?? []).flatMap(within)];
  return within(parse(text) as unknown as Element);
}

const attribute = ({attrs = []}: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

test("every link of every page leads somewhere, and to nobody else", () => {
  const ids = new Map(
    pages().map((path) => [path, new Set(elementsOf(textOf(path)).flatMap((one) => attribute(one, "id") ?? []))]),
  );
  const lost = pages().flatMap((path) =>
    elementsOf(textOf(path)).flatMap((element) => {
      const link = attribute(element, "href") ?? attribute(element, "src");
      if (link === undefined) return [];
      const [to = "", mark] = link.split("#");
      const target = to === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(to));
      const isThere = files.has(target) && !/^[a-z]+:/.test(to);
      const isMarked = mark === undefined || ids.get(target)?.has(decodeURIComponent(mark)) === true;
      return isThere && isMarked ? [] : [`${path}: ${link}`];
    }),
  );
  expect(lost).toEqual([]);
});

test("every page can be reached from the first", () => {
  const seen = new Set<string>();
  const follow = (path: string): void => {
    if (seen.has(path) || !files.has(path)) return;
    seen.add(path);
    if (!isPage(path)) return;
    for (const element of elementsOf(textOf(path))) {
      const [to = ""] = (attribute(element, "href") ?? "").split("#");
      if (to !== "") follow(posix.join(posix.dirname(path), decodeURIComponent(to)));
    }
  };
  follow("index.html");
  expect(pages().filter((path) => !seen.has(path) && path !== "404.html")).toEqual([]);
});

test("pages are smaller than 100 kB", () => {
  expect(pages().filter((path) => files.get(path)!.length > 100_000)).toEqual([]);
});

longTest("pages are what html-validate takes for right", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document"],
    // SVG has no list of its own.
    rules: {"no-trailing-whitespace": "off", "prefer-native-element": ["error", {exclude: ["list", "listitem"]}]},
  });
  for (const path of pages()) {
    const {results} = await validator.validateString(textOf(path));
    expect(results.flatMap(({messages}) => messages.map(({ruleId, line}) => `${path}:${line} ${ruleId}`))).toEqual([]);
  }
});

describe("a page says what became of an edition", () => {
  for (const [path, want] of [
    ["editions/2004-H1.html", "Corrected by 1 erratum."],
    ["editions/2004-H1.html", "1 figure is no longer as it is printed in this edition."],
    ["editions/2004-H2.html", "3 clients that nobody has decided about"],
    ["editions/2003-H2.html", "made by hand"],
    ["errata/2004.html", "the blacklist was short"],
    ["errata/2004.html", "A sentence of the summary would be another"],
    ["series/readers.html", "revision: rules, lists or late logs"],
    ["methodology/index.html", "heavyReaders {documents: 2000} (before: {documents: 1000})"],
    ["index.html", "second half of 2005, announced for 2006-01-20"],
    ["editions/2005-H1.html", "minisign -V -m SHA256SUMS -P RW"],
    ["editions/2005-H1.html", "@techreport{readership-2005-H1,"],
    ["editions/2005-H1.html", "institution = {{The Example Press}}"],
  ] as const) {
    test(`${path}: ${want}`, () => expect(textOf(path)).toContain(want));
  }
});

test("data in the heads of pages are JSON, with the hash of each file and each correction", () => {
  const blocks = elementsOf(textOf("editions/2004-H1.html")).filter(({nodeName}) => nodeName === "script");
  expect(blocks.map((block) => attribute(block, "type"))).toEqual(["application/ld+json"]);
  const data = JSON.parse(blocks[0]!.childNodes![0]!.value!) as Record<string, unknown>;
  expect(data).toMatchObject({
    "@type": "Dataset",
    temporalCoverage: "2004-01-01/2004-06-30",
    datePublished: "2004-07-20",
  });
  expect(data["correction"]).toEqual([
    {"@type": "CorrectionComment", datePublished: "2004-10-15", text: "the blacklist was short"},
  ]);
});

describe("feeds", () => {
  test("are Atom by its schema", () => {
    const schema = join(import.meta.dirname, "atom.rng");
    const {status, stderr} = spawnSync("xmllint", ["--noout", "--relaxng", schema, join(folder, "public/atom.xml")], {
      encoding: "utf8",
    });
    expect(stderr).toContain("validates");
    expect(status).toBe(0);
  });

  test("have an entry for each edition and each erratum, the newest first", () => {
    const feed = JSON.parse(textOf("feed.json")) as {
      version: string;
      items: {title: string; date_published: string; id: string}[];
    };
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.items.map(({date_published}) => date_published.slice(0, 10))).toEqual([
      "2005-07-20",
      "2005-03-15",
      "2005-01-20",
      "2004-10-15",
      "2004-07-20",
    ]);
    expect(feed.items[1]!.title).toContain("Erratum 1 of 2004-H2");
    expect(new Set(feed.items.map(({id}) => id)).size).toBe(5);
  });

  test("keep the names of their entries when the archive moves", async () => {
    await build(folder, {output: join(folder, "moved"), address: "http://example.onion/readership/"});
    const ids = (text: string): string[] => text.match(/urn:uuid:[0-9a-f-]+/g) ?? [];
    const moved = readFileSync(join(folder, "moved/atom.xml"), "utf8");
    expect(ids(moved)).toEqual(ids(textOf("atom.xml")));
    expect(moved).toContain('href="http://example.onion/readership/editions/2005-H1.html"');
  });
});

test("the sheets hold every value with its reason", () => {
  const rows = textOf("data/vintages.csv").split("\r\n");
  expect(rows).toContain("measure,readers,2004-03,1,23500,2004-07-20,2004-H1,,first,,");
  expect(rows).toContain(
    "measure,readers,2004-03,2,22900,2004-10-15,2004-H1,1,correction,the blacklist was short,one client more on the blacklist",
  );
  expect(textOf("data/series.csv")).toContain("measure,readers,2004-03,22900,");
});

test("the chain has a line for each sealed edition, each with the hash of the one before", () => {
  const lines = textOf("log.txt")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(" "));
  expect(lines.map(([day, period]) => [day, period])).toEqual([
    ["2004-07-20", "2004-H1"],
    ["2005-01-20", "2004-H2"],
    ["2005-07-20", "2005-H1"],
  ]);
  expect(lines.map(([, , , before]) => before)).toEqual(["-", lines[0]![2], lines[1]![2]]);
});

describe("an archive in every language", () => {
  for (const language of languageIds) {
    test(`${language}: no word of another, and no name of a message`, async () => {
      const output = join(folder, `in-${language}`);
      await build(folder, {output, language});
      const own = filesIn(output);
      const index = Buffer.from(own.get("index.html")!, "latin1").toString("utf8");
      expect(index).toMatch(language === "ar" ? /<html lang="ar" dir="rtl">/ : /<html lang="[a-zA-Z-]+">/);
      for (const [path, text] of own) if (isPage(path)) expect(text, path).not.toMatch(/>site-[a-z]/);
    });
  }
});

describe("texts of strangers do nothing", () => {
  for (const [place, text] of hostileTexts.entries()) {
    test(`text ${place}`, async () => {
      const own = join(folder, `hostile-${place}`);
      mkdirSync(own);
      const press = openPress(own);
      publish(press, {...reportWith(text), period: "2005-H2", timeZone: "UTC"}, "2006-01-10", {
        accepted: [{id: "ledger", text, reason: text}],
      });
      const figures = {"measure|readers|2005-07": [1, 2]} as const;
      correct(press, {period: "2005-H2", number: 1, date: "2006-02-01", reason: text, figures});
      await build(own, {publication: text, address: "https://example.org/"});
      const built = filesIn(join(own, "public"));
      for (const [path, bytes] of built) {
        if (path.startsWith("editions/") && !isPage(path)) continue;
        const written = Buffer.from(bytes, "latin1").toString("utf8");
        expect(/[\x00-\x08\x0b\x0c\x0e-\x1f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(written), path).toBe(
          false,
        );
        if (isPage(path)) {
          const elements = elementsOf(written);
          const run = elements.filter(
            (one) =>
              ["img", "iframe", "object"].includes(one.nodeName) ||
              (one.attrs ?? []).some(({name}) => name.startsWith("on")),
          );
          expect(run.map(({nodeName}) => nodeName)).toEqual([]);
          const scripts = elements.filter(({nodeName}) => nodeName === "script");
          for (const script of scripts) expect(() => JSON.parse(script.childNodes![0]!.value!)).not.toThrow();
        }
        if (path.endsWith(".json")) expect(() => JSON.parse(written)).not.toThrow();
      }
      for (const name of ["atom.xml", "sitemap.xml"]) {
        expect(spawnSync("xmllint", ["--noout", join(own, "public", name)], {encoding: "utf8"}).stderr).toBe("");
      }
    });
  }
});

test("nothing of the workspace but what was published gets in", () => {
  expect(
    [...files.keys()].filter((path) => dirname(path).startsWith("store") || path.includes("broadsheet.yaml")),
  ).toEqual([]);
  expect([...files.values()].join("")).not.toContain(folder);
});
