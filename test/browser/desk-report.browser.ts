import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ingestLogs} from "../../src/operations/ingest.ts";
import {lineOf, logOf} from "../press.ts";
import {deskViews, type ServedDesk, serveDesk} from "./desk-served.ts";
import {findFaults} from "./faults.ts";
import {lookAt, type Manner} from "./look.ts";

/*
 * The report and the settings of the desk in a real browser: what they look like, that all of it works without script, and what is nicer with it.
 */

const languages = ["en", "ar", "de"] as const;
const months = ["Jul", "Aug", "Sep"];
const log = logOf(
  months.flatMap((month) =>
    Array.from({length: 30}, (_, day) => String(day + 1).padStart(2, "0")).flatMap((day) =>
      Array.from({length: 15}, (_, client) =>
        lineOf({
          client: `192.0.2.${client + 1}`,
          at: `${day}/${month}/2005:12:00:00 +0000`,
          path: `/p${client % 4}.html`,
        }),
      ),
    ),
  ),
);
const written = `# Our paper.
publication: The Example Press # as on the masthead
methodology:
  # Since 2005.
  heavyReaders: {documents: 1000}
`;

let browser: Browser;
const desks: Partial<Record<(typeof languages)[number], ServedDesk>> = {};

beforeAll(async () => {
  for (const language of languages) {
    const desk = await serveDesk({language, files: {"logs/a.log": log}, settings: {language}});
    desks[language] = desk;
    writeFileSync(join(desk.test.folder, "broadsheet.yaml"), `${written}language: ${language}\n`);
    await ingestLogs(desk.test.desk.store(), {logs: ["logs/a.log"]});
  }
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const desk of Object.values(desks)) await desk.end();
});

const look = (
  path: string,
  manner: Manner,
  see: (page: Page) => Promise<void>,
  language: (typeof languages)[number] = "en",
) => lookAt(browser, `${desks[language]!.home}${path}`, manner, see);

describe.each([
  "/report",
  "/report/2005-Q3",
  "/report/2005-Q3/rules",
  "/report/2005-Q3/commentary",
  "/report/2005-Q3/labels",
  "/settings",
  "/settings/text",
])("%s", (path) => {
  for (const [language, width, scheme, hasScript] of deskViews) {
    test(`${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
      await look(
        path,
        {width, scheme, bypassCSP: true},
        async (page) => expect(await findFaults(page)).toEqual([]),
        language,
      );
      await lookAt(
        browser,
        `${desks[language]!.home}${path}`,
        {width, scheme, hasScript},
        async (page, {complaints}) => {
          const scroll = await page.locator("main").evaluate((main) => main.ownerDocument.documentElement.scrollWidth);
          expect(scroll).toBe(width);
          expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
        },
      );
    });
  }
});

test("a setting is changed by the keyboard alone, without script, and seen before it is saved", async () => {
  const file = join(desks.de!.test.folder, "broadsheet.yaml");
  await look(
    "/settings",
    {width: 320, hasScript: false},
    async (page) => {
      await page.focus("[name=timeZone]");
      await page.keyboard.type("Mars");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/look");
      expect(await page.getAttribute("[name=timeZone]", "aria-invalid")).toBe("true");
      await page.fill("[name=timeZone]", "Europe/Berlin");
      await page.keyboard.press("Enter");
      await page.waitForSelector("ins");
      expect(await page.innerText("ins")).toContain("timeZone: Europe/Berlin");
      await page.focus("button.main");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/settings?saved=yes");
    },
    "de",
  );
  expect(readFileSync(file, "utf8")).toBe(`${written}language: de\ntimeZone: Europe/Berlin\n`);
});

test("without script, a commentary is shown with its figures by a button, and saved by another", async () => {
  await look("/report/2005-07/commentary", {hasScript: false}, async (page) => {
    await page.fill("#text", "---\nby: A\ndate: 2006-01-01\n---\nWe had {{readers 2005-07}} in *July*.\n");
    await page.click("form.writing button:not(.main)");
    await page.waitForURL("**/look");
    expect(await page.innerText("#look .prose")).toBe("We had 15 in July.");
    await page.click("form.writing button.main");
    await page.waitForURL("**/commentary?saved=yes");
  });
  await look("/report/2005-07/page", {}, async (page) => {
    expect(await page.innerText(".prose")).toBe("We had 15 in July.");
  });
});

test("with script, it is shown while it is written, and what is wrong is named by its line", async () => {
  await look("/report/2005-08/commentary", {}, async (page) => {
    await page.focus("#text");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("August: {{readers 2005-08}} ");
    await page.waitForSelector("#look .prose");
    expect(await page.innerText("#look .prose")).toBe("August: 15");
    await page.keyboard.type("{{reders 2005-08}}");
    await page.waitForSelector("#look [role=alert]");
    expect(await page.innerText("#look [role=alert]")).toContain("commentary/2005-08.md:6:29");
    expect(await page.inputValue("#text")).toContain("{{reders 2005-08}}");
  });
});

test("a report is found from the first page of the screen by links alone", async () => {
  await look("/report", {hasScript: false}, async (page) => {
    await page.click("a[href='/report/2005-09']");
    await page.click("a[href='/report/2005-09/page']");
    expect(await page.innerText("h1")).toBe("Readership, September 2005");
  });
});
