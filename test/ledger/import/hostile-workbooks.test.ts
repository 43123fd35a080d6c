import {utils, write} from "@e965/xlsx";
import {describe, expect, test} from "vitest";
import {sheetsOf} from "../../../src/ledger/import/workbook-sheets.ts";
import {checkXml} from "../../../src/ledger/import/xml-tags.ts";
import {entriesOf, ZipRefused} from "../../../src/ledger/import/zip.ts";
import {zipOf} from "./zip-writer.ts";

const good = write(
  {
    SheetNames: ["S"],
    Sheets: {
      S: utils.aoa_to_sheet([
        ["date", "amount"],
        ["2005-07-20", 150],
      ]),
    },
  },
  {type: "buffer", bookType: "xlsx"},
) as Buffer;
const parts = entriesOf(good).map((entry) => [entry.name, entry.read().toString("utf8")] as const);

/** The good workbook with a part of it changed. */
function workbookWith(name: string, change: (text: string) => string): Buffer {
  const changed = parts.map(([own, text]) => [own, own.endsWith(name) ? change(text) : text] as const);
  expect(changed.some(([, text], place) => text !== parts[place]![1])).toBe(true);
  return zipOf(changed);
}

const cell = (text: string, more = ""): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;

function openDocument(rows: string, declared = ""): Buffer {
  const content = `<?xml version="1.0"?>${declared}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipOf([["content.xml", content]]);
}

const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const sheet = "worksheets/sheet1.xml";
const row = '<row r="1">';

describe("a workbook is refused that", () => {
  for (const [what, bytes, message] of [
    [
      "declares entities",
      openDocument(`<table:table-row>${cell("&b;")}</table:table-row>`, entities),
      "declares entities",
    ],
    [
      "declares them in a sheet of Excel's",
      workbookWith(sheet, (text) => text.replace("?>", `?>${entities}`)),
      "declares entities",
    ],
    [
      "begins a million tags and ends none",
      openDocument("<table:table-cell ".repeat(100_000)),
      "no spreadsheet, or damaged",
    ],
    [
      "has a tag without end",
      openDocument(`<table:table-cell office:value-type="float" ${"x ".repeat(100_000)}`),
      "no spreadsheet, or damaged",
    ],
    [
      "repeats a cell a thousand million times",
      openDocument(`<table:table-row>${cell("x", ' table:number-columns-repeated="1000000000"')}</table:table-row>`),
      "too large",
    ],
    [
      "repeats it under another prefix",
      openDocument(
        "<x:table-row><x:table-cell x:number-columns-repeated='1e9' x:value-type='float'>1</x:table-cell></x:table-row>",
      ),
      "too large",
    ],
    [
      "repeats a row a thousand million times",
      openDocument(`<table:table-row table:number-rows-repeated="1000000000">${cell("x")}</table:table-row>`),
      "too large",
    ],
    ["is nested without end", openDocument("<table:table-row>".repeat(5000)), "no spreadsheet, or damaged"],
    [
      "has a cell beyond the last row",
      workbookWith(sheet, (text) =>
        text.replace(row, '<row r="99999999"><c r="A99999999"><v>1</v></c></row><row r="1">'),
      ),
      "too large",
    ],
    [
      "has a cell beyond the last column",
      workbookWith(sheet, (text) => text.replace(row, `<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>${row}`)),
      "too large",
    ],
    [
      "names a sheet that it lacks",
      zipOf(parts.filter(([name]) => !name.endsWith(sheet))),
      "no spreadsheet, or damaged",
    ],
    ["is in UTF-16", zipOf([["content.xml", Buffer.from("\ufeff<a/>", "utf16le")]]), "no spreadsheet, or damaged"],
    ["grows a thousandfold", zipOf([["[Content_Types].xml", Buffer.alloc(2 ** 25, " ")]]), "would unpack to more"],
    [
      "has thousands of parts",
      zipOf(Array.from({length: 2001}, (_, part) => [`${part}`, ""] as const)),
      "would unpack to more",
    ],
  ] as const) {
    test(what, () => {
      let fault: unknown = null;
      try {
        sheetsOf(bytes);
      } catch (thrown) {
        fault = thrown;
      }
      expect(fault).toBeInstanceOf(ZipRefused);
      expect((fault as Error).message).toContain(message);
    });
  }
});

describe("a workbook is read that", () => {
  test("says it is as large as a sheet can be, and is not", () => {
    const bytes = workbookWith(sheet, (text) => text.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'));
    expect(sheetsOf(bytes)[0]!.rows.map(({cells}) => cells)).toEqual([
      ["date", "amount"],
      ["2005-07-20", "150"],
    ]);
  });
  test("repeats what is empty to the end of the sheet, as programs do", () => {
    const rest = '<table:table-cell table:number-columns-repeated="16383"/>';
    const empty = `<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const bytes = openDocument(`<table:table-row>${cell("a &gt; b")}${rest}</table:table-row>${empty}`);
    expect(sheetsOf(bytes)[0]!.rows).toEqual([{line: 1, cells: ["a > b"], merged: []}]);
  });
  test("repeats a text three times", () => {
    const bytes = openDocument(`<table:table-row>${cell("a", ' table:number-columns-repeated="3"')}</table:table-row>`);
    expect(sheetsOf(bytes)[0]!.rows).toEqual([{line: 1, cells: ["a", "a", "a"], merged: []}]);
  });
});

test("comments, instructions and marked text are no tags", () => {
  expect(() => checkXml(Buffer.from("<?xml?><!-- <!DOCTYPE --><a b='>'><![CDATA[<!DOCTYPE]]></a>"))).not.toThrow();
});
