import {plural} from "../../base/text.ts";
import type {Table, TableRow} from "../table.ts";
import {
  type Copies,
  controlled,
  grossDistribution,
  isDelivered,
  netBy,
  netCirculation,
  netPressRun,
  officeAndFile,
  paid,
  paidChannels,
  printedCopies,
  returnedCopies,
  returnedFromReaders,
  spoiledCopies,
  sponsored,
  totalOf,
  unexplainedCopies,
} from "./circulation.ts";
import {type Issue, issuesIn} from "./issues.ts";
import type {LedgerSource} from "./ledger-survey.ts";
import {nameIds} from "./named-id.ts";
import {undeliveredNotes} from "./net-circulation.ts";
import {byText} from "./order.ts";

/** A line of a statement: copies, or copies in percent of others. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly copies: Copies;
  readonly percentOf?: Copies;
}

const paragraph5: readonly Line[] = [
  {key: "a", label: "A. Net press run", copies: netPressRun},
  {key: "b", label: "B. Office and file copies", copies: officeAndFile},
  {key: "c", label: "C. Controlled distribution", copies: controlled},
  {key: "d", label: "D. Paid distribution", copies: paid},
  {key: "e", label: "E. Sponsored distribution", copies: sponsored},
  {key: "f", label: "F. Gross distribution (C + D + E)", copies: grossDistribution},
  {key: "g", label: "G. Unclaimed and returned copies", copies: returnedFromReaders},
  {key: "h", label: "H. Net circulation (F − G)", copies: netCirculation},
];

const paidNet = netBy(...paidChannels);
const freeNet: Copies = (issue) => netCirculation(issue) - paidNet(issue);
const notDistributed: Copies = (issue) => netPressRun(issue) - netCirculation(issue);

const item15: readonly Line[] = [
  {key: "a", label: "a. Copies printed (net press run)", copies: netPressRun},
  {key: "b12", label: "b (1, 2). Paid subscriptions", copies: netBy("subscription")},
  {key: "b3", label: "b (3). Sales through dealers", copies: netBy("shop")},
  {key: "c", label: "c. Total paid distribution", copies: paidNet},
  {key: "d123", label: "d (1 to 3). Free or nominal rate, by mail", copies: netBy("mail")},
  {
    key: "d4",
    label: "d (4). Free or nominal rate, outside the mail",
    copies: netBy("street", "event", "free", "sponsored", "other"),
  },
  {key: "e", label: "e. Total free or nominal rate distribution", copies: freeNet},
  {key: "f", label: "f. Total distribution (c + e)", copies: netCirculation},
  {key: "g", label: "g. Copies not distributed", copies: notDistributed},
  {key: "h", label: "h. Total (f + g)", copies: (issue) => netCirculation(issue) + notDistributed(issue)},
  {key: "i", label: "i. Percent paid (c of f)", copies: paidNet, percentOf: netCirculation},
];

const account: readonly Line[] = [
  {key: "printed", label: "Printed", copies: printedCopies},
  {key: "distributed", label: "Distributed and not returned", copies: netCirculation},
  {key: "returned", label: "Returned", copies: returnedCopies},
  {key: "kept", label: "Kept, on file and in the office", copies: officeAndFile},
  {key: "spoiled", label: "Spoiled", copies: spoiledCopies},
  {key: "unexplained", label: "Unexplained", copies: unexplainedCopies},
];

/** Where did the copies go? As auditors ask it, as the post does, and so that every copy printed is accounted for. */
export function circulationStatements({issues, asked}: LedgerSource): Table[] {
  const printed = issuesIn(issues, asked.period.months);
  const titles = [...new Set(printed.map(({edition}) => edition.title))].sort(byText);
  // Of the whole book, so that a title is called alike in every period.
  const ids = nameIds(issues.map(({edition}) => edition.title));
  const audit = {
    id: "net-circulation",
    title: "Net circulation",
    definition:
      "Copies of an issue by the way they went, in the lines of paragraph 5 of a CVC statement. It is the publisher's own claim; nobody has audited it.",
    lines: paragraph5,
  };
  return [
    statement(audit, printed),
    ...(titles.length < 2 ? [] : titles).map((title) => {
      const own = printed.filter(({edition}) => edition.title === title);
      return statement({...audit, id: `net-circulation:${ids.get(title)}`, title: `Net circulation, ${title}`}, own);
    }),
    statement(
      {
        id: "net-circulation-postal",
        title: "Net circulation, as for the post",
        definition:
          "The same copies in the lines of item 15 of PS Form 3526, as far as the channels tell them apart. Returned copies are not distributed, and sponsored ones not paid.",
        lines: item15,
      },
      printed,
    ),
    statement(
      {
        id: "copies-account",
        title: "Account of the copies",
        definition:
          "Where every printed copy went. What no book accounts for is unexplained; below 0, more went out than there were.",
        lines: account,
      },
      printed,
    ),
  ];
}

interface Layout extends Pick<Table, "id" | "title" | "definition"> {
  readonly lines: readonly Line[];
}

function statement({lines, ...heading}: Layout, printed: readonly Issue[]): Table {
  const issues = printed.filter(isDelivered);
  const copies = {unit: "copies", decimals: 0};
  const [latest] = issues.slice(-1);
  const of = latest ? `${plural(issues.length, "issue", "issues")}; the latest is ${latest.edition.edition}.` : "";
  return {
    ...heading,
    rowLabel: "Copies",
    groupLabel: null,
    form: "list",
    columns: [
      {id: "averageCopies", label: "Average an issue", ...copies},
      {id: "latestCopies", label: "Latest issue", ...copies},
      {id: "copies", label: "Whole period", ...copies},
    ],
    rows: issues.length === 0 ? [] : lines.map((line) => rowOf(line, issues)),
    previous: null,
    notes: [...(of === "" ? [] : [{id: "issues", text: of}]), ...undeliveredNotes(printed)],
  };
}

function rowOf({key, label, copies, percentOf}: Line, issues: readonly Issue[]): TableRow {
  const shownOf = (own: readonly Issue[], divisor: number): number | null => {
    if (percentOf === undefined) return totalOf(own, copies) / divisor;
    const whole = totalOf(own, percentOf);
    return whole === 0 ? null : (totalOf(own, copies) / whole) * 100;
  };
  const values = [shownOf(issues, issues.length), shownOf(issues.slice(-1), 1), shownOf(issues, 1)];
  return {key, label, group: null, rank: null, previousRank: null, kind: "item", values};
}
