import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {lockWorkspace} from "../../src/workspace/lock.ts";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {type StorePaths, storePaths} from "../../src/workspace/workspace-files.ts";

let folder: string;
let store: StorePaths;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-lock-"));
  store = storePaths(folder);
  makeWorkspace(folder, "publication: The Test Press\n");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const never = (): void => {
  throw new Error("it waited");
};

test("a lock is taken without waiting where nobody has it", async () => {
  const lock = await lockWorkspace(store, "me", {wait: 0, onWait: never});
  expect(readFileSync(`${store.lock}.holder`, "utf8")).toBe("me");
  lock.release();
  expect(existsSync(`${store.lock}.holder`)).toBe(false);
  (await lockWorkspace(store, "you", {wait: 0, onWait: never})).release();
});

test("who may not wait is told at once who holds it", async () => {
  const lock = await lockWorkspace(store, "the first", {wait: 0, onWait: never});
  const second = lockWorkspace(store, "the second", {wait: 0, onWait: never});
  await expect(second).rejects.toMatchObject({
    code: "WORKSPACE_BUSY",
    message: "the workspace is held by the first",
    where: store.folder,
  });
  lock.release();
});

test("who waits is told once for whom, and has it when the other lets go", async () => {
  const lock = await lockWorkspace(store, "the first", {wait: 0, onWait: never});
  const told: string[] = [];
  const second = lockWorkspace(store, "the second", {wait: 10, onWait: (holder) => told.push(holder)});
  setTimeout(() => lock.release(), 350);
  (await second).release();
  expect(told).toEqual(["the first"]);
});

test("a note that a killed process left holds nobody up", async () => {
  writeFileSync(`${store.lock}.holder`, "the dead");
  (await lockWorkspace(store, "the living", {wait: 0, onWait: never})).release();
});

test("where no note can be read, it is another ingest that holds it", async () => {
  const lock = await lockWorkspace(store, "the first", {wait: 0, onWait: never});
  rmSync(`${store.lock}.holder`);
  await expect(lockWorkspace(store, "the second", {wait: 0, onWait: never})).rejects.toThrow("held by another ingest");
  lock.release();
});

test("a lock that cannot be made is the workspace's fault, not a bug", async () => {
  rmSync(store.folder, {recursive: true});
  const lock = lockWorkspace(store, "me", {wait: 0, onWait: never});
  await expect(lock).rejects.toMatchObject({code: "WORKSPACE_DENIED"});
});
