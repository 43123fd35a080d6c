import {message} from "../../src/base/words/message.ts";
import type {
  ComparedFigures,
  Comparison,
  Index,
  Report,
  Table,
  TableColumn,
  TableRow,
} from "../../src/report/report.ts";
import {gappedReport} from "./fixture.ts";
import {ledgerPart, ledgerPartWith, movedFigures, movedWith} from "./ledger-fixture.ts";

const notRecorded = "not recorded: this format has no byte count";
const months2004 = ["2004-07", "2004-08", "2004-09", "2004-10", "2004-11", "2004-12"];

/** In percent of the value compared with, worked out as a report does. */
function changeOf(now: number | null, then: number | null): number | null {
  return now === null || then === null || then === 0 ? null : (now / then - 1) * 100;
}

function compared(
  id: string,
  values: readonly (number | null)[],
  {total, reported = 0}: {total: number | null; reported?: number},
): ComparedFigures {
  const now = gappedReport.measures.find((measure) => measure.id === id)!;
  return {
    id,
    values,
    reasons: values.map((value) => (value === null ? notRecorded : null)),
    reported: values.map((_, i) => i < reported),
    changePercent: values.map((value, i) => changeOf(now.values[i]!, value)),
    total,
    totalReason: total === null ? "not recorded for September" : null,
    totalChangePercent: changeOf(now.total, total),
  };
}

const comparison: Comparison = {
  period: "2004-H2",
  title: "second half of 2004",
  columns: months2004,
  measures: [
    compared("readers", [41_002, 45_118, 52_300, 60_911, 66_240, 70_018], {total: 201_500, reported: 3}),
    compared("megabytes-per-day", [462.1, 380, null, 500, 520.4, 490.9], {total: null}),
    compared("documents-per-day", [0, 3791, 4000, 5000, 6000, 5000], {total: 4000}),
  ],
  notes: ["October 2004 is covered for 30 days of 31: a change against it is not one of whole months."],
};

function indexed(id: string, base: number | null): Index["measures"][number] {
  const {values, reasons} = gappedReport.measures.find((measure) => measure.id === id)!;
  return {
    id,
    values: values.map((value) => (value === null || base === null ? null : (value / base) * 100)),
    reasons: reasons.map((reason) => reason ?? (base === null ? "no figure for August 2001" : null)),
  };
}

const index: Index = {
  base: "2001-08",
  value: 100,
  measures: [indexed("readers", 36_000), indexed("megabytes-per-day", null), indexed("documents-per-day", 2000)],
  notes: [],
};

const files: TableColumn = {id: "documents", label: "Files", unit: message("unit.documents"), decimals: 0};
const users: TableColumn = {id: "readers", label: "Users", unit: message("unit.readers"), decimals: 0};
const share: TableColumn = {id: "sharePercent", label: "Share of files", unit: message("unit.percent"), decimals: 1};

type Ranks = readonly [rank: number | null, previousRank: number | null];

function item(
  key: string,
  label: string,
  ranks: Ranks,
  values: TableRow["values"],
  group: string | null = null,
): TableRow {
  return {key, label, group, rank: ranks[0], previousRank: ranks[1], kind: "item", values};
}

function rest(kind: "others" | "unknown", label: string, values: TableRow["values"]): TableRow {
  return {key: kind, label, group: null, rank: null, previousRank: null, kind, values};
}

const departments: Table = {
  id: "departments",
  title: "Departments",
  rowLabel: "Department",
  groupLabel: null,
  definition: "Documents by the department that the first part of the path names. A reader of two counts in both.",
  form: "ranked",
  columns: [files, users, share],
  rows: [
    item("english", "English", [1, 1], [470_021, 120_455, 50]),
    item("deutsch", "Deutsch", [2, 3], [188_008, 51_002, 20]),
    rest("unknown", "No department", [4700, null, 0.5]),
    item("francais", "Français", [3, 2], [141_006, 40_990, 15]),
    rest("others", "Others", [28_201, null, 3]),
    item("zhongwen", "中文", [4, 9], [108_106, 30_112, 11.5]),
  ],
  previous: "first half of 2005",
  notes: [{id: "smallest", text: "Rows with fewer than 10 readers are among the others."}],
};

const topDocuments: Table = {
  id: "top-documents",
  title: "Top documents",
  rowLabel: "Document",
  groupLabel: null,
  definition: "The documents that were asked for most, by path. The home page of the site is left out.",
  form: "ranked",
  columns: [files, users, share],
  rows: [
    item("/news/", "/news/", [1, 7], [90_110, 33_000, 9.6]),
    item(
      "/archive/2005/september/special-edition/letters-from-readers-on-the-flood-and-what-came-after-it.html",
      "/archive/2005/september/special-edition/letters-from-readers-on-the-flood-and-what-came-after-it.html",
      [2, null],
      [60_002, 28_114, 6.4],
    ),
    item("/zh/a.html", "/zh/a.html", [2, 2], [60_002, 12_010, 6.4]),
    item("/b.html", "/b.html", [4, 4], [310, 204, 0.03]),
    rest("others", "Others", [729_618, null, 77.6]),
  ],
  previous: "first half of 2005",
  notes: [],
};

const referrers: Table = {
  id: "referrers",
  title: "Where readers came from",
  rowLabel: "Site",
  groupLabel: "Kind",
  definition: "Sites that the reader's program named as the page before.",
  form: "ranked",
  columns: [files, share],
  rows: [
    item("search.example", "search.example", [1, null], [51_000, 51], "Search engines"),
    item("other-press.example", "other-press.example", [2, null], [30_000, 30], "Other sites"),
    item("find.example", "find.example", [3, null], [11_000, 11], "Search engines"),
    rest("unknown", "Not named", [8000, 8]),
  ],
  previous: null,
  notes: [],
};

// A day with its peak at 20 o'clock: twice as much as at midnight, and none at 4.
const byHour = [6, 4, 2, 1, 0, 1, 2, 4, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11, 11, 12, 11, 10, 8];

const hours: Table = {
  id: "hours",
  title: "Hours of the day",
  rowLabel: "Hour",
  groupLabel: null,
  definition: "Documents by the hour in which they were asked for, in the publication's time zone.",
  form: "cycle",
  columns: [files, users, share],
  rows: byHour.map((parts, hour) => {
    const name = String(hour).padStart(2, "0");
    return item(name, `${name}:00`, [null, null], [parts * 1000, parts * 300, (parts / 165) * 100]);
  }),
  previous: null,
  notes: [{id: "zone", text: "An hour that the clock skips has no documents."}],
};

const weekdays: Table = {
  ...hours,
  id: "weekdays",
  title: "Days of the week",
  rowLabel: "Day",
  groupLabel: null,
  definition: "Documents per day, by day of the week.",
  columns: [{...files, unit: message("unit.documents-a-day")}],
  rows: [
    ["monday", "Monday", 5200],
    ["tuesday", "Tuesday", 5600],
    ["wednesday", "Wednesday", 5500],
    ["thursday", "Thursday", 5450],
    ["friday", "Friday", 5100],
    ["saturday", "Saturday", 4300],
    ["sunday", "Sunday", 4605],
  ].map(([key, label, value]) => item(String(key), String(label), [null, null], [Number(value)])),
  notes: [],
};

/** The gapped half-year with all that a report may hold: a comparison, an index, reported months, every kind of table. */
export const richReport: Report = {
  ...gappedReport,
  comparison,
  index,
  tables: [departments, topDocuments, referrers, hours, weekdays],
};

/** The same with what the books yield, and what moved most. */
export const ledgerReport: Report = {
  ...richReport,
  ledger: ledgerPart,
  moved: movedFigures,
  commentary: commentaryWith("Mole", null, "It was a good half-year."),
};

function commentaryWith(by: string, title: string | null, text: string): Report["commentary"] {
  const block = {kind: "paragraph", content: [{kind: "text", text}]} as const;
  return {title, by, date: "2006-01-15", blocks: [block, {kind: "list", start: null, items: [[block]]}]};
}

/** The same, with the first two months taken from an older report: August in part, so that only the mark tells. */
export const reportedReport: Report = {
  ...richReport,
  measures: richReport.measures.map((measure) => ({...measure, reported: measure.reported.map((_, i) => i < 2)})),
};

const isReaders = ({id}: {readonly id: string}) => id === "readers";

/** The same with the first measure only: as long as an example in the documentation may be. */
export const readersReport: Report = {
  ...ledgerReport,
  ledger: {...ledgerPart, measures: ledgerPart.measures.slice(0, 1)},
  measures: richReport.measures.filter(isReaders),
  comparison: {...comparison, measures: comparison.measures.filter(isReaders)},
  index: {...index, measures: index.measures.filter(isReaders)},
};

/** The report with the text in every place where text from outside can stand. */
export function reportWith(text: string): Report {
  const {comparison, index} = richReport;
  const or = <T>(one: T | null) => (one === null ? null : text);
  return {
    ...richReport,
    publication: text,
    title: text,
    timeZone: text,
    summary: [text],
    measures: richReport.measures.map((measure) => ({
      ...measure,
      label: text,
      definition: text,
      reasons: measure.reasons.map(or),
      totalReason: or(measure.totalReason),
    })),
    comparison: {
      ...comparison!,
      title: text,
      notes: [text],
      measures: comparison!.measures.map((measure) => ({
        ...measure,
        reasons: measure.reasons.map(or),
        totalReason: or(measure.totalReason),
      })),
    },
    index: {...index!, notes: [text], measures: index!.measures.map((one) => ({...one, reasons: one.reasons.map(or)}))},
    tables: richReport.tables.map((table) => ({
      ...table,
      title: text,
      rowLabel: text,
      groupLabel: text,
      definition: text,
      previous: or(table.previous),
      columns: table.columns.map((column) => ({...column, label: text})),
      rows: table.rows.map((row) => ({...row, key: text, label: text, group: or(row.group)})),
      notes: [{id: "note", text}],
    })),
    notes: richReport.notes.map((note) => ({...note, text})),
    ledger: ledgerPartWith(text),
    moved: movedWith(text),
    commentary: commentaryWith(text, text, text),
    standing: [text],
    account: richReport.account.map((month) => ({
      ...month,
      verdicts: month.verdicts.map((verdict) => ({...verdict, label: text})),
    })),
    inputs: richReport.inputs.map((input) => ({...input, name: text, sha256: text, first: text, last: text})),
    methodology: {name: text, sha256: text, robotLists: [{name: text, version: text, sha256: text}]},
  };
}
