import {describe, expect, test} from "vitest";
import type {PdfTable} from "../../../src/render/pdf/document.ts";
import {besides, fitHalf, fitTable} from "../../../src/render/pdf/fit.ts";

/** A table of one row with so many figures behind its label. */
function tableOf(figures: number, {label = "Distinct users", printed = "1,234,567", head = "Jul"} = {}): PdfTable {
  const place = Array.from({length: figures}, (_, i) => i);
  return {
    caption: "",
    columns: [
      {kind: "label", head: {text: "Figure"}},
      ...place.map(() => ({kind: "figure", head: {text: head}}) as const),
    ],
    rows: [
      {
        kind: "",
        cells: [{text: label}, ...place.map((i) => ({text: i === 0 ? printed : `${printed.slice(0, -1)}${i % 10}`}))],
      },
    ],
  };
}

describe("a table", () => {
  test("of few columns has the largest letters, and does not take the whole width", () => {
    expect(fitTable(tableOf(2), 498)).toMatchObject([{size: 8.5, width: 200}]);
  });

  test("of more columns has smaller letters", () => {
    const [table] = fitTable(tableOf(9), 498);
    expect(table!.size).toBeLessThan(8.5);
    expect(table!.width).toBe(null);
  });

  test("that fits in no letters is set as several of nearly the same size, each with the label, all figures in order", () => {
    const tables = fitTable(tableOf(24), 498);
    expect(tables.length).toBeGreaterThan(1);
    const sizes = tables.map(({columns}) => columns.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
    for (const {rows, columns} of tables) {
      expect(columns[0]!.kind).toBe("label");
      expect(rows[0]!.cells[0]!.text).toBe("Distinct users");
    }
    expect(tables.flatMap(({rows}) => rows[0]!.cells.slice(1))).toEqual(tableOf(24).rows[0]!.cells.slice(1));
  });

  test("of a year stays one table, its months, the whole and its course", () => {
    const year = tableOf(13, {printed: "66,730"});
    const columns = [...year.columns, {kind: "drawn", head: {text: "Course"}} as const];
    const course = {text: "", drawn: {kind: "course", points: [0, 1]}} as const;
    const rows = year.rows.map((row) => ({...row, cells: [...row.cells, course]}));
    const [table, ...others] = fitTable({...year, columns, rows}, 498);
    expect(others).toEqual([]);
    expect(table!.size).toBeGreaterThanOrEqual(7);
  });

  test("of two years is two tables", () => expect(fitTable(tableOf(26, {printed: "66,730"}), 498)).toHaveLength(2));

  test("has room for a column at least, however wide", () => {
    expect(fitTable(tableOf(2, {printed: "9".repeat(400)}), 498)).toHaveLength(2);
  });

  test("breaks a long head into lines, and never a figure", () => {
    const [table] = fitTable(tableOf(6, {head: "Months that the money lasts"}), 498);
    const [label, ...figures] = table!.widths;
    expect(label).toBe(null);
    for (const width of figures) expect(width).toBeGreaterThan(7 * 0.5 * table!.size);
  });

  test("fits in half of a page where labels and figures are short", () => {
    expect(fitHalf(tableOf(2), 239)).toMatchObject({room: {gap: 6}, width: null});
    expect(fitHalf(tableOf(7), 239)).toBe(null);
    expect(fitHalf(tableOf(2, {label: "/a/path/that/is/longer/than/that"}), 239)).toBe(null);
  });
});

test("two narrow parts that follow each other stand beside each other, others alone", () => {
  const part = (text: string, isNarrow: boolean) => {
    const block = {kind: "sentence", text} as const;
    return {whole: [block], half: isNarrow ? [block] : null};
  };
  const parts = [part("a", true), part("b", true), part("c", true), part("d", false), part("e", true)];
  expect(besides(parts).map((block) => (block.kind === "beside" ? block.parts.length : block.kind))).toEqual([
    ...[2, "sentence", "sentence", "sentence"],
  ]);
});
