import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {openNameless} from "../../src/base/nameless-file.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-nameless-"));
});
afterEach(() => rmSync(top, {recursive: true, force: true}));

test("it is written and read like any other, and nothing of it is left", () => {
  const file = openNameless(join(top, "a"));
  writeFileSync(file.path, "a line\n");
  expect(readFileSync(file.path, "utf8")).toBe("a line\n");
  file.close();
  expect(readdirSync(top)).toEqual([]);
});

test("on Linux what stands in its place leads nowhere in any other process", () => {
  const file = openNameless(join(top, "a"));
  writeFileSync(file.path, "a line\n");
  const read = spawnSync("cat", [file.path], {encoding: "utf8"});
  expect(read.stdout).toBe(process.platform === "linux" ? "" : "a line\n");
  file.close();
});

test("what stands there already is neither followed nor written over", () => {
  writeFileSync(join(top, "theirs"), "theirs");
  symlinkSync(join(top, "theirs"), join(top, "a"));
  for (const name of ["a", "theirs"]) expect(() => openNameless(join(top, name))).toThrow("EEXIST");
  expect(readFileSync(join(top, "theirs"), "utf8")).toBe("theirs");
});
