import {countShown} from "../members/standing.ts";
import {dropFindable, keepFindable, setThreadFindable} from "../search/keep.ts";
import type {ForumStore} from "../store.ts";
import type {PostRow, PostState, ThreadRow} from "./rows.ts";

/** The thread of a post. */
export function threadOf({file}: ForumStore, id: number): ThreadRow {
  return file.one<ThreadRow>("thread", {id})!;
}

/** Shows a post that was held or hidden, or has just been written: it gets its number, counts, and can be found. In a transaction. */
export function showPost(store: ForumStore, post: PostRow, plain: string): void {
  const {file} = store;
  file.change("setPostState", {id: post.id, state: "shown", waitingMs: null});
  const thread = threadOf(store, post.thread);
  if (post.number !== null) {
    if (recount(store, thread) === "as before" && thread.is_public === 1) findAlone(store, thread, post.id, plain);
    return;
  }
  const [number, rank] = [thread.numbers + 1, file.one<{rank: number}>("highestRank")!.rank + 1];
  file.change("numberPost", {id: post.id, number, rank});
  const isFirst = post.id === thread.first_post;
  const isPublic = isFirst || thread.is_public === 1 ? 1 : 0;
  const counts = {posts: thread.posts + 1, numbers: number, last: rank, lastDay: post.day};
  file.change("countThread", {id: thread.id, ...counts, isPublic});
  if (isPublic === 1) findAlone(store, thread, post.id, plain);
  if (post.author !== null) countShown(store, post.author);
}

function findAlone(store: ForumStore, thread: ThreadRow, id: number, plain: string): void {
  keepFindable(store, {id, section: thread.section, title: id === thread.first_post ? thread.title : null, plain});
}

/** Shows a post no more. In a transaction. */
export function unshowPost(store: ForumStore, post: PostRow, state: Exclude<PostState, "shown">): void {
  const waitingMs = state === "held" ? store.now() : null;
  store.file.change("setPostState", {id: post.id, state, waitingMs});
  dropFindable(store, post.id);
  if (post.number !== null) recount(store, threadOf(store, post.thread));
}

/**
 * Counts what is shown of a thread, from its posts: where one of them was shown before.
 *
 * @returns Whether the thread is seen now and was not, or the other way round; then all of it can be found, or nothing.
 */
export function recount(store: ForumStore, thread: ThreadRow): "as before" | "turned" {
  const {file} = store;
  const posts = file.one<{count: number}>("countShownOf", {thread: thread.id})!.count;
  const last = file.one<{rank: number; day: string}>("lastShownOf", {thread: thread.id});
  const first = file.one<PostRow>("post", {id: thread.first_post});
  // Others' answers stay where the first post was taken back; but not where it was hidden then: its author shows nothing again by that.
  const isLeft = first?.state === "withdrawn" && posts > 0 && !isLastHidden(store, first.id);
  const isPublic = first?.number != null && (first.state === "shown" || isLeft);
  const counts = {posts, numbers: thread.numbers, last: last?.rank ?? 0, lastDay: last?.day ?? ""};
  file.change("countThread", {id: thread.id, ...counts, isPublic: isPublic ? 1 : 0});
  if (isPublic === (thread.is_public === 1)) return "as before";
  setThreadFindable(store, thread.id, isPublic);
  return "turned";
}

function isLastHidden({file}: ForumStore, post: number): boolean {
  return file.one<{kind: string}>("lastDecision", {post})?.kind === "hide";
}
