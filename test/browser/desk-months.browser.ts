import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ingestLogs} from "../../src/operations/ingest.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {whatNeedsAPerson} from "../../src/operations/today/tasks.ts";
import {lineOf} from "../intake/workshop.ts";
import {deskViews, type ServedDesk, serveDesk} from "./desk-served.ts";
import {findFaults} from "./faults.ts";
import {lookAt} from "./look.ts";

/*
 * Today, the months and the page of long work in a real browser: what they look like, and that logs are read and taken out without script.
 */

const languages = ["en", "ar", "de"] as const;
const now = () => Date.UTC(2026, 2, 12, 12);
const two = (day: number): string => String(day).padStart(2, "0");
const linesOf = (month: string, days: number, without: readonly number[]): string => {
  const all = Array.from({length: days}, (_, place) => place + 1).filter((day) => !without.includes(day));
  return all.map((day) => lineOf(day, {day: `${two(day)}/${month}`})).join("");
};
const files = {
  "logs/january.log": linesOf("Jan/2026", 31, [9, 10, 20]),
  "logs/february.log": `${linesOf("Feb/2026", 28, [])}no <b>line</b> at all\n`,
  "logs/march.log": linesOf("Mar/2026", 8, [3]),
  "logs/photo.gif": "GIF89a no log\n",
  "ledger/editions.csv": "oops\n1\n",
};

let browser: Browser;
const desks: Partial<Record<(typeof languages)[number], ServedDesk>> = {};
let empty: ServedDesk;

beforeAll(async () => {
  for (const language of languages) {
    const desk = await serveDesk({files, language, now});
    desks[language] = desk;
    const store = openStore(desk.test.folder, {now});
    const logs = Object.keys(files).filter((name) => name.startsWith("logs/"));
    await ingestLogs(store, {logs});
    await whatNeedsAPerson(store, {language});
  }
  empty = await serveDesk({now});
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const desk of [...Object.values(desks), empty]) await desk.end();
});

/** The id of work that goes on. */
function jobOf({test: {desk}}: ServedDesk): string {
  const begun = desk.jobs.all().find(({state}) => state === "running");
  if (begun) return begun.id;
  const job = desk.jobs.start({
    ...{title: "Reading 3 files", by: "editor", byName: "A. Editor"},
    run: ({listener, signal}) => {
      listener?.progress?.({bytesRead: 400, bytes: 1000, inputsRead: 1, inputs: 3});
      return new Promise((_, fail) => signal?.addEventListener("abort", () => fail(new Error("stopped"))));
    },
  });
  return job.id;
}

describe.each(["/", "/months", "/months/2026-01", "/months/read", "/months/2026-02/quarantine", "/jobs/"])(
  "%s",
  (path) => {
    for (const [language, width, scheme, hasScript] of deskViews) {
      test(`${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
        const desk = desks[language]!;
        const address = `${desk.home}${path === "/jobs/" ? `/jobs/${jobOf(desk)}` : path}`;
        await lookAt(browser, address, {width, scheme, bypassCSP: true}, async (page) => {
          expect(await findFaults(page)).toEqual([]);
        });
        await lookAt(browser, address, {width, scheme, hasScript}, async (page, {complaints}) => {
          const main = page.locator("main");
          expect(await main.evaluate((one) => one.ownerDocument.documentElement.scrollWidth)).toBe(width);
          expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
        });
      });
    }
  },
);

async function follow(page: Page, says: string): Promise<void> {
  await page.getByText(says).waitFor({timeout: 30_000});
}

for (const hasScript of [false, true]) {
  test(`logs are sent, read and taken out ${hasScript ? "with" : "without"} script`, async () => {
    await lookAt(browser, `${empty.home}/months`, {hasScript, width: 390}, async (page, {complaints}) => {
      await page.getByRole("link", {name: "Read logs"}).click();
      const buffer = Buffer.from(files["logs/january.log"]);
      await page.getByLabel("Logs, packed or not").setInputFiles({name: "sent.log", mimeType: "text/plain", buffer});
      await page.getByRole("button", {name: "Send and read"}).click();
      await follow(page, "It is done.");
      expect(await page.locator("main").innerText()).toContain("28 requests");
      await page.getByRole("link", {name: "See what came of it"}).click();
      await follow(page, "28 of 31 days, 28 requests.");
      await page.getByRole("link", {name: "January"}).click();
      await page.getByRole("link", {name: "Take out…"}).click();
      await page.getByRole("button", {name: "Take it out"}).click();
      await follow(page, "It is done.");
      await page.getByRole("link", {name: "See what came of it"}).click();
      await follow(page, "Nothing was read yet.");
      expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
    });
  }, 120_000);

  test(`long work is stopped ${hasScript ? "with" : "without"} script`, async () => {
    const job = empty.test.desk.jobs.start({
      ...{title: "Reading", by: "editor"},
      run: ({signal}) => new Promise((_, fail) => signal?.addEventListener("abort", () => fail(new Error("stopped")))),
    });
    await lookAt(browser, `${empty.home}/jobs/${job.id}`, {hasScript}, async (page) => {
      await page.getByRole("button", {name: "Stop"}).click();
      await follow(page, "It was stopped.");
    });
  });
}

test("the start page shows by itself what is found out, without a reload", async () => {
  const desk = await serveDesk({files: {"logs/february.log": files["logs/february.log"]}, now});
  await ingestLogs(openStore(desk.test.folder, {now}), {logs: ["logs"]});
  await lookAt(browser, desk.home, {}, async (page, {requests}) => {
    await follow(page, "February 2026 can be published");
    expect(requests.filter((url) => url.endsWith("/events"))).toHaveLength(1);
    expect(await page.evaluate("performance.getEntriesByType('navigation').length")).toBe(1);
  });
  await desk.end();
});
