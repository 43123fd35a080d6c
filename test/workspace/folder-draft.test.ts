import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openDraft} from "../../src/workspace/folder-draft.ts";
import {holdLock} from "../../src/workspace/process-lock.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-draft-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const name = ".broadsheet-site.0f8fad5b-d9cb-469f-a165-70867728950e";
const left = (): string[] => readdirSync(folder).sort();

/** A draft as it was left, with or without its lock. */
function leave(how: {
  readonly lock?: boolean;
  readonly files?: boolean;
  readonly journal?: boolean;
  readonly hoursAgo?: number;
}): string {
  const path = join(folder, name);
  mkdirSync(how.files === false ? path : join(path, "files"), {recursive: true});
  if (how.lock !== false) holdLock(join(path, "lock"))!.close();
  if (how.journal === true) writeFileSync(join(path, "lock-journal"), "");
  const then = new Date(Date.now() - (how.hoursAgo ?? 0) * 3_600_000);
  utimesSync(path, then, then);
  return path;
}

describe("the next build takes away a draft", () => {
  for (const [what, how] of [
    ["whose process was killed a moment ago", {}],
    ["whose process was killed before it took the lock", {lock: false, files: false}],
    ["that has no lock, after an hour", {lock: false, hoursAgo: 2}],
    ["of which only the journal of its lock is left", {lock: false, files: false, journal: true}],
  ] as const) {
    test(what, () => {
      leave(how);
      openDraft(folder).remove();
      expect(left()).toEqual([]);
    });
  }

  test("that is a link, and not what it points to", () => {
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere/kept"), "");
    symlinkSync(join(folder, "elsewhere"), join(folder, name));
    openDraft(folder).remove();
    expect(left()).toEqual(["elsewhere"]);
    expect(existsSync(join(folder, "elsewhere/kept"))).toBe(true);
  });
});

describe("it leaves alone", () => {
  test("a draft whose process is at work, however long", () => {
    const path = leave({hoursAgo: 48});
    const held = holdLock(join(path, "lock"))!;
    openDraft(folder).remove();
    expect(left()).toEqual([name]);
    held.close();
  });

  test("a draft without a lock that was made a moment ago", () => {
    leave({lock: false});
    openDraft(folder).remove();
    expect(left()).toEqual([name]);
  });

  test("what is named otherwise", () => {
    mkdirSync(join(folder, ".broadsheet-site.mine"));
    openDraft(folder).remove();
    expect(left()).toEqual([".broadsheet-site.mine"]);
  });
});

test("two drafts at once stand beside each other", () => {
  const [one, other] = [openDraft(folder), openDraft(folder)];
  expect(existsSync(one.files) && existsSync(other.files)).toBe(true);
  one.remove();
  other.remove();
  expect(left()).toEqual([]);
});
