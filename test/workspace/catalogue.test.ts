import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {Catalogue, type CatalogueAddition, type InputRow} from "../../src/workspace/catalogue/catalogue.ts";

let folder: string;
let path: string;
let catalogue: Catalogue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-catalogue-"));
  path = join(folder, "catalogue.sqlite");
  catalogue = Catalogue.open(path);
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, {recursive: true, force: true});
});

const usual: Omit<InputRow, "id"> = {
  name: "a.log",
  sha256: "aa",
  bytes: 100,
  head: "h1",
  isWhole: 1,
  format: "combined",
  lines: 3,
  requests: 2,
  quarantined: 1,
  ignored: 0,
  firstSecond: 1000,
  lastSecond: 2000,
  reading: null,
};
const damage = {line: 3, column: 1, reason: "no-time", excerpt: "▸ word(5)"};

function addition(input: Partial<InputRow>, rest: Partial<CatalogueAddition> = {}): CatalogueAddition {
  const row = {...usual, ...input};
  const {firstSecond, lastSecond} = row;
  const [places, placesSource] = [`${row.sha256}-places.parquet`, "Test-City 2026-01-02"];
  const part = {file: `${row.sha256}.parquet`, firstSecond, lastSecond, places, placesSource};
  return {input: row, part, isReplacement: false, quarantined: [], ...rest};
}

describe("an addition counts as a whole", () => {
  test("a new input: its row, its facts, its quarantined lines", () => {
    catalogue.add(addition({}, {quarantined: [damage]}));
    expect(catalogue.inputs()).toEqual([{id: 1, ...usual}]);
    expect(catalogue.files()).toEqual(new Set(["aa.parquet"]));
    expect(catalogue.placesFiles()).toEqual(new Set(["aa-places.parquet"]));
    expect(catalogue.quarantine()).toEqual([{input: 1, name: "a.log", ...damage}]);
  });

  test("what a file has grown by is added to it, in order", () => {
    catalogue.add(addition({}, {quarantined: [damage]}));
    const [before] = catalogue.inputs();
    const later = {...damage, line: 4};
    catalogue.add(addition({sha256: "a1", bytes: 150, lastSecond: 900}, {continues: before, quarantined: [later]}));
    expect(catalogue.inputs()).toHaveLength(1);
    expect(catalogue.filesOf(1)).toEqual(["aa.parquet", "a1.parquet"]);
    expect(catalogue.quarantine().map(({line}) => line)).toEqual([3, 4]);
  });

  test("a replacement takes the place of what was there", () => {
    catalogue.add(addition({isWhole: 0}, {quarantined: [damage]}));
    const [before] = catalogue.inputs();
    catalogue.add(addition({sha256: "a1"}, {continues: before, isReplacement: true, quarantined: [damage]}));
    expect(catalogue.filesOf(1)).toEqual(["a1.parquet"]);
    expect(catalogue.quarantine()).toHaveLength(1);
  });

  test("of many quarantined lines a hundred are kept in full, and the first of each reason; all are counted", () => {
    const many = Array.from({length: 150}, (_, place) => ({...damage, line: place + 1}));
    const lines = [...many, {...damage, line: 151, reason: "no-match"}, {...damage, line: 152, reason: "no-match"}];
    catalogue.add(addition({}, {quarantined: lines, refused: {"no-time": 1_000_000, "no-match": 2}}));
    const [before] = catalogue.inputs();
    const later = [
      {...damage, line: 1_000_003},
      {...damage, line: 1_000_004, reason: "bad-time"},
    ];
    catalogue.add(addition({sha256: "a1"}, {continues: before, quarantined: later}));
    const kept = catalogue.quarantineOf(1).map(({line}) => line);
    expect(kept).toEqual([...many.slice(0, 100).map(({line}) => line), 151, 1_000_004]);
    expect(catalogue.refusedOf(1)).toEqual({"bad-time": 1, "no-match": 2, "no-time": 1_000_001});
  });

  test("where a part of it is refused, nothing of it counts", () => {
    expect(() => catalogue.add(addition({}, {quarantined: [damage, damage]}))).toThrow();
    expect(catalogue.inputs()).toEqual([]);
    expect(catalogue.files().size).toBe(0);
    catalogue.add(addition({}));
    expect(catalogue.inputs()).toHaveLength(1);
  });
});

test("inputs stand in the order of what they hold, those without a request last", () => {
  catalogue.add(addition({sha256: "c", name: "late.log", firstSecond: 5000}));
  catalogue.add(addition({sha256: "d", name: "empty.log", firstSecond: null, lastSecond: null}));
  catalogue.add(addition({sha256: "b", name: "b.log"}));
  catalogue.add(addition({sha256: "a", name: "a.log"}));
  expect(catalogue.inputs().map(({name}) => name)).toEqual(["a.log", "b.log", "late.log", "empty.log"]);
});

test("an input may continue those with its head, and those that have none; the longest comes first", () => {
  for (const [sha256, head, bytes] of [
    ["a", "h1", 10],
    ["b", "h2", 20],
    ["c", "", 30],
    ["d", "h1", 40],
  ] as const) {
    catalogue.add(addition({sha256, head, bytes}));
  }
  expect(catalogue.inputsWithHead("h1").map(({sha256}) => sha256)).toEqual(["d", "c", "a"]);
});

describe("facts from 1000 to 2000 belong to the seconds", () => {
  for (const [from, until, want] of [
    [0, 1000, 0],
    [0, 1001, 1],
    [1500, 1501, 1],
    [2000, 3000, 1],
    [2001, 3000, 0],
  ] as const) {
    test(`${from} until before ${until}: ${want === 1 ? "yes" : "no"}`, () => {
      catalogue.add(addition({}));
      catalogue.add(addition({sha256: "none", firstSecond: null, lastSecond: null}));
      expect(catalogue.parts(from, until)).toHaveLength(want);
    });
  }
});

test("two processes may have it open; what one adds the other sees", () => {
  const other = Catalogue.open(path);
  catalogue.add(addition({}));
  expect(other.inputs()).toHaveLength(1);
  other.close();
});

test("a file of facts may have no places beside it", () => {
  const part = {file: "aa.parquet", firstSecond: 1000, lastSecond: 2000, places: null, placesSource: null};
  catalogue.add(addition({}, {part}));
  expect(catalogue.partsOf(1)).toEqual([part]);
  expect(catalogue.parts(0, 5000)).toEqual([part]);
  expect(catalogue.placesFiles()).toEqual(new Set());
});

describe("books of addresses", () => {
  const book = (file: string, month: string, clients = 2) => ({file, month, clients});
  const [july, august] = [book("aa-0.book", "2005-07"), book("aa-1.book", "2005-08")];

  test("belong to what was added, and are found by month", () => {
    catalogue.add(addition({}, {books: [july, august]}));
    expect(catalogue.books()).toEqual([july, august]);
    expect(catalogue.books(["2005-08", "2005-09"])).toEqual([august]);
  });

  test("are replaced with the facts that they belong to", () => {
    catalogue.add(addition({isWhole: 0}, {books: [july]}));
    const [before] = catalogue.inputs();
    const again = book("a1-0.book", "2005-07", 3);
    catalogue.add(addition({sha256: "a1"}, {continues: before, isReplacement: true, books: [again]}));
    expect(catalogue.books()).toEqual([again]);
  });

  test("of a closed month are gone; it stays closed since the day on which it was closed first", () => {
    catalogue.add(addition({}, {books: [july, august]}));
    catalogue.closeMonths(["2005-07"], "2006-01-31");
    catalogue.closeMonths(["2005-07"], "2006-02-28");
    expect(catalogue.books()).toEqual([august]);
    expect(catalogue.closedMonths()).toEqual(new Map([["2005-07", "2006-01-31"]]));
  });
});

describe("a catalogue of version 1", () => {
  /** As Broadsheet 0.1 wrote it. */
  const versionOne = `
    create table input (id integer primary key, name text not null, sha256 text not null, bytes integer not null,
      head text not null, isWhole integer not null, format text not null, lines integer not null,
      requests integer not null, quarantined integer not null, ignored integer not null,
      firstSecond integer, lastSecond integer) strict;
    create index input_by_head on input (head);
    create table part (file text primary key, input integer not null references input (id),
      firstSecond integer, lastSecond integer) strict;
    create table quarantine (input integer not null references input (id), line integer not null,
      "column" integer not null, reason text not null, excerpt text not null, primary key (input, line)) strict;
    pragma user_version = 1;
    insert into input values (1, 'a.log', 'aa', 100, 'h1', 1, 'combined', 3, 2, 1, 0, 1000, 2000);
    insert into part values ('aa.parquet', 1, 1000, 2000);
    insert into quarantine values (1, 3, 1, 'no-time', '… frank asked for help');`;

  function openOld(more = ""): {old: Catalogue; versionOf: () => unknown} {
    const oldPath = join(folder, "old.sqlite");
    const database = new DatabaseSync(oldPath);
    database.exec(versionOne + more);
    const versionOf = (): unknown => database.prepare("pragma user_version").get()?.["user_version"];
    return {old: Catalogue.open(oldPath), versionOf};
  }

  test("is brought up to date and keeps what it holds; of its facts no places are known", () => {
    const {old, versionOf} = openOld();
    expect(versionOf()).toBe(8);
    expect(old.books()).toEqual([]);
    expect(old.inputs()).toEqual([{id: 1, ...usual}]);
    expect(old.quarantine()).toEqual([{input: 1, name: "a.log", ...damage, excerpt: ""}]);
    expect(old.refusedOf(1)).toEqual({"no-time": 1});
    expect(old.partsOf(1)).toEqual([
      {file: "aa.parquet", firstSecond: 1000, lastSecond: 2000, places: null, placesSource: null},
    ]);
    old.close();
  });

  test("keeps a hundred of its quarantined lines and the first of each reason, and counts all", () => {
    const lines = Array.from(
      {length: 300},
      (_, place) => `(1, ${place + 10}, 1, '${place < 299 ? "no-time" : "no-match"}', '')`,
    );
    const {old} = openOld(`insert into quarantine values ${lines.join(", ")};`);
    expect(old.quarantineOf(1).map(({line}) => line)).toEqual([
      3,
      ...Array.from({length: 99}, (_, place) => place + 10),
      309,
    ]);
    expect(old.refusedOf(1)).toEqual({"no-match": 1, "no-time": 300});
    old.close();
  });

  test("loses the words of lines that it kept, in its file, too", () => {
    openOld().old.close();
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), "latin1")).not.toContain("frank");
  });

  test("goes on as a new one does: what its log grew by has its places", () => {
    const {old} = openOld();
    const [before] = old.inputs();
    old.add(addition({sha256: "a1", bytes: 150}, {continues: before}));
    old.close();
    const again = Catalogue.open(join(folder, "old.sqlite"));
    expect(again.partsOf(1).map(({places}) => places)).toEqual([null, "a1-places.parquet"]);
    again.close();
  });

  test("may be opened by two at once", () => {
    const {old} = openOld();
    const other = Catalogue.open(join(folder, "old.sqlite"));
    other.add(addition({sha256: "bb", name: "b.log"}));
    expect(old.inputs()).toHaveLength(2);
    for (const one of [old, other]) one.close();
  });
});

describe("what its files hold", () => {
  const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, "facts"), {recursive: true});
    writeFileSync(join(folder, "facts", name), text);
  };
  const sealsThen = (): unknown => {
    const again = Catalogue.open(path);
    const seals = [...again.seals().values()];
    again.close();
    return seals;
  };

  test("is kept as it was told", () => {
    const seal = {name: "aa.parquet", bytes: 5, sha256: hashOf("facts")};
    catalogue.add(addition({}, {seals: [seal]}));
    expect(sealsThen()).toEqual([seal]);
  });

  test("is found out once where it was not told: those that are there are known from then on", () => {
    catalogue.add(addition({}));
    write("aa.parquet", "facts");
    const first = sealsThen();
    expect(first).toEqual([{name: "aa.parquet", bytes: 5, sha256: hashOf("facts")}]);
    write("aa.parquet", "other");
    expect(sealsThen()).toEqual(first);
  });

  test("is forgotten with the file", () => {
    write("aa.parquet", "facts");
    const seals = ["aa.parquet", "aa-places.parquet"].map((name) => ({name, bytes: 5, sha256: hashOf("facts")}));
    catalogue.add(addition({isWhole: 0}, {seals}));
    const [before] = catalogue.inputs();
    catalogue.add(addition({sha256: "a1"}, {continues: before, isReplacement: true}));
    expect(sealsThen()).toEqual([]);
  });
});

describe("a row that is not what was written: WORKSPACE_DAMAGED, naming the table", () => {
  const after = (sql: string): void => {
    catalogue.add(addition({}, {quarantined: [damage], books: [{file: "a.book", month: "2005-07", clients: 2}]}));
    catalogue.closeMonths(["2005-08"], "2006-01-31");
    catalogue.close();
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    catalogue = Catalogue.open(path);
  };
  for (const [table, sql] of [
    ["input", "update input set requests = 3"],
    ["part", "update part set lastSecond = 2001"],
    ["part", "delete from part"],
    ["book", "update book set clients = 3"],
    ["closed", "delete from closed"],
    ["file", "insert into file values ('x', 1, 'aa')"],
    ["part", "update seal set value = '0' where name = 'part'"],
  ] as const) {
    test(sql, () => {
      expect(() => after(sql)).toThrow(
        expect.objectContaining({code: "WORKSPACE_DAMAGED", message: expect.stringContaining(`table ${table}`)}),
      );
      catalogue = Catalogue.open(join(folder, "another.sqlite"));
    });
  }

  test("lines in quarantine are looked at when they are asked for", () => {
    after("update quarantine set line = 4");
    expect(() => catalogue.quarantine()).toThrow(expect.objectContaining({code: "WORKSPACE_DAMAGED"}));
  });
});

test("a store knows the key that it was first opened with, and no other", () => {
  const [own, other] = ["00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeefe"];
  Catalogue.open(path, own).close();
  expect(() => Catalogue.open(path, other)).toThrow(
    expect.objectContaining({code: "WORKSPACE_DAMAGED", where: join(folder, "key")}),
  );
  Catalogue.open(path, own).close();
});

describe("a catalogue that cannot be used", () => {
  test("of a newer version: WORKSPACE_NEWER, with both versions", () => {
    const later = join(folder, "later.sqlite");
    const database = new DatabaseSync(later);
    database.exec("pragma user_version = 99");
    database.close();
    expect(() => Catalogue.open(later)).toThrow(
      expect.objectContaining({
        code: "WORKSPACE_NEWER",
        where: later,
        message: expect.stringContaining("catalogue 99"),
      }),
    );
  });

  test("something else: WORKSPACE_DAMAGED", () => {
    const broken = join(folder, "broken.sqlite");
    writeFileSync(broken, "This is no database. ".repeat(100));
    expect(() => Catalogue.open(broken)).toThrow(expect.objectContaining({code: "WORKSPACE_DAMAGED", where: broken}));
  });

  test("in a folder that is not there: WORKSPACE_DENIED", () => {
    const nowhere = join(folder, "nowhere", "catalogue.sqlite");
    expect(() => Catalogue.open(nowhere)).toThrow(expect.objectContaining({code: "WORKSPACE_DENIED", where: nowhere}));
  });
});
