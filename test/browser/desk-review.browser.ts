import {readFileSync, writeFileSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {type ServerType, serve} from "@hono/node-server";
import {type Browser, type BrowserContext, chromium, type Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from "vitest";
import type {LanguageId} from "../../src/base/words/language.ts";
import {ingestLogs} from "../../src/operations/ingest.ts";
import {readerId} from "../../src/workspace/reader-id.ts";
import {lineOf, logOf} from "../press.ts";
import {deskOf, type TestDesk} from "../serve/desk/desk-of.ts";
import {findFaults} from "./faults.ts";

/*
 * The review at the desk in a real browser: with a mouse and no script, and with the terminal's keys.
 */

let browser: Browser;
let made: TestDesk;
let server: ServerType;
let home = "";
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
}, 120_000);
afterAll(() => browser?.close());

async function begin(language: LanguageId = "en"): Promise<void> {
  made = deskOf({language, settings: {methodology: {heavyReaders: {documents: 2}}}});
  const path = join(made.folder, "..", "july.log");
  const clients = ["192.0.2.1", "192.0.2.2", "198.51.100.7"];
  const lines = clients.flatMap((client, place) =>
    Array.from({length: 6 - place}, (_, number) =>
      lineOf({client, path: `/${number}.html`, at: `02/Jul/2005:1${number}:00:00 +0000`, bytes: 1_000_000}),
    ),
  );
  writeFileSync(path, logOf(lines));
  await ingestLogs(made.desk.store(), {logs: [path]});
  await made.done(await made.post("/review/2005-07/look"));
  // Signing in is looked at elsewhere: whoever comes is a reviewer.
  const fetch = (request: Request): Response | Promise<Response> => {
    request.headers.set("cookie", "__Host-desk=reviewer");
    return made.app.fetch(request);
  };
  server = serve({fetch, hostname: "127.0.0.1", port: 0});
  await new Promise((done) => server.once("listening", done));
  home = `http://localhost:${(server.address() as AddressInfo).port}`;
}
async function end(): Promise<void> {
  for (const context of contexts.splice(0)) await context.close();
  await new Promise((done) => server.close(done));
  await made.remove();
}
beforeEach(() => begin(), 120_000);
afterEach(() => end());

interface Manner {
  readonly hasScript?: boolean;
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly bypassCSP?: boolean;
}

async function open(
  path: string,
  {hasScript = true, width = 1280, scheme = "light", bypassCSP = false}: Manner = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{javaScriptEnabled: hasScript, viewport: {width, height: 900}, colorScheme: scheme, bypassCSP},
  });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${home}${path}`);
  return page;
}

const clientPath = (address: string): string =>
  `/review/2005-07/clients/${readerId(address, made.desk.store().workspace.key)}`;
/** Client, decision and reason of each row. */
const rows = (): string[] =>
  readFileSync(join(made.folder, "blacklist.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) =>
      row
        .split(",")
        .filter((_, place) => [0, 3, 4].includes(place))
        .join(" "),
    );

describe("without script", () => {
  test("two clicks decide about a client, and one takes it back", async () => {
    const page = await open(clientPath("192.0.2.1"), {hasScript: false});
    await page.getByLabel("Another reason").fill("asks all night");
    await page.getByRole("button", {name: "A robot: left out"}).click();
    expect(await page.getByRole("status").textContent()).toContain("Written: 192.0.2.1 is a robot.");
    // The next client is there already.
    await page.getByLabel("asks all night").check();
    await page.getByRole("button", {name: "A robot: left out"}).click();
    expect(rows()).toEqual(["192.0.2.1 robot asks all night", "192.0.2.2 robot asks all night"]);
    await page.getByRole("button", {name: /Take back/}).click();
    expect(rows()[2]).toBe("192.0.2.2 later taken back");
    expect(await page.getByRole("status").textContent()).toContain("Taken back");
  });

  test("Enter in the field of the reason decides nothing", async () => {
    const page = await open(clientPath("192.0.2.1"), {hasScript: false});
    await page.getByLabel("Another reason").fill("a school");
    await page.getByLabel("Another reason").press("Enter");
    expect(page.url()).toBe(`${home}${clientPath("192.0.2.1")}`);
    expect(rows()).toEqual([]);
  });

  test("a group is decided about at once, from the list", async () => {
    const page = await open("/review/2005-07", {hasScript: false});
    await page.getByRole("link", {name: "Decide about 2 clients at once"}).click();
    await page.getByLabel("Another reason").fill("a wave");
    await page.getByRole("button", {name: "A reader: counts"}).click();
    expect(rows()).toEqual(["192.0.2.1 reader a wave", "192.0.2.2 reader a wave"]);
    await page.getByRole("button", {name: "Take back 192.0.2.1"}).click();
    expect(rows()).toHaveLength(3);
  });
});

describe("with script", () => {
  test("the terminal's keys choose, decide, go on and take back", async () => {
    const page = await open(clientPath("192.0.2.1"));
    await page.keyboard.press("b");
    // There is no reason yet: the key waits for it.
    await page.keyboard.type("asks all night, barely");
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=/);
    await page.keyboard.press("1");
    await page.keyboard.press("r");
    await page.waitForURL((url) => url.pathname === clientPath("198.51.100.7"));
    await page.keyboard.press("l");
    await page.waitForURL((url) => url.pathname === "/review/2005-07");
    expect(rows()).toEqual([
      '192.0.2.1 robot "asks all night',
      '192.0.2.2 reader "asks all night',
      "198.51.100.7 later ",
    ]);
    await page.goto(`${home}${clientPath("192.0.2.1")}`);
    await page.keyboard.press("u");
    await page.waitForURL(/undone=1/);
    expect(rows()[3]).toBe("192.0.2.1 later taken back");
    await page.keyboard.press("n");
    await page.waitForURL((url) => url.pathname === clientPath("198.51.100.7"));
  });

  test("keys do nothing in a field, nor with Control", async () => {
    const page = await open(clientPath("192.0.2.1"));
    await page.getByLabel("Another reason").fill("x");
    await page.getByLabel("Another reason").press("b");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+l");
    expect(await page.getByLabel("Another reason").inputValue()).toBe("xb");
    expect(rows()).toEqual([]);
  });
});

describe.each(["en", "ar"] as const)("in %s", (language) => {
  test("no page is wider than its window, and axe finds nothing", async () => {
    await end();
    await begin(language);
    await made.post(clientPath("198.51.100.7"), {seen: await seen(), decision: "robot", own: "x"});
    for (const path of [
      "/review",
      "/review/2005-07",
      clientPath("192.0.2.1"),
      clientPath("198.51.100.7"),
      `${clientPath("192.0.2.1")}/like/grounds`,
      "/review/2005-07/close",
    ]) {
      for (const [width, scheme] of [
        [320, "light"],
        [1440, "dark"],
      ] as const) {
        const page = await open(path, {width, scheme, bypassCSP: true});
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, wide]).toEqual([path, width, 0]);
        expect([path, await findFaults(page)]).toEqual([path, []]);
      }
    }
  });
});

async function seen(): Promise<string> {
  const text = await (await made.get(clientPath("198.51.100.7"))).text();
  return /name="seen" value="([^"]+)"/.exec(text)![1]!;
}
