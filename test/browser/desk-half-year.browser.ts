import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {totpCode} from "../../src/accounts/factors/totp.ts";
import {daysOfMonth} from "../../src/base/period.ts";
import {lineOf, logOf} from "../press.ts";
import {removeTree} from "../remove-tree.ts";

/*
 * A person's whole half-year, as on a fresh machine, without script: the program in processes of its own, and nothing typed at a terminal but
 * to begin, to invite, and to back up.
 */

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const months = ["07", "08", "09", "10", "11", "12"].map((month) => `2005-${month}`);
const names = ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const robot = "192.0.2.66";
const lateRobot = "192.0.2.77";

let top = "";
let browser: Browser;
let serving: ChildProcess | null = null;
let [desk, archive] = ["", ""];

const run = (...words: string[]): string =>
  execFileSync(process.execPath, [program, ...words], {cwd: top, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"]});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A month of readers, one every hour of every day, and two clients that ask all day long. */
function logOfMonth(month: string, place: number): string {
  const lines = daysOfMonth(month).flatMap((day) =>
    Array.from({length: 24}, (_, hour) => {
      const at = `${day.slice(8)}/${names[place]}/2005:${String(hour).padStart(2, "0")}:00:00 +0000`;
      const reader = lineOf({
        client: `198.51.100.${(hour * 7 + Number(day.slice(8))) % 200}`,
        at,
        path: `/essay-${hour}.html`,
      });
      const others = [robot, lateRobot].map((client) => lineOf({client, at, path: `/archive/${day}-${hour}.html`}));
      return [reader, ...others];
    }),
  );
  return logOf(lines.flat());
}

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-half-year-"));
  mkdirSync(join(top, "logs"));
  for (const [place, month] of months.entries())
    writeFileSync(join(top, "logs", `${month}.log`), logOfMonth(month, place));
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
});

afterAll(async () => {
  await browser?.close();
  serving?.kill("SIGTERM");
  removeTree(top);
});

async function serve(folder: string): Promise<ChildProcess> {
  const [deskPort, archivePort] = [await freePort(), await freePort()];
  const words = ["serve", "--desk", "--listen", `127.0.0.1:${archivePort}`, "--desk-listen", `127.0.0.1:${deskPort}`];
  const child = spawn(process.execPath, [program, "-C", join(top, folder), ...words], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((done, fail) => {
    child.stderr!.setEncoding("utf8").on("data", (text: string) => text.includes("is the desk") && done());
    child.once("exit", (code) => fail(new Error(`it ended with ${code}`)));
  });
  [desk, archive] = [`http://localhost:${deskPort}`, `http://127.0.0.1:${archivePort}`];
  return child;
}

const press = (page: Page) => page.locator("main form button.main").first().click();

/** The page of long work asks again by itself; where it leads is followed. */
async function outcome(page: Page): Promise<void> {
  await page.waitForURL(/\/jobs\//);
  const result = page.locator("main a.button");
  const said = page.locator("[role=alert]");
  await result.or(said).first().waitFor({timeout: 120_000});
  expect(await said.allTextContents()).toEqual([]);
  await result.click();
}

async function signIn(page: Page, {phrase, secret}: {readonly phrase: string; readonly secret: string}): Promise<void> {
  await page.goto(`${desk}/publish`);
  await page.getByLabel("Name").fill("A. Editor");
  await page.getByLabel("Pass phrase").fill(phrase);
  await press(page);
  await page.getByLabel("Code from your app").fill(totpCode(secret, Math.floor(Date.now() / 30_000)));
  await press(page);
}

/** A code is good once: the next one is waited for. */
const nextCode = (): Promise<void> => sleep(30_500 - (Date.now() % 30_000));

test("invited, signed in, logs read, clients decided, a book kept, a commentary written, published, corrected, backed up, restored elsewhere", async () => {
  run("init", "press", "--publication", "The Example Press", "--quiet");
  const code = run("-C", "press", "desk", "invite", "A. Editor", "--quiet").trim();
  serving = await serve("press");
  const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 1280, height: 900}});
  const page = await context.newPage();

  // Joins, leaves, and signs in.
  await page.goto(`${desk}/join`);
  await page.getByLabel("Code of invitation").fill(code);
  await press(page);
  const phrase = (await page.locator(".secret").textContent())!.trim();
  await page.getByLabel("Your pass phrase").fill(phrase);
  await page.getByLabel("The same once more").fill(phrase);
  await press(page);
  const secret = (await page.locator("dd code").textContent())!.replaceAll(" ", "");
  await page.getByLabel("Code from your app").fill(totpCode(secret, Math.floor(Date.now() / 30_000)));
  await press(page);
  expect(await page.locator(".codes li").count()).toBe(8);

  // Sends the logs of six months.
  await page.goto(`${desk}/months/read`);
  await page.setInputFiles(
    "#logs",
    months.map((month) => join(top, "logs", `${month}.log`)),
  );
  await page.locator("form[action='/months/read/sent'] button.main").click();
  await outcome(page);
  expect(page.url()).toBe(`${desk}/months`);
  expect(readdirSync(join(top, "press/store/facts")).filter((name) => name.endsWith("-0.parquet"))).toHaveLength(6);

  // Decides about a client.
  await page.goto(`${desk}/review/2005-H2`);
  if (await page.locator("form[action='/review/2005-H2/look'] button").count()) {
    await page.locator("form[action='/review/2005-H2/look'] button").first().click();
    await outcome(page);
  }
  await page.getByRole("link", {name: robot}).first().click();
  await page.getByLabel("Another reason").fill("asks all day");
  await page.getByRole("button", {name: "A robot: left out"}).click();
  expect(readFileSync(join(top, "press/blacklist.csv"), "utf8")).toContain(
    `${robot},2005-07-01,,robot,asks all day,A. Editor`,
  );

  // Keeps a book.
  await page.goto(`${desk}/books/funds`);
  await page.locator("form[action='/books/funds/begin'] button").click();
  await page.fill("#cell-date", "2005-08-20");
  await page.fill("#cell-amount", "800");
  await page.fill("#cell-purpose", "print");
  await page.locator("form button.main").first().click();
  await page.waitForURL(/\/books\/funds/);
  expect(readFileSync(join(top, "press/ledger/funds.csv"), "utf8")).toContain("2005-08-20,800,print");

  // Writes a commentary.
  await page.goto(`${desk}/report/2005-H2/commentary`);
  const begun = await page.inputValue("#text");
  await page.fill("#text", `${begun.trim()}\n\nA day had {{documents-per-day 2005-H2}} documents.\n`);
  await page.locator("button.main[formaction]").click();
  await page.waitForURL(/saved=yes/);

  // Publishes, from sign-in on by five clicks and what is typed.
  await nextCode();
  await page.getByRole("button", {name: "Sign out"}).click();
  await signIn(page, {phrase, secret});
  await page.fill("#period", "2005-H2");
  await page.getByRole("button", {name: "Look at it"}).click();
  expect(await page.textContent("main")).toContain("Before it is published: second half of 2005");
  if (await page.locator("#accept").count()) await page.fill("#accept", "the other client is a library");
  await page.locator("form button.main").click();
  await outcome(page);
  expect(await page.textContent("h1")).toBe("second half of 2005");
  const edition = join(top, "press/published/2005-H2");
  const {measures} = JSON.parse(readFileSync(join(edition, "report.json"), "utf8")) as {
    measures: {id: string; values: (number | null)[]; total?: unknown}[];
  };
  expect(measures.some(({id}) => id === "readers")).toBe(true);
  expect(readFileSync(join(edition, "report.txt"), "utf8")).toContain("A day had");

  // Verifies it, and puts it right when another client turns out to be a robot.
  await page.getByRole("button", {name: "Verify it, levels 1 to 3"}).click();
  await outcome(page);
  expect((await page.locator("h2").allTextContents()).filter((text) => text.endsWith(": verified"))).toHaveLength(3);
  await page.goto(`${desk}/review/2005-H2`);
  if (await page.locator("form[action='/review/2005-H2/look'] button").count()) {
    await page.locator("form[action='/review/2005-H2/look'] button").first().click();
    await outcome(page);
  }
  await page.getByRole("link", {name: lateRobot}).first().click();
  await page.getByLabel("Another reason").fill("a mirror");
  await page.getByRole("button", {name: "A robot: left out"}).click();
  await page.goto(`${desk}/publish/2005-H2/moved`);
  await page.fill("#reason", "a mirror was missing on the blacklist");
  await page.locator("form button.main").click();
  await outcome(page);
  expect(await page.textContent("main")).toContain("Erratum 1 of second half of 2005, correction of an error");

  // The archive shows it to readers, from a process of its own.
  const errata = async (): Promise<string> => (await fetch(`${archive}/api/v1/errata`)).text();
  await expect
    .poll(() => errata().catch(() => ""), {timeout: 60_000, interval: 500})
    .toContain("a mirror was missing on the blacklist");
  await context.close();

  // Backed up while the desk runs, and restored elsewhere.
  run("-C", "press", "backup", "press.tar.zst", "--with-key", "--quiet");
  run("restore", "press.tar.zst", "--workspace", "elsewhere", "--quiet");
  serving.kill("SIGTERM");
  await new Promise((done) => serving!.once("exit", done));
  const report = (folder: string): string => run("-C", folder, "report", "2005-H2", "--format", "json", "--quiet");
  expect(report("elsewhere")).toBe(report("press"));
  expect(run("-C", "elsewhere", "check")).toContain("Nothing is wrong.");
  expect(run("-C", "elsewhere", "verify", "elsewhere/published", "--against", "press/published")).toContain("2005-H2");
  expect(run("-C", "elsewhere", "desk", "log", "--verify")).toContain("The log is whole");
  serving = await serve("elsewhere");
  const there = await browser.newContext({javaScriptEnabled: false});
  const other = await there.newPage();
  await nextCode();
  await signIn(other, {phrase, secret});
  expect(await other.textContent("main")).toContain("second half of 2005");
  await there.close();
}, 400_000);
