import {type ForumRole, isAtLeast} from "../members/roles.ts";
import type {ForumStore} from "../store.ts";
import {isForumClosed} from "./closing.ts";
import type {PostState, ThreadRow} from "./rows.ts";

/** Who looks; null for anybody. */
export type ForumViewer = {readonly id: number; readonly role: ForumRole} | null;

/** A post as somebody sees it. */
export interface SeenPost {
  readonly id: number;
  /** In its thread, from 1; 0 until it is shown first. */
  readonly number: number;
  readonly author: {readonly id: number; readonly name: string} | null;
  readonly isOwn: boolean;
  readonly day: string;
  /** To be placed as it stands. */
  readonly html: string;
  /** The numbers of the posts that it answers. */
  readonly quotes: readonly number[];
  readonly state: PostState;
  /** The rule by which it was hidden. */
  readonly reason: string | null;
  /** What its author can appeal against. */
  readonly decision: number | null;
  /** The day. */
  readonly edited: string | null;
  readonly revision: number;
  /** For its author and moderators. */
  readonly source?: string;
}

/** A page of a thread as somebody sees it. */
export interface SeenThread {
  readonly id: number;
  readonly section: string;
  /** "" where its first post was taken back. */
  readonly title: string;
  readonly isClosed: boolean;
  readonly opened: string;
  readonly topic: {readonly edition?: string; readonly document?: string} | null;
  readonly page: number;
  readonly pages: number;
  readonly posts: readonly SeenPost[];
}

/** A row of a question that reads a post with its author and its decision. */
export interface SeenRow {
  readonly id: number;
  readonly thread: number;
  readonly number: number | null;
  readonly author: number | null;
  readonly name: string | null;
  readonly state: PostState;
  readonly day: string;
  readonly edited: string | null;
  readonly revision: number;
  readonly decision: number | null;
  readonly rule: string | null;
  readonly source: string;
  readonly html: string;
}

/** How many posts, or threads of a list, stand on a page. */
export const postsAPage = 25;

/** Sees somebody what was held and hidden? */
export function seesAll(viewer: ForumViewer): boolean {
  return viewer !== null && isAtLeast(viewer.role, "moderator");
}

/** May somebody see that thread? */
export function maySeeThread(thread: ThreadRow, viewer: ForumViewer): boolean {
  return thread.is_public === 1 || seesAll(viewer) || (viewer !== null && thread.author === viewer.id);
}

/** How many pages a thread has. */
export function threadPages(numbers: number): number {
  return Math.max(1, Math.ceil(numbers / postsAPage));
}

/** Reads a page of a thread; null where there is none that this person may see. */
export function readThread(
  store: ForumStore,
  id: number,
  {page = 1, viewer = null}: {readonly page?: number; readonly viewer?: ForumViewer} = {},
): SeenThread | null {
  const {file} = store;
  const thread = file.one<ThreadRow>("thread", {id});
  if (thread === undefined || !maySeeThread(thread, viewer)) return null;
  const pages = threadPages(thread.numbers);
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) return null;
  const span = {thread: id, from: (page - 1) * postsAPage + 1, to: page * postsAPage};
  const rows = file.all<SeenRow>("postsOf", span);
  if (page === pages && viewer !== null) {
    rows.push(
      ...file.all<SeenRow>("postsUnnumbered", {thread: id, viewer: viewer.id, seesAll: seesAll(viewer) ? 1 : 0}),
    );
  }
  const quotes = Map.groupBy(file.all<{post: number; quoted: number}>("quotesBetween", span), ({post}) => post);
  const posts = rows.flatMap((row) => {
    const quoted =
      row.number === null ? quotesOf(store, row.id) : (quotes.get(row.id)?.map(({quoted}) => quoted) ?? []);
    return seenPostOf(row, quoted, viewer) ?? [];
  });
  const {section, title, opened, edition, document} = thread;
  const topic = edition !== null ? {edition} : document !== null ? {document} : null;
  return {id, section, title, isClosed: isForumClosed(store), opened, topic, page, pages, posts};
}

/** Reads one post; null where there is none that this person may see. */
export function readPost(
  store: ForumStore,
  id: number,
  viewer: ForumViewer,
): (SeenPost & {readonly thread: number; readonly page: number; readonly title: string}) | null {
  const row = store.file.one<SeenRow>("seenPost", {id});
  if (row === undefined) return null;
  const thread = store.file.one<ThreadRow>("thread", {id: row.thread})!;
  const seen = maySeeThread(thread, viewer) ? seenPostOf(row, quotesOf(store, id), viewer) : null;
  const isTheirs = row.number !== null || (seen?.isOwn ?? false) || seesAll(viewer);
  if (seen === null || !isTheirs) return null;
  const page = threadPages(row.number ?? thread.numbers);
  return {...seen, thread: thread.id, page, title: thread.title};
}

/** The texts that a post had before, for moderators alone. */
export function earlierTexts(
  {file}: ForumStore,
  viewer: ForumViewer,
  post: number,
): readonly {readonly revision: number; readonly day: string; readonly source: string}[] {
  if (!seesAll(viewer)) return [];
  return file.all<{revision: number; day: string; source: string}>("earlierTexts", {post}).map((row) => ({...row}));
}

function quotesOf({file}: ForumStore, post: number): number[] {
  return file.all<{quoted: number}>("quotesOf", {post}).map(({quoted}) => quoted);
}

function seenPostOf(row: SeenRow, quotes: readonly number[], viewer: ForumViewer): SeenPost | null {
  const {id, author, name, state, day, edited, revision, source, html} = row;
  const isOwn = viewer !== null && author === viewer.id;
  const isWhole = state === "shown" || isOwn || seesAll(viewer);
  // What was shown once and is no more leaves its place; what waits leaves none.
  if (!isWhole && state === "held") return null;
  const reason = state === "hidden" ? row.rule : null;
  const seen = {id, number: row.number ?? 0, isOwn, day, state, reason, revision};
  if (!isWhole) return {...seen, author: null, html: "", quotes: [], decision: null, edited: null};
  const by = author === null || name === null ? null : {id: author, name};
  const own = isOwn || seesAll(viewer) ? {source} : {};
  return {...seen, author: by, html, quotes, decision: state === "hidden" ? row.decision : null, edited, ...own};
}
