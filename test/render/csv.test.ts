import fc from "fast-check";
import {expect, test} from "vitest";
import {renderCsv} from "../../src/render/csv/report.ts";
import {amount} from "../run/amounts.ts";
import {gappedReport, report} from "./fixture.ts";
import {hostileText} from "./hostile.ts";
import {reportedReport, reportWith, richReport} from "./rich-fixture.ts";

/** Cells by RFC 4180, written apart from the code it tests. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

function cellOf(text: string): string {
  return parseCsv(renderCsv({...report, publication: text})).find(([, id]) => id === "publication")![2]!;
}

test("measures stand as rows under the months, the whole period last, not rounded, empty where there is no value", () => {
  const rows = renderCsv(gappedReport).split("\r\n");
  expect(rows[0]).toBe("section,id,label,unit,2005-07,2005-08,2005-09,2005-10,2005-11,2005-12,2005-H2");
  expect(rows).toContain("measure,readers,Distinct users,users,48817,52213,66730,73193,80836,73928,240103");
  expect(rows).toContain("measure,megabytes-per-day,Megabytes per day,megabytes a day,443.2,370.6,558.7,,535.2,471.5,");
  expect(rows).toContain(
    "reason,megabytes-per-day,Megabytes per day,,,,,not recorded: this format has no byte count,,,not recorded for October",
  );
  expect(rows).toContain("coverage,daysCovered,Days covered by logs,days,31,7,30,31,30,31,160");
  expect(rows).toContain('account,heavy,"Took more than 1,000 documents",requests,23113,25000,0,0,0,0,48113');
  expect(rows).toContain("note,doubt,This may wrongly leave out devoted readers and shared connections.,,2,2,,,,,");
});

test("one month has no column for the whole period", () => {
  const [july] = report.columns;
  const month = report.measures.map(({values, reasons, ...one}) => ({
    ...one,
    values: values.slice(0, 1),
    reasons: reasons.slice(0, 1),
  }));
  const rows = renderCsv({...report, columns: [july!], measures: month}).split("\r\n");
  expect(rows[0]).toBe("section,id,label,unit,2005-07");
  expect(rows).toContain("measure,readers,Distinct users,users,48817");
  expect(rows).toContain("account,counted,Counted,requests,108562");
});

test("what is compared with stands under the months that it is compared to", () => {
  const rows = renderCsv({...richReport, tables: []}).split("\r\n");
  for (const row of [
    "comparison,months,second half of 2004,,2004-07,2004-08,2004-09,2004-10,2004-11,2004-12,2004-H2",
    "comparison,readers,Distinct users,users,41002,45118,52300,60911,66240,70018,201500",
    "comparisonReported,readers,Distinct users,,1,1,1,,,,",
    "comparisonReason,megabytes-per-day,Megabytes per day,,,,not recorded: this format has no byte count,,,,not recorded for September",
    "comparisonNote,,October 2004 is covered for 30 days of 31: a change against it is not one of whole months.,,,,,,,,",
  ]) {
    expect(rows).toContain(row);
  }
  const change = rows.find((row) => row.startsWith("change,documents-per-day,"))!.split(",");
  expect(change.slice(3, 6)).toEqual(["percent", "", "0"]);
  expect(Number(change[6])).toBeCloseTo(30.525, 9);
  const index = rows.find((row) => row.startsWith("index,documents-per-day,"))!.split(",");
  // 3,502 and 3,791 against 2,000.
  expect(index.slice(3, 5)).toEqual(["2001-08 = 100", "175.1"]);
  expect(Number(index[5])).toBeCloseTo(189.55, 9);
  expect(rows.filter((row) => row.startsWith("indexReason"))[0]).toMatch(
    /^indexReason,megabytes-per-day,.*August 2001/,
  );
});

test("a value that an older report gave has a 1 in a row of its own", () => {
  expect(renderCsv(reportedReport)).toContain("\r\nreported,readers,Distinct users,,1,1,,,,,");
  expect(renderCsv(richReport)).not.toContain("\r\nreported,");
});

test("a table names its own columns, its rows carry its id, and the rest stands last", () => {
  const rows = renderCsv(richReport).split("\r\n");
  const start = rows.findIndex((row) => row.startsWith("table,departments"));
  expect(rows.slice(start, start + 10)).toEqual([
    "table,departments,Departments,files,key,group,kind,rank,previousRank,documents,readers,sharePercent",
    "row,departments,English,,english,,item,1,1,470021,120455,50",
    "row,departments,Deutsch,,deutsch,,item,2,3,188008,51002,20",
    "row,departments,Français,,francais,,item,3,2,141006,40990,15",
    "row,departments,中文,,zhongwen,,item,4,9,108106,30112,11.5",
    "row,departments,Others,,others,,others,,,28201,,3",
    "row,departments,No department,,unknown,,unknown,,,4700,,0.5",
    "tablePrevious,departments,first half of 2005,,,,,,,,,",
    "tableNote,departments,Documents by the department that the first part of the path names. A reader of two counts in both.,,,,,,,,,",
    "tableNote,departments,Rows with fewer than 10 readers are among the others.,,,,,,,,,",
  ]);
});

for (const [text, want] of [
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1+1", "'  =1+1"],
  ["\t=1+1", "'\\x09=1+1"],
  ["\rtext", "'\\x0dtext"],
  ["＝1+1", "'＝1+1"],
  ["\x00=1+1", "'\\x00=1+1"],
  ['=HYPERLINK("x","y")', '\'=HYPERLINK("x","y")'],
  ["1-1", "1-1"],
  ["The Example Press", "The Example Press"],
] as const) {
  test(`the text ${JSON.stringify(text)} becomes the cell ${want}`, () => {
    expect(cellOf(text)).toBe(want);
  });
}

test("a number below zero stays a number", () => {
  const [users, ...others] = report.measures;
  const below = {...report, measures: [{...users!, values: [-1.5, 1, 1, 1, 1, 1]}, ...others]};
  expect(renderCsv(below)).toContain("measure,readers,Distinct users,users,-1.5,1,");
});

test("every row has one line and every column, and no cell is a formula, whatever the text", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const csv = renderCsv(reportWith(text));
      const rows = parseCsv(csv);
      expect(csv.split("\r\n").length - 1).toBe(rows.length);
      for (const row of rows) {
        expect(row).toHaveLength(rows[0]!.length);
        for (const cell of row) expect(cell).not.toMatch(/^\s*(?:[=+@\t\r]|-(?!\d))/);
      }
    }),
    {numRuns: amount({few: 30, all: 100})},
  );
});
