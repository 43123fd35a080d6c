import {mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {makeFolder} from "../../src/base/make-folder.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-folder-"));
});
afterEach(() => rmSync(top, {recursive: true, force: true}));

test("a folder is made with those above it, and made again without a fault", () => {
  const path = join(top, "a/b/c");
  makeFolder(path, 0o700);
  makeFolder(path, 0o700);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test("where a file stands in its way, that is said", () => {
  writeFileSync(join(top, "a"), "");
  expect(() => makeFolder(join(top, "a"))).toThrow("EEXIST");
  expect(() => makeFolder(join(top, "a/b"))).toThrow("ENOTDIR");
});
