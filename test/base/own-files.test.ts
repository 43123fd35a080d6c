import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {deleteOwn, deleteOwnFolder, ownForms, ownNames, refuseLinks} from "../../src/base/own-files.ts";

let top: string;
let folder: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-own-"));
  folder = join(top, "work");
  mkdirSync(folder);
});
afterEach(() => rmSync(top, {recursive: true, force: true}));

const uuid = "0f0e0d0c-1b1a-4918-8716-151413121110";
const sha = "0123456789abcdef".repeat(2);
const own: Readonly<Record<keyof typeof ownForms, readonly string[]>> = {
  facts: [`${sha}-0.parquet`, `${sha}-4096.parquet`, `${sha}-0-places.parquet`, `${sha}-moved-2-places.parquet`],
  addresses: [`${sha}-0-0.book`, `${sha}-moved-0-11.book`],
  work: [
    ...[`${uuid}.input`, `${uuid}.log`, `${uuid}.spool`, `${uuid}.book`, `${uuid}.parquet`, `${uuid}-read.parquet`],
    ...["17.parquet", "18446744073709551615.parquet-0-fact.csv", "17.parquet-1-refused.csv", "17-place-0.csv"],
    ...[`${sha}-moved-0.parquet`, `${sha}-moved-0-places.parquet-1.csv`],
  ],
  spill: [`spill-${uuid}`],
  temporary: ["broadsheet-aB3xYz"],
  claimed: [`broadsheet-aB3xYz.${uuid}`],
  draft: [`.broadsheet-site.${uuid}`, `.broadsheet-restored.${uuid}`],
  retained: [`${sha}${sha}-${sha}${sha}.kept`, `${uuid}.part`],
};
const foreign = [
  ...["broadsheet-home-aB3xYz", "broadsheet-press", "broadsheet", "broadsheet-aB3xYz.old"],
  ...[
    "thesis.txt",
    "b",
    ".hidden",
    "a.parquet",
    "access.log",
    "2026.book",
    "spill-",
    "spill-mine",
    "my.kept",
    "x.part",
  ],
  ...[`${sha}-0.parquet.bak`, `${sha}.parquet`, `copy-of-${uuid}.input`, `${uuid}.txt`, `${sha}-${sha}.kept`, "17.csv"],
];

for (const [what, form] of Object.entries(ownForms)) {
  describe(`names of ${what}`, () => {
    test("every form in which they are written is known", () => {
      for (const name of own[what as "facts"]) expect(name).toMatch(form);
    });
    test("no other is", () => {
      for (const name of foreign) expect(name).not.toMatch(form);
    });
  });
}

test("what is named otherwise stays, whatever it is", () => {
  for (const name of [...own.work, "thesis.txt", "b"]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, "deep", uuid), {recursive: true});
  deleteOwn(folder, ownForms.work);
  expect(readdirSync(folder).sort()).toEqual(["b", "deep", "thesis.txt"]);
  expect(existsSync(join(folder, "deep", uuid))).toBe(true);
});

test("of what is ours goes what is left", () => {
  for (const name of own.facts) writeFileSync(join(folder, name), "");
  deleteOwn(folder, ownForms.facts, (name, {mtimeMs}) => name !== own.facts[1] && mtimeMs < Date.now() + 60_000);
  expect(readdirSync(folder)).toEqual([own.facts[1]]);
});

test("a folder goes with all that is in it, and what its links point to stays", () => {
  const precious = join(top, "precious");
  mkdirSync(precious);
  writeFileSync(join(precious, "a"), "mine");
  const spill = join(folder, own.spill[0]!);
  mkdirSync(join(spill, "deep"), {recursive: true});
  symlinkSync(precious, join(spill, "deep", "link"));
  symlinkSync(precious, join(folder, `spill-${uuid.replace("0f", "1f")}`));
  deleteOwn(folder, ownForms.spill);
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(precious)).toEqual(["a"]);
});

describe("a folder that is a link", () => {
  const asked = {
    "to delete from it": (path: string) => deleteOwn(path, ownForms.work),
    "to delete it": (path: string) => deleteOwnFolder(path, ownForms.work),
    "to look into it": (path: string) => ownNames(path, ownForms.work),
    "to use it": (path: string) => refuseLinks([path]),
  };
  for (const [what, ask] of Object.entries(asked)) {
    test(`is refused, ${what}: nothing goes, and the message says where it points`, () => {
      writeFileSync(join(folder, own.work[0]!), "");
      const link = join(top, "link");
      symlinkSync(folder, link);
      expect(() => ask(link)).toThrow(
        expect.objectContaining({code: "WORKSPACE_DAMAGED", where: `${link} -> ${folder}`}),
      );
      expect(readdirSync(folder)).toEqual([own.work[0]]);
    });
  }
});

test("a folder that is not there has nothing in it", () => {
  const none = join(top, "none");
  deleteOwn(none, ownForms.work);
  deleteOwnFolder(none, ownForms.work);
  expect(ownNames(none, ownForms.work)).toEqual([]);
});

for (const [name, isGone] of [
  [own.work[0]!, true],
  ["thesis.txt", false],
] as const) {
  test(`a folder with ${name} in it ${isGone ? "goes" : "stays"}`, () => {
    writeFileSync(join(folder, name), "");
    deleteOwnFolder(folder, ownForms.work);
    expect(existsSync(folder)).toBe(!isGone);
  });
}
