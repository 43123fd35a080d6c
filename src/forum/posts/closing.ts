import {dayOf} from "../../accounts/day.ts";
import {doorOf} from "../members/door.ts";
import {forumState, setForumState} from "../state.ts";
import type {ForumActor, ForumStore} from "../store.ts";
import {cleanSource} from "../text/clean.ts";

/** Can be written in the forum, and can one join it? */
export type ForumCondition =
  | {readonly kind: "open"}
  | {readonly kind: "joining-shut"; readonly why: "flood" | "set"}
  | {readonly kind: "closed"; readonly notice: string; readonly since: string};

const longestNotice = 2000;

/** Is nothing written any more, by anybody? */
export function isForumClosed(store: ForumStore): boolean {
  return forumState(store, "closed") !== null;
}

/** How the forum stands. */
export function conditionOf(store: ForumStore): ForumCondition {
  const closed = forumState(store, "closed");
  if (closed !== null) {
    const {notice, since} = JSON.parse(closed) as {notice: string; since: string};
    return {kind: "closed", notice, since};
  }
  const {why, joining} = doorOf(store);
  return joining || why === "closed" ? {kind: "open"} : {kind: "joining-shut", why: why ?? "set"};
}

/**
 * Closes the forum: it is read, and nothing is written any more, by nobody. What somebody wrote can still be taken back, and one can leave.
 *
 * @param notice What everybody reads instead, in words alone.
 */
export function closeForum(store: ForumStore, by: ForumActor, notice: string): "closed" | "already" {
  return store.act(() => {
    if (isForumClosed(store)) return "already";
    const since = dayOf(store.now());
    const words = [...cleanSource(notice).trim()].slice(0, longestNotice).join("");
    setForumState(store, "closed", JSON.stringify({notice: words, since}));
    store.record(by, "closed", {});
    return "closed";
  });
}

/** Opens a closed forum again. */
export function reopenForum(store: ForumStore, by: ForumActor): "reopened" | "already" {
  return store.act(() => {
    if (!isForumClosed(store)) return "already";
    setForumState(store, "closed", null);
    store.record(by, "reopened", {});
    return "reopened";
  });
}
