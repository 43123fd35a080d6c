import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeLogs} from "../../examples/second-half-2005/generate.ts";
import {ExamplePress} from "../example-press.ts";
import {findFaults} from "./faults.ts";
import {lookAt, type Manner} from "./look.ts";

/*
 * The example's report in a real browser, as `npm start` makes it: with all its tables and books. Wants Debian's chromium and pdftotext.
 */

const press = new ExamplePress();
let browser: Browser;

beforeAll(async () => {
  await makeLogs(press.logs, {level: 1});
  await press.report();
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 300_000);

afterAll(async () => {
  await browser?.close();
  press.remove();
});

const look = (manner: Manner, see: (page: Page) => Promise<void>) =>
  lookAt(browser, pathToFileURL(join(press.folder, "made.html")).href, manner, see);

for (const [width, scheme, isForced] of [
  [320, "dark", false],
  [390, "light", false],
  [768, "light", true],
  [1280, "light", false],
  [1920, "dark", false],
] as const) {
  test(`${width} wide, ${scheme}${isForced ? ", in forced colours" : ""}: no wider than the window, and no checker finds anything`, async () => {
    await look({width, scheme, bypassCSP: true}, async (page) => {
      if (isForced) await page.emulateMedia({forcedColors: "active"});
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await findFaults(page)).toEqual([]);
    });
  });
}

test("the main table begins within the first 600 pixels, and what moved most stands below it", async () => {
  await look({width: 1280}, async (page) => {
    const topOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.getBoundingClientRect().top);
    expect(await topOf("#figures table")).toBeLessThan(600);
    expect(await topOf("#moved")).toBeGreaterThan(await topOf("#figures table"));
  });
});

test("where there is room no table has to slide", async () => {
  await look({width: 1280}, async (page) => {
    const sliding = await page
      .locator(".scroll")
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute("aria-label")),
      );
    expect(sliding).toEqual([]);
  });
});

describe("on paper", () => {
  let pages: string[] = [];
  beforeAll(async () => {
    await look({}, async (page) => {
      // A table that is wider than the sheet would have the browser shrink all of it.
      await page.emulateMedia({media: "print"});
      const paper = join(press.folder, "made.pdf");
      await page.pdf({path: paper, preferCSSPageSize: true, printBackground: true});
      pages = spawnSync("pdftotext", ["-layout", paper, "-"], {encoding: "utf8"}).stdout.split("\f").slice(0, -1);
    });
  });
  const linesOf = (page: string): string[] => page.split("\n").filter((line) => line.trim() !== "");

  // Letters of other fonts take up to a tenth more.
  test("it takes eleven pages at most, and each but the last is more than half full", () => {
    expect(pages.length).toBeLessThanOrEqual(11);
    expect(pages.slice(0, -1).filter((page) => linesOf(page).length < 35)).toEqual([]);
  });
  test("each page but the first has whose report it is at its head, and all have their number at the foot", () => {
    const heads = pages.slice(1).map((page) => linesOf(page)[0]!.trim());
    expect(new Set(heads)).toEqual(new Set(["The Example Press: readership, second half of 2005"]));
    const feet = pages.map((page) => linesOf(page).at(-1)!.trim());
    expect(feet).toEqual(pages.map((_, i) => `Page ${i + 1} of ${pages.length}`));
  });
});
