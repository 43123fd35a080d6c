import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {staysInside, writablePath} from "../../src/workspace/inside.ts";

describe("a path of the settings", () => {
  for (const path of ["a.csv", "lists/a.csv", "./a.csv", "lists/../a.csv", "..a.csv", "...", "logs/*.gz", "{a,b}/c"]) {
    test(`${path} stays in the workspace`, () => expect(staysInside(path)).toBe(true));
  }
  test("a whole path is meant", () => expect(staysInside("/srv/lists/../a.csv")).toBe(true));
  for (const path of [
    "..",
    "../a.csv",
    "lists/../../a.csv",
    "./../a",
    "{a,..}/c",
    "*/../../c",
    "{logs,../x}/*",
    "..\\a",
  ]) {
    test(`${path} leaves it`, () => expect(staysInside(path)).toBe(false));
  }
});

describe("what is written", () => {
  let top: string;
  let folder: string;
  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-inside-")));
    folder = join(top, "press");
    for (const name of ["press/ledger", "press/lists", "outside"]) mkdirSync(join(top, name), {recursive: true});
    writeFileSync(join(folder, "lists/a.csv"), "");
    writeFileSync(join(top, "outside/a.csv"), "");
  });
  afterEach(() => rmSync(top, {recursive: true, force: true}));

  test("goes to a file, one that is not there yet, and one in a folder that is not", () => {
    for (const named of ["lists/a.csv", "new.csv", "new/new.csv"]) {
      expect(writablePath(folder, named)).toBe(join(folder, named));
    }
  });

  test("goes through a link that stays in the workspace, and through the workspace's own", () => {
    symlinkSync("lists/a.csv", join(folder, "a.csv"));
    symlinkSync(folder, join(top, "link"));
    expect(writablePath(folder, "a.csv")).toBe(join(folder, "a.csv"));
    expect(writablePath(join(top, "link"), "a.csv")).toBe(join(top, "link/a.csv"));
  });

  test("goes to a whole path, whatever it leads to", () => {
    symlinkSync(join(top, "outside/a.csv"), join(folder, "a.csv"));
    expect(writablePath(folder, join(folder, "a.csv"))).toBe(join(folder, "a.csv"));
  });

  const links: Readonly<Record<string, readonly [at: string, to: string, named: string, real: string]>> = {
    "a file elsewhere": ["a.csv", "../outside/a.csv", "a.csv", "outside/a.csv"],
    "a file that is not there yet": ["a.csv", "../outside/new.csv", "a.csv", "outside/new.csv"],
    "a folder elsewhere": ["books", "../outside", "books/a.csv", "outside/a.csv"],
    "a folder elsewhere, and a new file in it": ["books", "../outside", "books/new.csv", "outside/new.csv"],
    "a folder with a name that begins alike": ["books", "../press-2", "books/new.csv", "press-2/new.csv"],
  };
  for (const [what, [at, to, named, real]] of Object.entries(links)) {
    test(`does not go through a link to ${what}`, () => {
      symlinkSync(to, join(folder, at));
      const where = `${join(folder, named)} -> ${join(top, real)}`;
      expect(() => writablePath(folder, named)).toThrow(expect.objectContaining({code: "OUTPUT_REFUSED", where}));
    });
  }

  test("does not go round in a circle of links", () => {
    symlinkSync("b.csv", join(folder, "a.csv"));
    symlinkSync("a.csv", join(folder, "b.csv"));
    expect(() => writablePath(folder, "a.csv")).toThrow(expect.objectContaining({code: "OUTPUT_REFUSED"}));
  });
});
