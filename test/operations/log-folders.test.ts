import {mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {listLogFolder, logFolders, logsInside} from "../../src/operations/inputs/log-folders.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {removeTree} from "../remove-tree.ts";

const root = mkdtempSync(join(tmpdir(), "broadsheet-folders-"));
const folder = join(root, "press");
mkdirSync(join(folder, "logs/2026/january"), {recursive: true});
mkdirSync(join(root, "logs-of-another"));
writeFileSync(join(folder, "logs/access.log"), "one\n");
writeFileSync(join(folder, "logs/.hidden"), "secret\n");
writeFileSync(join(folder, "logs/2026/january/a b.log"), "four\n");
writeFileSync(join(folder, "broadsheet.yaml"), "publication: A\n");
writeFileSync(join(root, "logs-of-another/access.log"), "others\n");
symlinkSync(join(folder, "logs/access.log"), join(folder, "logs/current.log"));
symlinkSync(join(root, "logs-of-another"), join(folder, "logs/elsewhere"));
symlinkSync(join(folder, "broadsheet.yaml"), join(folder, "logs/settings.log"));
symlinkSync("nowhere", join(folder, "logs/broken.log"));
afterAll(() => removeTree(root));

const foldersOf = (settings: string) => logFolders({folder, config: parseConfig(`publication: A\n${settings}`)});
const [logs] = foldersOf("");

test("the folders are those of the settings, and logs in the workspace where they name none", () => {
  expect(logs).toEqual({name: "logs", path: join(folder, "logs")});
  expect(foldersOf(`desk: {logFolders: [${join(root, "logs-of-another")}, /var/log]}`).map(({path}) => path)).toEqual([
    join(root, "logs-of-another"),
    "/var/log",
  ]);
});

test("a folder lists files, folders and links that stay inside, without what is hidden", () => {
  const {entries, more} = listLogFolder(logs!, "");
  expect([entries.map(({name, isFolder, bytes}) => [name, isFolder ? null : bytes]), more]).toEqual([
    [
      ["2026", null],
      ["access.log", 4],
      ["current.log", 4],
    ],
    0,
  ]);
  expect(listLogFolder(logs!, "2026/january").entries.map(({name}) => name)).toEqual(["a b.log"]);
});

test("files are named by their whole paths, links followed", () => {
  expect(logsInside(logs!, "2026/january", ["a b.log"])).toEqual([join(folder, "logs/2026/january/a b.log")]);
  expect(logsInside(logs!, "", ["current.log"])).toEqual([join(folder, "logs/access.log")]);
});

describe("nothing else is read", () => {
  for (const [below, name, code] of [
    ["", "../broadsheet.yaml", "INPUT_UNREADABLE"],
    ["..", "broadsheet.yaml", "INPUT_UNREADABLE"],
    ["2026/../..", "broadsheet.yaml", "INPUT_UNREADABLE"],
    ["", "settings.log", "INPUT_UNREADABLE"],
    ["elsewhere", "access.log", "INPUT_UNREADABLE"],
    ["", ".hidden", "INPUT_UNREADABLE"],
    ["", "2026", "INPUT_UNREADABLE"],
    ["", "broken.log", "INPUT_MISSING"],
    ["", "access.log/x", "INPUT_MISSING"],
    ["", "a\0b", "INPUT_UNREADABLE"],
    ["/etc", "passwd", "INPUT_MISSING"],
    ["x/".repeat(40), "a", "INPUT_UNREADABLE"],
  ] as const) {
    test(`${JSON.stringify(`${below}/${name}`.slice(0, 40))}: ${code}`, () => {
      let fault: unknown;
      try {
        logsInside(logs!, below, [name]);
      } catch (cause) {
        fault = cause;
      }
      expect(fault).toBeInstanceOf(UserError);
      expect((fault as UserError).code).toBe(code);
    });
  }

  test("a folder beside that begins with the same name is another", () => {
    symlinkSync(join(root, "logs-of-another"), join(root, "press-logs"));
    expect(() => listLogFolder({name: "logs", path: join(root, "logs-of")}, "")).toThrow(/no such folder/);
  });
});
