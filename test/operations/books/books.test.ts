import {mkdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {utils, write} from "@e965/xlsx";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {readLedger} from "../../../src/ledger/ledger.ts";
import {addBookRows} from "../../../src/operations/books/add.ts";
import {readBookLine, readBookPage, rowsOnPage} from "../../../src/operations/books/book-page.ts";
import {correctRow, rowMark} from "../../../src/operations/books/correct.ts";
import {addGrid, gridText, planGrid} from "../../../src/operations/books/grids.ts";
import {listBooks} from "../../../src/operations/books/list-books.ts";
import type {FileState} from "../../../src/operations/files/state.ts";
import {openStore, type Store} from "../../../src/operations/store/store.ts";
import {Workshop} from "../../intake/workshop.ts";
import {heads} from "../../ledger/workshop.ts";

let workshop: Workshop;
let store: Store;
beforeEach(() => {
  workshop = new Workshop();
  store = openStore(workshop.folder);
});
afterEach(() => workshop.remove());

function keep(name: string, ...rows: readonly string[]): void {
  const path = join(workshop.folder, "ledger", name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, rows.map((row) => `${row}\n`).join(""));
}

const textOf = (name: string): string => readFileSync(join(workshop.folder, "ledger", name), "utf8");
const funds = () => readLedger(join(workshop.folder, "ledger")).funds.map(({on, amount}) => `${on} ${amount}`);
const stateOf = (): FileState => readBookPage(store, "funds").state;

describe("the rows of a book", () => {
  test("stand there as they are written, with what the check says of each and which corrects which", () => {
    keep(
      "funds.csv",
      heads.funds,
      "2005-07-20,150,print,f1,",
      "20/07/2005,80,print,,",
      "2005-07-20,105,print,f2,f1",
      "2005-07-20,1,print,,f2",
    );
    const {rows, rowCount, page, pages, remarks} = readBookPage(store, "funds");
    expect([rowCount, page, pages, remarks]).toEqual([4, 1, 1, []]);
    expect(rows.map(({line, correctedIn}) => [line, correctedIn])).toEqual([
      [2, 4],
      [3, null],
      [4, 5],
      [5, null],
    ]);
    expect(rows[0]!.cells).toEqual({date: "2005-07-20", amount: "150", purpose: "print", id: "f1", corrects: ""});
    expect(rows.map((row) => row.remarks.length)).toEqual([0, 1, 0, 0]);
    expect(rows[1]!.remarks[0]).toMatchObject({kind: "refused", column: "date", help: "write 2005-07-20"});
  });

  test("come a hundred at a time, the newest last", () => {
    keep(
      "funds.csv",
      heads.funds,
      ...Array.from({length: 10_000}, (_, place) => `2005-07-20,${place + 1},print,,`),
      "x,1,print,,",
    );
    const last = readBookPage(store, "funds");
    expect([last.page, last.pages, last.rows.length, last.rowCount]).toEqual([101, 101, 1, 10_001]);
    const first = readBookPage(store, "funds", 1);
    expect([first.rows.length, first.rows[0]!.cells["amount"]]).toEqual([rowsOnPage, "1"]);
    expect(first.elsewhere.map(({line, page}) => [line, page])).toEqual([[10_002, 101]]);
    expect(readBookPage(store, "funds", 500).page).toBe(101);
  });

  test("are each shown once on some page, whatever stands between them, in the line in which they begin", () => {
    const odd = [
      (place: number) => `2005-07-20,${place},print,,`,
      (place: number) => `# a remark\r\n\r\n2005-07-20,${place},"pr""int\r\nby post",,`,
      (place: number) => `,,,,\r\n"2005-07-20",${place}`,
    ];
    const rows = Array.from({length: 250}, (_, place) => odd[place % 3]!(place));
    const head = `# books\r\n${heads.funds}`;
    const text = [head, ...rows, ""].join("\r\n");
    mkdirSync(join(workshop.folder, "ledger"), {recursive: true});
    writeFileSync(join(workshop.folder, "ledger", "funds.csv"), text);
    const shown = [1, 2, 3].flatMap((page) => readBookPage(store, "funds", page).rows);
    expect(shown.map(({cells}) => cells["amount"])).toEqual(rows.map((_, place) => `${place}`));
    const lines = text.split("\r\n");
    for (const {line, cells} of shown) {
      expect(lines[line - 1]).toMatch(new RegExp(`^"?2005-07-20"?,${cells["amount"]}(?:,|$)`));
      expect(readBookLine(store, "funds", line).row?.cells).toEqual(cells);
    }
    expect(readBookLine(store, "funds", 1).row).toBeNull();
  });

  test("are checked again when any book has changed, though size and time of its file are what they were", () => {
    keep("funds.csv", heads.funds, "2005-07-20,150,print,,");
    const path = join(workshop.folder, "ledger", "funds.csv");
    const {atime, mtime} = statSync(path);
    const remarks = () => readBookPage(store, "funds").rows[0]!.remarks.length;
    expect([remarks(), remarks()]).toEqual([0, 0]);
    writeFileSync(path, textOf("funds.csv").replace("150", "x50"));
    utimesSync(path, atime, mtime);
    expect(remarks()).toBe(1);
    expect(listBooks(store).find(({name}) => name === "funds")).toMatchObject({faultCount: 1});
    writeFileSync(path, textOf("funds.csv").replace("x50", "150"));
    expect(remarks()).toBe(0);
  });

  test("of a book that is not kept are none, and of one without heads it is said", () => {
    expect(readBookPage(store, "funds")).toMatchObject({rowCount: 0, state: {sha256: null}, rows: []});
    keep("funds.csv", "2005-07-20,150,print");
    expect(readBookPage(store, "funds").elsewhere[0]?.remark.what).toContain("date");
  });
});

test("the list of books tells rows, doubts and faults of each", () => {
  keep("funds.csv", heads.funds, "2005-07-20,150,print,,", "2005-07-20,150,print,,");
  keep("mailings.csv", heads.mailings, "Papers,2005-07-20,many,,,,,,,,");
  const byName = new Map(listBooks(store).map((book) => [book.name, book]));
  expect(byName.get("funds")).toMatchObject({
    rowCount: 2,
    faultCount: 0,
    doubtCount: 1,
    from: "2005-07-20",
    isKept: true,
  });
  expect(byName.get("mailings")).toMatchObject({faultCount: 1, isKept: true});
  expect(byName.get("plan")).toMatchObject({isKept: false, changedMs: null});
});

describe("rows that are typed", () => {
  const row = {date: "2005-07-21", amount: "5", purpose: "print"};

  test("stand at the end of the book, and begin one that is not there", async () => {
    expect(await addBookRows(store, "funds", {made: stateOf(), rows: [row]})).toMatchObject({kind: "saved"});
    expect(textOf("funds.csv")).toBe(`${heads.funds}\n2005-07-21,5,print,,\n`);
    expect(await addBookRows(store, "funds", {made: stateOf(), rows: [{...row, purpose: 'a "b", c'}]})).toMatchObject({
      kind: "saved",
    });
    expect(textOf("funds.csv").split("\n")[2]).toBe('2005-07-21,5,"a ""b"", c",,');
  });

  test("stand behind those that somebody else added meanwhile, and once where they are sent twice", async () => {
    keep("funds.csv", heads.funds);
    const made = stateOf();
    keep("funds.csv", heads.funds, "2005-07-01,1,print,,");
    const change = await addBookRows(store, "funds", {made, rows: [row]});
    expect(change).toMatchObject({kind: "merged", between: ["2005-07-01,1,print,,"]});
    expect(funds()).toEqual(["2005-07-01 1", "2005-07-21 5"]);
    const again = stateOf();
    await addBookRows(store, "funds", {made: again, rows: [{...row, amount: "6"}]});
    await addBookRows(store, "funds", {made: again, rows: [{...row, amount: "6"}]});
    expect(funds()).toEqual(["2005-07-01 1", "2005-07-21 5", "2005-07-21 6"]);
  });

  test("are not written where somebody else changed what was there: both versions are given back", async () => {
    keep("funds.csv", heads.funds, "2005-07-01,1,print,,");
    const made = stateOf();
    keep("funds.csv", heads.funds, "2005-07-01,2,print,,");
    const change = await addBookRows(store, "funds", {made, rows: [row]});
    expect(change).toMatchObject({kind: "conflict"});
    expect(change.kind === "conflict" && change.yours).toContain("2005-07-01,2,print,,\n2005-07-21,5,print,,");
    expect(textOf("funds.csv")).not.toContain("2005-07-21");
  });

  test("are refused by row and column, and nothing is written", async () => {
    keep("funds.csv", heads.funds, "2005-07-01,1,print,,");
    const rows = [row, {...row, amount: "48,817"}];
    const change = await addBookRows(store, "funds", {made: stateOf(), rows});
    expect(change).toMatchObject({
      kind: "refused",
      faultCount: 1,
      faults: [{row: 1, column: "amount", help: "write 48817", where: null}],
    });
    expect(funds()).toEqual(["2005-07-01 1"]);
  });

  test("are refused where the ledger contradicts itself with them", async () => {
    keep("editions.csv", heads.editions, "The Press,en,1,2005-07-04,1000,0,0,,,");
    const rows = [{edition: "The Press 1", date: "2005-07-05", city: "Oslo", copies: "1001"}];
    const change = await addBookRows(store, "deliveries", {made: {sha256: null, bytes: 0}, rows});
    expect(change).toMatchObject({kind: "refused", faults: [{row: 0}]});
  });

  test("are written where they are right, though another row was wrong before", async () => {
    keep("mailings.csv", heads.mailings, "Papers,2005-07-20,many,,,,,,,,");
    expect(await addBookRows(store, "funds", {made: stateOf(), rows: [row]})).toMatchObject({kind: "saved"});
  });

  test("are refused where they are wrong, however much was wrong before them", async () => {
    const wrong = Array.from({length: 25}, () => "x,y,,,");
    keep("editions.csv", heads.editions, ...Array.from({length: 25}, () => "The Press,en,1,x,many,0,0,,,"));
    keep("funds.csv", heads.funds, ...wrong);
    const change = await addBookRows(store, "funds", {made: stateOf(), rows: [{...row, amount: "many"}]});
    expect(change).toMatchObject({kind: "refused"});
    expect(await addBookRows(store, "funds", {made: stateOf(), rows: [row]})).toMatchObject({kind: "saved"});
  });

  test("are told by their own faults, and not by those that were there before", async () => {
    keep("mailings.csv", heads.mailings, "Papers,2005-07-20,many,,,,,,,,");
    const change = await addBookRows(store, "funds", {made: stateOf(), rows: [{...row, amount: "many"}]});
    expect(change).toMatchObject({kind: "refused", faultCount: 1, faults: [{row: 0, column: "amount"}]});
  });

  for (const [what, cell] of [
    ["a line end", "one\ntwo"],
    ["markup", "<script>alert(1)</script>"],
    ["a sign that turns text around", "\u202eabc"],
    ["a comment's sign", "# not a comment"],
  ] as const) {
    test(`are read back as they were typed with ${what} in them`, async () => {
      await addBookRows(store, "funds", {made: stateOf(), rows: [{...row, purpose: cell}]});
      expect(readLedger(join(workshop.folder, "ledger")).funds.map(({purpose}) => purpose)).toEqual([cell]);
    });
  }
});

describe("a row is corrected", () => {
  const cells = {date: "2005-07-20", amount: "105", purpose: "print"};

  test("by a new one that names it; without an id it is given one", async () => {
    keep("funds.csv", heads.funds, "# kept by Li", "2005-07-20,150,print,,", "2005-07-22,80,print,,");
    expect(await correctRow(store, "funds", {made: stateOf(), was: null, line: 3, cells})).toMatchObject({
      kind: "saved",
    });
    expect(textOf("funds.csv")).toBe(
      `${heads.funds}\n# kept by Li\n2005-07-20,150,print,row-3,\n2005-07-22,80,print,,\n2005-07-20,105,print,,row-3\n`,
    );
    expect(funds()).toEqual(["2005-07-20 105", "2005-07-22 80"]);
    // The correction is corrected in turn.
    await correctRow(store, "funds", {made: stateOf(), was: null, line: 5, cells: {...cells, amount: "105.5"}});
    expect(funds()).toEqual(["2005-07-20 105.5", "2005-07-22 80"]);
  });

  test("in a book that has no columns for it, and further columns of its own", async () => {
    keep("funds.csv", "date;note;amount;purpose", '2005-07-20;"a;\nb";150;print');
    await correctRow(store, "funds", {made: stateOf(), was: null, line: 2, cells});
    expect(textOf("funds.csv")).toBe(
      'date;note;amount;purpose;id;corrects\n2005-07-20;"a;\nb";150;print;row-2;\n2005-07-20;;105;print;;row-2\n',
    );
    expect(funds()).toEqual(["2005-07-20 105"]);
  });

  test("to nothing, which withdraws it", async () => {
    keep("funds.csv", heads.funds, "2005-07-20,150,print,f1,");
    await correctRow(store, "funds", {made: stateOf(), was: null, line: 2, cells: null});
    expect(textOf("funds.csv").split("\n")[2]).toBe(",,,,f1");
    expect(funds()).toEqual([]);
  });

  test("in its place where it could not be read", async () => {
    keep("funds.csv", heads.funds, "20/07/2005,150,print,,", "2005-07-22,80,print,,");
    expect(await correctRow(store, "funds", {made: stateOf(), was: null, line: 2, cells})).toMatchObject({
      kind: "saved",
    });
    expect(textOf("funds.csv")).toBe(`${heads.funds}\n2005-07-20,105,print,,\n2005-07-22,80,print,,\n`);
    const wrong = await correctRow(store, "funds", {
      made: stateOf(),
      was: null,
      line: 3,
      cells: {...cells, amount: "x"},
    });
    expect(wrong).toMatchObject({kind: "refused", faults: [{row: 0, column: "amount"}]});
  });

  test("but not one that is corrected already, or is not there", async () => {
    keep("funds.csv", heads.funds, "2005-07-20,150,print,f1,", "2005-07-20,105,print,,f1");
    await expect(correctRow(store, "funds", {made: stateOf(), was: null, line: 2, cells})).rejects.toMatchObject({
      code: "IMPORT_REFUSED",
      help: "correct the row in line 3",
    });
    await expect(correctRow(store, "funds", {made: stateOf(), was: null, line: 9, cells})).rejects.toMatchObject({
      code: "IMPORT_REFUSED",
    });
  });
});

test("a row that stands elsewhere by now is found by what it said, and another is not corrected in its place", async () => {
  keep("funds.csv", heads.funds, "2005-07-20,150,print,,");
  const made = stateOf();
  const was = rowMark(readBookPage(store, "funds").rows[0]!.cells);
  keep("funds.csv", heads.funds, "2005-07-01,1,mail,,", "2005-07-20,150,print,,");
  const cells = {date: "2005-07-20", amount: "105", purpose: "print"};
  const change = await correctRow(store, "funds", {made, was, line: 2, cells});
  expect(change.kind === "conflict" && change.yours).toContain(
    "2005-07-01,1,mail,,\n2005-07-20,150,print,row-3,\n2005-07-20,105,print,,row-3",
  );
  const again = await correctRow(store, "funds", {made: stateOf(), was, line: 2, cells});
  expect([again.kind, funds()]).toEqual(["saved", ["2005-07-01 1", "2005-07-20 105"]]);
  await expect(correctRow(store, "funds", {made: stateOf(), was, line: 2, cells})).rejects.toMatchObject({
    message: "the row of line 2 is not there any more",
  });
});

describe("rows of a spreadsheet", () => {
  const where = "what was pasted";

  for (const [what, text] of [
    ["tabs", "Purpose\tDate\tAmount\nprint\t2005-07-20\t150\n"],
    ["semicolons", "purpose;date;amount\nprint;2005-07-20;150"],
    ["commas", "purpose,date,amount\nprint,2005-07-20,150"],
  ] as const) {
    test(`with ${what} are planned by what their columns are called`, async () => {
      const plan = await planGrid(store, "funds", {text, where});
      expect(plan).toMatchObject({isByOrder: false, knownCount: 0, faultCount: 0, sheet: null});
      expect(plan.columns.map(({column}) => column)).toEqual(["purpose", "date", "amount"]);
      expect(plan.rows).toEqual([{date: "2005-07-20", amount: "150", purpose: "print"}]);
    });
  }

  test("without heads are taken in the order of the book, which is said", async () => {
    const plan = await planGrid(store, "funds", {text: "2005-07-20\t150\tprint\n2005-07-21\tx\tprint", where});
    expect(plan).toMatchObject({isByOrder: true, faultCount: 1});
    expect(plan.faults[0]).toMatchObject({where: 'what was pasted:2, column "amount"'});
  });

  test("are added once, however often", async () => {
    keep("funds.csv", heads.funds, "2005-07-20,150,print,,");
    const text = "date,amount,purpose\n2005-07-20,150,print\n2005-07-21,8,print\n";
    const plan = await planGrid(store, "funds", {text, where});
    expect([plan.rows.length, plan.knownCount]).toEqual([1, 1]);
    const change = await addGrid(store, "funds", {made: stateOf(), text: gridText("funds", plan.rows)});
    expect(change).toMatchObject({kind: "saved", addedCount: 1});
    expect(funds()).toEqual(["2005-07-20 150", "2005-07-21 8"]);
    await expect(addGrid(store, "funds", {made: stateOf(), text})).rejects.toMatchObject({code: "IMPORT_REFUSED"});
  });

  for (const type of ["xlsx", "ods", "csv"] as const) {
    test(`of a file of ${type} are planned as it lies there, and nothing is added`, async () => {
      const sheet = utils.aoa_to_sheet([
        ["Date", "Amount", "Purpose", "Mood"],
        ["2005-07-20", 150, "print", "fine"],
      ]);
      const path = join(workshop.root, `list.${type}`);
      writeFileSync(path, write({SheetNames: ["Money"], Sheets: {Money: sheet}}, {type: "buffer", bookType: type}));
      const plan = await planGrid(store, "funds", {path, where: `list.${type}`});
      expect(plan.columns).toContainEqual({header: "Mood", column: null});
      expect(plan.rows).toEqual([{date: "2005-07-20", amount: "150", purpose: "print"}]);
      expect(plan.sheet).toBe(type === "csv" ? null : "Money");
      expect(readBookPage(store, "funds").rowCount).toBe(0);
    });
  }

  test("that are none are refused", async () => {
    await expect(planGrid(store, "funds", {text: "\0\0", where})).rejects.toMatchObject({code: "IMPORT_REFUSED"});
    await expect(planGrid(store, "funds", {text: "", where})).rejects.toMatchObject({code: "IMPORT_REFUSED"});
  });
});
