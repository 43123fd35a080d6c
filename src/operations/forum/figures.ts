import {addMonths} from "../../base/period.ts";
import {hasForum} from "../../forum/forum.ts";
import {forumFolder} from "../../forum/store.ts";
import type {ForumMonthRow} from "../../ledger/rows.ts";
import {readForum} from "./read.ts";

/**
 * What happened in the forum of a workspace, every month from its first until now; nothing where there is none, or nothing happened in it.
 *
 * @param workspaceFolder The forum lies beside its store.
 * @throws {UserError} What opening a forum throws
 */
export function forumMonths(workspaceFolder: string, now: () => number = Date.now): ForumMonthRow[] {
  const own = forumFolder(workspaceFolder);
  if (!hasForum(own)) return [];
  return readForum(own, now, (forum) => {
    const first = forum.firstMonth();
    const last = new Date(now()).toISOString().slice(0, 7);
    const rows: ForumMonthRow[] = [];
    const head = forum.log.head();
    for (let month = first; month !== null && month <= last; month = addMonths(month, 1)) {
      const {members, posts, threads, held, hidden} = forum.figures(month);
      rows.push({...{month, members, posts, threads, held, hidden}, waits: forum.waits(month), head});
    }
    return rows;
  });
}
