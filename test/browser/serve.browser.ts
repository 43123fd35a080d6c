import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {fullPress} from "../publish/site/built.ts";
import {findFaults} from "./faults.ts";
import {lookAt, type Manner, type Seen} from "./look.ts";

/*
 * The archive on the web in a real browser, served by the program itself in three languages.
 */

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const languages = ["en", "ar", "de"] as const;
const explore = "explore/?figure=readers&from=2004-07&until=2005-06&compare=year-ago";

let folder = "";
let browser: Browser;
const ends: (() => void)[] = [];
const homes: Record<string, string> = {};

async function start(language: string): Promise<void> {
  const words = ["-C", folder, "serve", "--listen", "127.0.0.1:0", "--language", language];
  const child = spawn(process.execPath, [program, ...words], {stdio: ["ignore", "ignore", "pipe"]});
  ends.push(() => child.kill("SIGKILL"));
  homes[language] = await new Promise((done, fail) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => done(/http:\S+\//.exec(text)?.[0] ?? ""));
    child.once("exit", (code) => fail(new Error(`it ended with ${code}`)));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-serve-"));
  fullPress(folder);
  for (const language of languages) await start(language);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 240_000);

afterAll(async () => {
  await browser?.close();
  for (const end of ends) end();
  rmSync(folder, {recursive: true, force: true});
});

interface Look extends Manner {
  readonly path: string;
  readonly language?: (typeof languages)[number];
}

const look = ({path, language = "en", ...manner}: Look, see: (page: Page, seen: Seen) => Promise<void>) =>
  lookAt(browser, `${homes[language]}${path}`, manner, see);

describe.each([
  "",
  explore,
  "explore/tables/?table=departments&beside=2004-H1",
  "series/readers.html",
  "embed/readers/?edition=2004-H2",
  "nothing/at/all",
])("/%s", (path) => {
  for (const [language, width, scheme] of [
    ["en", 1440, "light"],
    ["en", 320, "dark"],
    ["ar", 390, "light"],
    ["de", 768, "dark"],
  ] as const) {
    test(`${language}, ${width} wide, ${scheme}: nothing that axe finds, and no wider than the window`, async () => {
      await look({path, language, width, scheme, bypassCSP: true}, async (page) => {
        expect(await findFaults(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      });
    });
  }

  test("asks for nothing but itself, weighs less than 50 kB, has its style, and no cookie", async () => {
    await look({path}, async (page, {requests, complaints}) => {
      expect(requests).toHaveLength(1);
      // Chromium says of a page that is not there that it is not there.
      expect(complaints.filter((text) => !/404/.test(text))).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      const packed = spawnSync("curl", [
        "-s",
        "--max-time",
        "20",
        "-H",
        "Accept-Encoding: gzip",
        `${homes["en"]}${path}`,
      ]);
      expect(packed.stdout.length).toBeLessThan(50_000);
      expect(await page.locator("main").evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe("none");
    });
  });
});

test("without script a reader chooses months and a comparison, and gets them as a page and as a sheet", async () => {
  await look({path: "explore/", hasScript: false}, async (page) => {
    await page.selectOption("#choose-from", "2005-01");
    await page.selectOption("#choose-until", "2005-03");
    await page.selectOption("#choose-compare", "year-ago");
    await page.getByRole("button", {name: "Show"}).click();
    expect(new URL(page.url()).search).toBe("?figure=readers&from=2005-01&until=2005-03&compare=year-ago&as=all");
    expect(await page.locator("tbody tr").first().textContent()).toContain("22,900");
    await page.getByRole("link", {name: "All months"}).click();
    expect(await page.locator("tbody tr").count()).toBe(19);
    const [sheet] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", {name: "CSV"}).click()]);
    expect(sheet.suggestedFilename()).toBe("readers.csv");
  });
});

test("by keyboard alone a reader gets from the link to the content through the form to the figure", async () => {
  await look({path: explore}, async (page) => {
    const stops: string[] = [];
    for (let place = 0; place < 60; place++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(
          () => document.activeElement!.id || (document.activeElement!.getAttribute("aria-label") ?? ""),
        ),
      );
    }
    const form = ["choose-figure", "choose-from", "choose-until", "choose-compare", "choose-as"];
    expect(stops.filter((stop) => form.includes(stop))).toEqual(form);
    expect(stops).toContain("July 2004: 26,000");
    await page.focus("#choose-from");
    await page.keyboard.press("Home");
    await page.focus("form button");
    await page.keyboard.press("Enter");
    await page.waitForURL(/compare=year-ago/);
  });
});

describe("on a page of somebody else's", () => {
  let other: Server;
  let address = "";
  beforeAll(async () => {
    const body = `<!DOCTYPE html><html lang="en"><title>Another paper</title>
<img alt="" src="${homes["en"]}embed/readers/chart.svg"><iframe title="a figure" src="${homes["en"]}embed/readers/"></iframe>
<iframe title="not to be shown" src="${homes["en"]}explore/"></iframe></html>`;
    other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end(body));
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });
  afterAll(() => other.close());

  test("the picture is drawn, the frame is shown, and no other page of the archive is", async () => {
    const page = await browser.newPage();
    await page.goto(address, {waitUntil: "load"});
    const width = await page.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth);
    expect(width).toBe(720);
    const [, shown, refused] = page.frames();
    expect(await shown!.locator("main").textContent()).toContain("From the editions of The Example Press: 2005-H1.");
    expect(await refused!.locator("main").count()).toBe(0);
    await page.close();
  });
});
