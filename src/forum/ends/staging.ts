import {openPrivateDatabase} from "../../accounts/private-database.ts";
import {cleanSource, cleanTitle, lengthOf} from "../text/clean.ts";
import {longestPost} from "../text/draw.ts";
import type {Collector, ForeignLeftOut, ForeignPost, ForeignThread} from "./foreign/collect.ts";
import {piecesOf} from "./pieces.ts";

const schema = `
  create table thread (id integer primary key, section text not null, title text not null, day text not null) strict;
  create table post (
    thread integer not null, place integer not null, piece integer not null,
    author text, day text not null, text text not null, rank integer,
    primary key (thread, place, piece)
  ) strict, without rowid;`;

const questions = {
  addThread: "insert into thread (id, section, title, day) values ($id, $section, $title, $day) on conflict do nothing",
  addPost:
    "insert into post (thread, place, piece, author, day, text) values ($thread, $place, $piece, $author, $day, $text) on conflict do nothing",
  rankPosts:
    "update post set rank = ranked.rank from (select thread, place, piece, row_number() over (order by day, thread, place, piece) as rank from post) as ranked where post.thread = ranked.thread and post.place = ranked.place and post.piece = ranked.piece",
  sections:
    "select section, count(*) as threads from thread where id in (select thread from post) group by section order by section",
  threadsAfter:
    "select id, section, title, day from thread where id > $after and id in (select thread from post) order by id limit $most",
  countEmpty: "select count(*) as count from thread where id not in (select thread from post)",
  postsAfter:
    "select place, piece, author, day, text, rank from post where thread = $thread and (place, piece) > ($place, $piece) order by place, piece limit $most",
} as const;

/** A post as it was collected: one that was longer than a post may be is several. */
export interface StagedPost {
  readonly place: number;
  readonly piece: number;
  readonly author: string | null;
  readonly day: string;
  readonly text: string;
  /** From 1 on, in the order of days. */
  readonly rank: number;
}

const atOnce = 500;
/** What is longer is no text that a person wrote. */
const longestText = 400_000;

/**
 * What is public of another forum, put aside on the disk until all of it is there: a dump has its tables and rows in whatever order.
 *
 * To be closed, and its file taken away.
 */
export class Staging implements Collector {
  readonly leftOut = new Map<ForeignLeftOut, number>();
  readonly #file: ReturnType<typeof openStagingFile>;
  #waiting: (() => void)[] = [];

  constructor(path: string) {
    this.#file = openStagingFile(path);
  }

  thread({id, section, title, day}: ForeignThread): void {
    this.#later(() =>
      this.#file.change("addThread", {
        id,
        section: cleanTitle(section.slice(0, 1000)),
        title: title.slice(0, 4000),
        day,
      }),
    );
  }

  post({thread, place, author, day, text: written}: ForeignPost): void {
    if (written.length > longestText) {
      this.leaveOut("unreadable");
      return;
    }
    const text = cleanSource(written).trim();
    if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text)) {
      this.leaveOut("empty");
      return;
    }
    const pieces = lengthOf(text) <= longestPost ? [text] : piecesOf(text, longestPost);
    this.#later(() => {
      for (const [piece, one] of pieces.entries()) {
        const {rows} = this.#file.change("addPost", {thread, place, piece, author, day, text: one});
        // The same number twice.
        if (rows === 0 && piece === 0) this.leaveOut("unreadable");
      }
    });
  }

  leaveOut(why: ForeignLeftOut): void {
    this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + 1);
  }

  /** To be called when all was collected, and before it is read. */
  finish(): void {
    this.#write();
    this.#file.change("rankPosts");
    const {count} = this.#file.one<{count: number}>("countEmpty")!;
    if (count > 0) this.leftOut.set("empty", (this.leftOut.get("empty") ?? 0) + count);
  }

  /** The names of the parts of that forum, with their threads. */
  sections(): readonly {readonly section: string; readonly threads: number}[] {
    return this.#file.all("sections");
  }

  *threads(): Generator<ForeignThread> {
    for (let after = -1; ; ) {
      const rows = this.#file.all<ForeignThread>("threadsAfter", {after, most: atOnce});
      yield* rows;
      if (rows.length < atOnce) return;
      after = rows.at(-1)!.id;
    }
  }

  *posts(thread: number): Generator<StagedPost> {
    for (let [place, piece] = [-1, -1]; ; ) {
      const rows = this.#file.all<StagedPost>("postsAfter", {thread, place, piece, most: atOnce});
      yield* rows;
      if (rows.length < atOnce) return;
      ({place, piece} = rows.at(-1)!);
    }
  }

  close(): void {
    this.#file.close();
  }

  #later(write: () => void): void {
    this.#waiting.push(write);
    if (this.#waiting.length >= 1000) this.#write();
  }

  #write(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#file.whole(() => waiting.forEach((write) => void write()));
  }
}

function openStagingFile(path: string) {
  return openPrivateDatabase(path, {
    ...{migrations: [schema], questions},
    // "BrdI".
    applicationId: 0x42726449,
    what: "what is taken in from another forum",
    help: {exposed: "close it with chmod 600", damaged: "run the same command again"},
  });
}
