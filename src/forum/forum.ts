import {existsSync} from "node:fs";
import {join} from "node:path";
import {exportAndImportOf} from "./ends/ends.ts";
import {forgetOld} from "./members/forgetting.ts";
import {leaveForum, ownAccount, type PostsOfLeaver} from "./members/leaving.ts";
import {joiningOf, membersOf, peopleOf} from "./members/members.ts";
import {moderationOf} from "./moderation/moderation.ts";
import {leavePosts} from "./posts/edit.ts";
import {ownWritings} from "./posts/own.ts";
import {postsOf} from "./posts/posts.ts";
import {type ForumOptions, type ForumStore, forumFileName, openForumStore} from "./store.ts";

function bindTo(store: ForumStore, folder: string) {
  return {
    settings: store.settings,
    members: {
      ...membersOf(store),
      ownData(id: number): object | null {
        const account = ownAccount(store, id);
        return account && {...account, ...ownWritings(store, id)};
      },
      leave: (token: string, {posts}: {readonly posts: PostsOfLeaver}) =>
        leaveForum(store, token, (member) => leavePosts(store, member, posts)),
      forgetOld: () => forgetOld(store, folder),
    },
    people: peopleOf(store),
    joining: joiningOf(store),
    ...postsOf(store),
    ...moderationOf(store),
    ...exportAndImportOf(store),
    /** Nothing is asked of it any more. */
    closeFile: () => store.file.close(),
  };
}

/** A forum, open: who is in it, and what they wrote. */
export type Forum = ReturnType<typeof bindTo>;

/**
 * Opens a forum; makes one where there is none.
 *
 * @param folder `forum/` in a workspace, beside its store: made for its owner alone.
 * @throws {UserError} WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_DENIED, WORKSPACE_EXPOSED, WORKSPACE_BUSY or DISK_FULL
 */
export function openForum(folder: string, options: ForumOptions): Forum {
  return bindTo(openForumStore(folder, options), folder);
}

/** Was that forum ever opened? */
export function hasForum(folder: string): boolean {
  return existsSync(join(folder, forumFileName));
}
