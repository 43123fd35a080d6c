import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {sha256} from "../../src/base/sha256.ts";
import {DeskAccounts} from "./desk-accounts.ts";

let desk: DeskAccounts;
beforeEach(() => {
  desk = new DeskAccounts();
});
afterEach(() => desk.remove());

const rows = 12;
function fill(): void {
  for (let row = 1; row <= rows; row++)
    desk.accounts.record({who: "A. Editor", act: "published", about: `edition ${row}`});
}

/** As somebody would who has the file and Broadsheet's sources. */
function tamper(sql: string, ...values: (string | number)[]): void {
  const database = new DatabaseSync(join(desk.folder, "accounts.sqlite"));
  database.prepare(sql).run(...values);
  database.close();
}

function headFile(): string {
  return join(desk.folder, "log-head");
}

describe("the log", () => {
  test("of nothing is whole", () => {
    expect(desk.accounts.verifyLog()).toEqual({found: "whole", rows: 0, head: "0".repeat(64)});
  });

  test("has the hash of each row over the one before, worked out here by hand", () => {
    fill();
    let hash = "0".repeat(64);
    for (const row of desk.accounts.log().reverse()) {
      hash = sha256(`${hash}[${row.number},"2026-11-05T09:00:00Z","A. Editor","published","edition ${row.number}"]`);
      expect(row.hash).toBe(hash);
    }
    expect(desk.accounts.verifyLog()).toEqual({found: "whole", rows, head: hash});
    expect(readFileSync(headFile(), "utf8")).toBe(`${rows} ${hash}\n`);
  });

  test("pages backwards", () => {
    fill();
    expect(desk.accounts.log({most: 3}).map(({number}) => number)).toEqual([12, 11, 10]);
    expect(desk.accounts.log({before: 3}).map(({number}) => number)).toEqual([2, 1]);
  });

  test("holds nothing that a terminal would obey, and no more than 300 letters of what it is about", () => {
    desk.accounts.record({who: "A\u202e", act: "published", about: `a\nb\u001b[2J${"x".repeat(400)}`});
    const [row] = desk.accounts.log();
    expect(row!.who).toBe("A\\u{202e}");
    expect(row!.about).toMatch(/^a\\x0ab\\x1b\[2Jx+$/);
    expect(row!.about.length).toBeLessThan(320);
  });

  test("names the first row that was changed, whichever it is and whatever of it", () => {
    fill();
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: rows}),
        fc.constantFrom("at", "who", "act", "about", "hash"),
        fc.string({minLength: 1, maxLength: 20}),
        (number, column, text) => {
          const [before] = desk.accounts.log({before: number + 1, most: 1});
          if (before![column as "who"] === text) return;
          tamper(`update log set ${column} = ? where number = ?`, text, number);
          const found = desk.accounts.verifyLog();
          tamper(`update log set ${column} = ? where number = ?`, before![column as "who"], number);
          expect(found).toEqual({found: "changed", number});
          expect(desk.accounts.verifyLog().found).toBe("whole");
        },
      ),
      {seed: 2005, numRuns: 60},
    );
  });

  for (const [what, sql, want] of [
    ["the first row taken out", "delete from log where number = 1", {found: "missing", number: 1}],
    ["one in the middle taken out", "delete from log where number = 7", {found: "missing", number: 7}],
    ["the last cut off", "delete from log where number = 12", {found: "cut", number: 12}],
    ["many cut off", "delete from log where number > 4", {found: "cut", number: 5}],
    ["all cut off", "delete from log", {found: "cut", number: 1}],
    [
      "the end given numbers below the first",
      "update log set number = number - 100 where number > 7",
      {found: "cut", number: 8},
    ],
  ] as const) {
    test(`is not whole with ${what}`, () => {
      fill();
      tamper(sql);
      expect(desk.accounts.verifyLog()).toEqual(want);
    });
  }

  test("is not whole where a row and all after it were written anew with hashes that fit", () => {
    fill();
    const kept = desk.accounts.log().reverse();
    let {hash} = kept[4]!;
    for (const {number, at, who, act, about} of kept.slice(5)) {
      const other = number === 6 ? "edition none" : about;
      hash = sha256(hash + JSON.stringify([number, at, who, act, other]));
      tamper("update log set about = ?, hash = ? where number = ?", other, hash, number);
    }
    expect(desk.accounts.verifyLog()).toEqual({found: "changed", number: rows});
  });

  test("says so where its head is gone or unreadable, and is whole where the last rows came after the head was written", () => {
    fill();
    const head = readFileSync(headFile(), "utf8");
    rmSync(headFile());
    expect(desk.accounts.verifyLog()).toEqual({found: "headless", rows});
    writeFileSync(headFile(), "12 nothing\n");
    expect(desk.accounts.verifyLog()).toEqual({found: "headless", rows});
    writeFileSync(headFile(), `7 ${desk.accounts.log({before: 8, most: 1})[0]!.hash}\n`);
    expect(desk.accounts.verifyLog()).toMatchObject({found: "whole", rows});
    writeFileSync(headFile(), head);
    desk.accounts.record({who: "", act: "published", about: ""});
    expect(desk.accounts.verifyLog()).toMatchObject({found: "whole", rows: rows + 1});
  });
});

test("of what is tried in vain one row in ten minutes is told, and never what was typed as a name", async () => {
  await desk.joined("A. Editor");
  const refused = () => desk.accounts.log().filter(({act}) => act === "sign-in-refused");
  for (let times = 0; times < 5; times++) {
    await desk.accounts.signIn({name: `my pass phrase ${times}`, phrase: "x", from: ""});
    await desk.accounts.signIn({name: "A. Editor", phrase: "x", from: ""});
  }
  expect(
    refused()
      .map(({who, about}) => [who, about])
      .sort(),
  ).toEqual([
    ["", ""],
    ["A. Editor", ""],
  ]);
  desk.later(10);
  await desk.accounts.signIn({name: "A. Editor", phrase: "x", from: ""});
  expect(refused()).toHaveLength(3);
});

test("the command line and the desk add rows in turn, and both see a whole log", () => {
  const other = desk.open();
  for (let turn = 0; turn < 10; turn++) {
    for (const accounts of [desk.accounts, other])
      accounts.record({who: "A. Editor", act: "published", about: `${turn}`});
  }
  const [one, two] = [desk.accounts.verifyLog(), other.verifyLog()];
  other.close();
  expect([one, two]).toMatchObject([
    {found: "whole", rows: 20},
    {found: "whole", rows: 20},
  ]);
});

test("what is invited on the command line joins at a desk that is open", () => {
  const other = desk.open();
  const {code} = other.invite({name: "A. Editor"}, {name: "(command line)"});
  other.close();
  expect(desk.accounts.enterCode(code, "").outcome).toBe("on");
});
