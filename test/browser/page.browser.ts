import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html/report.ts";
import {gappedReport, longReport} from "../render/fixture.ts";
import {hostileTexts} from "../render/hostile.ts";
import {rangedReport} from "../render/ranged-fixture.ts";
import {reportedReport, reportWith, richReport} from "../render/rich-fixture.ts";
import {findFaults} from "./faults.ts";

/*
 * The page in a real browser. Wants Debian's chromium and pdftotext; `npm run test:browser` runs it.
 */

const pages = {
  "with everything": richReport,
  "with reported figures": reportedReport,
  "with ranges": rangedReport,
  "with gaps": gappedReport,
  "of three years": longReport(36),
  "in Arabic": {...richReport, language: "ar"} as const,
};
const sizes = {
  pool: {width: 1100, height: 900},
  phone: {width: 390, height: 800},
  desk: {width: 1280, height: 800},
  small: {width: 320, height: 640},
  wide: {width: 1920, height: 1080},
};

let folder = "";
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-pages-"));
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Opens a page from a file, as a reader would, and calls `look` with it and what it asked for and complained of. */
async function open(
  html: string,
  options: {size: keyof typeof sizes; scheme: "light" | "dark"},
  look: (page: Page, seen: {requests: string[]; complaints: string[]}) => Promise<void>,
): Promise<void> {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  // The page's own policy forbids scripts; the test's has to run beside it.
  const context = await browser.newContext({
    viewport: sizes[options.size],
    colorScheme: options.scheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const seen = {requests: [] as string[], complaints: [] as string[]};
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  page.on("dialog", (dialog) => {
    seen.complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  await look(page, seen);
  await context.close();
}

for (const [name, report] of Object.entries(pages)) {
  describe(`a page ${name}`, () => {
    const html = renderHtml(report);
    for (const size of ["pool", "phone"] as const) {
      for (const scheme of ["light", "dark"] as const) {
        test(`has nothing that axe, html-validate or the Nu HTML checker finds, ${size}, ${scheme}`, async () => {
          await open(html, {size, scheme}, async (page) => {
            expect(await findFaults(page)).toEqual([]);
          });
        });

        test(`is no wider than the window, ${size}, ${scheme}`, async () => {
          await open(html, {size, scheme}, async (page) => {
            const width = await page.evaluate("document.documentElement.scrollWidth");
            expect(width).toBe(sizes[size].width);
          });
        });
      }
    }

    for (const size of ["small", "wide"] as const) {
      test(`is no wider than the window, ${size}`, async () => {
        await open(html, {size, scheme: "light"}, async (page) => {
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(sizes[size].width);
        });
      });
    }

    test("begins its main table within the first 600 pixels", async () => {
      await open(html, {size: "desk", scheme: "light"}, async (page) => {
        expect(await page.evaluate("document.querySelector('table').getBoundingClientRect().top")).toBeLessThan(600);
      });
    });

    test("shows on a phone the latest month and the whole first, and the others when they are asked for", async () => {
      await open(html, {size: "phone", scheme: "light"}, async (page) => {
        const months = page.locator("#figures table").last().locator("thead th.past");
        const others = await months.count();
        for (let i = 0; i < others; i++) expect(await months.nth(i).isVisible()).toBe(false);
        const region = page.locator("#figures .scroll").last();
        expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
        await page.locator("#figures details.months summary").last().click();
        if (others > 0) expect(await months.first().isVisible()).toBe(true);
      });
    });

    test("asks for nothing but itself and complains of nothing", async () => {
      await open(html, {size: "pool", scheme: "light"}, async (_, {requests, complaints}) => {
        expect(requests).toHaveLength(1);
        expect(complaints).toEqual([]);
      });
    });

    test("comes out on paper with every row of every table", async () => {
      await open(html, {size: "pool", scheme: "light"}, async (page) => {
        const paper = join(folder, "page.pdf");
        await page.pdf({path: paper, format: "A4", printBackground: true});
        const printed = spawnSync("pdftotext", ["-layout", paper, "-"], {encoding: "utf8"}).stdout.replace(/\s+/g, " ");
        for (const {title, rows} of report.tables) {
          expect(printed).toContain(title);
          expect(rows.length === 0 || printed.includes(rows[0]!.label)).toBe(true);
        }
        for (const {label} of report.measures) expect(printed).toContain(label);
        if (report.language !== "en") return;
        const pages = printed.match(/Page \d+ of \d+/g) ?? [];
        expect(pages.at(-1)).toBe(`Page ${pages.length} of ${pages.length}`);
      });
    });
  });
}

test("text of strangers does nothing in any place of the page", async () => {
  for (const text of hostileTexts) {
    await open(renderHtml(reportWith(text)), {size: "pool", scheme: "light"}, async (page, {requests, complaints}) => {
      expect(
        await page.evaluate(
          "document.scripts.length + document.querySelectorAll('iframe, object, img, a[href^=\"javascript\" i]').length",
        ),
      ).toBe(0);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  }
}, 120_000);
