import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {parseBlacklist} from "../../src/methodology/decisions/read.ts";
import {
  type DecisionRow,
  decisionOf,
  decisionOn,
  keyOf,
  resolveDecisions,
  verdictsOfPeople,
} from "../../src/methodology/decisions/resolve.ts";

const header = "entry,from,until,decision,reason,decided_by,decided_on\n";
const who = {client: "192.0.2.10"};

describe("of several decisions about one client, the later holds", () => {
  for (const [what, rows, want] of [
    ["a robot", ["192.0.2.10,2005-07-01,,robot,,,2005-08-01"], [{from: "2005-07-01", until: null, decision: "robot"}]],
    ["a row that does not say is a robot", ["192.0.2.10,2005-07-01,,,,,"], [{from: "2005-07-01", until: null}]],
    ["later decides nothing", ["192.0.2.10,2005-07-01,,later,,,2005-08-01"], []],
    [
      "a revision from a day on: before that day, what was",
      ["192.0.2.10,2005-07-01,,robot,,,2005-08-01", "192.0.2.10,2005-10-01,,reader,,,2005-11-02"],
      [
        {from: "2005-07-01", until: "2005-09-30", decision: "robot"},
        {from: "2005-10-01", until: null, decision: "reader"},
      ],
    ],
    [
      "a revision for a while: after it, what was",
      ["192.0.2.10,,,robot,,,2005-08-01", "192.0.2.10,2005-10-01,2005-10-31,developer,,,2005-11-02"],
      [
        {from: null, until: "2005-09-30", decision: "robot"},
        {from: "2005-11-01", until: null, decision: "robot"},
        {from: "2005-10-01", until: "2005-10-31", decision: "developer"},
      ],
    ],
    [
      "a decision that is taken back",
      ["192.0.2.10,2005-07-01,,robot,,,2005-08-01", "192.0.2.10,2005-09-01,,later,,,2005-09-02"],
      [{from: "2005-07-01", until: "2005-08-31", decision: "robot"}],
    ],
    [
      "where the later one stands first in the file",
      ["192.0.2.10,2005-07-01,,reader,,,2005-08-02", "192.0.2.10,2005-07-01,,robot,,,2005-08-01"],
      [{from: "2005-07-01", until: null, decision: "reader"}],
    ],
    [
      "an hour later is later, and a day without an hour is its beginning",
      [
        "192.0.2.10,2005-07-01,,developer,,,2005-08-01T10:05:09Z",
        "192.0.2.10,2005-07-01,,reader,,,2005-08-01T10:05:07Z",
        "192.0.2.10,2005-07-01,,robot,,,2005-08-01",
      ],
      [{from: "2005-07-01", until: null, decision: "developer"}],
    ],
    [
      "a contradiction is settled by a third row",
      [
        "192.0.2.10,2005-07-01,,robot,,,2005-08-01",
        "192.0.2.10,2005-07-01,,reader,,,2005-08-01",
        "192.0.2.10,,,developer,,,2005-08-02",
      ],
      [{from: null, until: null, decision: "developer"}],
    ],
  ] as const) {
    test(what, () => {
      const listings = parseBlacklist(`${header}${rows.join("\n")}\n`, "blacklist.csv");
      expect(listings).toEqual(want.map((one) => ({who, ...one})));
    });
  }
});

describe("two rows contradict each other", () => {
  for (const [what, rows, lines] of [
    ["of the same date", ["192.0.2.10,,,robot,,,2005-08-01", "192.0.2.10,2005-09-01,,reader,,,2005-08-01"], [2, 3]],
    ["of no date", ["192.0.2.10,,,robot,,,", "192.0.2.10,,,developer,,,"], [2, 3]],
    ["a row that does not say is a robot", ["192.0.2.10,,,,,,", "192.0.2.10,,,reader,,,"], [2, 3]],
    [
      "written in two ways",
      ["2001:db8::1,,,robot,,,2005-08-01", "192.0.2.1,,,,,,", "2001:DB8:0:0::/64,,,reader,,,2005-08-01"],
      [2, 4],
    ],
    ["behind two that agree", ["192.0.2.10,,,robot,,,", "192.0.2.10,,,reader,,,", "192.0.2.10,,,reader,,,"], [2, 4]],
  ] as const) {
    test(what, () => {
      expect(() => parseBlacklist(`${header}${rows.join("\n")}\n`, "blacklist.csv")).toThrow(
        expect.objectContaining({
          code: "BLACKLIST_REFUSED",
          where: `blacklist.csv:${lines[1]}, column "decision"`,
          message: expect.stringContaining(`where line ${lines[0]} says`),
        }),
      );
    });
  }

  for (const [what, ...rows] of [
    ["not on days that differ", "192.0.2.10,,2005-08-31,robot,,,", "192.0.2.10,2005-09-01,,reader,,,"],
    ["not of two clients", "192.0.2.10,,,robot,,,", "192.0.2.11,,,reader,,,"],
    ["not a network and a client in it", "192.0.2.0/24,,,robot,,,", "192.0.2.10,,,reader,,,"],
    ["not where they say the same", "192.0.2.10,,,robot,,,2005-08-01", "192.0.2.10,,,,,,"],
  ] as const) {
    test(what, () => expect(parseBlacklist(`${header}${rows.join("\n")}\n`, "b.csv")).toHaveLength(2));
  }
});

for (const [what, row, message] of [
  ["a decision that is none", "192.0.2.10,,,maybe,,,", '"maybe" is no decision'],
  ["an agent that is a reader", "agent:Mirror,,,reader,,,", "agents cannot be decided to be readers"],
  ["an hour that is none", "192.0.2.10,,,robot,,,2005-08-01T25:00:00Z", '"2005-08-01T25:00:00Z" is not a day'],
  ["a number that is none", "client:12,,,robot,,,", '"client:12" is no address, network or host name'],
] as const) {
  test(`${what} is refused`, () => {
    expect(() => parseBlacklist(`${header}${row}\n`, "b.csv")).toThrow(expect.objectContaining({message}));
  });
}

test("a client whose address nobody knows is named by its number", () => {
  expect(parseBlacklist(`${header}client:00FF00ff00ff00ff,,,robot,,,\n`, "b.csv")).toEqual([
    {who: {number: "00ff00ff00ff00ff"}, from: null, until: null, decision: "robot"},
  ]);
});

describe("any sequence of decisions and revisions", () => {
  const days = Array.from({length: 12}, (_, index) => `2005-07-${String(index + 1).padStart(2, "0")}`);
  const day = fc.option(fc.integer({min: 0, max: 11}), {nil: null});
  const row = fc.record({decision: fc.constantFrom(...verdictsOfPeople), from: day, until: day});

  /** What replaying the rows by hand gives for a day: each overwrites the days it speaks of. */
  function replay(rows: readonly DecisionRow[], on: string): string | null {
    let state: string | null = null;
    for (const one of rows) {
      if ((one.from ?? "") <= on && on <= (one.until ?? "~")) state = decisionOf(one);
    }
    return state === "later" ? null : state;
  }

  test("gives the state that replaying the rows gives, whatever their order in the file", () => {
    fc.assert(
      fc.property(fc.array(row, {maxLength: 8}), fc.integer(), (made, seed) => {
        const rows = made.map(({decision, from, until}, index): DecisionRow => {
          const [first, last] = [from, until].map((one) => (one === null ? null : days[one]!)) as [string, string];
          const turned = first !== null && last !== null && last < first ? [last, first] : [first, last];
          const decidedOn = `2006-01-01T10:00:${String(index).padStart(2, "0")}Z`;
          return {
            ...{line: index + 2, who, from: turned[0]!, until: turned[1]!, decision, decidedOn},
            ...{decidedBy: "", reason: "", isConfirmed: false},
          };
        });
        const shuffled = rows.toSorted((one, other) => ((one.line * seed) % 7) - ((other.line * seed) % 7));
        const {listings, contradictions} = resolveDecisions(shuffled);
        expect(contradictions).toEqual([]);
        for (const on of ["2005-06-30", ...days, "2005-07-13"]) {
          const held = listings.filter(({from, until}) => (from ?? "") <= on && on <= (until ?? "~"));
          expect([...new Set(held.map(({decision = "robot"}) => decision))]).toEqual(
            replay(rows, on) === null ? [] : [replay(rows, on)],
          );
          const found = decisionOn(shuffled, on);
          expect(found === null || decisionOf(found) === "later" ? null : decisionOf(found)).toBe(replay(rows, on));
        }
      }),
      {seed: 4, numRuns: 400},
    );
  });
});

test("entries that mean the same have one key", () => {
  for (const [one, other] of [
    [{client: "192.0.2.10"}, {client: "192.0.2.10/32"}],
    [{client: "::ffff:192.0.2.10"}, {client: "192.0.2.10"}],
    [{client: "2001:db8:1:2:3::4"}, {client: "2001:0DB8:1:2::/64"}],
    [{client: "Proxy.Example.ORG"}, {client: "proxy.example.org"}],
    [{agentText: "Mirror"}, {agentText: "MIRROR"}],
  ]) {
    expect(keyOf(one!)).toBe(keyOf(other!));
  }
});
