import {message} from "../../src/base/words/message.ts";
import type {Column, Figures, MonthAccount, Report, ReportInput} from "../../src/report/report.ts";

const periods = ["2005-07", "2005-08", "2005-09", "2005-10", "2005-11", "2005-12"];
const days = [31, 31, 30, 31, 30, 31];

function figures(
  {id, label, unit, decimals, total}: Pick<Figures, "id" | "label" | "unit" | "decimals" | "total">,
  values: readonly number[],
): Figures {
  return {
    ...{id, label, unit, decimals, values, total},
    definition: `${label}: what the fixture says they are.`,
    reasons: values.map(() => null),
    reported: values.map(() => false),
    totalReason: null,
    notes: ["left-out", "heavy", "doubt", "blacklist"],
  };
}

// Counted is files per day times days; the rest is made up so that the verdicts of a month add up.
const requestsByVerdict: readonly (readonly [id: string, label: string, requests: readonly number[]])[] = [
  ["counted", "Counted", [108_562, 117_521, 156_630, 195_238, 192_180, 169_911]],
  ["graphic", "Graphics", [160_000, 175_000, 230_000, 280_000, 290_000, 267_118]],
  ["furniture", "Page furniture", [3_000, 3_000, 3_500, 3_600, 3_700, 3_531]],
  ["robot", "Robots", [95_000, 98_000, 101_000, 104_000, 106_000, 107_702]],
  ["developer", "Developers", [1_800, 1_800, 1_900, 1_900, 1_900, 1_904]],
  ["heavy", "Took more than 1,000 documents", [23_113, 25_000, 0, 0, 0, 0]],
  ["blacklisted", "On the blacklist", [0, 0, 6_000, 6_500, 7_000, 6_200]],
];
const requests = [391_475, 420_321, 499_030, 591_238, 600_780, 556_366];
const quarantined = [10, 12, 20, 15, 14, 11];

function monthAccount(period: string, i: number): MonthAccount {
  const verdicts = requestsByVerdict.map(([id, label, counts]) => ({id, label, requests: counts[i]!}));
  return {period, requests: requests[i]!, verdicts: verdicts.filter((verdict) => verdict.requests > 0)};
}

function input(period: string, i: number): ReportInput {
  return {
    name: `logs/access-${period}.log.gz`,
    sha256: period.slice(5).repeat(32),
    lines: requests[i]! + quarantined[i]!,
    requests: requests[i]!,
    quarantined: quarantined[i]!,
    ignored: 0,
    first: `${period}-01T00:00:04Z`,
    last: `${period}-${days[i]}T23:59:58Z`,
    repeated: [],
  };
}

/** The model case: the half-year of `docs` and `examples`, every day covered. */
export const report: Report = {
  broadsheet: "0.1.0",
  publication: "The Example Press",
  site: null,
  language: "en",
  labels: {},
  title: "second half of 2005",
  period: "2005-H2",
  timeZone: "UTC",
  date: "2006-01-05",
  columns: periods.map((period, i) => ({period, days: days[i]!, daysCovered: days[i]!, missingDays: []})),
  doubts: [],
  summary: [
    "80,836 distinct users in November 2005, the most of the half-year.",
    "Files per day rose from 3,502 in July to 6,406 in November.",
    "If the heavy readers left out were people, megabytes and files could be three times higher.",
  ],
  measures: [
    figures(
      {id: "readers", label: "Distinct users", unit: message("unit.readers"), decimals: 0, total: 240_103},
      [48_817, 52_213, 66_730, 73_193, 80_836, 73_928],
    ),
    // The whole period's: 91,345 megabytes and 940,042 files in 184 days.
    figures(
      {
        id: "megabytes-per-day",
        label: "Megabytes per day",
        unit: message("unit.megabytes-a-day"),
        decimals: 1,
        total: 91_345 / 184,
      },
      [443.2, 370.6, 558.7, 602.7, 535.2, 471.5],
    ),
    figures(
      {
        id: "documents-per-day",
        label: "Files per day",
        unit: message("unit.documents-a-day"),
        decimals: 0,
        total: 940_042 / 184,
      },
      [3502, 3791, 5221, 6298, 6406, 5481],
    ),
  ],
  comparison: null,
  index: null,
  tables: [],
  ranges: null,
  ledger: null,
  moved: [],
  commentary: null,
  notes: [
    {
      id: "left-out",
      text:
        "Left out: graphics (1,402,118 requests), page furniture (20,331), robots (611,702; isbot 5.2, " +
        "crawler-user-agents 1.60), developers (11,204).",
      columns: periods,
      mark: 1,
    },
    {
      id: "heavy",
      text: "Left out in July and August: 12 clients that took more than 1,000 documents in the month (48,113 requests).",
      columns: ["2005-07", "2005-08"],
      mark: 2,
    },
    {
      id: "doubt",
      text: "This may wrongly leave out devoted readers and shared connections.",
      columns: ["2005-07", "2005-08"],
      mark: 2,
    },
    {
      id: "blacklist",
      text: "Left out from September on: 12 clients on the blacklist (25,700 requests).",
      columns: ["2005-09", "2005-10", "2005-11", "2005-12"],
      mark: 3,
    },
  ],
  standing: [
    "A reader here is a computer, not a person: several people may share one, and one person may use several.",
    "Copies kept by a proxy or a browser are read without a line in the logs.",
  ],
  account: periods.map(monthAccount),
  inputs: periods.map(input),
  restated: [],
  unread: [],
  signedWith: null,
  gaps: [],
  methodology: {
    name: "plain-2005",
    sha256: "5e".repeat(32),
    robotLists: [
      {name: "isbot", version: "5.2.3", sha256: "15".repeat(32)},
      {name: "crawler-user-agents", version: "1.60.0", sha256: "c0".repeat(32)},
    ],
  },
};

const noBytes = "not recorded: this format has no byte count";

/** The same with 7 of 31 days in August, and no megabytes for October. */
export const gappedReport: Report = {
  ...report,
  columns: report.columns.map((column) => (column.period === "2005-08" ? sevenDays(column) : column)),
  measures: report.measures.map((measure) => (measure.id === "megabytes-per-day" ? withoutOctober(measure) : measure)),
};

function sevenDays(column: Column): Column {
  const missingDays = Array.from({length: 24}, (_, i) => `2005-08-${String(i + 8).padStart(2, "0")}`);
  return {...column, daysCovered: 7, missingDays};
}

function withoutOctober(measure: Figures): Figures {
  return {
    ...measure,
    values: measure.values.map((value, i) => (i === 3 ? null : value)),
    reasons: measure.reasons.map((reason, i) => (i === 3 ? noBytes : reason)),
    total: null,
    totalReason: "not recorded for October",
  };
}

/** The half-year over and over, for as many months as asked, from July 2005. */
export function longReport(months: number): Report {
  const indexes = Array.from({length: months}, (_, i) => i);
  const periodAt = (i: number) => `${2005 + Math.floor((i + 6) / 12)}-${String(((i + 6) % 12) + 1).padStart(2, "0")}`;
  return {
    ...report,
    title: `${months} months from July 2005`,
    columns: indexes.map((i) => ({...report.columns[i % 6]!, period: periodAt(i)})),
    measures: report.measures.map((measure) => ({
      ...measure,
      values: indexes.map((i) => measure.values[i % 6]!),
      reasons: indexes.map(() => null),
      reported: indexes.map(() => false),
    })),
    account: indexes.map((i) => ({...report.account[i % 6]!, period: periodAt(i)})),
  };
}
