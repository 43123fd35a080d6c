import {type Browser, type BrowserContext, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Listening, listen} from "../../src/serve/listen.ts";
import {codeNow, joinDesk, type StaffedDesk, staffedDesk} from "../serve/desk/staff.ts";
import {findFaults} from "./faults.ts";

/*
 * Joining, signing in and out in a real browser, with script and without, by an app of codes and by a passkey. Wants Debian's chromium.
 */

let browser: Browser;
let desk: StaffedDesk;
let listening: Listening;
let top = "";

beforeAll(async () => {
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
  desk = staffedDesk();
  listening = await listen(desk.app, {host: "127.0.0.1", port: 0});
  top = `http://localhost:${listening.port}`;
});

afterAll(async () => {
  await browser.close();
  await listening.drain();
  expect(desk.bugs).toEqual([]);
  await desk.remove();
});

interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

async function openWindow({
  hasScript,
  width = 1440,
  bypassCSP = false,
}: {
  readonly hasScript: boolean;
  readonly width?: number;
  readonly bypassCSP?: boolean;
}): Promise<Window> {
  const context = await browser.newContext({javaScriptEnabled: hasScript, viewport: {width, height: 900}, bypassCSP});
  const page = await context.newPage();
  const complaints: string[] = [];
  // A page that says that what was typed is wrong is no fault of the page.
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return {page, context, complaints};
}

function inviteCode(name: string): string {
  return desk.desk.accounts.invite({name, role: "editor"}, {name: "a test"}).code;
}

const go = (page: Page) => page.locator("main form button.main").first().click();

/** As far as the second factor, with the phrase that is offered. */
async function beginToJoin(page: Page, name: string): Promise<string> {
  await page.goto(`${top}/join`);
  await page.getByLabel("Code of invitation").fill(inviteCode(name));
  await go(page);
  const phrase = (await page.locator(".secret").textContent())!.trim();
  await page.getByLabel("Your pass phrase").fill(phrase);
  await page.getByLabel("The same once more").fill(phrase);
  await go(page);
  await page.getByRole("heading", {name: "Your second factor"}).waitFor();
  return phrase;
}

async function signIn(page: Page, name: string, phrase: string): Promise<void> {
  await page.goto(`${top}/account`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Pass phrase").fill(phrase);
  await go(page);
  await page.getByRole("heading", {name: "Second step"}).waitFor();
}

for (const [hasScript, width] of [
  [false, 1440],
  [false, 320],
  [true, 1440],
] as const) {
  test(`join, sign out and sign in ${hasScript ? "with" : "without"} script by an app of codes, ${width} px`, async () => {
    const {page, context, complaints} = await openWindow({hasScript, width});
    const name = `Editor ${hasScript} ${width}`;
    const phrase = await beginToJoin(page, name);
    const secret = (await page.locator("dd code").textContent())!.replaceAll(" ", "");
    await page.getByLabel("Code from your app").fill(codeNow(desk, secret));
    await go(page);
    expect(await page.locator(".codes li").count()).toBe(8);
    await page.goto(`${top}/account`);
    expect(await page.locator("h1").textContent()).toBe("Your account");
    await page.getByRole("button", {name: "Sign out"}).click();
    await page.getByRole("heading", {name: "Sign in"}).waitFor();
    expect(await context.cookies()).toEqual([]);
    desk.clock += 60_000;
    await signIn(page, name, phrase);
    await page.getByLabel("Code from your app").fill(codeNow(desk, secret));
    await go(page);
    await page.getByRole("heading", {name: "Your account"}).waitFor();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({name: "__Host-desk", httpOnly: true, secure: true, sameSite: "Lax", path: "/"});
    expect(cookie!.expires).toBe(-1);
    expect(complaints).toEqual([]);
    desk.clock += 60_000;
    await context.close();
  }, 300_000);
}

test("join and sign in with a passkey, and be asked again for it", async () => {
  const {page, context, complaints} = await openWindow({hasScript: true});
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const phrase = await beginToJoin(page, "P. Key");
  await page.getByRole("link", {name: "Take a passkey instead"}).click();
  await page.getByRole("button", {name: "Make a passkey"}).click();
  await page.locator(".codes li").first().waitFor();
  await page.goto(`${top}/account`);
  expect(await page.locator("main").textContent()).toContain("Passkey, since 2026-11-05");
  await page.getByRole("button", {name: "Sign out"}).click();
  await signIn(page, "P. Key", phrase);
  expect(await page.getByLabel("Code from your app").count()).toBe(0);
  await page.getByRole("button", {name: "Use a passkey"}).click();
  await page.getByRole("heading", {name: "Your account"}).waitFor();
  desk.clock += 6 * 60_000;
  await page.getByRole("link", {name: "Change the pass phrase"}).click();
  await page.getByRole("heading", {name: "Confirm that it is you"}).waitFor();
  await page.getByRole("button", {name: "Use a passkey"}).click();
  await page.getByRole("heading", {name: "Change the pass phrase"}).waitFor();
  expect(desk.desk.accounts.log().map(({act, about}) => `${act} ${about}`)).toEqual(
    expect.arrayContaining(["signed-in passkey", "asked-again passkey"]),
  );
  expect(complaints).toEqual([]);
  await context.close();
});

test("where the authenticator refuses, the page says so, and another way is open", async () => {
  const {page, context} = await openWindow({hasScript: true});
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    // Nobody touches it, and it answers for nobody.
    options: {protocol: "u2f", transport: "usb", automaticPresenceSimulation: true, hasUserVerification: false},
  });
  await beginToJoin(page, "R. Fused");
  await page.goto(`${top}/join/second?with=passkey`);
  await page.evaluate(() => {
    navigator.credentials.create = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.getByRole("button", {name: "Make a passkey"}).click();
  await page.getByText("The passkey was not used.").waitFor();
  await page.getByRole("link", {name: "Take an app for codes instead"}).click();
  await page.getByLabel("Code from your app").waitFor();
  await context.close();
});

test("without script the page of passkeys says that it needs it", async () => {
  const {page, context} = await openWindow({hasScript: false});
  await beginToJoin(page, "N. Script");
  await page.goto(`${top}/join/second?with=passkey`);
  expect(await page.getByText("A passkey needs script in the browser.").isVisible()).toBe(true);
  expect(await page.getByRole("button", {name: "Make a passkey"}).isVisible()).toBe(false);
  await context.close();
});

describe("each page", () => {
  for (const [width, scheme] of [
    [320, "light"],
    [1440, "dark"],
  ] as const) {
    test(`has nothing that axe finds, and nothing wider than the window, ${width} px, ${scheme}`, async () => {
      const {page, context} = await openWindow({hasScript: true, width, bypassCSP: true});
      await page.emulateMedia({colorScheme: scheme});
      const look = async (): Promise<void> => {
        expect([page.url(), await findFaults(page)]).toEqual([page.url(), []]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([page.url(), wider]).toEqual([page.url(), 0]);
      };
      for (const path of ["/sign-in", "/join"]) {
        await page.goto(`${top}${path}`);
        await look();
      }
      await beginToJoin(page, `Axe ${width}`);
      await look();
      const secret = (await page.locator("dd code").textContent())!.replaceAll(" ", "");
      await page.goto(`${top}/join/second?with=passkey`);
      await look();
      await page.goto(`${top}/join/second`);
      await page.getByLabel("Code from your app").fill(codeNow(desk, secret));
      await go(page);
      await page.locator(".codes li").first().waitFor();
      await look();
      const own = desk.desk.accounts.people()[0]!.id;
      for (const path of [
        "/account",
        "/account/phrase",
        "/account/second",
        "/people",
        `/people/${own}`,
        "/people/log",
        "/again",
      ]) {
        await page.goto(`${top}${path}`);
        await look();
      }
      await page.goto(`${top}/people`);
      await page.getByLabel("Name").fill("Some Body");
      await page.locator("main form button.main").click();
      await page.locator(".secret").waitFor();
      await look();
      desk.clock += 60_000;
      await context.close();
    }, 120_000);
  }
});

for (const language of ["de", "ar"] as const) {
  test(`pages are no wider than a telephone, and axe finds nothing, in ${language}`, async () => {
    const spoken = staffedDesk({language});
    const member = await joinDesk(spoken, "A. Editor");
    const served = await listen(spoken.app, {host: "127.0.0.1", port: 0});
    const {page, context} = await openWindow({hasScript: true, width: 320, bypassCSP: true});
    await context.setExtraHTTPHeaders({cookie: `__Host-desk=${member.browser.token}`});
    for (const path of [
      "/account",
      "/account/phrase",
      "/account/second",
      "/people",
      "/people/log",
      "/again",
      "/join",
    ]) {
      await page.goto(`http://localhost:${served.port}${path}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, wider, await findFaults(page)]).toEqual([path, 0, []]);
    }
    await context.close();
    await served.drain();
    await spoken.remove();
  }, 300_000);
}

test("somebody with a keyboard alone signs in", async () => {
  const member = await joinDesk(desk, "K. Board", "editor");
  const {page, context} = await openWindow({hasScript: false});
  // What is typed goes where the page has put the focus, once it has.
  const focused = page.locator("input:focus");
  await page.goto(`${top}/sign-in`);
  await focused.waitFor();
  await page.keyboard.type(member.name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(member.phrase);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", {name: "Second step"}).waitFor();
  await focused.waitFor();
  await page.keyboard.type(codeNow(desk, member.secret));
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").waitFor();
  desk.clock += 60_000;
  await context.close();
}, 300_000);
