import {dayOf} from "../../accounts/day.ts";
import {dropFindable} from "../search/keep.ts";
import type {ForumStore} from "../store.ts";
import {cleanSource} from "../text/clean.ts";
import {drawText} from "../text/draw.ts";
import {isForumClosed} from "./closing.ts";
import {isFlood} from "./floods.ts";
import {takeTurn, type WritingStore} from "./rates.ts";
import type {PostRow} from "./rows.ts";
import {recount, showPost, threadOf, unshowPost} from "./show.ts";
import {faultOf, type PostFault} from "./text.ts";
import {isHeldBack, type Writer} from "./write.ts";

/** What came of a changed post; stale where it was changed meanwhile: its text now, and its revision. */
export type EditOutcome =
  | {readonly outcome: "posted" | "held" | "again"; readonly thread: number; readonly post: number}
  | {readonly outcome: "stale"; readonly source: string; readonly revision: number}
  | {readonly outcome: "wait"; readonly seconds: number}
  | {readonly outcome: "closed" | "missing"}
  | {readonly outcome: "refused"; readonly field: "source"; readonly fault: PostFault};

/**
 * Changes the text of an own post; what it was stays for moderators.
 *
 * What a moderator has hidden is changed no more. Of somebody whose posts are held, a changed one waits again.
 *
 * @param seen The revision that was changed.
 */
export function editPost(
  store: WritingStore,
  author: number,
  id: number,
  {source, seen}: {readonly source: string; readonly seen: number},
): EditOutcome {
  const fault = faultOf(source);
  if (fault !== null) return {outcome: "refused", field: "source", fault};
  if (isForumClosed(store)) return {outcome: "closed"};
  const seconds = takeTurn(store, "edit", author);
  if (seconds > 0) return {outcome: "wait", seconds};
  const text = cleanSource(source);
  const drawn = drawText(text);
  return store.act(() => {
    if (isForumClosed(store)) return {outcome: "closed"};
    const post = ownPost(store, author, id);
    const writer = store.file.one<Writer>("person", {id: author});
    if (post === null || writer === undefined || writer.ended !== null || post.state === "hidden")
      return {outcome: "missing"};
    if (post.source === text) return {outcome: "again", thread: post.thread, post: id};
    if (post.revision !== seen) return {outcome: "stale", source: post.source, revision: post.revision};
    store.file.change("keepEarlier", {id});
    const day = dayOf(store.now());
    store.file.change("editPost", {id, source: text, html: drawn.html, day, revision: seen});
    store.file.change("dropDraft", {member: author, place: `p/${id}`});
    const isHeld = isFlood(store, author, drawn.plain) || isHeldBack(writer) || post.state === "held";
    if (isHeld && post.state === "shown") {
      store.file.change("holdPost", {id});
      unshowPost(store, post, "held");
    }
    if (!isHeld) {
      dropFindable(store, id);
      showPost(store, {...post, revision: seen + 1, source: text}, drawn.plain);
    }
    return {outcome: isHeld ? "held" : "posted", thread: post.thread, post: id};
  });
}

/** Takes an own post back: its text, and what it was before, are overwritten; where it was shown stays its place. */
export function withdrawPost(store: ForumStore, author: number, id: number): "withdrawn" | "missing" {
  const outcome = store.act(() => {
    const post = ownPost(store, author, id);
    if (post === null) return "missing";
    emptyPost(store, post);
    return "withdrawn";
  });
  if (outcome === "withdrawn") store.file.settle();
  return outcome;
}

/**
 * What becomes of somebody's posts who leaves: they stay without a name, or go. In the transaction in which the member is deleted; after it
 * the file has to be settled, so that nothing of them stays beside it.
 */
export function leavePosts(store: ForumStore, member: number, posts: "stay" | "go"): void {
  const {file} = store;
  // What was never shown was never anybody else's, and goes in any case.
  const going = file.all<{id: number}>(posts === "go" ? "postsBy" : "unshownPostsBy", {author: member});
  for (const {id} of going) {
    const post = file.one<PostRow>("post", {id});
    if (post !== undefined) emptyPost(store, post);
  }
  file.change("leaveNameless", {author: member});
  file.change("leaveThreadsNameless", {author: member});
}

function ownPost({file}: ForumStore, author: number, id: number): PostRow | null {
  const post = file.one<PostRow>("post", {id});
  return post === undefined || post.author !== author || post.state === "withdrawn" ? null : post;
}

function emptyPost(store: ForumStore, post: PostRow): void {
  const {file} = store;
  const thread = threadOf(store, post.thread);
  for (const question of ["dropEarlier", "dropReportsOf", "dropAppealsOf"] as const)
    file.change(question, {post: post.id});
  if (post.number === null) {
    file.change("dropPost", {id: post.id});
    if (post.id === thread.first_post) file.change("dropThread", {id: thread.id});
    return;
  }
  dropFindable(store, post.id);
  file.change("emptyPost", {id: post.id});
  if (post.id === thread.first_post) file.change("setTitle", {id: thread.id, title: ""});
  recount(store, threadOf(store, post.thread));
}
