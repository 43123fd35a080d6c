import type {LogRow} from "../../accounts/log.ts";
import type {ForumFile} from "../file.ts";
import type {ForumSection} from "../store.ts";
import {
  type ExportedPost,
  type ExportedRow,
  type ExportedThread,
  type ExportHead,
  exportForm,
  exportName,
} from "./record.ts";

/** So many rows are read at once. */
const atOnce = 500;

interface PostRow {
  readonly id: number;
  readonly number: number;
  readonly rank: number | null;
  readonly by: string | null;
  readonly state: "shown" | "hidden" | "withdrawn";
  readonly day: string;
  readonly edited: string | null;
  readonly source: string;
  readonly decision: number | null;
  readonly rule: string | null;
  readonly decided: string | null;
}

/** What an export begins with. */
function publicHead(file: ForumFile, sections: readonly ForumSection[]): ExportHead {
  const {threads, posts, rows} = file.one<{threads: number; posts: number; rows: number}>("countPublic")!;
  return {
    ...{format: exportName, form: exportForm},
    sections: sections.map(({id, name, language}) => ({id, name, language})),
    ...{threads, posts, log: rows},
    head: file.one<LogRow>("lastLogRow")?.hash ?? "",
  };
}

/** Every thread that everybody sees, in the order in which they were opened. */
export function* publicThreads(file: ForumFile): Generator<ExportedThread> {
  let after = 0;
  for (;;) {
    const rows = file.all<Omit<ExportedThread, "thread"> & {id: number}>("publicThreads", {after, most: atOnce});
    for (const {id, section, title, opened, by, edition, document} of rows) {
      yield {thread: id, section, title, opened, by, edition, document};
      after = id;
    }
    if (rows.length < atOnce) return;
  }
}

/** Every post of a thread that has a number: of those that are not shown, that there was one, and why it is not. */
export function* publicPosts(file: ForumFile, thread: number): Generator<ExportedPost> {
  let after = 0;
  for (;;) {
    const rows = file.all<PostRow>("publicPosts", {thread, after, most: atOnce});
    const last = rows.at(-1)?.number ?? 0;
    const quotes = Map.groupBy(
      file.all<{post: number; quoted: number}>("quotesBetween", {thread, from: after + 1, to: last}),
      ({post}) => post,
    );
    for (const row of rows)
      yield postOf(
        row,
        (quotes.get(row.id) ?? []).map(({quoted}) => quoted),
      );
    after = last;
    if (rows.length < atOnce) return;
  }
}

function postOf({id, number, rank, day, state, ...row}: PostRow, quotes: number[]): ExportedPost {
  const placed = {post: id, number, day};
  if (state === "withdrawn") return {...placed, state, order: rank};
  if (state === "hidden")
    return {...placed, state, order: rank, decision: row.decision, rule: row.rule, decided: row.decided};
  return {...placed, state, order: rank!, by: row.by, edited: row.edited, quotes, text: row.source};
}

/** Every row of the moderation log, the first first. */
function* publicLog(file: ForumFile): Generator<ExportedRow> {
  let after = 0;
  for (;;) {
    const rows = file.all<LogRow>("logRows", {after, most: atOnce});
    for (const {number, at, who, act, about, hash} of rows) {
      yield {row: number, at, who, act, about, hash};
      after = number;
    }
    if (rows.length < atOnce) return;
  }
}

/** All that is public, a document of JSON a line: the same forum gives the same bytes. */
export function* exportLines(file: ForumFile, sections: readonly ForumSection[]): Generator<string> {
  yield JSON.stringify(publicHead(file, sections));
  for (const thread of publicThreads(file)) {
    yield JSON.stringify(thread);
    for (const post of publicPosts(file, thread.thread)) yield JSON.stringify(post);
  }
  for (const row of publicLog(file)) yield JSON.stringify(row);
}
