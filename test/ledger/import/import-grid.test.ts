import {chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {books} from "../../../src/ledger/books.ts";
import {addRows} from "../../../src/ledger/import/add-rows.ts";
import {importGrid} from "../../../src/ledger/import/import-grid.ts";
import type {GridMatch} from "../../../src/ledger/import/match-columns.ts";
import {examineLedger, readLedger} from "../../../src/ledger/ledger.ts";
import {LedgerRefused} from "../../../src/ledger/ledger-fault.ts";
import {csvRow} from "../../../src/workspace/sheet/csv-row.ts";
import {type BookTexts, heads, ledgerOf, newFolder} from "../workshop.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/ledger/", import.meta.url));
const editions = [heads.editions, "The Example Press,en,12,2005-07-01,12000,150,50,,,"] as const;

/** A CSV file of its own with this text. */
function fileOf(text: string | Buffer): string {
  const path = join(newFolder(), "list.csv");
  writeFileSync(path, text);
  return path;
}

interface Imported {
  readonly match: GridMatch | null;
  readonly counts: readonly [added: number, known: number] | null;
  readonly fault: unknown;
}

async function imported(folder: string, path: string, choice: object = {}): Promise<Imported> {
  let match: GridMatch | null = null;
  const onMatch = (found: GridMatch): void => {
    match = found;
  };
  try {
    const {addedCount, knownCount} = await importGrid(folder, path, {where: "list", onMatch, ...choice});
    return {match, counts: [addedCount, knownCount], fault: null};
  } catch (fault) {
    return {match, counts: null, fault};
  }
}

/** Everything in the folder, by name. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("the columns tell the book:", () => {
  for (const [head, book, want] of [
    ["title,language,issue,print_date,printed", "editions", {}],
    [
      "PRINT RUN;Issue No.;Publication;Date;Language",
      "editions",
      {printed: 0, issue: 1, title: 2, print_date: 3, language: 4},
    ],
    ["Edition,Delivery date,Town,Qty", "deliveries", {edition: 0, date: 1, city: 2, copies: 3}],
    ["Program,Sent on,Pieces,Arrived,Returns,Rejected,Why,Institution,Postage", "mailings", {}],
    ["Audience,Send date,Total recipients,Total bounces,List size,Unsubscribes", "newsletters", {list: 0, left: 5}],
    [
      "Verteiler,Datum,Versandt,Unzustellbar,Abonnenten,Abmeldungen",
      "newsletters",
      {bounced: 3, subscribers: 4, left: 5},
    ],
    ["Liste de diffusion,Date,Envoyés,Rejetés,Abonnés,Désabonnements", "newsletters", {bounced: 3, subscribers: 4}],
    ["Lista de correo,Fecha,Enviados,Rebotes,Suscriptores,Bajas", "newsletters", {bounced: 3, subscribers: 4, left: 5}],
    ["邮件列表,日期,寄出,退信,订阅者,退订", "newsletters", {bounced: 3, subscribers: 4, left: 5}],
    ["القائمة البريدية,التاريخ,المرسل,المرتدة,المشتركون,المنسحبون", "newsletters", {list: 0, left: 5}],
    ["Day,Sum,For", "funds", {date: 0, amount: 1, purpose: 2}],
    ["Lang,Type,Done on,Headline", "translations", {}],
    ["Source,As of,Domain,Position", "ranks", {}],
    ["Figure,By,Goal", "plan", {}],
    ["Half-year,Role,Work,Who", "credits", {}],
    ["From,To,Event", "events", {date: 0, until: 1, text: 2}],
    ["Figure,Month,Number,Report,Remark", "history", {}],
  ] as const) {
    test(`${head} is ${book}`, async () => {
      const {match} = await imported(ledgerOf({}), fileOf(`${head}\n`));
      expect([match?.book, match?.unused, match?.missing]).toEqual([book, [], []]);
      const places = Object.fromEntries((match?.columns ?? []).map(({column, place}) => [column, place]));
      expect(places).toMatchObject(want);
    });
  }

  test("below a title, and beside columns that no book has", async () => {
    const text =
      "Deliveries of July\n\n# by hand\nTruck,Edition,Date,City,Copies,\nx,The Example Press 12,2005-07-02,Oslo,5,\n";
    const folder = ledgerOf({editions});
    const {match, counts} = await imported(folder, fileOf(text));
    expect(match?.unused).toEqual([{header: "Truck", place: 0}]);
    expect(counts).toEqual([1, 0]);
    expect(readLedger(folder).deliveries).toMatchObject([{city: "Oslo", copies: 5, channel: "other"}]);
  });

  for (const [what, text, choice, message, help] of [
    [
      "no row names columns",
      "a,b\n1,2\n",
      {},
      "no row names the columns of a book",
      "name its columns like those of a book: edition, date, city, region, country, copies, channel, returns",
    ],
    ["the file is empty", "", {}, "no row names the columns of a book", "name its columns"],
    [
      "a column is missing",
      "Edition,Date,City,Coppies\n",
      {},
      'the columns "Edition", "Date" and "City" are those of deliveries, and the sheet lacks a column of it: copies',
      'call the column "Coppies" copies, or name the right book',
    ],
    [
      "a column of the book that was named is missing",
      "Edition,Date,City,Copies\n",
      {book: "plan"},
      "the sheet lacks columns of plan: measure and target",
      "add a column measure",
    ],
    [
      "two books fit alike",
      "What,Amount,Date\n",
      {},
      "the columns fit events and funds alike",
      "name the book, such as events",
    ],
    [
      "two columns are one",
      "Edition,Date,Town,Location,Copies\n",
      {},
      '"Town" and "Location" may both be the column city of deliveries',
      "call the right one city",
    ],
    ["there are no sheets", "date\n", {sheet: "A"}, "the file has no sheets", "name no sheet"],
    ["it is no text", Buffer.from("a\0b"), {}, "the file is no text and no spreadsheet", "name an .xlsx"],
    ["a quote is not closed", 'date,"amount\n1', {}, "a quote is opened and not closed", "put text"],
  ] as const) {
    test(`refused where ${what}`, async () => {
      const {fault} = await imported(ledgerOf({}), fileOf(text), choice);
      const like = (part: string) => expect.stringContaining(part);
      expect(fault).toMatchObject({code: "IMPORT_REFUSED", message: like(message), help: like(help)});
    });
  }

  test("its own name goes before another that a column may have", async () => {
    const {match} = await imported(ledgerOf({}), fileOf("Edition,Day,Date,City,Copies\n"));
    expect(match?.columns.find(({column}) => column === "date")?.header).toBe("Date");
    expect(match?.unused.map(({header}) => header)).toEqual(["Day"]);
  });
});

describe("a workbook", () => {
  test("goes in sheet by sheet, and names those that would fit another book", async () => {
    const folder = ledgerOf({});
    const path = `${fixtures}workbook-1904.ods`;
    const first = await imported(folder, path, {book: "editions"});
    expect(first.counts).toEqual([3, 0]);
    const second = await imported(folder, path, {sheet: "delivered"});
    expect([second.match?.grid.name, second.counts]).toEqual(["Delivered", [3, 0]]);
    expect(readLedger(folder).editions.map(({edition, printedOn, cost}) => [edition, printedOn, cost])).toEqual([
      ["The Example Press 12", "2005-07-01", 1830.5],
      ["The Example Press 13", "2005-08-01", null],
      ["München liest 007".replace(" ", "  "), "2005-09-01", 0.3],
    ]);
    expect(await imported(folder, `${fixtures}workbook.xlsx`, {sheet: "Delivered"})).toMatchObject({counts: [0, 3]});
  });

  for (const [what, name, choice, want] of [
    [
      "a sheet that is not there",
      "workbook.xlsx",
      {sheet: "Delivred"},
      [["IMPORT_REFUSED", 'there is no sheet "Delivred"', 'name the sheet "Delivered"', "list"]],
    ],
    [
      "an error",
      "workbook.xlsx",
      {sheet: "Errors"},
      [["LEDGER_REFUSED", "the cell holds the error #DIV/0!", "correct its formula", 'list, sheet "Errors", B2']],
    ],
    [
      "a formula that was never calculated",
      "never-calculated.xlsx",
      {},
      [
        [
          "LEDGER_REFUSED",
          "the cell holds a formula that was never calculated",
          "open the file in a spreadsheet program, and save it when it has calculated",
          'list, sheet "Funds", B2',
        ],
      ],
    ],
  ] as const) {
    test(`is refused for ${what}`, async () => {
      const folder = ledgerOf({});
      const {fault} = await imported(folder, fixtures + name, choice);
      const {code, message, help, where} = fault as LedgerRefused;
      expect([[code, message, help, where]]).toEqual(want);
      expect(filesOf(folder)).toEqual({});
    });
  }
});

describe("all or nothing:", () => {
  const good = "The Example Press 12,2005-07-02,Oslo,5";
  for (const [what, texts, rows, want] of [
    [
      "a row that is refused",
      {editions},
      [good, "The Example Press 12,05/07/2005,Oslo,-3"],
      [
        ['"05/07/2005" may be 2005-07-05 or 2005-05-07', 'list:3, column "Day"'],
        ['"-3" is less than 0', 'list:3, column "Copies"'],
      ],
    ],
    [
      "an edition that nobody printed",
      {editions},
      [good, "The Example Press 13,2005-07-05,Oslo,3"],
      [['nobody printed an edition "The Example Press 13"', 'list:3, column "Edition"']],
    ],
    [
      "more copies than there are",
      {editions, deliveries: [heads.deliveries, "The Example Press 12,2005-07-02,Oslo,,,11000,,,,"]},
      ["The Example Press 12,2005-07-02,Riga,800", "The Example Press 12,2005-07-02,Bergen,1"],
      [
        [
          '11,801 copies of "The Example Press 12" delivered, but only 11,800 were there (12,000 printed, 150 spoiled, 50 kept: editions.csv:2)',
          'list:3, column "Copies"',
        ],
      ],
    ],
    [
      "a fault that another book had before",
      {editions, funds: [heads.funds, "soon,1,a,,"]},
      [good],
      [['"soon" is not a day', 'LEDGER/funds.csv:2, column "date"']],
    ],
  ] as const) {
    test(what, async () => {
      const folder = ledgerOf(texts as BookTexts);
      const before = filesOf(folder);
      const {fault} = await imported(folder, fileOf(`Edition,Day,Town,Copies\n${rows.join("\n")}\n`));
      expect(fault).toBeInstanceOf(LedgerRefused);
      const told = (fault as LedgerRefused).faults.map(({what, path, line, column}) => {
        const place = line === null ? path : `${path}:${line}, column "${column}"`;
        return [what, place.replace(folder, "LEDGER")];
      });
      expect(told).toEqual(want);
      expect(filesOf(folder)).toEqual(before);
    });
  }
});

describe("rows are added in the form that the book has:", () => {
  const row = 'The Example Press 12,2005-07-02,"Oslo, ""port""",5';
  for (const [what, before, after] of [
    ["none yet", null, 'HEAD\nThe Example Press 12,2005-07-02,"Oslo, ""port""",,,5,,,,\n'],
    [
      "semicolons, the line ends of Windows, other columns in another order",
      "copies;city;mine;edition;date\r\n7;Riga;x;The Example Press 12;2005-07-01\r\n",
      'copies;city;mine;edition;date\r\n7;Riga;x;The Example Press 12;2005-07-01\r\n5;"Oslo, ""port""";;The Example Press 12;2005-07-02\r\n',
    ],
    [
      "a last row without its end, and a comment",
      "# ours\nedition,date,city,copies\nThe Example Press 12,2005-07-01,Riga,7",
      '# ours\nedition,date,city,copies\nThe Example Press 12,2005-07-01,Riga,7\nThe Example Press 12,2005-07-02,"Oslo, ""port""",5\n',
    ],
    [
      "a byte order mark",
      "\ufeffedition,date,city,copies\n",
      '\ufeffedition,date,city,copies\nThe Example Press 12,2005-07-02,"Oslo, ""port""",5\n',
    ],
    ["an empty file", "", 'HEAD\nThe Example Press 12,2005-07-02,"Oslo, ""port""",,,5,,,,\n'],
  ] as const) {
    test(what, async () => {
      const folder = ledgerOf({editions});
      const path = join(folder, "deliveries.csv");
      if (before !== null) writeFileSync(path, before);
      expect((await imported(folder, fileOf(`edition,date,city,copies\n${row}\n`))).counts).toEqual([1, 0]);
      expect(readFileSync(path, "utf8")).toBe(after.replace("HEAD", heads.deliveries));
      expect(readLedger(folder).deliveries.at(-1)?.city).toBe('Oslo, "port"');
    });
  }

  test("who may read the book stays the same", async () => {
    const folder = ledgerOf({editions, deliveries: [heads.deliveries]});
    chmodSync(join(folder, "deliveries.csv"), 0o640);
    await imported(folder, fileOf(`edition,date,city,copies\n${row}\n`));
    expect(statSync(join(folder, "deliveries.csv")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).toSorted()).toEqual(["deliveries.csv", "editions.csv"]);
  });

  test("a column that the book does not have is not lost in silence", async () => {
    const folder = ledgerOf({editions});
    writeFileSync(join(folder, "deliveries.csv"), "edition,date,city,copies\n");
    const {fault} = await imported(
      folder,
      fileOf("edition,date,city,copies,region\nThe Example Press 12,2005-07-02,Oslo,5,X\n"),
    );
    expect(fault).toMatchObject({
      code: "IMPORT_REFUSED",
      message: "the book has no column region, and the rows to be added have one",
      help: "add the name region to the first line of the book",
    });
  });

  test("a book that is not in UTF-8 is left alone", async () => {
    const folder = ledgerOf({});
    writeFileSync(join(folder, "funds.csv"), Buffer.from("date,amount,purpose\n2005-07-01,1,für\n", "latin1"));
    const {fault} = await imported(folder, fileOf("date,amount,purpose\n2005-07-02,1,print\n"));
    expect(fault).toMatchObject({message: "the book is not in UTF-8, and cannot be added to"});
  });
});

describe("a row that is there already", () => {
  const head = "date,amount,purpose";
  for (const [what, book, rows, want] of [
    ["is not added", ["2005-07-01,5,print,,"], ["2005-07-01,5,print"], [0, 1]],
    ["is known however it is written", ["2005-07-01,5.00,print,r1,"], ["2005-07-01,5,print"], [0, 1]],
    [
      "is known though it was corrected",
      ["2005-07-01,5,print,r1,", "2005-07-01,7,print,,r1"],
      ["2005-07-01,5,print"],
      [0, 1],
    ],
    [
      "is added as often as it is there more often",
      ["2005-07-01,5,print,,"],
      ["2005-07-01,5,print", "2005-07-01,5,print"],
      [1, 1],
    ],
    ["is no other that differs", ["2005-07-01,5,print,,"], ["2005-07-02,5,print", "2005-07-01,6,print"], [2, 0]],
  ] as const) {
    test(what, async () => {
      const folder = ledgerOf({funds: [heads.funds, ...book]});
      expect((await imported(folder, fileOf([head, ...rows, ""].join("\n")))).counts).toEqual(want);
    });
  }

  test("is a correction, too, and one that withdraws", async () => {
    const rows = ["2005-07-01,5,print,r1,", "2005-07-01,6,print,r2,r1", ",,,,r2", "2005-07-02,1,print,,"];
    const folder = ledgerOf({});
    const path = fileOf([heads.funds, ...rows, ""].join("\n"));
    expect((await imported(folder, path)).counts).toEqual([4, 0]);
    expect((await imported(folder, path)).counts).toEqual([0, 4]);
    expect(readLedger(folder).funds.map(({amount}) => amount)).toEqual([1]);
  });
});

test("whatever is imported twice adds nothing the second time, and is read as it was written", async () => {
  const word = fc.stringMatching(/^[A-Za-zäöüÉ,;"' #=+@-]{1,12}$/).map((text) => `x${text.trim()}`);
  const day = fc.date({min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true});
  const row = fc.record({
    date: day.map((date) => date.toISOString().slice(0, 10)),
    amount: fc.integer({min: -1e6, max: 1e6}).map((cents) => String(cents / 100)),
    purpose: word,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, {minLength: 1, maxLength: 12}),
      fc.constantFrom(",", ";", "\t"),
      async (rows, mark) => {
        const folder = ledgerOf({});
        const lines = rows.map(({date, amount, purpose}) => csvRow([purpose, date, amount], mark as ","));
        const path = fileOf([["Purpose", "Day", "Sum"].join(mark), ...lines, ""].join("\n"));
        expect((await imported(folder, path)).counts).toEqual([rows.length, 0]);
        const first = filesOf(folder);
        expect((await imported(folder, path)).counts).toEqual([0, rows.length]);
        expect(filesOf(folder)).toEqual(first);
        const read = readLedger(folder).funds.map(({on, amount, purpose}) => ({date: on, amount, purpose}));
        expect(read).toEqual(rows.map(({amount, ...rest}) => ({...rest, amount: Number(amount)})));
      },
    ),
    {numRuns: 40},
  );
});

test("the examples of every book can be imported", async () => {
  const folder = ledgerOf({});
  for (const {name, columns, examples} of Object.values(books)) {
    const path = fileOf([Object.keys(columns), ...examples].map((cells) => csvRow(cells)).join("\n"));
    expect(await imported(folder, path)).toMatchObject({match: {book: name}, counts: [examples.length, 0]});
  }
  expect(examineLedger(folder)).toMatchObject({faultCount: 0, warningCount: 0});
});

test("no folder is made where nothing is added", () => {
  const folder = join(newFolder(), "ledger");
  expect(addRows(folder, "funds", [])).toMatchObject({addedCount: 0, knownCount: 0});
  expect(existsSync(folder)).toBe(false);
});
