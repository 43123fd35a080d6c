import {message} from "../../src/base/words/message.ts";
import type {Figures, LedgerPart, MovedFigure, Table, TableColumn} from "../../src/report/report.ts";

const months = ["2005-07", "2005-08", "2005-09", "2005-10", "2005-11", "2005-12"];
const noEdition = "no edition was printed in this month";

function figures(
  named: Pick<Figures, "id" | "label" | "unit" | "decimals" | "notes">,
  values: readonly (number | null)[],
  total: number,
): Figures {
  return {
    ...named,
    definition: `${named.label}: what the fixture's books say.`,
    values,
    reasons: values.map((value) => (value === null ? noEdition : null)),
    reported: values.map(() => false),
    total,
    totalReason: null,
  };
}

const copies: Omit<TableColumn, "id" | "label"> = {unit: message("unit.copies"), decimals: 0};

const editions: Table = {
  id: "editions",
  title: "Editions",
  rowLabel: "Edition",
  groupLabel: "Printed on",
  definition: "Each edition printed in the period.",
  form: "list",
  columns: [
    {id: "printedCopies", label: "Printed", ...copies},
    {id: "netCopies", label: "Net", ...copies},
  ],
  rows: [
    ["The Example Press 25", "2005-08-01", 2100, 1900],
    ["The Example Press 26", "2005-10-03", 2120, 1920],
  ].map(([edition, day, printed, net]) => ({
    ...{key: String(edition), label: String(edition), group: String(day), rank: null, previousRank: null},
    kind: "item",
    values: [Number(printed), Number(net)],
  })),
  previous: null,
  notes: [{id: "issues", text: "2 issues; the latest is The Example Press 26."}],
};

const printed = [null, 210, null, 212, null, null];
const before = [null, 200, null, 200, null, null];
const sent = [295, 360, 390, 410, 425, 430];

/** What the books of the fixture yield: two figures, a list, two targets, a list of ranks, an event, a credit. */
export const ledgerPart: LedgerPart = {
  measures: [
    figures(
      {
        id: "print-run-index",
        label: "Print run index",
        unit: message("unit.points"),
        decimals: 0,
        notes: ["print-run-base"],
      },
      printed,
      211,
    ),
    figures(
      {
        id: "mail-index",
        label: "Mail programme index",
        unit: message("unit.points"),
        decimals: 0,
        notes: ["mail-base"],
      },
      sent,
      400,
    ),
  ],
  notes: [
    {id: "print-run-base", text: "Index: August 2001 = 100.", columns: months, mark: 4},
    {id: "mail-base", text: "Index: June to July 2004 = 100.", columns: months, mark: 5},
  ],
  comparison: {
    period: "2004-H2",
    title: "second half of 2004",
    columns: months.map((month) => month.replace("2005", "2004")),
    measures: [
      {
        id: "print-run-index",
        values: before,
        reasons: before.map((value) => (value === null ? noEdition : null)),
        reported: before.map(() => false),
        changePercent: [null, 5, null, 6, null, null],
        total: 200,
        totalReason: null,
        totalChangePercent: 5.5,
      },
    ],
    notes: [],
  },
  ranges: [{id: "mail-index", low: 380, high: 420}],
  tables: [editions],
  plan: [
    {
      ...{measure: "readers", label: "Distinct users", unit: message("unit.readers"), decimals: 0},
      ...{on: "2010-12-31", target: 369_640, actual: 73_928, actualMonth: "2005-12", actualReason: null},
      ...{ratio: 0.2, isMet: false, growthNeeded: 1.3797, growthReason: null},
      ...{trendMonth: "2007-03", trendReason: null},
    },
    {
      ...{measure: "print-run-index", label: "Print run index", unit: message("unit.points"), decimals: 0},
      ...{on: "2006-12-31", target: 200, actual: 212, actualMonth: "2005-10", actualReason: null},
      ...{ratio: 1.06, isMet: true, growthNeeded: null, growthReason: "met", trendMonth: null, trendReason: "met"},
    },
    {
      ...{measure: "days-to-80-percent", label: "days-to-80-percent", unit: null, decimals: 0},
      ...{on: "2006-12-31", target: 5, actual: null, actualMonth: null},
      ...{actualReason: "no value in the last 12 months", ratio: null, isMet: false},
      ...{growthNeeded: null, growthReason: "no value in the last 12 months"},
      ...{trendMonth: null, trendReason: "no value in the last 12 months"},
    },
  ],
  ranks: [
    {
      ...{list: "Example List", name: "press.example.org", isOurs: true},
      now: {rank: 43_900, reason: null, on: "2005-12-31", version: "Example List 05H2"},
      before: {rank: 41_200, reason: null, on: "2005-06-30", version: "Example List 05H1"},
      passed: [],
      passedBy: ["other-press.example"],
      note: "Example List 05H2, 2005-12-31; before: Example List 05H1, 2005-06-30",
    },
    {
      ...{list: "Example List", name: "other-press.example", isOurs: false},
      now: {rank: 38_700, reason: null, on: "2005-12-31", version: "Example List 05H2"},
      before: {rank: null, reason: "not in the first 1,000,000", on: "2005-06-30", version: "Example List 05H1"},
      passed: ["press.example.org"],
      passedBy: [],
      note: "Example List 05H2, 2005-12-31; before: Example List 05H1, 2005-06-30",
    },
  ],
  credits: [{period: "2005-H2", post: "statistics", what: "this report", by: "Mole"}],
  events: [{on: "2005-10-03", until: "2005-10-14", measure: null, text: "the archive moved"}],
  map: {
    places: [
      {
        city: "Springfield",
        region: "Illinois",
        country: "US",
        copies: 15_400,
        ...{latitude: 39.82, longitude: -89.65},
        isReached: true,
      },
      {
        city: "Muncie",
        region: "Indiana",
        country: "US",
        copies: 600,
        ...{latitude: 40.19, longitude: -85.39},
        isReached: false,
      },
    ],
    unplaced: ["Nowhere"],
    unplacedCopies: 7,
    smallestCity: 1000,
  },
};

/** Two figures that moved: one from the period before, with its reason; one from month to month, with what happened. */
export const movedFigures: readonly MovedFigure[] = [
  {
    ...{id: "mail-index", label: "Mail programme index", unit: message("unit.points"), decimals: 0},
    ...{from: 200, to: 400, fromMonth: null, toMonth: null, changePercent: 100},
    explanations: [{on: "2005-07-01", until: "2005-07-01", measure: "mail-index", text: "four more prisons"}],
    note: null,
  },
  {
    ...{id: "readers", label: "Distinct users", unit: message("unit.readers"), decimals: 0},
    ...{from: 48_817, to: 73_928, fromMonth: "2005-07", toMonth: "2005-12", changePercent: 51.439_047_872_667_3},
    explanations: [{on: "2005-10-03", until: "2005-10-14", measure: null, text: "the archive moved"}],
    note: null,
  },
];

/** The same with the text in every place where text from a book can stand. */
export function ledgerPartWith(text: string): LedgerPart {
  const {measures, notes, comparison, tables, plan, ranks, credits, events, map} = ledgerPart;
  const or = <T>(one: T | null) => (one === null ? null : text);
  return {
    ...ledgerPart,
    measures: measures.map((one) => ({...one, label: text, definition: text, reasons: one.reasons.map(or)})),
    notes: notes.map((note) => ({...note, text})),
    comparison: {...comparison!, title: text, notes: [text]},
    tables: tables.map((table) => ({
      ...{...table, title: text, definition: text, notes: [{id: "note", text}]},
      rows: table.rows.map((row) => ({...row, key: text, label: text, group: text})),
    })),
    plan: plan.map((line) => ({
      ...{...line, label: text, measure: text, actualReason: or(line.actualReason)},
      ...{growthReason: or(line.growthReason), trendReason: or(line.trendReason)},
    })),
    ranks: ranks.map((line) => ({
      ...{...line, list: text, name: text, note: text, passed: line.passed.map(() => text)},
      ...{passedBy: line.passedBy.map(() => text), now: {...line.now, version: text}},
      before: {...line.before, reason: or(line.before.reason), version: text},
    })),
    credits: credits.map((credit) => ({...credit, post: text, what: text, by: text})),
    events: events.map((event) => ({...event, text})),
    map: {
      ...map!,
      unplaced: [text],
      places: map!.places.map((place) => ({...place, city: text, region: text, country: text})),
    },
  };
}

/** The figures that moved with the text in every place where text from a book can stand. */
export function movedWith(text: string): MovedFigure[] {
  return movedFigures.map((moved) => ({
    ...{...moved, label: text, note: text},
    explanations: moved.explanations.map((event) => ({...event, text})),
  }));
}
