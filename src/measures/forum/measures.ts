import {message} from "../../base/words/message.ts";
import type {ForumMonthRow} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {type BookMonths, bookMonthsOf, coverageNotes, coveredMonths, outsideBook} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {fewest} from "../ledger/told.ts";

type Made = (source: LedgerSource) => BookMeasure[];
type Counted = "posts" | "threads" | "held" | "hidden";

/** What happened in the forum, each as a measure. */
export const forumMeasures: Readonly<Record<Counted | "members" | "hours", Made>> = {
  members: measureOf("members", "members", ({members}) => members),
  posts: sumOf("posts"),
  threads: sumOf("threads"),
  held: sumOf("held"),
  hidden: sumOf("hidden"),
  hours: hoursToDecision,
};

/** The months that the forum has been there for. */
export function forumMonthsOf(forum: readonly ForumMonthRow[]): BookMonths {
  return bookMonthsOf(
    message("book-forum"),
    forum.map(({month}) => `${month}-01`),
  );
}

/** How many posts were hidden in a month, by whatever rule. */
function hiddenIn({hidden}: ForumMonthRow): number {
  return hidden.reduce((sum, {posts}) => sum + posts, 0);
}

function sumOf(what: Counted): Made {
  return measureOf(what, what === "threads" ? "threads" : "posts", (row) =>
    what === "hidden" ? hiddenIn(row) : row[what],
  );
}

function measureOf(
  what: Counted | "members",
  unit: "members" | "posts" | "threads",
  count: (row: ForumMonthRow) => number,
): Made {
  return ({ledger: {forum = []}, asked}) => [
    {
      id: `forum-${what}`,
      label: message(`measure.forum-${what}`),
      unit: message(`unit.${unit}`),
      decimals: 0,
      definition: message(`forum-${what}-means`),
      better: what === "held" || what === "hidden" ? "less" : "more",
      figure: (months) => {
        const rows = rowsIn(forum, months);
        if (rows.length === 0) return outsideBook(forumMonthsOf(forum), months);
        return what === "members" ? protectedCount(count(rows.at(-1)!)) : protectedSum(rows.map(count));
      },
      notes: notesOf(forum, asked.period.months, what === "members"),
      range: null,
    },
  ];
}

function hoursToDecision({ledger: {forum = []}, asked}: LedgerSource): BookMeasure[] {
  return [
    {
      id: "forum-hours-to-decision",
      label: message("measure.forum-hours-to-decision"),
      unit: message("unit.hours"),
      decimals: 1,
      definition: message("forum-hours-to-decision-means"),
      better: "less",
      figure: (months) => {
        const rows = rowsIn(forum, months);
        if (rows.length === 0) return outsideBook(forumMonthsOf(forum), months);
        const waits = rows.flatMap((row) => row.waits).toSorted((a, b) => a - b);
        if (waits.length < fewest) return missing(message("forum-few-decisions"));
        const middle = waits.length / 2;
        return found((waits[Math.ceil(middle) - 1]! + waits[Math.floor(middle)]!) / 2 / 60);
      },
      notes: notesOf(forum, asked.period.months, false),
      range: null,
    },
  ];
}

function rowsIn(forum: readonly ForumMonthRow[], months: readonly string[]): ForumMonthRow[] {
  const covered = coveredMonths(forumMonthsOf(forum), months);
  return forum.filter(({month}) => covered.includes(month));
}

function protectedCount(count: number): BookValue {
  return count < fewest ? missing(message("forum-fewer-than-ten")) : found(count);
}

/** A sum with the months beside it would tell a month that is not told: of one, or of several that have fewer than ten together. */
function protectedSum(counts: readonly number[]): BookValue {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (counts.length === 1 || sum < fewest) return protectedCount(sum);
  const few = counts.filter((count) => count < fewest);
  const untold = few.reduce((all, count) => all + count, 0);
  const isTold = few.length === 1 || (few.length > 1 && untold < fewest);
  return isTold ? missing(message("forum-sum-would-tell")) : found(sum);
}

/** With the members stands what the moderation log ends with: who keeps the report sees whether it was changed since. */
function notesOf(forum: readonly ForumMonthRow[], months: readonly string[], hasHead: boolean): LedgerNote[] {
  const head = forum.at(-1)?.head ?? "";
  const heads =
    hasHead && head !== "" ? [{id: "forum-head", text: message("forum-log-ends", {head}), columns: months}] : [];
  return [...heads, ...coverageNotes("forum-covered", forumMonthsOf(forum), months)];
}
