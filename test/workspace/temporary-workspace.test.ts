import {randomUUID} from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir, userInfo} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {clearAbandoned, makeTemporaryWorkspace} from "../../src/workspace/temporary-workspace.ts";

const {uid} = userInfo();
const settings = JSON.stringify({publication: "Logs"});
const longAgo = new Date(Date.now() - 2 * 86_400_000);

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-top-")));
});
afterEach(() => rmSync(top, {recursive: true, force: true}));

/** A folder as a process leaves it that was killed. */
function leave(name: string, {lock = true, mode = 0o700} = {}): string {
  const folder = join(top, name);
  mkdirSync(join(folder, "store/facts"), {recursive: true});
  writeFileSync(join(folder, "store/facts/a.parquet"), "");
  if (lock) writeFileSync(join(folder, "store/lock.sqlite"), "");
  chmodSync(folder, mode);
  utimesSync(folder, longAgo, longAgo);
  return folder;
}

test("a temporary workspace has a key, and no file with it", () => {
  const {workspace, remove} = makeTemporaryWorkspace(top, settings);
  expect(workspace.key).toMatch(/^[0-9a-f]{32}$/);
  expect(existsSync(workspace.store.key)).toBe(false);
  expect(workspace.config.publication).toBe("Logs");
  remove();
  expect(readdirSync(top)).toEqual([]);
});

test("making one takes away those that were left, and none that is in use", () => {
  leave("broadsheet-aB3xYz");
  leave(`broadsheet-aB3xYz.${randomUUID()}`);
  const [one, other] = [0, 1].map(() => makeTemporaryWorkspace(top, settings));
  const names = [one!, other!].map(({workspace}) => workspace.folder.slice(top.length + 1));
  expect(readdirSync(top).sort()).toEqual(names.sort());
  one!.remove();
  clearAbandoned(top, uid);
  expect(readdirSync(top)).toEqual([other!.workspace.folder.slice(top.length + 1)]);
  other!.remove();
});

describe("what stays", () => {
  const cases: Readonly<Record<string, () => string>> = {
    "a folder that others may look into: nobody knows who made it": () => leave("broadsheet-aB3xYz", {mode: 0o755}),
    "a folder with another name": () => leave("broadsheet-home-aB3xYz"),
    "a folder without a lock that is young": () => {
      const folder = leave("broadsheet-aB3xYz", {lock: false});
      utimesSync(folder, new Date(), new Date());
      return folder;
    },
    "an old folder of another program": () => {
      const folder = join(top, "broadsheet-aB3xYz");
      mkdirSync(join(folder, "store"), {recursive: true, mode: 0o700});
      utimesSync(folder, longAgo, longAgo);
      return folder;
    },
    "a folder whose lock is a link": () => {
      const folder = leave("broadsheet-aB3xYz", {lock: false});
      writeFileSync(join(top, "elsewhere"), "");
      symlinkSync(join(top, "elsewhere"), join(folder, "store/lock.sqlite"));
      return folder;
    },
  };
  for (const [what, make] of Object.entries(cases)) {
    test(what, () => {
      const folder = make();
      clearAbandoned(top, uid);
      expect(existsSync(folder)).toBe(true);
    });
  }

  test("a folder of another user", () => {
    const folder = leave("broadsheet-aB3xYz");
    clearAbandoned(top, uid + 1);
    expect(existsSync(folder)).toBe(true);
  });

  test("what a link of such a name points to", () => {
    const precious = leave("precious");
    symlinkSync(precious, join(top, "broadsheet-aB3xYz"));
    clearAbandoned(top, uid);
    expect(readdirSync(join(precious, "store")).sort()).toEqual(["facts", "lock.sqlite"]);
  });
});

test("what an older Broadsheet left, which knew no lock, goes after a day", () => {
  const folder = leave("broadsheet-aB3xYz", {lock: false});
  clearAbandoned(top, uid);
  expect(existsSync(folder)).toBe(false);
});
