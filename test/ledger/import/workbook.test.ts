import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {utils, write} from "@e965/xlsx";
import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import type {SheetGrid} from "../../../src/ledger/import/grid.ts";
import {readWorkbook} from "../../../src/ledger/import/workbook.ts";
import {sheetsOf} from "../../../src/ledger/import/workbook-sheets.ts";
import {entriesOf, ZipRefused} from "../../../src/ledger/import/zip.ts";
import {zipOf} from "./zip-writer.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/ledger/", import.meta.url));
const bytesOf = (name: string): Buffer => readFileSync(fixtures + name);

/** The cells of a sheet, each row behind its line. */
function cellsOf(grids: readonly SheetGrid[], name: string): unknown[] {
  return grids.find((grid) => grid.name === name)?.rows.map(({line, cells}) => [line, ...cells]) ?? [];
}

/*
 * workbook.fods is the source: LibreOffice made the others of it. Its names of columns are to be repeated on each page, two of
 * its rows are in a group, one stands for two; days have a time, a formula and a format of their own; a cell has a remark.
 */
describe("the same workbook", () => {
  for (const name of ["workbook.xlsx", "workbook-1904.xlsx", "workbook.ods", "workbook-1904.ods", "workbook.xls"]) {
    test(`is read alike from ${name}`, async () => {
      const grids = await readWorkbook(bytesOf(name), name);
      expect(grids.map((grid) => grid.name)).toEqual(["Print runs", "Delivered", "Errors"]);
      expect(cellsOf(grids, "Print runs")).toEqual([
        [1, "Print runs of 2005"],
        [3, "Publication", "Language", "Issue No.", "Printed on", "Print run", "Spoilage", "Remarks", "Printing cost"],
        [4, "The Example Press", "en", "12", "2005-07-01", "12000", "150", "rain", "1830.5"],
        [5, "The Example Press", "en", "13", "2005-08-01", "12500"],
        [6, "München  liest", "de", "007", "2005-09-01", "800", "0", "", "0.3"],
      ]);
      expect(cellsOf(grids, "Delivered")).toEqual([
        [1, "Edition", "Date", "City", "Copies", "Returned"],
        [2, "The Example Press 12", "2005-07-03", "São Paulo", "2500", "120"],
        [3, "The Example Press 12", "1999-12-31", "Oslo", "10"],
        [4, "The Example Press 12", "1999-12-31", "Oslo", "10"],
      ]);
      const error = {what: "the cell holds the error #DIV/0!", help: "correct its formula"};
      expect(cellsOf(grids, "Errors")).toEqual([
        [1, "date", "amount", "purpose"],
        [2, "2005-07-20", error, "print"],
      ]);
    });
  }
});

const uncalculated = {
  what: "the cell holds a formula that was never calculated",
  help: "open the file in a spreadsheet program, and save it when it has calculated",
};

test("a formula that was never calculated is no empty cell", () => {
  expect(cellsOf(sheetsOf(bytesOf("never-calculated.xlsx")), "Funds")[1]).toEqual([
    2,
    "2005-07-20",
    uncalculated,
    "print",
  ]);
});

describe("a cell of an OpenDocument sheet that other programs wrote", () => {
  const original = entriesOf(bytesOf("workbook.ods"));
  const content = original
    .find(({name}) => name === "content.xml")!
    .read()
    .toString("utf8");
  for (const [what, cell, want] of [
    ["has a number and no text", '<table:table-cell office:value-type="float" office:value="42"/>', "42"],
    [
      "has a day and no text",
      '<table:table-cell office:value-type="date" office:date-value="2005-07-05"/>',
      "2005-07-05",
    ],
    ["has a text that is not printed", '<table:table-cell office:value-type="string" office:string-value="a"/>', "a"],
    [
      "has such a text, and is not closed by itself",
      '<table:table-cell office:value-type="string" office:string-value="a"></table:table-cell>',
      "a",
    ],
    [
      "has its text twice",
      '<table:table-cell office:value-type="string" office:string-value="a"><text:p>a</text:p></table:table-cell>',
      "a",
    ],
    ["has a formula alone", '<table:table-cell table:formula="of:=1+1"/>', uncalculated],
    [
      "has a formula alone, and is not closed by itself",
      '<table:table-cell table:formula="of:=1+1"></table:table-cell>',
      uncalculated,
    ],
    [
      "has a formula with a sign of comparison",
      '<table:table-cell table:formula="of:=[.A1]&gt;1" office:value-type="float" office:value="7"/>',
      "7",
    ],
  ] as const) {
    test(what, () => {
      const row = `<table:table-row>${cell}<table:table-cell office:value-type="string"><text:p>end</text:p></table:table-cell></table:table-row>`;
      const changed = content.replace("<table:table-row", `${row}<table:table-row`);
      const zip = zipOf(original.map((entry) => [entry.name, entry.name === "content.xml" ? changed : entry.read()]));
      expect(cellsOf(sheetsOf(zip), "Print runs")[0]).toEqual([1, want, "end"]);
    });
  }
});

describe("a cell that is merged over several rows", () => {
  const rows = [
    ["Region", "City", "Copies"],
    ["Illinois", "Springfield", 8],
    ["", "Peoria", ""],
    ["", "", ""],
    ["", "Gary", 5],
  ];
  const sheet = utils.aoa_to_sheet(rows);
  sheet["!merges"] = [
    {s: {r: 1, c: 0}, e: {r: 4, c: 0}},
    {s: {r: 1, c: 2}, e: {r: 2, c: 2}},
  ];
  for (const bookType of ["xlsx", "xlsb", "xls"] as const) {
    test(`gives its value to each of them that has something else: ${bookType}`, () => {
      const bytes = write({SheetNames: ["A"], Sheets: {A: sheet}}, {type: "buffer", bookType}) as Buffer;
      expect(cellsOf(sheetsOf(bytes), "A").slice(1)).toEqual([
        [2, "Illinois", "Springfield", "8"],
        [3, "Illinois", "Peoria", "8"],
        [5, "Illinois", "Gary", "5"],
      ]);
      expect(sheetsOf(bytes)[0]!.rows.map(({merged}) => merged)).toEqual([[], [], [0, 2], [0]]);
    });
  }

  test("in OpenDocument, in which a row that stands several times is kept once", () => {
    const cell = (text: string, more = "") =>
      `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
    const spanned = cell("Illinois", ' table:number-columns-spanned="1" table:number-rows-spanned="2"');
    const made = [
      `<table:table-row>${spanned}${cell("Springfield")}</table:table-row>`,
      `<table:table-row><table:covered-table-cell/>${cell("Peoria")}</table:table-row>`,
      `<table:table-row table:number-rows-repeated="3">${cell("Indiana")}${cell("Gary")}</table:table-row>`,
      `<table:table-row>${cell("Ohio")}${cell("Akron")}</table:table-row>`,
    ].join("");
    const original = entriesOf(bytesOf("workbook.ods"));
    const zip = zipOf(
      original.map((entry) => {
        const text = entry.read();
        if (entry.name !== "content.xml") return [entry.name, text] as const;
        return [entry.name, text.toString("utf8").replace(/<table:table-row/, `${made}<table:table-row`)] as const;
      }),
    );
    expect(cellsOf(sheetsOf(zip), "Print runs").slice(0, 6)).toEqual([
      [1, "Illinois", "Springfield"],
      [2, "Illinois", "Peoria"],
      [3, "Indiana", "Gary"],
      [4, "Indiana", "Gary"],
      [5, "Indiana", "Gary"],
      [6, "Ohio", "Akron"],
    ]);
  });
});

describe("numbers and days of a workbook that a program wrote", () => {
  for (const date1904 of [false, true]) {
    test(`counting from ${date1904 ? 1904 : 1900}`, () => {
      const days = ["1905-01-01", "1969-12-31", "1970-01-01", "2004-02-29", "2005-03-27", "2005-10-30", "2035-12-31"];
      const rows = days.map((day) => [new Date(`${day}T00:00:00Z`), new Date(`${day}T23:59:59Z`)]);
      const sheet = utils.aoa_to_sheet(rows, {UTC: true, cellDates: false, date1904} as object);
      const book = {SheetNames: ["A"], Sheets: {A: sheet}, Workbook: {WBProps: {date1904}}};
      const bytes = write(book, {type: "buffer", bookType: "xlsx"}) as Buffer;
      expect(cellsOf(sheetsOf(bytes), "A")).toEqual(days.map((day, place) => [place + 1, day, day]));
    });
  }
  test("in plain digits, without noise", () => {
    const sheet = utils.aoa_to_sheet([[0.1 + 0.2, 1e6, 123456789012, -5, 1e-3, true]]);
    const bytes = write({SheetNames: ["A"], Sheets: {A: sheet}}, {type: "buffer", bookType: "xlsx"}) as Buffer;
    expect(cellsOf(sheetsOf(bytes), "A")).toEqual([[1, "0.3", "1000000", "123456789012", "-5", "0.001", "true"]]);
  });
});

describe("refused is a file that", () => {
  const good = bytesOf("workbook.xlsx");
  const [first] = entriesOf(good);
  const flipped = Buffer.from(good);
  // Past the header of the first file: its packed content.
  flipped[30 + first!.name.length + 20]! ^= 0xff;
  const central = (zip: Buffer): number => zip.indexOf("PK\x01\x02", 0, "latin1");
  const lying = zipOf([["[Content_Types].xml", Buffer.alloc(1_000_000)]]);
  lying.writeUInt32LE(1000, central(lying) + 24);
  lying.writeUInt32LE(1000, 22);
  const secret = Buffer.from(good);
  secret.writeUInt16LE(secret.readUInt16LE(central(secret) + 8) | 1, central(secret) + 8);
  const vast = zipOf(Array.from({length: 12}, (_, place) => [`${place}.xml`, Buffer.from("x")]));
  for (let at = central(vast); vast.readUInt32LE(at) === 0x02014b50; at += 46 + vast.readUInt16LE(at + 28)) {
    vast.writeUInt32LE(100_000_000, at + 24);
  }
  const cut = "the file is damaged, or cut off";
  for (const [what, bytes, message] of [
    ["is cut off", good.subarray(0, 5000), cut],
    ["is cut off in its last part", good.subarray(0, good.length - 30), cut],
    ["has a byte that is not what it was", flipped, cut],
    ["unpacks to more than it says", lying, cut],
    ["says that it unpacks to more than it may", vast, "the file would unpack to more than a spreadsheet holds"],
    ["has a password", secret, "the file has a password"],
    ["is a ZIP of something else", zipOf([["a.txt", Buffer.from("x")]]), "the ZIP holds no spreadsheet"],
    ["has nothing but a beginning", Buffer.from("PK\x03\x04", "latin1"), cut],
    [
      "is an old Office file of something else",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]),
      "the file is no spreadsheet, or damaged",
    ],
  ] as const) {
    test(what, async () => {
      expect(() => sheetsOf(bytes)).toThrow(ZipRefused);
      const fault = await readWorkbook(bytes, "a.xlsx").catch((thrown: unknown) => thrown);
      expect(fault).toBeInstanceOf(UserError);
      expect(fault).toMatchObject({code: "IMPORT_REFUSED", message, where: "a.xlsx"});
    });
  }
});

test("every file of a ZIP is read as it was packed", () => {
  const files = [
    ["a", Buffer.from("")],
    ["b/ü.txt", Buffer.from("x".repeat(100_000))],
    ["c", Buffer.from([0, 255, 80, 75, 5, 6])],
  ] as const;
  expect(entriesOf(zipOf(files)).map((entry) => [entry.name, entry.read()])).toEqual(files);
});
