import {type Browser, type BrowserContext, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {LanguageId} from "../../src/base/words/language.ts";
import {type Listening, listen} from "../../src/serve/listen.ts";
import type {TestMember} from "../forum/forum-folder.ts";
import {ForumWeb} from "../serve/forum/forum-web.ts";
import {findFaults} from "./faults.ts";

/*
 * The forum in a real browser: joining, writing and moderating with script and without, by keyboard, in three languages and widths.
 * Wants Debian's chromium.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
});
afterAll(() => browser.close());

interface ShownForum {
  readonly web: ForumWeb;
  readonly top: string;
  readonly nora: TestMember;
  readonly ann: TestMember;
  readonly end: () => Promise<void>;
}

/** A forum with a thread of thirty posts and one that is held, at an address of this machine. */
async function showForum(language: LanguageId): Promise<ShownForum> {
  const web = new ForumWeb(language);
  const writer = web.add("Ines");
  const {thread} = web.begin(
    writer,
    "Why was August so low?",
    "The figures say *fewer* readers.\n\n> Is it the holidays?\n\n- one\n- two",
  );
  for (let number = 2; number <= 30; number++) {
    web.later(60);
    web.reply(
      writer,
      thread,
      `Reply ${number}: see https://example.org/readership/${"long/".repeat(12)} and \`code\`.`,
      [1],
    );
  }
  const nora = await web.joined("Nora", "editor");
  const ann = await web.joined("Ann");
  web.reply(ann, thread, "This one waits for somebody to look at it.");
  const listening: Listening = await listen(web.app, {host: "127.0.0.1", port: 0});
  const end = async (): Promise<void> => {
    await listening.drain();
    expect(web.bugs).toEqual([]);
    web.remove();
  };
  return {web, top: `http://localhost:${listening.port}`, nora, ann, end};
}

interface Manner {
  readonly width?: number;
  readonly hasScript?: boolean;
  readonly as?: TestMember;
  readonly bypassCSP?: boolean;
  readonly scheme?: "light" | "dark";
}

async function openAs(
  top: string,
  {width = 1280, hasScript = true, as, bypassCSP = false, scheme = "light"}: Manner,
): Promise<{page: Page; context: BrowserContext; complaints: string[]}> {
  const viewport = {width, height: 900};
  const context = await browser.newContext({javaScriptEnabled: hasScript, viewport, bypassCSP, colorScheme: scheme});
  if (as !== undefined) {
    const cookie = {
      name: "__Host-forum",
      value: as.token,
      domain: "localhost",
      path: "/",
      secure: true,
      httpOnly: true,
    };
    await context.addCookies([cookie]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${top}/forum/`);
  return {page, context, complaints};
}

const ofAnybody = [
  "/forum/",
  "/forum/s/general",
  "/forum/t/1",
  "/forum/t/1?page=2",
  "/forum/search?q=figures",
  "/forum/rules",
  "/forum/privacy",
  "/forum/log",
  "/forum/sign-in",
  "/forum/sign-in/lost",
  "/forum/join",
  "/forum/knock",
];
const ofMembers = [
  "/forum/t/1?page=2",
  "/forum/s/general/new",
  "/forum/t/1/reply?quotes=2",
  "/forum/p/1/report",
  "/forum/p/31/edit",
  "/forum/account",
  "/forum/account/leave",
  "/forum/account/second",
];
const ofEditors = ["/forum/queue", "/forum/people", "/forum/people/3"];

for (const [language, width, scheme] of [
  ["en", 1440, "light"],
  ["ar", 390, "dark"],
  ["de", 320, "light"],
] as const) {
  test(`every page in ${language}, ${width} wide and ${scheme}, stays within its window, and axe finds nothing`, async () => {
    const shown = await showForum(language);
    for (const [as, paths] of [
      [undefined, ofAnybody],
      [shown.ann, ofMembers],
      [shown.nora, ofEditors],
    ] as const) {
      const {page, context, complaints} = await openAs(shown.top, {width, scheme, bypassCSP: true, ...(as && {as})});
      for (const path of paths) {
        const answer = await page.goto(`${shown.top}${path}`);
        expect([path, answer?.status()]).toEqual([path, 200]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, wide]).toEqual([path, width]);
        expect([path, await findFaults(page)]).toEqual([path, []]);
        const folder = process.env["BROADSHEET_PICTURES"];
        if (folder !== undefined) {
          const name = `${language}-${path.replaceAll(/[^\w]+/g, "-")}${as === undefined ? "" : `-${as.role}`}.png`;
          await page.screenshot({path: `${folder}/${name}`, fullPage: true});
        }
      }
      expect(complaints).toEqual([]);
      await context.close();
    }
    await shown.end();
  });
}

for (const hasScript of [false, true]) {
  describe(`with ${hasScript ? "" : "no "}script`, () => {
    test("somebody joins by code, writes, and is shown by a moderator", async () => {
      const {web, top, nora, end} = await showForum("en");
      const {code} = web.forum.people.invite("member");
      const {page, context} = await openAs(top, {hasScript});
      const go = (): Promise<void> => page.locator("main form button.main").first().click();
      await page.goto(`${top}/forum/join`);
      await page.fill("#code", code);
      await go();
      await page.fill("#name", "Ben");
      await go();
      const offered = (await page.textContent("p.secret"))!;
      await page.fill("#phrase", offered);
      await page.fill("#twice", offered);
      await go();
      await page.getByRole("button", {name: "Join without one"}).click();
      expect(await page.locator("ol.codes li").count()).toBe(8);
      await page.goto(`${top}/forum/s/general/new`);
      await page.fill("#title", "A new thread");
      await page.fill("#source", "With a text.");
      await page.getByRole("button", {name: "Look at it first"}).click();
      expect(await page.textContent(".looks")).toContain("With a text.");
      await page.getByRole("button", {name: "Post", exact: true}).click();
      expect(await page.textContent("main")).toContain("Held: only you");
      const other = await openAs(top, {hasScript, as: nora});
      await other.page.goto(`${top}/forum/queue`);
      const items = await other.page.locator(".item").count();
      await other.page.locator(".item", {hasText: "Ben"}).getByRole("button", {name: "Show", exact: true}).click();
      expect(await other.page.locator(".item").count()).toBe(items - 1);
      await page.reload();
      expect(await page.textContent("main")).not.toContain("Held");
      expect(other.complaints).toEqual([]);
      await context.close();
      await other.context.close();
      await end();
    });
  });
}

test("a moderator decides by keys alone: a digit for the reason, h hides", async () => {
  const {web, top, nora, end} = await showForum("en");
  const {page, context, complaints} = await openAs(top, {as: nora});
  await page.goto(`${top}/forum/queue`);
  await page.waitForFunction(() => document.activeElement?.classList.contains("item"));
  await page.keyboard.press("3");
  await Promise.all([page.waitForURL(/done=yes/), page.keyboard.press("h")]);
  expect(await page.textContent("main")).toContain("Nothing is waiting");
  expect(web.forum.log.rows({})[0]).toMatchObject({act: "hidden", reason: web.settings.rules[2]});
  expect(complaints).toEqual([]);
  await context.close();
  await end();
});

test("a thread prints without what is for a screen alone", async () => {
  const {top, ann, end} = await showForum("en");
  const {page, context} = await openAs(top, {as: ann});
  await page.goto(`${top}/forum/t/1`);
  await page.emulateMedia({media: "print"});
  expect(await page.locator(".post > footer").first().isVisible()).toBe(false);
  expect(await page.locator(".post .text").first().isVisible()).toBe(true);
  await context.close();
  await end();
});
