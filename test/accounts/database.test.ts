import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {platform} from "node:os";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openAccountsFile} from "../../src/accounts/database.ts";
import {migrations, questions} from "../../src/accounts/sql.ts";
import {longTest} from "../run/amounts.ts";
import {DeskAccounts} from "./desk-accounts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

let desk: DeskAccounts;
beforeEach(() => {
  desk = new DeskAccounts();
});
afterEach(() => desk.remove());

const pathOf = (name: string): string => join(desk.folder, name);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return "no fault";
  } catch (fault) {
    return (fault as {code: string}).code;
  }
};

describe("the file of accounts", () => {
  test.skipIf(platform() === "win32")("is for its owner alone, like the key and the folder", async () => {
    await desk.joined("A. Editor");
    for (const name of ["accounts.sqlite", "accounts.sqlite-wal", "accounts.sqlite-shm", "key", "log-head"]) {
      expect([name, statSync(pathOf(name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    expect(statSync(desk.folder).mode & 0o777).toBe(0o700);
    for (const name of ["accounts.sqlite", "key"]) {
      chmodSync(pathOf(name), 0o640);
      expect(codeOf(() => desk.open())).toBe("WORKSPACE_EXPOSED");
      chmodSync(pathOf(name), 0o600);
    }
  });

  test("is no link", () => {
    desk.accounts.close();
    copyFileSync(pathOf("accounts.sqlite"), pathOf("elsewhere"));
    rmSync(pathOf("accounts.sqlite"));
    symlinkSync(pathOf("elsewhere"), pathOf("accounts.sqlite"));
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DAMAGED");
    rmSync(pathOf("accounts.sqlite"));
    desk.accounts = desk.open();
  });

  test("of a newer Broadsheet is refused, and says which copy to take", () => {
    const newer = [...migrations, "create table more (id integer) strict;"];
    openAccountsFile(pathOf("accounts.sqlite"), newer).close();
    expect(() => desk.open()).toThrow(
      expect.objectContaining({code: "WORKSPACE_NEWER", help: expect.stringContaining(".version-1")}),
    );
  });

  test("of an older one is brought up to date with all that is in it, and a copy stays that the older one opens", async () => {
    await desk.joined("A. Editor");
    desk.accounts.close();
    const newer = [...migrations, "alter table person add column more text not null default 'x';"];
    const file = openAccountsFile(pathOf("accounts.sqlite"), newer);
    expect(file.one("personByKey", {key: "a. editor"})).toMatchObject({name: "A. Editor", more: "x"});
    file.close();
    rmSync(pathOf("accounts.sqlite"));
    copyFileSync(pathOf("accounts.sqlite.version-1"), pathOf("accounts.sqlite"));
    expect(statSync(pathOf("accounts.sqlite.version-1")).mode & 0o777).toBe(0o600);
    desk.accounts = desk.open();
    expect(desk.accounts.people()).toMatchObject([{name: "A. Editor"}]);
  });

  test("is as it was where a step to the next version fails", () => {
    desk.accounts.close();
    const broken = [...migrations, "create table more (id integer) strict; create table person (id integer);"];
    expect(() => openAccountsFile(pathOf("accounts.sqlite"), broken)).toThrow(/already exists/);
    desk.accounts = desk.open();
    expect(desk.accounts.people()).toEqual([]);
  });

  test("that is none, or another program's, is refused and left alone", () => {
    desk.accounts.close();
    for (const name of ["accounts.sqlite", "accounts.sqlite-wal", "accounts.sqlite-shm"])
      rmSync(pathOf(name), {force: true});
    writeFileSync(pathOf("accounts.sqlite"), "not a database, but long enough to be looked at as one".repeat(20), {
      mode: 0o600,
    });
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DAMAGED");
    rmSync(pathOf("accounts.sqlite"));
    const other = new DatabaseSync(pathOf("accounts.sqlite"));
    other.exec("create table songs (id integer)");
    other.close();
    chmodSync(pathOf("accounts.sqlite"), 0o600);
    const before = readFileSync(pathOf("accounts.sqlite"));
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DAMAGED");
    expect(readFileSync(pathOf("accounts.sqlite"))).toEqual(before);
    rmSync(pathOf("accounts.sqlite"));
    desk.accounts = desk.open();
  });

  test("opens and writes no other file", () => {
    const file = openAccountsFile(pathOf("accounts.sqlite"));
    const named = questions as Record<string, string>;
    for (const [name, sql] of Object.entries({
      attach: `attach database '${pathOf("other")}' as other`,
      vacuumInto: `vacuum into '${pathOf("other")}'`,
      pragma: "pragma secure_delete = off",
    })) {
      named[name] = sql;
      expect(() => file.change(name as "people"), name).toThrow(/not authorized|authorization/);
      delete named[name];
    }
    expect(existsSync(pathOf("other"))).toBe(false);
    file.close();
  });

  test("holds nothing any more of who has ended but the name", async () => {
    const one = await desk.joined("A. Editor");
    const hashes = () => {
      const database = new DatabaseSync(pathOf("accounts.sqlite"), {readOnly: true});
      const found = ["session", "passkey", "recovery_code", "invitation"].map(
        (table) => database.prepare(`select count(*) as count from ${table}`).get()!["count"],
      );
      const row = database.prepare("select phrase, totp from person").get()!;
      database.close();
      return [...found, row["phrase"], row["totp"]];
    };
    desk.accounts.invite({name: "A. Editor"}, {name: "a test"});
    desk.accounts.endPerson(one.id, {name: "a test"});
    expect(hashes()).toEqual([0, 0, 0, 0, null, null]);
  });

  test("with its key lost says so, and makes no other one in its place", async () => {
    await desk.joined("A. Editor");
    const key = readFileSync(pathOf("key"));
    rmSync(pathOf("key"));
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DAMAGED");
    expect(existsSync(pathOf("key"))).toBe(false);
    writeFileSync(pathOf("key"), key.subarray(1), {mode: 0o600});
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DAMAGED");
    writeFileSync(pathOf("key"), Buffer.alloc(32), {mode: 0o600});
    const other = desk.open();
    const first = await other.signIn({name: "A. Editor", phrase: "seven green bicycles of A. Editor", from: ""});
    if (first.outcome !== "on") throw new Error(first.outcome);
    await expect(other.prove(first.token, {kind: "totp", code: "000000"})).rejects.toMatchObject({
      code: "WORKSPACE_DAMAGED",
    });
    other.close();
  });

  longTest("where somebody else holds it for long says who to wait for", () => {
    const other = new DatabaseSync(pathOf("accounts.sqlite"));
    other.exec("begin immediate");
    expect(codeOf(() => desk.accounts.record({who: "", act: "published", about: ""}))).toBe("WORKSPACE_BUSY");
    other.exec("rollback");
    other.close();
  });

  test("in the place of which a folder stands is refused in one line", () => {
    desk.accounts.close();
    for (const name of ["accounts.sqlite", "accounts.sqlite-wal", "accounts.sqlite-shm"])
      rmSync(pathOf(name), {force: true});
    mkdirSync(pathOf("accounts.sqlite"), {mode: 0o700});
    expect(codeOf(() => desk.open())).toBe("WORKSPACE_DENIED");
    rmSync(pathOf("accounts.sqlite"), {recursive: true});
    desk.accounts = desk.open();
  });
});

test("every question is asked somewhere", () => {
  const sources = globSync("src/accounts/**/*.ts", {cwd: root, exclude: ["src/accounts/sql.ts"]});
  const code = sources.map((path) => readFileSync(join(root, path), "utf8")).join("");
  expect(Object.keys(questions).filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});

test("no question is put together from pieces: values come in by name", () => {
  for (const [name, sql] of Object.entries(questions))
    expect([name, /\$\{|\?|\+/.test(sql) && !/wrong \+ 1/.test(sql)]).toEqual([name, false]);
});
