import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {heads} from "../ledger/workshop.ts";
import {deskViews, type ServedDesk, serveDesk} from "./desk-served.ts";
import {findFaults} from "./faults.ts";
import {lookAt} from "./look.ts";

/*
 * The books of the desk in a real browser: what they look like, and that they are kept by the keyboard alone and without script.
 */

const languages = ["en", "ar", "de"] as const;
const funds = Array.from({length: 130}, (_, place) => `2005-07-20,${place + 1},print,,`);
const files = {
  "ledger/funds.csv": `${[heads.funds, ...funds, "20/07/2005,80,<b>print</b> \u202eabc,,"].join("\n")}\n`,
  "ledger/deliveries.csv": `${heads.deliveries}\n`,
};

let browser: Browser;
const desks: Partial<Record<(typeof languages)[number], ServedDesk>> = {};

beforeAll(async () => {
  for (const language of languages) desks[language] = await serveDesk({files, language}, "bookkeeper");
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const desk of Object.values(desks)) await desk.end();
});

describe.each(["/books", "/books/funds", "/books/deliveries", "/books/plan", "/books/funds/rows/132"])("%s", (path) => {
  for (const [language, width, scheme, hasScript] of deskViews) {
    test(`${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
      await lookAt(browser, `${desks[language]!.home}${path}`, {width, scheme, bypassCSP: true}, async (page) => {
        expect(await findFaults(page)).toEqual([]);
      });
      await lookAt(
        browser,
        `${desks[language]!.home}${path}`,
        {width, scheme, hasScript},
        async (page, {complaints}) => {
          expect(await page.locator("main").evaluate((main) => main.ownerDocument.documentElement.scrollWidth)).toBe(
            width,
          );
          expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
        },
      );
    });
  }
});

test("a row is typed and added by the keyboard alone, without script; one that cannot be used is still there", async () => {
  const {home, test: desk} = desks.en!;
  await lookAt(browser, `${home}/books/deliveries`, {width: 320, hasScript: false}, async (page) => {
    await page.focus("#cell-edition");
    for (const text of ["The Press 1", "2005-07-05", "Oslo", "", "", "1,000"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/rows");
    expect(await page.textContent("[role=alert]")).toContain("1000");
    expect(await page.inputValue("#cell-copies")).toBe("1,000");
    expect(await page.getAttribute("#cell-copies", "aria-invalid")).toBe("true");
  });
  await lookAt(browser, `${home}/books/plan`, {width: 320, hasScript: false}, async (page) => {
    await page.fill("#text", "Measure\tDate\tTarget\tMood\nreaders\t2009-12-31\t370000\tfine\n");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/paste");
    expect(await page.textContent("main")).toContain("not taken");
    await page.focus("button.main");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/books/plan?saved=1");
    expect(await page.textContent("[role=status]")).toContain("Saved: 1 row.");
  });
  expect(readFileSync(join(desk.folder, "ledger/plan.csv"), "utf8")).toBe(
    "measure,date,target,id,corrects\nreaders,2009-12-31,370000,,\n",
  );
});
