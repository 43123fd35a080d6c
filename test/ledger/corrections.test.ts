import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {examineLedger, readLedger} from "../../src/ledger/ledger.ts";
import {heads, ledgerOf} from "./workshop.ts";

/** What each row of funds comes to, corrections carried out. */
function amountsOf(...rows: readonly string[]): number[] {
  return readLedger(ledgerOf({funds: [heads.funds, ...rows]})).funds.map(({amount}) => amount);
}

describe("a row that corrects another", () => {
  for (const [what, rows, want] of [
    ["stands in its place", ["2005-07-01,1,a,r1,", "2005-07-02,2,a,,", "2005-07-01,3,a,,r1"], [3, 2]],
    [
      "may be corrected by its own id",
      ["2005-07-01,1,a,r1,", "2005-07-01,3,a,r2,r1", "2005-07-01,4,a,r3,r2", "2005-07-02,5,a,,"],
      [4, 5],
    ],
    [
      "keeps the id where it has none",
      ["2005-07-01,1,a,r1,", "2005-07-01,3,a,,r1", "2005-07-01,4,a,,r1", "2005-07-01,5,a,r1,r1"],
      [5],
    ],
    [
      "may go from its own id on without one",
      ["2005-07-01,1,a,r1,", "2005-07-01,3,a,r2,r1", "2005-07-01,4,a,,r2"],
      [4],
    ],
    ["withdraws it where it says nothing else", ["2005-07-01,1,a,r1,", "2005-07-02,2,a,,", ",,,,r1"], [2]],
    ["withdraws it where its figures are 0", ["2005-07-01,1,a,r1,", "2005-07-02,2,a,,", "2005-07-01,0,a,,r1"], [2]],
    [
      "brings back what was withdrawn",
      ["2005-07-01,1,a,r1,", "2005-07-02,2,a,,", ",,,r2,r1", "2005-07-01,3,a,,r2"],
      [3, 2],
    ],
    ["may come long after", ["2005-07-01,1,a,r1,", "# a note", "2005-07-02,0,a,,", "", "2005-07-01,3,a,,r1"], [3, 0]],
    ["has an id of any letters", ["2005-07-01,1,a,__proto__,", "2005-07-01,3,a,,__proto__"], [3]],
  ] as const) {
    test(what, () => expect(amountsOf(...rows)).toEqual(want));
  }

  test("may correct an edition, which is then not there twice", () => {
    const rows = ["Press,en,1,2005-07-01,100,,,,e1,", "Press,en,1,2005-07-01,90,,,,,e1"];
    const {editions} = readLedger(ledgerOf({editions: [heads.editions, ...rows]}));
    expect(editions.map(({printedCopies}) => printedCopies)).toEqual([90]);
  });

  test("withdraws from a book without figures, too", () => {
    const rows = ["period,post,what,by,id,corrects", "2005-H2,editor,all,Li,c1,", ",,,,,c1"];
    expect(readLedger(ledgerOf({credits: rows})).credits).toEqual([]);
  });
});

describe("refused is", () => {
  for (const [what, rows, want] of [
    [
      "an id that is there already",
      ["2005-07-01,1,a,r1,", "2005-07-02,2,a,r1,"],
      [
        [
          3,
          "id",
          'the id "r1" is there already, in line 2',
          "give the row another id; to replace line 2, write r1 under corrects",
        ],
      ],
    ],
    [
      "the id of another row for a correction",
      ["2005-07-01,1,a,r1,", "2005-07-02,2,a,r2,", "2005-07-01,3,a,r2,r1"],
      [
        [
          4,
          "id",
          'the id "r2" is there already, in line 3',
          "give the row another id; to replace line 3, write r2 under corrects",
        ],
      ],
    ],
    [
      "a correction of a row that is not there",
      ["2005-07-01,1,a,r1,", "2005-07-01,3,a,,r9"],
      [
        [
          3,
          "corrects",
          'there is no row above with the id "r9"',
          "write the id of the row to correct, or give that row this id",
        ],
      ],
    ],
    [
      "a correction of itself",
      ["2005-07-01,3,a,r1,r1"],
      [
        [
          2,
          "corrects",
          'there is no row above with the id "r1"',
          "write the id of the row to correct, or give that row this id",
        ],
      ],
    ],
    [
      "a correction above what it corrects",
      ["2005-07-01,3,a,,r1", "2005-07-01,1,a,r1,"],
      [[2, "corrects", '"r1" comes only later, in line 3', "put the correction below the row that it corrects"]],
    ],
    [
      "a second correction of the same row",
      ["2005-07-01,1,a,r1,", "2005-07-01,3,a,r2,r1", "2005-07-01,5,a,r3,r2", "2005-07-01,4,a,,r1"],
      [
        [
          5,
          "corrects",
          '"r1" is corrected already, in line 3',
          "write r3 under corrects: the newest row is the one to correct",
        ],
      ],
    ],
    [
      "a circle, once",
      ["2005-07-01,1,a,r1,r3", "2005-07-01,3,a,r2,r1", "2005-07-01,4,a,r3,r2"],
      [
        [
          2,
          "corrects",
          "these corrections go in a circle: r1 → r3 → r2 → r1",
          "leave corrects empty in the oldest of them",
        ],
      ],
    ],
  ] as const) {
    test(what, () => {
      const {faults} = examineLedger(ledgerOf({funds: [heads.funds, ...rows]}));
      expect(faults.map(({line, column, what, help}) => [line, column, what, help])).toEqual(want);
    });
  }

  test("not the correction of a row whose own cells are refused: one fault is enough", () => {
    const {faults} = examineLedger(ledgerOf({funds: [heads.funds, "soon,1,a,r1,", "2005-07-01,1,a,,r1"]}));
    expect(faults.map(({line}) => line)).toEqual([2]);
  });
});

test("whatever is corrected, in whatever order, the newest counts, and nothing is lost", () => {
  // Each step begins a row, or corrects or withdraws one of those begun.
  const step = fc.record({
    of: fc.option(fc.nat(), {nil: null, freq: 3}),
    amount: fc.integer({min: 1, max: 1e6}),
    kind: fc.constantFrom("new-id", "keep-id", "withdraw"),
  });
  fc.assert(
    fc.property(fc.array(step, {maxLength: 40}), (steps) => {
      const newest: {id: string; amount: number | null}[] = [];
      const rows = steps.map(({of, amount, kind}, place) => {
        const id = `r${place}`;
        if (of === null || newest.length === 0) {
          newest.push({id, amount});
          return `2005-07-01,${amount},a,${id},`;
        }
        const row = newest[of % newest.length]!;
        const corrects = row.id;
        row.amount = kind === "withdraw" ? null : amount;
        if (kind === "withdraw") return `,,,,${corrects}`;
        if (kind === "new-id") row.id = id;
        return `2005-07-01,${amount},a,${kind === "new-id" ? id : ""},${corrects}`;
      });
      expect(amountsOf(...rows)).toEqual(newest.flatMap(({amount}) => amount ?? []));
    }),
    {numRuns: 60},
  );
});
