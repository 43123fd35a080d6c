import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type ServedPart, supervise} from "../../src/serve/supervise.ts";

/*
 * Real processes: small programs that write down when they begin, and end as they are told.
 */

let folder = "";
let end: AbortController;
const told: string[] = [];
const pace = {firstMs: 1, longestMs: 4, settledMs: 60_000, lookEveryMs: 2};
const listener = {
  died: (name: string, how: string, againInMs: number) => told.push(`${name} ${how} ${againInMs}`),
  waits: (name: string) => told.push(`${name} waits`),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-supervise-"));
  end = new AbortController();
  told.length = 0;
});
afterEach(() => {
  end.abort();
  rmSync(folder, {recursive: true, force: true});
});

/** Appends a letter to a file as it begins, then does what is said. */
function part(name: string, code: string, more: Partial<ServedPart> = {}): ServedPart {
  const begin = `const fs = require("node:fs"); fs.appendFileSync(${JSON.stringify(join(folder, name))}, "+");`;
  return {name, command: process.execPath, args: ["-e", begin + code], ...more};
}

const begun = (name: string): number => {
  try {
    return readFileSync(join(folder, name), "utf8").length;
  } catch {
    return 0;
  }
};
const stay = "setInterval(() => {}, 1000); process.stdin.resume().on('end', () => process.exit(0));";

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 5));
}

test("one that dies is started again, later each time", async () => {
  const running = supervise([part("a", "process.exit(1)")], process.env, end.signal, listener, pace);
  await until(() => begun("a") >= 4);
  end.abort();
  expect(await running).toBe(0);
  expect(told.slice(0, 4)).toEqual(
    ["a status 1 1", "a status 1 2", "a status 1 4", "a status 1 4"].slice(0, told.length),
  );
  expect(told.length).toBeGreaterThanOrEqual(3);
});

test("the end is passed on and waited for", async () => {
  const file = JSON.stringify(join(folder, "a"));
  const drains = `process.on("SIGTERM", () => { fs.appendFileSync(${file}, " drained"); process.exit(0); });`;
  const ready = `fs.appendFileSync(${file}, "+");`;
  const running = supervise([part("a", drains + stay + ready)], process.env, end.signal, listener, pace);
  await until(() => begun("a") === 2);
  end.abort();
  expect(await running).toBe(0);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("++ drained");
  expect(told).toEqual([]);
});

test("one that is refused ends all, with its status", async () => {
  const parts = [part("a", stay), part("b", "process.exit(3)")];
  expect(await supervise(parts, process.env, end.signal, listener, pace)).toBe(3);
});

test("one that is refused for what may be mended waits until it has changed", async () => {
  const file = join(folder, "published");
  writeFileSync(file, "1");
  const code = `process.exit(fs.readFileSync(${JSON.stringify(file)}, "utf8") === "1" ? 3 : 1)`;
  const stamp = (): string => readFileSync(file, "utf8");
  const running = supervise([part("a", code, {stamp})], process.env, end.signal, listener, pace);
  await until(() => told.length > 0);
  expect([told[0], begun("a")]).toEqual(["a waits", 1]);
  writeFileSync(file, "2");
  await until(() => told.length > 1);
  expect(told[1]).toMatch(/^a status 1/);
  end.abort();
  await running;
});

test("what is killed is started again", async () => {
  const running = supervise(
    [part("a", "process.kill(process.pid, 'SIGKILL')")],
    process.env,
    end.signal,
    listener,
    pace,
  );
  await until(() => begun("a") >= 2);
  end.abort();
  await running;
  expect(told[0]).toMatch(/^a SIGKILL/);
});

test("a program that is not there is told, and tried again", async () => {
  const missing = {name: "a", command: join(folder, "none"), args: []};
  const running = supervise([missing], process.env, end.signal, listener, pace);
  await until(() => told.length >= 2);
  end.abort();
  await running;
  expect(told[0]).toMatch(/ENOENT/);
});
