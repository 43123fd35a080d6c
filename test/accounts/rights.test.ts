import {describe, expect, test} from "vitest";
import {mayDo, rights, roles} from "../../src/accounts/rights.ts";

/** The table as docs/desk.md promises it, written out. */
const table = [
  ["editor", "drafts logs clients books settings publish people"],
  ["bookkeeper", "drafts books"],
  ["reviewer", "drafts clients"],
  ["reader", "drafts"],
] as const;

describe("who may what at the desk", () => {
  test("every role has its row", () => expect(table.map(([role]) => role)).toEqual([...roles]));
  for (const [role, allowed] of table) {
    for (const right of rights) {
      const may = allowed.split(" ").includes(right);
      test(`${role}: ${may ? "may" : "may not"} ${right}`, () => expect(mayDo(role, right)).toBe(may));
    }
  }
});
