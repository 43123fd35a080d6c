import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {type History, type HistoryOptions, readHistory} from "../../src/ledger/history.ts";
import {blocksOf, readPages} from "../docs/markdown.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-history-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const path = join(folder, "history.csv");
const header = "measure,month,value,source,note\n";

function historyOf(text: string, options?: HistoryOptions): History {
  writeFileSync(path, text);
  return readHistory(path, options);
}

describe("a figure that an older report gave", () => {
  const history = historyOf(
    `${header}readers,2005-07,48817,report of January 2006,
readers,2005-08,52213,report of January 2006,"counted anew, without us"
megabytes-per-day,2005-07,443.2,"report of January 2006, p. 2",
readers:zhongwen,2005-07,0,=HYPERLINK("x") <b>,
`.replace('=HYPERLINK("x") <b>', '"=HYPERLINK(""x"") <b>"'),
  );

  for (const [measure, month, want] of [
    ["readers", "2005-07", {value: 48817, source: "report of January 2006"}],
    ["readers", "2005-08", {value: 52213, source: "report of January 2006"}],
    ["megabytes-per-day", "2005-07", {value: 443.2, source: "report of January 2006, p. 2"}],
    ["readers:zhongwen", "2005-07", {value: 0, source: '=HYPERLINK("x") <b>'}],
    ["readers", "2005-09", null],
    ["Readers", "2005-07", null],
    ["", "", null],
    ["__proto__", "constructor", null],
  ] as const) {
    test(`of ${measure} in ${month} is ${want?.value ?? "not there"}`, () => {
      expect(history.figure(measure, month)).toEqual(want);
    });
  }
});

test("a book that is missing has no figures", () => {
  expect(readHistory(join(folder, "none.csv")).figure("readers", "2005-07")).toBeNull();
});

test("the column of notes may be missing", () => {
  const history = historyOf("measure;month;value;source\r\nreaders;2005-07;48817;report 1\r\n");
  expect(history.figure("readers", "2005-07")).toEqual({value: 48817, source: "report 1"});
});

const idHelp = "write it like readers or megabytes-per-day";
for (const [what, rows, place, message, help] of [
  ["no measure", ",2005-07,1,s,\n", '2, column "measure"', '"" is not a measure\'s id', idHelp],
  [
    "a label",
    "Distinct users,2005-07,1,s,\n",
    '2, column "measure"',
    '"Distinct users" is not a measure\'s id',
    idHelp,
  ],
  [
    "a month that is none",
    "readers,2005-13,1,s,\n",
    '2, column "month"',
    '"2005-13" is not a month',
    "write it like 2005-07",
  ],
  [
    "a month as a spreadsheet writes it",
    "readers,2005/7,1,s,\n",
    '2, column "month"',
    '"2005/7" is not a month',
    "write 2005-07",
  ],
  [
    "thousands with a comma",
    'readers,2005-07,"48,817",s,\n',
    '2, column "value"',
    '"48,817" is not written in plain digits',
    "write 48817",
  ],
  [
    "thousands with a space",
    "readers,2005-07,48 817,s,\n",
    '2, column "value"',
    '"48 817" is not written in plain digits',
    "write 48817",
  ],
  [
    "a decimal comma",
    'readers,2005-07,"443,2",s,\n',
    '2, column "value"',
    '"443,2" is not written in plain digits',
    "write 443.2",
  ],
  [
    "less than nothing",
    "readers,2005-07,-1,s,\n",
    '2, column "value"',
    '"-1" is less than 0',
    "write a number from 0 up",
  ],
  [
    "no value",
    "readers,2005-07,,s,\n",
    '2, column "value"',
    '"" is not a number',
    "write it in plain digits, like 48817 or 443.2",
  ],
  [
    "no source",
    "readers,2005-07,1,,\n",
    '2, column "source"',
    "the cell is empty",
    'write which report gave the figure, like "report of January 2005"',
  ],
  [
    "a figure twice",
    "readers,2005-07,1,s,\n# by hand\nreaders,2005-07,1,s,\n",
    "4",
    "readers of 2005-07 is there already, in line 2",
    "delete one of the two lines",
  ],
  [
    "a comma without quotes",
    "readers,2005-07,48,817,s,\n",
    "2",
    "the line has 6 cells, the first line names 5",
    "put text that holds a comma or a quote in quotes, and write its quotes twice",
  ],
] as const) {
  test(`${what} is refused: ${message}`, () => {
    expect(() => historyOf(header + rows)).toThrow(
      expect.objectContaining({code: "LEDGER_REFUSED", message, help, where: `${path}:${place}`}),
    );
  });
}

describe("where the measures are known beforehand", () => {
  const measures = ["readers", "megabytes-per-day"];
  test("they are taken", () => {
    const history = historyOf(`${header}readers,2005-07,5,s,\n`, {measures});
    expect(history.figure("readers", "2005-07")?.value).toBe(5);
  });
  for (const [measure, help] of [
    ["raeders", "write readers"],
    ["mail", "write one of readers, megabytes-per-day"],
  ] as const) {
    test(`${measure} is refused: ${help}`, () => {
      expect(() => historyOf(`${header}${measure},2005-07,5,s,\n`, {measures})).toThrow(
        expect.objectContaining({
          message: `there is no measure "${measure}"`,
          help,
          where: `${path}:2, column "measure"`,
        }),
      );
    });
  }
});

test("every figure that was written down is found again", () => {
  const row = fc.record({
    measure: fc.stringMatching(/^[A-Za-z0-9:-]{1,12}$/),
    month: fc.tuple(fc.integer({min: 1900, max: 2100}), fc.integer({min: 1, max: 12})),
    value: fc.oneof(
      fc.nat(),
      fc.nat({max: 1e9}).map((number) => number / 1000),
    ),
  });
  const rows = fc.uniqueArray(
    row.map(({measure, month: [year, month], value}) => {
      return {measure, month: `${year}-${String(month).padStart(2, "0")}`, value};
    }),
    {selector: ({measure, month}) => `${measure} ${month}`},
  );
  fc.assert(
    fc.property(rows, (all) => {
      const lines = all.map(({measure, month, value}, place) => `${measure},${month},${value},report ${place},\n`);
      const history = historyOf(header + lines.join(""));
      for (const [place, {measure, month, value}] of all.entries()) {
        expect(history.figure(measure, month)).toEqual({value, source: `report ${place}`});
      }
    }),
  );
});

test("the book that docs/ledger.md shows can be read", () => {
  const shown = blocksOf(readPages()["docs/ledger.md"] ?? "", "csv");
  const book = shown.find((text) => text.startsWith("measure,month,")) ?? "";
  expect(historyOf(book).figure("readers", "2004-07")?.source).toBe("report of January 2005");
});
