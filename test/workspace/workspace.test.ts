import {spawnSync} from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {Catalogue} from "../../src/workspace/catalogue/catalogue.ts";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import {findWorkspace, shortPath, storePaths} from "../../src/workspace/workspace-files.ts";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "broadsheet-workspace-")), "press");
});
afterEach(() => rmSync(join(folder, ".."), {recursive: true, force: true}));

const text = "publication: The Example Press\nmethodology:\n  blacklist: blacklist.csv\n";

test("a new workspace has its settings, its folders, an empty blacklist and a key", () => {
  makeWorkspace(folder, text);
  expect(readFileSync(join(folder, "broadsheet.yaml"), "utf8")).toBe(text);
  expect(readFileSync(join(folder, "blacklist.csv"), "utf8")).toBe(
    "entry,from,until,decision,reason,decided_by,decided_on\n",
  );
  expect(statSync(join(folder, "logs")).isDirectory()).toBe(true);
  expect(readFileSync(join(folder, "store", "key"), "utf8")).toMatch(/^[0-9a-f]{32}\n$/);
});

test("only its owner may read the key and the store, whatever the umask", () => {
  const before = process.umask(0);
  try {
    makeWorkspace(folder, text);
  } finally {
    process.umask(before);
  }
  const store = storePaths(folder);
  expect(statSync(store.key).mode & 0o777).toBe(0o600);
  for (const path of [store.facts, store.work, store.folder]) expect(statSync(path).mode & 0o777).toBe(0o700);
});

test("two workspaces have two keys", () => {
  makeWorkspace(folder, text);
  makeWorkspace(`${folder}-2`, text);
  expect(openWorkspace(folder).key).not.toBe(openWorkspace(`${folder}-2`).key);
});

test("a workspace is not made over another", () => {
  makeWorkspace(folder, text);
  const key = readFileSync(storePaths(folder).key, "utf8");
  expect(() => makeWorkspace(folder, "publication: B\n")).toThrow(
    expect.objectContaining({code: "WORKSPACE_EXISTS", where: join(folder, "broadsheet.yaml")}),
  );
  expect(readFileSync(join(folder, "broadsheet.yaml"), "utf8")).toBe(text);
  expect(readFileSync(storePaths(folder).key, "utf8")).toBe(key);
});

test("a blacklist that is there stays as it is", () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "blacklist.csv"), "kept");
  makeWorkspace(folder, text);
  expect(readFileSync(join(folder, "blacklist.csv"), "utf8")).toBe("kept");
});

test("a workspace is not made where a file stands", () => {
  writeFileSync(folder, "");
  expect(() => makeWorkspace(folder, text)).toThrow(
    expect.objectContaining({
      code: "OUTPUT_REFUSED",
      message: "the workspace cannot be made: a file stands in its way",
      where: folder,
    }),
  );
});

test("the nearest broadsheet.yaml above is found", () => {
  makeWorkspace(folder, text);
  mkdirSync(join(folder, "a", "b"), {recursive: true});
  expect(findWorkspace(join(folder, "a", "b"))).toBe(folder);
  writeFileSync(join(folder, "a", "broadsheet.yaml"), text);
  expect(findWorkspace(join(folder, "a", "b"))).toBe(join(folder, "a"));
  expect(findWorkspace(folder)).toBe(folder);
});

test("without one there is no workspace", () => {
  mkdirSync(folder);
  for (const look of [() => findWorkspace(folder), () => openWorkspace(folder), () => openWorkspace("/no/such")]) {
    expect(look).toThrow(expect.objectContaining({code: "WORKSPACE_MISSING"}));
  }
});

test("a workspace opens with what it was made with", () => {
  makeWorkspace(folder, text);
  const workspace = openWorkspace(folder);
  expect(workspace.config.publication).toBe("The Example Press");
  expect(workspace.folder).toBe(folder);
  expect(`${workspace.key}\n`).toBe(readFileSync(join(folder, "store", "key"), "utf8"));
});

test("a copy of broadsheet.yaml alone gets a store when it is opened", () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "broadsheet.yaml"), text);
  const {key, store} = openWorkspace(folder);
  expect(openWorkspace(folder).key).toBe(key);
  expect(existsSync(store.facts)).toBe(true);
});

test("folders that a backup left out because they were empty are made again", () => {
  makeWorkspace(folder, text);
  const {key, store} = openWorkspace(folder);
  rmSync(store.work, {recursive: true});
  rmSync(store.facts, {recursive: true});
  expect(openWorkspace(folder).key).toBe(key);
  expect(existsSync(store.work) && existsSync(store.facts)).toBe(true);
});

test("a workspace that was copied knows its readers by the same key", () => {
  makeWorkspace(folder, text);
  cpSync(folder, `${folder}-2`, {recursive: true});
  expect(openWorkspace(`${folder}-2`).key).toBe(openWorkspace(folder).key);
});

test("a key that is gone while the catalogue is there is not made anew", () => {
  makeWorkspace(folder, text);
  const store = storePaths(folder);
  Catalogue.open(store.catalogue).close();
  rmSync(store.key);
  expect(() => openWorkspace(folder)).toThrow(
    expect.objectContaining({
      code: "WORKSPACE_DAMAGED",
      message: expect.stringMatching(/^the key is gone, /),
      where: store.key,
    }),
  );
  expect(existsSync(store.key)).toBe(false);
});

for (const [what, damage] of [
  ["empty", (key: string) => writeFileSync(key, "")],
  ["cut", (key: string) => writeFileSync(key, "0123456789abcdef\n")],
  ["other text", (key: string) => writeFileSync(key, `${"z".repeat(32)}\n`)],
  ["in capitals", (key: string) => writeFileSync(key, `${"AB".repeat(16)}\n`)],
  [
    "a folder",
    (key: string) => {
      rmSync(key);
      mkdirSync(key);
    },
  ],
] as const) {
  test(`a key that is ${what} is not used`, () => {
    makeWorkspace(folder, text);
    const {key} = storePaths(folder);
    chmodSync(key, 0o600);
    damage(key);
    expect(() => openWorkspace(folder)).toThrow(
      expect.objectContaining({code: "WORKSPACE_DAMAGED", message: "the key is not what init wrote", where: key}),
    );
  });
}

for (const [what, place, mode, change] of [
  ["a key that its group may read", "key", 0o640, "600"],
  ["a key that all may read", "key", 0o604, "600"],
  ["a key that its group may run", "key", 0o610, "600"],
  ["a store that all may write in", "folder", 0o702, "go-w"],
  ["a folder of facts that its group may write in", "facts", 0o770, "go-w"],
  ["a folder of addresses that all may write in", "addresses", 0o777, "go-w"],
  ["a folder of work that all may write in", "work", 0o777, "go-w"],
] as const) {
  test(`${what} is refused, with what closes it`, () => {
    makeWorkspace(folder, text);
    const path = storePaths(folder)[place];
    chmodSync(path, mode);
    const octal = `0${mode.toString(8)}`;
    expect(() => openWorkspace(folder)).toThrow(
      expect.objectContaining({
        code: "WORKSPACE_EXPOSED",
        message: expect.stringContaining(`(mode ${octal})`),
        help: expect.stringContaining(`chmod ${change} ${path}`),
        where: path,
      }),
    );
    chmodSync(path, place === "key" ? 0o600 : 0o700);
    expect(openWorkspace(folder).key).toMatch(/^[0-9a-f]{32}$/);
  });
}

test("a store that others may look into, but not write in, is no fault", () => {
  makeWorkspace(folder, text);
  const store = storePaths(folder);
  for (const path of [store.folder, store.facts]) chmodSync(path, 0o755);
  chmodSync(store.key, 0o400);
  expect(openWorkspace(folder).key).toMatch(/^[0-9a-f]{32}$/);
});

test("a key that may not be read is told to belong to its owner", () => {
  makeWorkspace(folder, text);
  const {key} = storePaths(folder);
  chmodSync(key, 0o000);
  const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
  // Root reads every file, unless it gives that right away.
  const rights = "-dac_override,-dac_read_search";
  const under = process.getuid?.() === 0 ? ["setpriv", "--bounding-set", rights, "--inh-caps", rights] : [];
  const [command, ...args] = [...under, process.execPath, program, "-C", folder, "quarantine"];
  const {status, stderr} = spawnSync(command!, args, {encoding: "utf8"});
  expect(stderr).toContain("error WORKSPACE_DENIED: the key may not be read");
  expect(status).toBe(3);
});

for (const [path, want] of [
  ["/home/a/press", "."],
  ["/home/a/press/store", "store"],
  ["/home/a/other", "../other"],
  ["/var/log", "/var/log"],
] as const) {
  test(`from /home/a/press, ${path} is written ${want}`, () => {
    expect(shortPath(path, "/home/a/press")).toBe(want);
  });
}
