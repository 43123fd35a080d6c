import {type Forum, openForum} from "../../forum/forum.ts";
import type {ForumSettings} from "../../forum/store.ts";

/** What was written and decided goes by no setting of today. */
const asItWas: ForumSettings = {sections: [], rules: [], names: "role", joining: "shut", reserved: []};

/**
 * Asks a forum something that no setting changes, and closes it.
 *
 * @param folder Of the forum, which is there.
 * @throws {UserError} What opening a forum throws
 */
export function readForum<T>(folder: string, now: () => number, ask: (forum: Forum) => T): T {
  const forum = openForum(folder, {now, settings: asItWas});
  try {
    return ask(forum);
  } finally {
    forum.closeFile();
  }
}
