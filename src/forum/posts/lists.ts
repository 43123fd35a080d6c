import type {ForumStore} from "../store.ts";
import type {ThreadRow} from "./rows.ts";
import {maySeeThread, postsAPage, type SeenRow} from "./seen.ts";

/** A section with how much is in it. */
export interface ListedSection {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly threads: number;
  readonly posts: number;
  readonly lastDay: string | null;
}

/** A thread in a list. */
export interface ListedThread {
  readonly id: number;
  readonly section: string;
  readonly title: string;
  readonly posts: number;
  readonly opened: string;
  readonly lastDay: string;
  readonly by: string | null;
}

interface CountRow {
  readonly section: string;
  readonly threads: number;
  readonly posts: number;
  readonly last_day: string;
}

/** The sections in their order, and after them those that the settings name no more but that hold something. */
export function listSections({file, settings}: ForumStore): ListedSection[] {
  const counts = new Map(file.all<CountRow>("sectionCounts").map((row) => [row.section, row]));
  const left = [...counts.values()].filter(
    ({section, threads}) => threads > 0 && !settings.sections.some(({id}) => id === section),
  );
  const language = settings.sections[0]?.language ?? "en";
  const all = [...settings.sections, ...left.map(({section}) => ({id: section, name: section, language}))];
  return all.map(({id, name, language}) => {
    const {threads = 0, posts = 0, last_day: last = ""} = counts.get(id) ?? {};
    return {id, name, language, threads, posts, lastDay: last === "" ? null : last};
  });
}

type ListedRow = Omit<ListedThread, "lastDay" | "by"> & {readonly last_day: string; readonly name: string | null};

/** Threads that everybody sees, the one answered last first. */
export function listThreads(
  {file}: ForumStore,
  {section, page = 1}: {readonly section?: string; readonly page?: number} = {},
): {readonly threads: readonly ListedThread[]; readonly pages: number} {
  const counted =
    section === undefined
      ? file.one<{count: number}>("countPublicThreads")!.count
      : (file.all<CountRow>("sectionCounts").find((row) => row.section === section)?.threads ?? 0);
  const pages = Math.max(1, Math.ceil(counted / postsAPage));
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) return {threads: [], pages};
  const span = {most: postsAPage, skip: (page - 1) * postsAPage};
  const rows =
    section === undefined
      ? file.all<ListedRow>("threadsByLast", span)
      : file.all<ListedRow>("threadsIn", {...span, section});
  return {threads: rows.map(({last_day, name, ...row}) => ({...row, lastDay: last_day, by: name})), pages};
}

/** What a feed says, in the order in which it was shown, the last first. */
export interface ForumFeed {
  readonly section: string | null;
  /** Of the thread, or the name of the section. */
  readonly title: string | null;
  readonly entries: readonly {
    readonly id: number;
    readonly thread: number;
    readonly number: number;
    readonly title: string;
    readonly name: string | null;
    readonly day: string;
    readonly html: string;
  }[];
  /** The day of the last change; "" where there is nothing. */
  readonly updated: string;
}

/** What was shown last: everywhere, in a section or in a thread; null where there is no such for everybody. */
export function readFeed(
  store: ForumStore,
  {section, thread}: {readonly section?: string; readonly thread?: number} = {},
): ForumFeed | null {
  const {file} = store;
  const of = thread === undefined ? undefined : file.one<ThreadRow>("thread", {id: thread});
  if (thread !== undefined && (of === undefined || !maySeeThread(of, null))) return null;
  const named = section === undefined ? undefined : listSections(store).find(({id}) => id === section);
  if (section !== undefined && named === undefined) return null;
  const most = postsAPage;
  const rows =
    thread !== undefined
      ? file.all<SeenRow>("latestOfThread", {thread, most})
      : section !== undefined
        ? file.all<SeenRow>("latestOfSection", {section, most})
        : file.all<SeenRow>("latestPosts", {most});
  const titles = new Map<number, string>();
  const titleOf = (id: number): string => {
    const title = titles.get(id) ?? file.one<ThreadRow>("thread", {id})!.title;
    titles.set(id, title);
    return title;
  };
  const entries = rows.map(({id, thread, number, name, day, html}) => ({
    ...{id, thread, number: number ?? 0, title: titleOf(thread), name, day, html},
  }));
  const days = rows.map(({day, edited}) => edited ?? day).toSorted();
  return {
    section: of?.section ?? section ?? null,
    title: of?.title ?? named?.name ?? null,
    entries,
    updated: days.at(-1) ?? "",
  };
}

/** Threads that have more than the member read, and from which number on. */
export function listUnread({file}: ForumStore, member: number): {readonly thread: number; readonly from: number}[] {
  return file
    .all<{thread: number; first: number}>("unread", {member, most: 200})
    .map(({thread, first}) => ({thread, from: first}));
}

/** Keeps up to which number a member has read a thread; never less than before. */
export function markRead(store: ForumStore, member: number, thread: number, upTo: number): void {
  const row = store.file.one<ThreadRow>("thread", {id: thread});
  if (row?.is_public !== 1 || !Number.isSafeInteger(upTo) || upTo < 1) return;
  store.file.change("markRead", {member, thread, upTo});
}
