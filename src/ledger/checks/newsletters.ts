import {formatNumber} from "../../base/number.ts";
import type {LedgerCheck, Remark} from "../check.ts";
import type {KeptRow} from "../read-book.ts";
import type {NewsletterRow} from "../rows.ts";

type Kept = KeptRow<NewsletterRow>;

/** Did no more mails bounce than were sent? And do the subscribers of each list go on from row to row? */
export const checkNewsletters: LedgerCheck = ({newsletters}, {refuse, warn}) => {
  for (const {line, row} of newsletters.rows) {
    const {sent, bounced} = row;
    if (bounced === null || bounced <= sent) continue;
    refuse("LEDGER_IMPOSSIBLE", "newsletters", {
      line,
      column: "bounced",
      what: `${formatNumber(bounced)} mails bounced, but only ${formatNumber(sent)} were sent`,
      help: "count the bounced mails among those sent",
    });
  }
  const ofList = Map.groupBy(newsletters.rows, ({row}) => row.list);
  for (const rows of ofList.values()) {
    const sorted = rows.toSorted((a, b) => (a.row.on < b.row.on ? -1 : Number(a.row.on > b.row.on)) || a.line - b.line);
    for (const remark of doubtsIn(sorted)) warn("newsletters", remark);
  }
};

function doubtsIn(rows: readonly Kept[]): Remark[] {
  return rows.flatMap((kept, place) => {
    return [sentTwice(kept, rows[place - 1]), sentToMore(rows, place), fellUnexplained(rows, place)].filter(
      (one) => one !== null,
    );
  });
}

/** A list may send twice on a day; mostly it was booked twice, with figures of different hours. */
function sentTwice({line, row}: Kept, before: Kept | undefined): Remark | null {
  if (before === undefined || before.row.on !== row.on || isAlike(before.row, row)) return null;
  return {
    line,
    column: "date",
    what: `${row.list} has ${row.on} in line ${before.line}, too, with other figures`,
    help: "delete the row that is wrong, or leave both where two newsletters were sent",
  };
}

/** Rows that are the same in all are told by another check. */
function isAlike(one: NewsletterRow, other: NewsletterRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Who left because of a newsletter got it: it may have been sent to as many as subscribed before. */
function sentToMore(rows: readonly Kept[], place: number): Remark | null {
  const {line, row} = rows[place]!;
  const {sent, subscribers} = row;
  const before = rows.slice(0, place).findLast((one) => one.row.subscribers !== null)?.row.subscribers ?? 0;
  if (subscribers === null || sent <= Math.max(subscribers, before)) return null;
  return {
    line,
    column: "sent",
    what: `${formatNumber(sent)} mails were sent to a list of ${formatNumber(subscribers)} subscribers`,
    help: "correct one of the two, or leave it where subscribers were counted after many had left",
  };
}

/** Do the rows since subscribers were counted last say of fewer who left than are missing? */
function fellUnexplained(rows: readonly Kept[], place: number): Remark | null {
  const {line, row} = rows[place]!;
  const before = rows.findLastIndex((one, at) => at < place && one.row.subscribers !== null);
  if (row.subscribers === null || before === -1) return null;
  const had = rows[before]!.row.subscribers!;
  const left = rows.slice(before + 1, place + 1).reduce((sum, one) => sum + (one.row.left ?? 0), 0);
  const gone = had - row.subscribers;
  if (gone <= left) return null;
  return {
    line,
    column: "subscribers",
    what: `${row.list} has ${formatNumber(gone)} subscribers fewer than in line ${rows[before]!.line}, and ${formatNumber(left)} are noted as left`,
    help: "note how many left, or correct the number of subscribers",
  };
}
