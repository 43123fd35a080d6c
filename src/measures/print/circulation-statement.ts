import {message, type Wording} from "../../base/words/message.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {nameIds} from "../ledger/named-id.ts";
import {byText} from "../ledger/order.ts";
import type {MeasuredRow, MeasuredTable} from "../tables/table.ts";
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
import {undeliveredNotes} from "./net-circulation.ts";

/** A line of a statement: copies, or copies in percent of others. */
interface Line {
  readonly key: string;
  readonly label: Wording;
  readonly copies: Copies;
  readonly percentOf?: Copies;
}

const paragraph5: readonly Line[] = [
  {key: "a", label: message("copies-a"), copies: netPressRun},
  {key: "b", label: message("copies-b"), copies: officeAndFile},
  {key: "c", label: message("copies-c"), copies: controlled},
  {key: "d", label: message("copies-d"), copies: paid},
  {key: "e", label: message("copies-e"), copies: sponsored},
  {key: "f", label: message("copies-f"), copies: grossDistribution},
  {key: "g", label: message("copies-g"), copies: returnedFromReaders},
  {key: "h", label: message("copies-h"), copies: netCirculation},
];

const paidNet = netBy(...paidChannels);
const freeNet: Copies = (issue) => netCirculation(issue) - paidNet(issue);
const notDistributed: Copies = (issue) => netPressRun(issue) - netCirculation(issue);

const item15: readonly Line[] = [
  {key: "a", label: message("postal-a"), copies: netPressRun},
  {key: "b12", label: message("postal-b12"), copies: netBy("subscription")},
  {key: "b3", label: message("postal-b3"), copies: netBy("shop")},
  {key: "c", label: message("postal-c"), copies: paidNet},
  {key: "d123", label: message("postal-d123"), copies: netBy("mail")},
  {
    key: "d4",
    label: message("postal-d4"),
    copies: netBy("street", "event", "free", "sponsored", "other"),
  },
  {key: "e", label: message("postal-e"), copies: freeNet},
  {key: "f", label: message("postal-f"), copies: netCirculation},
  {key: "g", label: message("postal-g"), copies: notDistributed},
  {key: "h", label: message("postal-h"), copies: (issue) => netCirculation(issue) + notDistributed(issue)},
  {key: "i", label: message("postal-i"), copies: paidNet, percentOf: netCirculation},
];

const account: readonly Line[] = [
  {key: "printed", label: message("copies-printed"), copies: printedCopies},
  {key: "distributed", label: message("copies-distributed"), copies: netCirculation},
  {key: "returned", label: message("copies-returned"), copies: returnedCopies},
  {key: "kept", label: message("copies-kept"), copies: officeAndFile},
  {key: "spoiled", label: message("copies-spoiled"), copies: spoiledCopies},
  {key: "unexplained", label: message("copies-unexplained"), copies: unexplainedCopies},
];

/** Where did the copies go? As auditors ask it, as the post does, and so that every copy printed is accounted for. */
export function circulationStatements({issues, asked}: LedgerSource): MeasuredTable[] {
  const printed = issuesIn(issues, asked.period.months);
  const titles = [...new Set(printed.map(({edition}) => edition.title))].sort(byText);
  // Of the whole book, so that a title is called alike in every period.
  const ids = nameIds(issues.map(({edition}) => edition.title));
  const audit = {
    id: "net-circulation",
    title: message("table.net-circulation"),
    definition: message("net-circulation-means"),
    lines: paragraph5,
  };
  return [
    statement(audit, printed),
    ...(titles.length < 2 ? [] : titles).map((title) => {
      const own = printed.filter(({edition}) => edition.title === title);
      return statement(
        {
          ...audit,
          id: `net-circulation:${ids.get(title)}`,
          title: message("table.net-circulation:NAME", {name: title}),
        },
        own,
      );
    }),
    statement(
      {
        id: "net-circulation-postal",
        title: message("table.net-circulation-postal"),
        definition: message("net-circulation-postal-means"),
        lines: item15,
      },
      printed,
    ),
    statement(
      {
        id: "copies-account",
        title: message("table.copies-account"),
        definition: message("copies-account-means"),
        lines: account,
      },
      printed,
    ),
  ];
}

interface Layout extends Pick<MeasuredTable, "id" | "title" | "definition"> {
  readonly lines: readonly Line[];
}

function statement({lines, ...heading}: Layout, printed: readonly Issue[]): MeasuredTable {
  const issues = printed.filter(isDelivered);
  const copies = {unit: message("unit.copies"), decimals: 0};
  const [latest] = issues.slice(-1);
  const of = latest && message("issues-and-latest", {issues: issues.length, latest: latest.edition.edition});
  return {
    ...heading,
    rowLabel: message("head-copies"),
    groupLabel: null,
    form: "list",
    columns: [
      {id: "averageCopies", label: message("column.averageCopies"), ...copies},
      {id: "latestCopies", label: message("column.latestCopies"), ...copies},
      {id: "copies", label: message("column.copies-of-period"), ...copies},
    ],
    rows: issues.length === 0 ? [] : lines.map((line) => rowOf(line, issues)),
    previous: null,
    notes: [...(of === undefined ? [] : [{id: "issues", text: of}]), ...undeliveredNotes(printed)],
  };
}

function rowOf({key, label, copies, percentOf}: Line, issues: readonly Issue[]): MeasuredRow {
  const shownOf = (own: readonly Issue[], divisor: number): number | null => {
    if (percentOf === undefined) return totalOf(own, copies) / divisor;
    const whole = totalOf(own, percentOf);
    return whole === 0 ? null : (totalOf(own, copies) / whole) * 100;
  };
  const values = [shownOf(issues, issues.length), shownOf(issues.slice(-1), 1), shownOf(issues, 1)];
  return {key, label, group: null, rank: null, previousRank: null, kind: "item", values};
}
