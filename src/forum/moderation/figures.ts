import type {ForumStore} from "../store.ts";

/** What happened in a forum in a month. Small numbers are as they are: who publishes them protects them. */
export interface ForumFigures {
  /** At the end of the month; who left deleted it, and is in no month any more. */
  readonly members: number;
  /** Written in the month and shown now. */
  readonly posts: number;
  readonly threads: number;
  /** Written in the month, and held before anybody but their authors saw them, or again when changed. */
  readonly held: number;
  /** Decisions of the month to hide a post, by the rule. */
  readonly hidden: readonly {readonly rule: string; readonly posts: number}[];
  /** Decisions of the month about what waited. */
  readonly decisions: number;
  /** How long half of those took at most; null where there was none. */
  readonly medianMinutes: number | null;
}

/** @param month YYYY-MM, in UTC. */
export function forumFigures({file}: ForumStore, month: string): ForumFigures {
  const [from, until] = [`${month}-01`, dayAfter(month)];
  const span = {from, until};
  const posts = file.one<{shown: number; held: number}>("countPostsIn", span)!;
  const waited = file.all<{minutes: number}>("waitedIn", span).map(({minutes}) => minutes);
  const middle = waited.length / 2;
  const median = waited.length === 0 ? null : (waited[Math.ceil(middle) - 1]! + waited[Math.floor(middle)]!) / 2;
  return {
    members: file.one<{count: number}>("countMembersAt", {until})!.count,
    posts: posts.shown,
    threads: file.one<{count: number}>("countThreadsIn", span)!.count,
    held: posts.held,
    hidden: file.all<{rule: string; posts: number}>("hiddenIn", span).map((row) => ({...row})),
    decisions: waited.length,
    medianMinutes: median,
  };
}

function dayAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, "0")}-01`;
}
