import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hasEnded} from "../../src/serve/desk/jobs.ts";
import {linesFrom, runHere} from "../intake/workshop.ts";
import {deskViews, type ServedDesk, serveDesk} from "./desk-served.ts";
import {findFaults} from "./faults.ts";
import {lookAt} from "./look.ts";

/*
 * Publishing at the desk in a real browser: what it looks like, and that an edition is published, verified and put right without script.
 */

const languages = ["en", "ar", "de"] as const;
let browser: Browser;
const desks: Partial<Record<(typeof languages)[number], ServedDesk>> = {};

async function pressIn(language: (typeof languages)[number]): Promise<ServedDesk> {
  const served = await serveDesk({
    language,
    now: () => Date.UTC(2026, 2, 5),
    settings: {methodology: {blacklist: "blacklist.csv"}},
  });
  writeFileSync(join(served.test.folder, "logs", "a.log"), linesFrom(0, 30));
  await runHere(["-C", served.test.folder, "ingest", "logs/a.log", "--quiet"], served.test.folder);
  return served;
}

beforeAll(async () => {
  for (const language of languages) desks[language] = await pressIn(language);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const desk of Object.values(desks)) await desk.end();
});

/** Waits for the job whose page this is, and goes where its outcome is. */
async function outcome(page: Page, {home, test: {desk}}: ServedDesk): Promise<void> {
  await page.waitForURL(/\/jobs\//);
  const id = page.url().split("/jobs/")[1]!;
  const signal = new AbortController().signal;
  while (!hasEnded(desk.jobs.job(id)!)) await desk.jobs.changed(id, signal);
  const {fault, to} = desk.jobs.job(id)!;
  expect(fault).toBe(null);
  await page.goto(`${home}${to}`);
}

test("an edition is published with a reason, verified, and put right, by clicks alone and without script", async () => {
  const served = desks.en!;
  const {folder} = served.test;
  await lookAt(browser, `${served.home}/publish`, {width: 320, hasScript: false}, async (page) => {
    await page.fill("#period", "2026-02");
    await page.click("text=Look at it");
    expect(await page.textContent("h1")).toBe("Before it is published: February 2026");
    await page.click("button.main");
    expect(await page.textContent("#accept-fault")).toContain("Say why");
    await page.fill("#accept", "the server was new");
    await page.click("button.main");
    await outcome(page, served);
    expect(await page.textContent("main")).toContain("the server was new");
    await page.click("text=Verify it");
    await outcome(page, served);
    expect(await page.locator("h2").allTextContents()).toEqual([
      "1, whole and signed: verified",
      "2, every output says the same: verified",
      "3, all editions agree: verified",
    ]);
    await page.click("main a:has-text('February 2026')");
    const saved = page.waitForEvent("download");
    await page.click("text=report.pdf");
    expect((await saved).suggestedFilename()).toBe("2026-02-report.pdf");
    const [client] = /^\S+/.exec(linesFrom(0, 1))!;
    writeFileSync(
      join(folder, "blacklist.csv"),
      `entry,from,until,decision,reason,decided_by,decided_on\n${client},,,robot,loud,A,2026-03-04\n`,
    );
    await page.click("text=What has moved since");
    await page.check("input[value=revision]");
    await page.fill("#reason", "a robot was found");
    await page.click("button.main");
    await outcome(page, served);
    expect(await page.textContent("main")).toContain("Erratum 1 of February 2026, revision");
    await page.goto(`${served.home}/publish`);
    await page.click("text=Build it");
    await outcome(page, served);
    expect(existsSync(join(folder, "public/index.html"))).toBe(true);
  });
}, 120_000);

describe.each(["/publish", "/publish/2026-02", "/publish/2026-03", "/publish/2026-02/moved"])("%s", (path) => {
  for (const [language, width, scheme, hasScript] of deskViews) {
    test(`${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
      const {home} = desks[language]!;
      await lookAt(browser, `${home}${path}`, {width, scheme, bypassCSP: true}, async (page) => {
        expect(await findFaults(page)).toEqual([]);
      });
      await lookAt(browser, `${home}${path}`, {width, scheme, hasScript}, async (page, {complaints}) => {
        expect(await page.locator("main").evaluate((main) => main.ownerDocument.documentElement.scrollWidth)).toBe(
          width,
        );
        expect(complaints.filter((text) => !/404|422/.test(text))).toEqual([]);
      });
    });
  }
});
