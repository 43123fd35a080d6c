import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";
import {type ModuleSpy, spyOnModules} from "../../cli/module-spy.ts";

/*
 * The forum and the desk as processes, as anybody runs them, where nothing is published yet.
 */

const program = fileURLToPath(new URL("../../../bin/broadsheet.js", import.meta.url));
let folder = "";
let server: ChildProcess;
let said = "";
let spy: ModuleSpy;

const forum = /(http:\S+\/) has the forum, and nothing that was published yet/;
const desk = /(http:\S+\/) is the desk/;

function start(
  words: readonly string[],
  isUp: (text: string) => boolean,
  options: readonly string[] = [],
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...options, program, "-C", folder, ...words], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  said = "";
  return new Promise((done, fail) => {
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      if (isUp(said)) done(child);
    });
    child.once("exit", (code) => fail(new Error(`it ended with ${code}: ${said}`)));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-forum-process-"));
  makeWorkspace(folder, "publication: The Example Press\n");
  spy = spyOnModules(folder);
  server = await start(["serve", "--forum", "--listen", "127.0.0.1:0"], (text) => forum.test(text), spy.options);
}, 120_000);
afterAll(() => {
  server.kill("SIGKILL");
  rmSync(folder, {recursive: true, force: true});
});

test("the process that serves the forum has neither an engine nor the store, reads no logs, and asks nobody", async () => {
  const [, home] = forum.exec(said)!;
  expect((await fetch(`${home}forum/`)).status).toBe(200);
  expect((await fetch(`${home}forum/sign-in`)).status).toBe(200);
  const forbidden =
    /@duckdb|@clickhouse|node:worker_threads|node:dns|node:tls|nodemailer|resvg|typst|\/src\/(?:engine|intake|measures|methodology)\/|\/src\/operations\/(?!forum\/settings)|\/src\/serve\/desk\/|secret-key|kept-key|workspace\/workspace\.ts|make-workspace|catalogue|address-book/;
  const urls = spy.loaded().filter((url) => !url.includes("node_modules") || /duckdb|clickhouse|nodemailer/.test(url));
  expect(urls.filter((url) => forbidden.test(url))).toEqual([]);
});

test("told to end, it ends with 0; with the desk beside it both begin, and both end", async () => {
  const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once("exit", done));
  let end = ended(server);
  server.kill("SIGTERM");
  expect(await end).toBe(0);
  const words = ["serve", "--forum", "--desk", "--listen", "127.0.0.1:0", "--desk-listen", "127.0.0.1:0"];
  server = await start(words, (text) => forum.test(text) && desk.test(text));
  const [, home] = forum.exec(said)!;
  expect((await fetch(`${home}forum/rules`)).status).toBe(200);
  end = ended(server);
  server.kill("SIGTERM");
  expect(await end).toBe(0);
});
