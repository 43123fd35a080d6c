import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {LanguageId} from "../../src/base/words/language.ts";
import {build, fullPress} from "../publish/site/built.ts";
import {findFaults} from "./faults.ts";
import {lookAt, type Manner, type Seen} from "./look.ts";

/*
 * The public archive in a real browser, from files. Wants Debian's chromium and pdftotext; `npm run test:browser` runs it.
 */

const pages = [
  "index.html",
  "series/index.html",
  "series/readers.html",
  "editions/index.html",
  "editions/2004-H1.html",
  "errata/2004.html",
  "methodology/index.html",
  "find/d.html",
  "data/index.html",
  "verify.html",
  "404.html",
];

let folder = "";
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-site-"));
  fullPress(folder);
  for (const language of ["en", "ar", "zh"] as const) await build(folder, {language, output: join(folder, language)});
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

interface Look extends Manner {
  readonly path: string;
  readonly language?: LanguageId;
}

const look = ({path, language = "en", ...manner}: Look, see: (page: Page, seen: Seen) => Promise<void>) =>
  lookAt(browser, pathToFileURL(join(folder, language, path)).href, manner, see);

describe("each page of the archive", () => {
  for (const path of pages) {
    for (const [language, width, scheme] of [
      ["en", 1280, "light"],
      ["en", 320, "dark"],
      ["ar", 390, "light"],
      ["zh", 1440, "dark"],
    ] as const) {
      test(`${path}, ${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
        await look({path, language, width, scheme, bypassCSP: true}, async (page) => {
          expect(await findFaults(page)).toEqual([]);
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        });
      });
    }

    test(`${path} asks for nothing but itself, complains of nothing, and has its style`, async () => {
      await look({path}, async (page, {requests, complaints}) => {
        expect(requests).toHaveLength(1);
        expect(complaints).toEqual([]);
        const style = await page.locator("main").evaluate((main) => getComputedStyle(main).maxWidth);
        expect(style).not.toBe("none");
      });
    });
  }
});

test("the keyboard walks from the link to the content over every link to the points of a chart, which say their values", async () => {
  await look({path: "series/readers.html"}, async (page) => {
    const stops: string[] = [];
    for (let place = 0; place < 60; place++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(() => {
          const at = document.activeElement!;
          return at.getAttribute("aria-label") ?? at.textContent!.trim();
        }),
      );
    }
    expect(stops.slice(0, 3)).toEqual(["To the content", "The Example Press", "Latest"]);
    expect(stops).toContain("January 2004: 21,000");
    // February 2005 is the 14th month of those with a value; the edition of 2004-H2 lacks September.
    expect(stops).toContain("February 2005: 33,000");
    expect(stops.some((stop) => stop.startsWith("September 2004"))).toBe(false);
  });
});

test("a point of a chart shows its value when it has the focus", async () => {
  await look({path: "series/readers.html"}, async (page) => {
    const point = page.locator("svg.wide .point").first();
    const opacity = () => point.locator("text").evaluate((text) => getComputedStyle(text).opacity);
    expect(await opacity()).toBe("0");
    await point.focus();
    expect(await opacity()).toBe("1");
  });
});

test("an archive on paper has its figures and none of its navigation", async () => {
  await look({path: "index.html"}, async (page) => {
    const paper = join(folder, "paper.pdf");
    await page.pdf({path: paper, format: "A4"});
    const printed = spawnSync("pdftotext", ["-layout", paper, "-"], {encoding: "utf8"}).stdout;
    expect(printed).toContain("38,000");
    expect(printed).toContain("minisign -V -m SHA256SUMS");
    expect(printed).not.toContain("Methodology");
  });
});
