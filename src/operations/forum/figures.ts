import {addMonths} from "../../base/period.ts";
import {hasForum, openForum} from "../../forum/forum.ts";
import {type ForumSettings, forumFolder} from "../../forum/store.ts";
import type {ForumMonthRow} from "../../ledger/rows.ts";

/** What was written and decided goes by no setting of today. */
const asItWas: ForumSettings = {sections: [], rules: [], names: "role", joining: "shut", reserved: []};

/**
 * What happened in the forum of a workspace, every month from its first until now; nothing where there is none, or nothing happened in it.
 *
 * @param workspaceFolder The forum lies beside its store.
 * @throws {UserError} What opening a forum throws
 */
export function forumMonths(workspaceFolder: string, now: () => number = Date.now): ForumMonthRow[] {
  const own = forumFolder(workspaceFolder);
  if (!hasForum(own)) return [];
  const forum = openForum(own, {now, settings: asItWas});
  try {
    const first = forum.firstMonth();
    const last = new Date(now()).toISOString().slice(0, 7);
    const rows: ForumMonthRow[] = [];
    const head = forum.log.head();
    for (let month = first; month !== null && month <= last; month = addMonths(month, 1)) {
      const {members, posts, threads, held, hidden} = forum.figures(month);
      rows.push({...{month, members, posts, threads, held, hidden}, waits: forum.waits(month), head});
    }
    return rows;
  } finally {
    forum.closeFile();
  }
}
