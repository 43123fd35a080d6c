import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {globSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type ModuleSpy, spyOnModules} from "../cli/module-spy.ts";
import {fullPress} from "../publish/site/built.ts";

/*
 * The server as a process of its own, as anybody runs it.
 */

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const sources = fileURLToPath(new URL("../../src/", import.meta.url));

let folder = "";
let spy: ModuleSpy;
let child: ChildProcess;
let home = "";
let said = "";

/** Starts a program, and waits until its standard error has what is wanted. */
function start(words: readonly string[], wanted: RegExp, options: readonly string[] = []): Promise<ChildProcess> {
  const process_ = spawn(process.execPath, [...options, program, ...words], {stdio: ["ignore", "pipe", "pipe"]});
  return new Promise((done, fail) => {
    let text = "";
    process_.stderr.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      text += piece;
      if (wanted.test(text)) done(process_);
    });
    process_.once("exit", (code) => fail(new Error(`it ended with ${code}: ${text}`)));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-process-"));
  fullPress(folder);
  // Not even a key or a store: nothing of either is looked for.
  rmSync(join(folder, "store"), {recursive: true});
  spy = spyOnModules(folder);
  const words = ["-C", folder, "serve", "--listen", "127.0.0.1:0"];
  child = await start(words, /Ctrl-C/, spy.options);
  home = /http:\S+\//.exec(said)![0];
}, 120_000);

afterAll(() => {
  child.kill("SIGKILL");
  rmSync(folder, {recursive: true, force: true});
});

test("it says where it is and what it has", () => {
  expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ has 4 editions and 5 figures\. Ctrl-C ends it\.\n$/);
});

test("it shows pages and data, and a large file piece by piece", async () => {
  const page = await fetch(home);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("The Example Press")]);
  expect((await fetch(`${home}api/v1/figures/readers`)).status).toBe(200);
  expect(await (await fetch(`${home}nothing`)).text()).toContain("<h1>");
});

test("of all its modules none is the engine's, reads logs, holds a secret key, or knows of the store", () => {
  const urls = spy.loaded();
  const forbidden =
    /@duckdb|@clickhouse|node:sqlite|node:worker_threads|node:dns|node:tls|nodemailer|resvg|typst|\/src\/(?:engine|intake|measures|methodology|operations)\/|\/src\/ledger\/(?!cells\/measure-id)|secret-key|kept-key|sign-key-list|signatures\/sign\.ts|workspace\/workspace\.ts|make-workspace|catalogue|address-book/;
  expect(urls.filter((url) => forbidden.test(url) && !/node_modules/.test(url))).toEqual([]);
  expect(
    urls.filter((url) => /node_modules\/(?:@duckdb|@clickhouse|@myriaddreamin|@resvg|nodemailer)/.test(url)),
  ).toEqual([]);
  expect(urls.some((url) => url.endsWith("/src/serve/public/app.ts"))).toBe(true);
});

test("of itself it connects to nobody: nothing of the server asks for anything", () => {
  const texts = globSync("serve/**/*.ts", {cwd: sources}).map((path) => readFileSync(join(sources, path), "utf8"));
  expect(texts.length).toBeGreaterThan(15);
  // What keeps the parts running begins them, and nothing else does.
  expect(texts.filter((text) => text.includes('from "node:child_process"'))).toEqual([
    readFileSync(join(sources, "serve/supervise.ts"), "utf8"),
  ]);
  for (const text of texts) {
    // Of `fetch` only the application's own, which answers.
    expect(text.replaceAll("app.fetch", "")).not.toMatch(/\bfetch\(|connect\(|createConnection|request\(/);
    expect(text).not.toMatch(/from "node:(?:https|http2|tls|dns|dgram|worker_threads|sqlite)"/);
    for (const [line] of text.matchAll(/^import .* from "node:(?:http|net)";$/gm)) {
      expect(line).toMatch(/^import type|\{isIP\}/);
    }
  }
});

test("it writes nothing in the workspace, and says nothing of who asks and for what", async () => {
  const before = readdirSync(folder, {recursive: true}).sort();
  const [told, place] = [said, "a-path-that-nobody-links-to"];
  await fetch(`${home}${place}?name=value`, {headers: {"User-Agent": "somebody", Referer: "https://other.example/"}});
  await fetch(`${home}api/v1/figures/readers?from=wrong`);
  expect(readdirSync(folder, {recursive: true}).sort()).toEqual(before);
  expect(said).toBe(told);
});

test("a second server on its port, on an address that others reach, or of nothing published is refused in one line", () => {
  const run = (...words: string[]) => {
    const {status, stderr} = spawnSync(process.execPath, [program, ...words], {encoding: "utf8"});
    return [status, stderr.split("\n")[0]];
  };
  const port = new URL(home).port;
  expect(run("-C", folder, "serve", "--listen", port)).toEqual([
    3,
    "error SERVE_REFUSED: another program listens there",
  ]);
  expect(run("-C", folder, "serve", "--listen", "0.0.0.0:0")).toEqual([
    3,
    "error SERVE_REFUSED: 0.0.0.0 can be reached from elsewhere, and broadsheet.yaml does not say what the site is called there",
  ]);
}, 60_000);

test.each(["SIGTERM", "SIGINT"] as const)(
  "told to end by %s it lets what is on its way arrive, and ends with 0",
  async (signal) => {
    const other = await start(["-C", folder, "serve", "--listen", "127.0.0.1:0"], /Ctrl-C/);
    const ended = new Promise((done) => other.once("exit", (code, by) => done([code, by])));
    other.kill(signal);
    expect(await ended).toEqual([0, null]);
  },
  60_000,
);
