import {describe, expect, test} from "vitest";
import {ledgerMeasures, ledgerTables} from "../../../src/measures/ledger/ledger-measures.ts";
import {anchorsOf} from "../../docs/markdown.ts";
import {exampleLedger, exampleSurvey, measureInEnglish, page} from "./example-books.ts";

const books = [{...exampleLedger.mailings[0]!, programme: "Books", on: "2005-12-01"}];
const forum = [7, 8, 9, 10, 11, 12].map((month) => ({
  month: `2005-${String(month).padStart(2, "0")}`,
  ...{members: 40, posts: 100, threads: 20, held: 12, waits: [30, 90], head: "0".repeat(64)},
  hidden: [{rule: "spam", posts: 12}],
}));
const {measures, tables} = measureInEnglish(
  {...exampleLedger, forum, mailings: [...exampleLedger.mailings, ...books]},
  exampleSurvey,
);
const rows = page.split("\n").filter((line) => line.startsWith("| [`"));

describe("docs/ledger-measures.md has every measure as it is printed", () => {
  for (const {id, label, unit, decimals} of measures) {
    test(id, () => {
      const [kind, name] = id.split(":");
      const named = name === undefined ? id : `${kind}:NAME`;
      const row = rows.find((line) => line.startsWith(`| [\`${named}\`](#`));
      expect(row).toContain(`| ${label.replace(/Notes|Notas|Letters|Books/, "NAME")} | ${unit} | ${decimals} |`);
    });
  }
  test("and no other", () => {
    const listed = rows.map((line) => /`([^`]+)`/.exec(line)![1]!);
    const known = [...ledgerMeasures, ...tables].map(({id}) => id).filter((id) => !/:(?!NAME)/.test(id));
    expect(listed.toSorted()).toEqual(known.toSorted());
  });
  test("its rows lead to a section", () => {
    for (const line of rows) expect(anchorsOf(page)).toContain(/\(#([^)]+)\)/.exec(line)![1]);
  });
});

test("what is made is what the tables of measures say", () => {
  const kinds = ledgerMeasures.map(({id}) => id);
  const made = measures.map(({id}) => id.replace(/:.*/, ":NAME"));
  expect([...new Set(made)]).toEqual(kinds.filter((id) => made.includes(id)));
  for (const {id} of ledgerTables) expect(tables.map((table) => table.id)).toContain(id);
});
