import {describe, expect, test} from "vitest";
import {withBooks} from "../../docs/ledger-books.ts";
import {templateOf} from "../../src/ledger/begin-books.ts";
import type {BookColumns} from "../../src/ledger/book.ts";
import {type BookName, bookNames, books} from "../../src/ledger/books.ts";
import {examineLedger, readLedger} from "../../src/ledger/ledger.ts";
import {readPages} from "../docs/markdown.ts";
import {ledgerOf} from "./workshop.ts";

/** What is read from one row below a head. */
function rowOf(book: BookName, head: string, row: string): unknown {
  const {faults, books: read} = examineLedger(ledgerOf({[book]: [head, row]}));
  expect(faults.filter(({code, what}) => code !== "LEDGER_IMPOSSIBLE" && !what.startsWith("nobody printed"))).toEqual(
    [],
  );
  return read[book].rows[0]?.row;
}

describe("a row of each book", () => {
  for (const [book, head, row, want] of [
    [
      "editions",
      "title,language,issue,print_date,printed,spoiled,kept,cost",
      '"The Press, weekly",PT-br,12b,2005-07-01,12000,150,50,1830.50',
      {
        edition: "The Press, weekly 12b",
        title: "The Press, weekly",
        language: "pt-BR",
        issue: "12b",
        printedOn: "2005-07-01",
        printedCopies: 12000,
        spoiledCopies: 150,
        keptCopies: 50,
        cost: 1830.5,
      },
    ],
    [
      "editions",
      "Printed;Print_Date;Issue;Language;Title",
      "0;2004-02-29;1;zh-hant;Press",
      {
        edition: "Press 1",
        title: "Press",
        language: "zh-Hant",
        issue: "1",
        printedOn: "2004-02-29",
        printedCopies: 0,
        spoiledCopies: 0,
        keptCopies: 0,
        cost: null,
      },
    ],
    [
      "deliveries",
      "edition,date,city,region,country,copies,channel,returns",
      "Press 1,2005-07-03,São Paulo,SP,BR,2500,Street,120",
      {
        edition: "Press 1",
        on: "2005-07-03",
        city: "São Paulo",
        region: "SP",
        country: "BR",
        copies: 2500,
        channel: "street",
        returnedCopies: 120,
      },
    ],
    [
      "deliveries",
      "edition,date,city,copies",
      "Press 1,2005-07-03,Oslo,0",
      {
        edition: "Press 1",
        on: "2005-07-03",
        city: "Oslo",
        region: null,
        country: null,
        copies: 0,
        channel: "other",
        returnedCopies: 0,
      },
    ],
    [
      "mailings",
      "programme,date,sent,delivered,returned,refused,reason,place,cost",
      "By post,2005-07-15,400,371,22,7,not listed,Prison,312.40",
      {
        programme: "By post",
        on: "2005-07-15",
        sent: 400,
        delivered: 371,
        returned: 22,
        refused: 7,
        reason: "not listed",
        place: "Prison",
        cost: 312.4,
      },
    ],
    [
      "mailings",
      "programme,date,sent",
      "By post,2005-07-15,400",
      {
        programme: "By post",
        on: "2005-07-15",
        sent: 400,
        delivered: 0,
        returned: 0,
        refused: 0,
        reason: null,
        place: null,
        cost: null,
      },
    ],
    [
      "newsletters",
      "list,date,sent,bounced,subscribers,left",
      "Weekly letter,2005-07-08,1240,31,,4",
      {list: "Weekly letter", on: "2005-07-08", sent: 1240, bounced: 31, subscribers: null, left: 4},
    ],
    ["funds", "date,amount,purpose", "2005-07-20,-150.25,print", {on: "2005-07-20", amount: -150.25, purpose: "print"}],
    ["funds", "date,amount,purpose", "2005-07-20,−150,print", {on: "2005-07-20", amount: -150, purpose: "print"}],
    [
      "translations",
      "language,kind,date,title",
      "zh,Poster,2005-08-30,Read this",
      {language: "zh", kind: "poster", on: "2005-08-30", title: "Read this"},
    ],
    [
      "ranks",
      "list,date,name,rank",
      "tranco 4KLX,2005-12-31,example.press,48210",
      {list: "tranco 4KLX", on: "2005-12-31", name: "example.press", rank: 48210, notInFirst: null},
    ],
    [
      "ranks",
      "list,date,name,rank",
      "tranco 4KLX,2005-12-31,example.press,Not in the first 1000000",
      {list: "tranco 4KLX", on: "2005-12-31", name: "example.press", rank: null, notInFirst: 1_000_000},
    ],
    [
      "ranks",
      "list,date,name,rank",
      "tranco 4KLX,2005-12-31,example.press,not in the list",
      {list: "tranco 4KLX", on: "2005-12-31", name: "example.press", rank: null, notInFirst: null},
    ],
    [
      "plan",
      "measure,date,target",
      "megabytes-per-day,2009-12-31,2200.5",
      {measure: "megabytes-per-day", on: "2009-12-31", target: 2200.5},
    ],
    [
      "credits",
      "period,post,what,by",
      "2005-H2,statistics,this report,Mole",
      {period: "2005-H2", post: "statistics", what: "this report", by: "Mole"},
    ],
    [
      "events",
      "date,until,measure,text",
      "2005-08-09,2005-08-11,readers,server down",
      {on: "2005-08-09", until: "2005-08-11", measure: "readers", text: "server down"},
    ],
    [
      "events",
      "date,text",
      "2005-08-09,election",
      {on: "2005-08-09", until: "2005-08-09", measure: null, text: "election"},
    ],
  ] as const) {
    test(`${book}: ${row}`, () => expect(rowOf(book, head, row)).toEqual(want));
  }
});

test("a ledger without books has no rows", () => {
  const names = bookNames.filter((name) => name !== "history");
  expect(readLedger(ledgerOf({}))).toEqual(Object.fromEntries(names.map((name) => [name, []])));
});

describe("a template", () => {
  for (const name of bookNames) {
    test(`of ${name} is a book without rows`, () => {
      const folder = ledgerOf({[name]: [templateOf<unknown>(books[name]).trimEnd()]});
      const {books: read, faults, warnings} = examineLedger(folder);
      expect([read[name].isKept, read[name].rows, faults, warnings]).toEqual([true, [], [], []]);
    });
  }
  test("of every book is accepted, and says nothing doubtful, once its comments are rows", () => {
    const uncommented = bookNames.map((name) => [
      name,
      [templateOf<unknown>(books[name]).replaceAll("# ", "").trimEnd()],
    ]);
    const {books: read, faults, warnings} = examineLedger(ledgerOf(Object.fromEntries(uncommented)));
    expect([faults, warnings]).toEqual([[], []]);
    for (const name of bookNames) expect(read[name].rows).toHaveLength(books[name].examples.length);
  });
});

describe("the table of books", () => {
  const columnsOf = (name: BookName): BookColumns => books[name].columns;
  for (const name of bookNames) {
    test(`${name}: no two columns have a name in common`, () => {
      const names = Object.entries(columnsOf(name)).flatMap(([column, {also = []}]) => [
        column.replaceAll("_", " "),
        ...also.filter((other) => other !== column.replaceAll("_", " ")),
      ]);
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
    });
    test(`${name}: each example has a cell for each column`, () => {
      for (const example of books[name].examples) expect(example).toHaveLength(Object.keys(columnsOf(name)).length);
    });
  }
});

test("the books in docs/ledger.md are as npm run docs would write them now", () => {
  const page = readPages()["docs/ledger.md"] ?? "";
  expect(page).toContain("<!-- books -->");
  expect(page).toBe(withBooks(page));
});
