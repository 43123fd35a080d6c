import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {fullPress} from "../publish/site/built.ts";

/*
 * The archive and the desk as processes, as anybody runs them.
 */

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
let folder = "";
let server: ChildProcess;
let said = "";

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    if (server.exitCode !== null && !isSo()) throw new Error(`it ended with ${server.exitCode}: ${said}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const addressOf = (what: RegExp): string => what.exec(said)![1]!;
const desk = /(http:\S+\/) is the desk/;
const archive = /(http:\S+\/) has 4 editions/;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-desk-process-"));
  fullPress(folder);
  const words = ["-C", folder, "serve", "--desk", "--listen", "127.0.0.1:0", "--desk-listen", "127.0.0.1:0"];
  server = spawn(process.execPath, [program, ...words], {stdio: ["ignore", "pipe", "pipe"]});
  server.stderr!.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  await until(() => desk.test(said) && archive.test(said));
}, 120_000);

afterAll(() => {
  server.kill("SIGKILL");
  rmSync(folder, {recursive: true, force: true});
});

test("both answer, and neither under the address of the other", async () => {
  const page = await fetch(addressOf(archive));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("The Example Press")]);
  const own = await fetch(`${addressOf(desk)}settings`, {redirect: "manual"});
  expect([own.status, own.headers.get("location")]).toEqual([303, "/sign-in?to=%2Fsettings"]);
});

test("told to end, it passes that on, and ends with 0 when both have", async () => {
  const addresses = [addressOf(archive), addressOf(desk)];
  const ended = new Promise<number | null>((done) => server.once("exit", done));
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
  for (const address of addresses) await expect(fetch(address)).rejects.toThrow();
});

test("when it is killed, its parts end by themselves", async () => {
  const words = ["-C", folder, "serve", "--desk", "--listen", "127.0.0.1:0", "--desk-listen", "127.0.0.1:0"];
  said = "";
  server = spawn(process.execPath, [program, ...words], {stdio: ["ignore", "pipe", "pipe"]});
  server.stderr!.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  await until(() => / is the desk/.test(said) && / has 4 editions/.test(said));
  const addresses = [addressOf(archive), addressOf(desk)];
  server.kill("SIGKILL");
  for (const address of addresses) {
    while (await fetch(address, {redirect: "manual"}).then(Boolean, () => false))
      await new Promise((done) => setTimeout(done, 50));
  }
});
