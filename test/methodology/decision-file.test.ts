import {appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {addDecisions, type NewDecision, reasonText} from "../../src/methodology/decisions/append.ts";
import {readBlacklist, readDecisions} from "../../src/methodology/decisions/read.ts";
import {decisionOf, decisionOn, verdictsOfPeople} from "../../src/methodology/decisions/resolve.ts";

const now = Date.UTC(2026, 2, 1, 12);
const header = "entry,from,until,decision,reason,decided_by,decided_on\n";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-decisions-"));
  path = join(folder, "blacklist.csv");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

function made(rest: Partial<NewDecision> = {}): NewDecision {
  return {entry: "192.0.2.10", from: null, until: null, decision: "robot", reason: "x", decidedBy: "A", ...rest};
}

const text = (): string => readFileSync(path, "utf8");

for (const [what, before, decision, want] of [
  ["a file that is not there yet", null, made(), `${header}192.0.2.10,,,robot,x,A,2026-03-01\n`],
  ["an empty file", "", made(), `${header}192.0.2.10,,,robot,x,A,2026-03-01\n`],
  ["comments alone", "# ours\n", made(), `# ours\n${header}192.0.2.10,,,robot,x,A,2026-03-01\n`],
  [
    "a last line without its end",
    `${header}192.0.2.1,,,,,,`,
    made(),
    `${header}192.0.2.1,,,,,,\n192.0.2.10,,,robot,x,A,2026-03-01\n`,
  ],
  [
    "returns before line ends",
    `${header}192.0.2.1,,,,,,\n`.replaceAll("\n", "\r\n"),
    made(),
    `${header}192.0.2.1,,,,,,\n192.0.2.10,,,robot,x,A,2026-03-01\n`.replaceAll("\n", "\r\n"),
  ],
  [
    "a byte order mark",
    `\ufeff${header}`,
    made({decision: "reader"}),
    `\ufeff${header}192.0.2.10,,,reader,x,A,2026-03-01\n`,
  ],
  [
    "columns of somebody's own, in another order",
    "Decided_By,entry,more,from,until,reason,decided_on\nB,192.0.2.1,m,,,,\n",
    made({from: "2026-01-01"}),
    "Decided_By,entry,more,from,until,reason,decided_on\nB,192.0.2.1,m,,,,\nA,192.0.2.10,,2026-01-01,,x,2026-03-01\n",
  ],
  [
    "no column for decisions, and a row over two lines",
    'entry,from,until,reason,decided_by,decided_on\n192.0.2.1,,,"two\nlines",B,\n\n192.0.2.2,,,,,\n',
    made({decision: "developer"}),
    'entry,from,until,reason,decided_by,decided_on,decision\n192.0.2.1,,,"two\nlines",B,,\n\n192.0.2.2,,,,,,\n192.0.2.10,,,x,A,2026-03-01,developer\n',
  ],
  [
    "a reason with commas, quotes and a line break",
    header,
    made({reason: 'says "no",\n and more'}),
    `${header}192.0.2.10,,,robot,"says ""no"", and more",A,2026-03-01\n`,
  ],
] as const) {
  test(`a decision is added to ${what}`, () => {
    if (before !== null) writeFileSync(path, before);
    const [line] = addDecisions(path, [decision], now);
    expect(text()).toBe(want);
    expect(readDecisions(path).at(-1)!.line).toBe(line);
  });
}

describe("a reason does nothing in a terminal or a spreadsheet, whoever wrote it", () => {
  for (const [what, reason, want] of [
    ["an escape sequence", "\x1b[2Ja robot", "\\x1b[2Ja robot"],
    ["a title for the terminal's window", "\x1b]0;owned\x07ok", "\\x1b]0;owned\\x07ok"],
    ["an override of direction", "log\u202egz", "log\\u{202e}gz"],
    ["a null and a C1", "a\0b\x9bc", "a\\x00b\\x9bc"],
    ["line ends and tabs", "a\r\nb\tc", "a b c"],
    ["a formula", "=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ["a formula behind a space", " +1+1", "'+1+1"],
    ["a formula behind a control character", "\x01=1+1", "'\\x01=1+1"],
    ["a hyphen", "- took all", "'- took all"],
    ["a wide at sign", "＠SUM(A1)", "'＠SUM(A1)"],
    ["what was neutralised before", "'=1+1 \\x1b", "'=1+1 \\x1b"],
  ] as const) {
    test(what, () => {
      addDecisions(path, [made({reason, decidedBy: reason})], now);
      const [row] = readDecisions(path);
      expect([row!.reason, row!.decidedBy]).toEqual([want, want]);
    });
  }

  test("whatever it is, and kept again it stays the same", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (reason) => {
        const kept = reasonText(reason);
        expect(kept).not.toMatch(/^[=+\-@＝＋－＠]|[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
        expect(reasonText(kept)).toBe(kept);
      }),
      {seed: 11},
    );
  });
});

test("rights and links of the file stay", () => {
  const real = join(folder, "real.csv");
  writeFileSync(real, "entry,from,until,reason,decided_by,decided_on\n", {mode: 0o640});
  symlinkSync(real, path);
  addDecisions(path, [made({decision: "reader"})], now);
  expect(statSync(real).mode & 0o777).toBe(0o640);
  expect(readFileSync(real, "utf8")).toContain("reader");
});

describe("nothing is written", () => {
  for (const [what, before, decisions] of [
    ["where two contradict each other", header, [made(), made({decision: "reader", entry: "192.0.2.10/32"})]],
    ["where the file cannot be read as a blacklist", `${header}nonsense\n`, [made()]],
    ["where an entry is none", header, [made({entry: "not an address"})]],
    ["where the file is not in UTF-8", Buffer.from(`${header}192.0.2.1,,,,caf\xe9,,\n`, "latin1"), [made()]],
  ] as const) {
    test(what, () => {
      writeFileSync(path, before);
      if (what.includes("contradict")) {
        // Dated one after the other they would not.
        addDecisions(path, decisions, now);
        expect(readBlacklist(path).map(({decision}) => decision)).toEqual(["reader"]);
        return;
      }
      expect(() => addDecisions(path, decisions, now)).toThrow(expect.objectContaining({code: "BLACKLIST_REFUSED"}));
      expect(readFileSync(path).equals(Buffer.from(before))).toBe(true);
    });
  }
});

test("any sequence of decisions, as it is written, gives the state that the last one gave", () => {
  const day = fc.integer({min: 1, max: 9}).map((number) => `2026-01-0${number}`);
  const days = fc.tuple(day, day).map((two) => two.toSorted() as [string, string]);
  const decision = fc.record({
    entry: fc.constantFrom("192.0.2.10", "2001:db8:1:2::/64", "client:00ff00ff00ff00ff"),
    days,
    decision: fc.constantFrom(...verdictsOfPeople),
    reason: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(decision, {minLength: 1, maxLength: 6}), (sequence) => {
      rmSync(path, {force: true});
      const state = new Map<string, string>();
      for (const {
        entry,
        days: [from, until],
        decision,
        reason,
      } of sequence) {
        addDecisions(path, [{entry, from, until, decision, reason, decidedBy: "A"}], now);
        for (let number = 1; number <= 9; number++) {
          const on = `2026-01-0${number}`;
          if (from <= on && on <= until) state.set(`${entry} ${on}`, decision);
        }
      }
      const rows = Map.groupBy(readDecisions(path), ({who}) => JSON.stringify(who));
      expect([...rows.values()].flat()).toHaveLength(sequence.length);
      for (const {entry} of sequence) {
        const own = [...rows.values()].find(([row]) =>
          JSON.stringify(row!.who).includes(entry.replace("client:", "")),
        )!;
        for (let number = 1; number <= 9; number++) {
          const on = `2026-01-0${number}`;
          const row = decisionOn(own, on);
          expect(row && decisionOf(row)).toBe(state.get(`${entry} ${on}`) ?? null);
        }
      }
    }),
    {seed: 11, numRuns: 60},
  );
});

test("two who decide at the same time lose nothing", () => {
  addDecisions(path, [made()], now);
  const bytes = text();
  // The other one has added a row since the file was read.
  appendFileSync(path, "192.0.2.77,,,robot,y,B,2026-03-01\n");
  addDecisions(path, [made({entry: "192.0.2.11"})], now);
  expect(text().startsWith(bytes)).toBe(true);
  expect(readDecisions(path)).toHaveLength(3);
});
