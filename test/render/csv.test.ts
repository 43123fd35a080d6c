import fc from "fast-check";
import {expect, test} from "vitest";
import {renderCsv} from "../../src/render/csv.ts";
import {gappedReport, report, reportWith} from "./fixture.ts";
import {hostileText} from "./hostile.ts";

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

test("measures stand as rows under the months, not rounded, empty where there is no value", () => {
  const rows = renderCsv(gappedReport).split("\r\n");
  expect(rows[0]).toBe("section,id,label,unit,2005-07,2005-08,2005-09,2005-10,2005-11,2005-12");
  expect(rows).toContain("measure,users,Distinct users,users,48817,52213,66730,73193,80836,73928");
  expect(rows).toContain("measure,megabytes,Megabytes per day,megabytes a day,443.2,370.6,558.7,,535.2,471.5");
  expect(rows).toContain("reason,megabytes,Megabytes per day,,,,,not recorded: this format has no byte count,,");
  expect(rows).toContain("coverage,daysCovered,Days covered by logs,days,31,7,30,31,30,31");
  expect(rows).toContain('account,heavy,"Took more than 1,000 documents",requests,23113,25000,0,0,0,0');
  expect(rows).toContain("note,doubt,This may wrongly leave out devoted readers and shared connections.,,2,2,,,,");
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
  expect(renderCsv(below)).toContain("measure,users,Distinct users,users,-1.5,1,");
});

test("every row has one line and every column, and no cell is a formula, whatever the text", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const csv = renderCsv(reportWith(text));
      const rows = parseCsv(csv);
      expect(csv.split("\r\n").length - 1).toBe(rows.length);
      for (const row of rows) {
        expect(row).toHaveLength(10);
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
      }
    }),
  );
});
