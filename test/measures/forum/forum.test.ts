import {describe, expect, test} from "vitest";
import {addMonths} from "../../../src/base/period.ts";
import {languageIds} from "../../../src/base/words/language.ts";
import {Translator} from "../../../src/base/words/translator.ts";
import {readLedger} from "../../../src/ledger/ledger.ts";
import type {ForumMonthRow} from "../../../src/ledger/rows.ts";
import type {LedgerFigures} from "../../../src/measures/ledger/ledger-figures.ts";
import {measureLedger} from "../../../src/measures/ledger/ledger-measures.ts";
import {ledgerPart} from "../../../src/report/ledger-part.ts";
import {movedBetween} from "../../../src/report/restate/figures.ts";

const head = "ab".repeat(32);
const quiet = {members: 0, posts: 0, threads: 0, held: 0, hidden: [], waits: [], head} as const;

function monthsFrom(first: string, count: number): string[] {
  return Array.from({length: count}, (_, place) => addMonths(first, place));
}

function measured(rows: readonly Partial<ForumMonthRow>[], first = "2026-07"): LedgerFigures {
  const forum = rows.map((row, place) => ({...quiet, month: addMonths("2026-07", place), ...row}));
  const period = {name: `${first}..${addMonths(first, 2)}`, months: monthsFrom(first, 3)};
  const previous = {name: "before", months: monthsFrom(addMonths(first, -3), 3)};
  return measureLedger(
    {...readLedger("/nowhere/at/all"), forum},
    {period, previous, panel: null, bases: {}, ours: null, figuresOf: () => () => null},
  );
}

const words = new Translator("en");
function told({measures}: LedgerFigures, id: string): (number | string | null)[] {
  const {values, reasons, total, totalReason} = measures.find((one) => one.id === id)!;
  const say = (value: number | null, at: (typeof reasons)[number]) => value ?? (at && words.translate(at));
  return [...values.map((value, place) => say(value, reasons[place]!)), say(total, totalReason)];
}

const few = "fewer than ten";
const wouldTell = "not told: it would tell a month of which fewer than ten are not told";

describe("posts of three months and of all of them", () => {
  for (const [posts, wanted] of [
    [
      [10, 20, 30],
      [10, 20, 30, 60],
    ],
    // The sum less what is told would be the nine.
    [
      [9, 20, 30],
      [few, 20, 30, wouldTell],
    ],
    [
      [0, 20, 30],
      [few, 20, 30, wouldTell],
    ],
    [
      [4, 5, 30],
      [few, few, 30, wouldTell],
    ],
    [
      [5, 5, 30],
      [few, few, 30, 40],
    ],
    [
      [3, 3, 3],
      [few, few, few, few],
    ],
    [
      [4, 4, 4],
      [few, few, few, 12],
    ],
  ] as const) {
    test(`${posts.join(", ")} are told as ${wanted.join(", ")}`, () => {
      expect(told(measured(posts.map((count) => ({posts: count}))), "forum-posts")).toEqual(wanted);
    });
  }
});

test("the members of a period are those at its end", () => {
  expect(told(measured([{members: 30}, {members: 9}, {members: 12}]), "forum-members")).toEqual([30, few, 12, 12]);
});

test("half of what was decided waited no longer than the hours that are told, of ten decisions at least", () => {
  const waits = [60, 120, 180, 240, 300];
  const figures = measured([{waits}, {waits: [...waits, 360, 420, 480, 540, 600]}, {}]);
  const none = "fewer than ten decisions";
  // Of 1 to 10 hours the middle is 5.5; of those and 1 to 5 again, fifteen in all, the eighth is 4.
  expect(told(figures, "forum-hours-to-decision")).toEqual([none, 5.5, none, 4]);
});

test("reasons named fewer than ten times are left out of the table, and one more where that would tell them", () => {
  const rows = (hidden: ForumMonthRow["hidden"]) =>
    measured([{hidden}]).tables.map((table) => table.rows.map(({key, values}) => [key, values[0]]));
  expect(
    rows([
      {rule: "spam", posts: 30},
      {rule: "insult", posts: 12},
    ]),
  ).toEqual([
    [
      ["spam", 30],
      ["insult", 12],
    ],
  ]);
  expect(
    rows([
      {rule: "spam", posts: 30},
      {rule: "insult", posts: 12},
      {rule: "false", posts: 2},
    ]),
  ).toEqual([[["spam", 30]]]);
  expect(
    rows([
      {rule: "spam", posts: 30},
      {rule: "false", posts: 5},
      {rule: "law", posts: 6},
    ]),
  ).toEqual([[["spam", 30]]]);
  expect(rows([{rule: "spam", posts: 9}])).toEqual([]);
});

test("a month before the forum has no figure, and a ledger without a forum no measure of one", () => {
  const figures = measured([{posts: 40}, {posts: 50}], "2026-06");
  expect(told(figures, "forum-posts")).toEqual(["the forum begins in July 2026", 40, 50, 90]);
  expect(measured([]).measures).toEqual([]);
});

test("what the forum was on the day of a report is not said to have moved since", () => {
  const figure = {label: "", span: "2026-07", cell: null, decimals: 0};
  const members = {...figure, group: "ledger", id: "forum-members", key: "ledger|forum-members|2026-07"} as const;
  const pieces = {...figure, group: "ledger", id: "mail-index", key: "ledger|mail-index|2026-07"} as const;
  const now = [
    {...members, value: 11},
    {...pieces, value: 2},
  ];
  expect(
    movedBetween(
      [
        {...members, value: 30},
        {...pieces, value: 1},
      ],
      now,
    ),
  ).toEqual([{...pieces, before: 1, after: 2}]);
  expect(movedBetween([], [{...members, value: 11}])).toEqual([]);
});

for (const language of languageIds) {
  test(`what the moderation log ends with is a note of the report in ${language}`, () => {
    const figures = measured([{members: 30}, {members: 30}, {members: 30}]);
    const translator = new Translator(language);
    const part = ledgerPart(
      {figures, previous: figures, compared: null},
      {compared: null, measures: [], firstMark: 1, words: translator},
    );
    expect(part?.notes.map(({text}) => text.replaceAll("\u2068", "").replaceAll("\u2069", "")).join("\n")).toContain(
      head,
    );
    expect(part?.measures.map(({label}) => label)).not.toContain("");
  });
}
