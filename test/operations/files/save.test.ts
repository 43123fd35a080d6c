import {existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type SavedText, saveText} from "../../../src/operations/files/save.ts";
import {parseState, printState} from "../../../src/operations/files/state.ts";
import {readText} from "../../../src/operations/files/text.ts";
import {whileEdited} from "../../../src/operations/store/hold.ts";
import {PressWithFiles} from "./press-with-files.ts";

let press: PressWithFiles;
beforeEach(() => {
  press = new PressWithFiles(
    "titles: titles.csv\ndepartments: store/key\naliases: .hidden/aliases.csv\nowners: desk/log-head\nreferrerSpam: public/index.html\n",
  );
});
afterEach(() => press.remove());

const header = "path,title\n";
const first = `${header}/a.html,One\n`;

/** Somebody opens the file, others do something to it, and then what was typed is saved. */
async function edit(typed: (shown: string) => string, meanwhile: () => void = () => {}): Promise<SavedText> {
  const {text, state} = readText(press.store, "titles.csv");
  // As a form carries it.
  const made = parseState(printState(state))!;
  meanwhile();
  return saveText(press.store, "titles.csv", {made, text: typed(text)});
}

describe("a file that nobody else touched", () => {
  test("is saved as it was typed", async () => {
    press.write("titles.csv", first);
    expect(await edit((shown) => shown.replace("One", "Two"))).toMatchObject({kind: "saved"});
    expect(press.read("titles.csv")).toBe(`${header}/a.html,Two\n`);
  });

  test("is made where it was missing", async () => {
    expect(await edit(() => first)).toMatchObject({kind: "saved"});
    expect(press.read("titles.csv")).toBe(first);
  });

  for (const [what, before, want] of [
    ["returns before line ends", `${header}/a,1\n/b,2\n`.replaceAll("\n", "\r\n"), "path,title\r\n/a,1\r\n/b,3\r\n"],
    ["a byte order mark", `\ufeff${header}/a,1\n/b,2\n`, `\ufeff${header}/a,1\n/b,3\n`],
    ["line ends of two kinds", "path,title\r\n/a,1\n/b,2\n", "path,title\r\n/a,1\n/b,3\n"],
    ["no end at its last line", `${header}/b,2`, `${header}/b,3`],
  ] as const) {
    test(`keeps ${what}, though a form gives every line end back as a return and a line feed`, async () => {
      press.write("titles.csv", before);
      await edit((shown) => shown.replaceAll(/\r?\n/g, "\r\n").replace("/b,2", "/b,3"));
      expect(press.read("titles.csv")).toBe(want);
    });
  }

  test("is not written where what it would say is refused", async () => {
    press.write("titles.csv", first);
    const {state} = readText(press.store, "titles.csv");
    const check = (): never => {
      throw new Error("no");
    };
    const saved = saveText(press.store, "titles.csv", {made: state, text: "x"}, {check});
    await expect(saved).rejects.toThrow("no");
    expect(press.read("titles.csv")).toBe(first);
  });
});

describe("a file that somebody else changed meanwhile", () => {
  const append = (text: string) => (): void => press.write("titles.csv", `${press.read("titles.csv")}${text}`);

  for (const [what, before, theirs, ours, want, between] of [
    ["both added rows", first, "/t,T\n/u,U\n", "/o,O\n", `${first}/t,T\n/u,U\n/o,O\n`, ["/t,T", "/u,U"]],
    ["the last rows have no line end", first, "/t,T", "/o,O", `${first}/t,T\n/o,O\n`, ["/t,T"]],
    ["nor had the file", first.trim(), "\n/t,T\n", "\n/o,O", `${first}/t,T\n/o,O\n`, ["/t,T"]],
    ["rows of several lines", first, '/t,"T\nT"\n', "/o,O\n", `${first}/t,"T\nT"\n/o,O\n`, ['/t,"T', 'T"']],
    [
      "ours are there already: the form was sent twice",
      first,
      "/o,O\n/t,T\n",
      "/o,O\n",
      `${first}/o,O\n/t,T\n`,
      ["/t,T"],
    ],
  ] as const) {
    test(`keeps both where ${what}`, async () => {
      press.write("titles.csv", before);
      const saved = await edit((shown) => `${shown}${ours}`, append(theirs));
      expect(saved).toMatchObject({kind: "merged", between});
      expect(press.read("titles.csv")).toBe(want);
    });
  }

  test("is saved where both made the same of it", async () => {
    press.write("titles.csv", first);
    expect(await edit((shown) => `${shown}/o,O\n`, append("/o,O\n"))).toMatchObject({kind: "saved"});
    expect(press.read("titles.csv")).toBe(`${first}/o,O\n`);
  });

  for (const [what, theirs, ours] of [
    ["they changed a row", `${header}/a.html,Other\n`, `${first}/o,O\n`],
    ["we changed a row", `${first}/t,T\n`, `${header}/a.html,Ours\n`],
    ["they took rows out", header, `${first}/o,O\n`],
    ["they went on in the last row", `${first.trim()} and more\n`, `${first}/o,O\n`],
    ["their last row is open", `${first}/t,"T\n`, `${first}/o,O\n`],
  ] as const) {
    test(`is left as it is, and both versions are told, where ${what}`, async () => {
      press.write("titles.csv", first);
      const saved = await edit(
        () => ours,
        () => press.write("titles.csv", theirs),
      );
      expect(saved).toMatchObject({kind: "conflict", yours: ours, theirs: {text: theirs}});
      expect(press.read("titles.csv")).toBe(theirs);
    });
  }

  test("is left as it is where it was made meanwhile", async () => {
    const saved = await edit(
      () => `${first}/o,O\n`,
      () => press.write("titles.csv", first),
    );
    expect(saved).toMatchObject({kind: "conflict", theirs: {text: first}});
  });

  test("is not made anew where it was deleted meanwhile", async () => {
    press.write("titles.csv", first);
    const path = join(press.folder, "titles.csv");
    const saved = await edit(
      () => `${first}/o,O\n`,
      () => rmSync(path),
    );
    expect(saved).toMatchObject({kind: "conflict", theirs: {text: "", state: {sha256: null}}});
    expect(existsSync(path)).toBe(false);
  });

  test("of settings nothing is put together: a line belongs to those above it", async () => {
    const {text, state} = readText(press.store, "broadsheet.yaml");
    press.write("broadsheet.yaml", `${text}ledger:\n  smallestCity: 10\n`);
    const saved = await saveText(press.store, "broadsheet.yaml", {made: state, text: `${text}timeZone: UTC\n`});
    expect(saved).toMatchObject({kind: "conflict"});
  });
});

describe("nothing is edited", () => {
  for (const [what, name] of [
    ["that the settings do not name", "other.csv"],
    ["that is Broadsheet's own, though the settings name it", "store/key"],
    ["that is the desk's own: its keys, its accounts, its log", "desk/log-head"],
    ["that is the public archive's", "public/index.html"],
    ["that is hidden", ".hidden/aliases.csv"],
    ["outside of the workspace", "../press/titles.csv"],
    ["that is no commentary of a period", "commentary/README.md"],
    ["beside the commentaries", "commentary/../store/key.md"],
  ] as const) {
    test(what, () => {
      expect(() => readText(press.store, name)).toThrow(expect.objectContaining({code: "OUTPUT_REFUSED", where: name}));
    });
  }

  for (const [what, target] of [
    ["out of the workspace", "../elsewhere.csv"],
    ["into the store", "store/key"],
  ] as const) {
    test(`through a link that leads ${what}`, () => {
      writeFileSync(join(press.folder, "..", "elsewhere.csv"), "theirs");
      symlinkSync(join(press.folder, target), join(press.folder, "titles.csv"));
      expect(() => readText(press.store, "titles.csv")).toThrow(expect.objectContaining({code: "OUTPUT_REFUSED"}));
    });
  }

  for (const [what, content] of [
    ["is no text", Buffer.from("path,title\0\n")],
    ["is a spreadsheet", Buffer.from("PK\x03\x04 and more")],
    ["is not in UTF-8", Buffer.from("path,title\n/a,Caf\xe9\n", "latin1")],
  ] as const) {
    test(`that ${what}`, () => {
      press.write("titles.csv", content);
      expect(() => readText(press.store, "titles.csv")).toThrow(expect.objectContaining({code: "TITLES_REFUSED"}));
    });
  }

  test("that is a folder", () => {
    mkdirSync(join(press.folder, "titles.csv"));
    expect(() => readText(press.store, "titles.csv")).toThrow("the file is a folder, and no file");
  });
});

test("a link that stays in the workspace is followed", async () => {
  press.write("lists/titles.csv", first);
  symlinkSync("lists/titles.csv", join(press.folder, "titles.csv"));
  await edit((shown) => `${shown}/o,O\n`);
  expect(press.read("lists/titles.csv")).toBe(`${first}/o,O\n`);
});

test("a commentary is made with its folder", async () => {
  const made = {sha256: null, bytes: 0};
  await saveText(press.store, "commentary/2005-H2.md", {made, text: "A good half.\r\n"});
  expect(press.read("commentary/2005-H2.md")).toBe("A good half.\n");
});

test("two who save at once wait for each other, and both are kept", async () => {
  press.write("titles.csv", first);
  const {text, state} = readText(press.store, "titles.csv");
  const rows = Array.from({length: 8}, (_, place) => `/${place},row ${place}`);
  const saved = await Promise.all(
    rows.map((row) => saveText(press.store, "titles.csv", {made: state, text: `${text}${row}\n`})),
  );
  expect(saved.filter(({kind}) => kind === "merged")).toHaveLength(7);
  expect(press.read("titles.csv").trim().split("\n").slice(2).toSorted()).toEqual(rows);
  expect(readdirSync(press.folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("who waits for another is told for whom", async () => {
  press.write("titles.csv", first);
  const {state} = readText(press.store, "titles.csv");
  const {promise: until, resolve: letGo} = Promise.withResolvers<void>();
  const held = whileEdited(press.store, "titles.csv", {}, () => until);
  const told: string[] = [];
  const listener = {
    waiting(holder: string) {
      told.push(holder);
      letGo();
    },
  };
  await saveText(press.store, "titles.csv", {made: state, text: "x"}, {listener});
  await held;
  expect(told).toEqual(["an edit of titles.csv, a test"]);
});
