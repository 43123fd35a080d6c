import {describe, expect, test} from "vitest";
import {compareCells} from "../../../../src/publish/verify/coherent/compare-cells.ts";
import {compareLines} from "../../../../src/publish/verify/coherent/compare-lines.ts";

/*
 * A version prints digits and sizes as another does not: of an edition that another version made, these are no forgery. Figures are.
 */
const excuse = "made by another version";
const answersOf = (findings: readonly {answer: string}[]): string[] => findings.map(({answer}) => answer);

describe("a table that another version made", () => {
  const table = (value: string) =>
    `section,id,label,unit,2005-08\nmeasure,megabytes-per-day,Megabytes per day,megabytes,${value}\n`;
  const compared = {file: "report.csv", published: table("37.059999999999995"), made: table("37.06")};
  const whole = {file: "report.csv", published: table("409.99999999999994"), made: table("410")};

  test("may have further digits behind the ninth", () => {
    expect(answersOf(compareCells({...compared, excuse}))).toEqual(["could not be checked"]);
  });
  test("may have a whole number where that had none", () => {
    expect(answersOf(compareCells({...whole, excuse}))).toEqual(["could not be checked"]);
  });
  test("may not have another whole number, however long", () => {
    const counts = {file: "report.csv", published: table("10000000001"), made: table("10000000002")};
    expect(answersOf(compareCells({...counts, excuse}))).toEqual(["differs"]);
  });
  test("may not of the same version, and in no version another figure", () => {
    expect(answersOf(compareCells({...compared, excuse: null}))).toEqual(["differs"]);
    expect(answersOf(compareCells({...compared, published: table("39.06"), excuse}))).toEqual(["differs"]);
  });
});

describe("a page that another version made", () => {
  const page = (width: string, figure: string) =>
    `<html>\n<style>\nmain { max-width: ${width}rem; }\n</style>\n<td>${figure}</td>\n`;
  const find = () => null;
  const compared = {file: "report.html", made: page("68", "7,393"), excuse};

  test("may have another style", () => {
    expect(answersOf(compareLines({...compared, published: page("62", "7,393")}, find))).toEqual([
      "could not be checked",
    ]);
  });
  test("has no other figure, though its style names that", () => {
    const findings = compareLines({...compared, published: page("9,999", "9,999")}, find);
    expect(answersOf(findings)).toContain("differs");
  });
});
