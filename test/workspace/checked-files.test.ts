import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {checkFiles, type StoredFile} from "../../src/workspace/checked-files.ts";
import {type StorePaths, storePaths} from "../../src/workspace/workspace-files.ts";

let folder: string;
let store: StorePaths;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-checked-"));
  store = storePaths(folder);
  mkdirSync(store.facts, {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const content = "what was read";
// printf 'what was read' | sha256sum
const sha256 = "7a44b6e4cb657ca25f134a50e83769be524433327102367b6e0eff04413f3618";

function file(text: string, seal: StoredFile["seal"] | undefined = undefined): StoredFile {
  const path = join(store.facts, "a-0.parquet");
  writeFileSync(path, text);
  return {path, holds: "facts", seal: seal === undefined ? {name: "a-0.parquet", bytes: 13, sha256} : seal};
}

test("a file that holds what was written is whole", async () => {
  await expect(checkFiles([file(content)], store)).resolves.toBeUndefined();
  await expect(checkFiles([], store)).resolves.toBeUndefined();
});

describe("a file that does not: WORKSPACE_DAMAGED, with the file", () => {
  for (const [what, text, says] of [
    ["one bit is another", "what was reae", "a file of facts is not what was written"],
    ["it breaks off", "what was", "a file of facts breaks off: 8 bytes of 13"],
    ["it is empty", "", "a file of facts breaks off: 0 bytes of 13"],
    ["it is longer", "what was read once", "a file of facts is longer than it was: 18 bytes for 13"],
  ] as const) {
    test(what, async () => {
      const one = file(text);
      await expect(checkFiles([one], store)).rejects.toMatchObject({
        ...{code: "WORKSPACE_DAMAGED", where: one.path, message: says},
      });
    });
  }

  test("it is gone, whether its hash was taken or not", async () => {
    const gone = {path: join(store.facts, "nowhere.parquet"), holds: "places", seal: null} as const;
    await expect(checkFiles([gone], store)).rejects.toMatchObject({message: "a file of places is missing"});
  });
});

test("a file that nobody took the hash of is taken as it is", async () => {
  await expect(checkFiles([file("anything", null)], store)).resolves.toBeUndefined();
});

describe("what was found whole is read again", () => {
  const isRead = async (one: StoredFile, day: string): Promise<boolean> => {
    const lines = readFileSync(store.checked, "utf8");
    await checkFiles([one], store, day);
    return readFileSync(store.checked, "utf8") !== lines;
  };

  test("on the next day, and not on the same", async () => {
    const one = file(content);
    await checkFiles([one], store, "2026-03-01");
    expect(await isRead(one, "2026-03-01")).toBe(false);
    expect(await isRead(one, "2026-03-02")).toBe(true);
  });

  test("when it was written again, even with the old time", async () => {
    const one = file(content);
    const at = new Date(2026, 1, 1);
    utimesSync(one.path, at, at);
    await checkFiles([one], store, "2026-03-01");
    writeFileSync(one.path, "what was reae");
    utimesSync(one.path, at, at);
    await expect(checkFiles([one], store, "2026-03-01")).rejects.toMatchObject({code: "WORKSPACE_DAMAGED"});
  });

  test("when what is remembered is not what was written", async () => {
    const one = file(content);
    await checkFiles([one], store, "2026-03-01");
    writeFileSync(store.checked, readFileSync(store.checked, "utf8").replace("2026-03-01", "2026-03-02"));
    expect(await isRead(one, "2026-03-02")).toBe(true);
  });
});

test("what was found whole is kept for its owner alone, and a killed writer's draft goes after an hour", async () => {
  const left = join(store.folder, ".checked.01234567-89ab-4cde-8f01-23456789abcd");
  writeFileSync(left, "");
  utimesSync(left, 0, 0);
  await checkFiles([file(content)], store);
  expect(readdirSync(store.folder).sort()).toEqual(["checked", "facts"]);
  expect(statSync(store.checked).mode & 0o777).toBe(0o600);
});

test("a store that may not be written is checked all the same", async () => {
  const one = file(content);
  chmodSync(store.folder, 0o500);
  await expect(checkFiles([one], store)).resolves.toBeUndefined();
  chmodSync(store.folder, 0o700);
});
