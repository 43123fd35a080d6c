import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir, userInfo} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {clearDrafts, writeWhole} from "../../src/base/whole-file.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-test-"));
  path = join(folder, "report.html");
});
afterEach(() => rmSync(folder, {recursive: true}));

const draftOf = (name: string): string => `.${name}.2d38e29f-b89c-4878-a766-e62a64aecfea`;

function makeOld(name: string): void {
  writeFileSync(join(folder, name), "half");
  const old = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(folder, name), old, old);
}

test("a file is written, and written again, with nothing beside it", () => {
  writeWhole(path, "one");
  writeWhole(path, "two");
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(folder)).toEqual(["report.html"]);
});

test("a file keeps its mode, and a new one has the mode that is asked for", () => {
  writeWhole(path, "one", 0o600);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o646);
  writeWhole(path, "two");
  expect(statSync(path).mode & 0o777).toBe(0o646);
});

test("a file keeps its owner, whoever writes it", () => {
  writeFileSync(path, "one");
  const {uid} = userInfo();
  // Only root gives files away; of everybody else all files are their own.
  const owner = uid === 0 ? 65_534 : uid;
  if (uid === 0) chownSync(path, owner, owner);
  writeWhole(path, "two");
  expect(statSync(path).uid).toBe(owner);
});

test("a link is replaced, and what it points to stays as it is", () => {
  writeFileSync(join(folder, "other"), "theirs");
  symlinkSync(join(folder, "other"), path);
  writeWhole(path, "ours");
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  expect(readFileSync(join(folder, "other"), "utf8")).toBe("theirs");
});

test("what cannot be written leaves nothing", () => {
  mkdirSync(path);
  expect(() => writeWhole(path, "one")).toThrow();
  expect(readdirSync(folder)).toEqual(["report.html"]);
});

test("what a killed writer of the file left an hour ago is taken away, and nothing else", () => {
  const others = [draftOf("report.md"), ".report.html.backup", "report.html.2d38e29f-b89c-4878-a766-e62a64aecfea"];
  for (const name of [draftOf("report.html"), ...others]) makeOld(name);
  writeFileSync(join(folder, ".report.html.3d38e29f-b89c-4878-a766-e62a64aecfea"), "at work");
  writeWhole(path, "one");
  expect(readdirSync(folder).sort()).toEqual(
    [...others, ".report.html.3d38e29f-b89c-4878-a766-e62a64aecfea", "report.html"].sort(),
  );
  clearDrafts(folder, ".");
  expect(readdirSync(folder)).not.toContain(draftOf("report.md"));
});

test("a file whose name is as long as names may be", () => {
  const long = join(folder, "报".repeat(85));
  writeWhole(long, "one");
  expect(readFileSync(long, "utf8")).toBe("one");
});
