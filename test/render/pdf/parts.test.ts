import {describe, expect, test} from "vitest";
import {placeNotes} from "../../../src/render/pdf/notes.ts";
import {setCycle} from "../../../src/render/pdf/parts/charts.ts";
import {directionOf} from "../../../src/render/pdf/parts/commentary.ts";
import {largestFigures, setFigures} from "../../../src/render/pdf/parts/figures.ts";
import type {Report} from "../../../src/report/report.ts";
import {report} from "../fixture.ts";
import {reportedReport, richReport} from "../rich-fixture.ts";

describe("the scale beside many bars", () => {
  const hours = richReport.tables.find(({id}) => id === "hours")!;
  const scaleOf = (highest: number) => {
    const rows = hours.rows.map((row, i) => ({...row, values: [i === 20 ? highest : 0]}));
    const columns = [{...hours.columns[0]!, decimals: 0}];
    return setCycle({...hours, rows, columns}, richReport).scale;
  };

  for (const [highest, texts] of [
    [12_000, ["0", "5,000", "10,000"]],
    [8_000, ["0", "2,000", "4,000", "6,000", "8,000"]],
    [1, ["0.0", "0.5", "1.0"]],
    [0, ["0.0", "0.5", "1.0"]],
    [97, ["0", "50"]],
  ] as const) {
    test(`of at most ${highest} is ${texts.join(" · ")}`, () => {
      expect(scaleOf(highest).map(({text}) => text)).toEqual(texts);
    });
  }

  test("stands where its values are", () => {
    expect(scaleOf(8_000).map(({part}) => part)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});

describe("the figures set large", () => {
  test("are those of the page, with the change where there is something to compare", () => {
    expect(largestFigures(richReport).map(({value, more, move}) => [value, more, move?.change, move?.before])).toEqual([
      ["73,928", "December 2005", "+5.6 %", "December 2004: 70,018"],
      ["471.5", "December 2005", "−4.0 %", "December 2004: 490.9"],
      ["5,481", "December 2005", "+9.6 %", "December 2004: 5,000"],
    ]);
  });

  test("carry the numbers of their notes, so that no figure stands without its doubt", () => {
    for (const {notes} of largestFigures(report)) expect(notes.map(({mark}) => mark)).toEqual([1, 2, 3]);
  });

  test("are none where nothing has a value", () => {
    const measures = report.measures.map((one): Report["measures"][number] => ({...one, total: null, values: [null]}));
    expect(largestFigures({...report, measures})).toEqual([]);
  });
});

test("the text of a note goes where its number stands first, in the order of the page, and nowhere else", () => {
  const [main] = setFigures("Months", report, 498);
  const figures = largestFigures(report);
  const texts = new Map([1, 2, 3].map((mark) => [mark, `note ${mark}`] as const));
  const opening = {kind: "opening", figures, lead: null, doubts: null} as const;
  const placed = JSON.stringify(placeNotes([opening, main!], texts));
  for (const text of texts.values()) expect(placed.split(`"${text}"`)).toHaveLength(2);
  expect(placed.indexOf("note 3")).toBeLessThan(placed.indexOf('"kind":"whole"'));
  expect(JSON.stringify(placeNotes([main!], texts))).toContain('{"mark":1,"text":"note 1"}');
});

test("a value of an older report has its mark, which is explained once below the table", () => {
  const [main, reasons] = setFigures("Months", reportedReport, 498);
  expect(JSON.stringify(main)).toContain('{"text":"48,817","mark":"r"}');
  expect(reasons).toMatchObject({kind: "reasons", items: expect.arrayContaining([expect.stringMatching(/^r: /)])});
});

for (const [text, direction] of [
  ["It was a good year", "ltr"],
  ["12: كانت سنة جيدة", "rtl"],
  ["שנה טובה", "rtl"],
  ["2005", "ltr"],
] as const) {
  test(`a paragraph that begins ${text} runs ${direction}`, () => expect(directionOf(text)).toBe(direction));
}
