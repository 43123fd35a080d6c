import {keepFindable} from "../search/keep.ts";
import type {ForumStore} from "../store.ts";
import {cleanSource, cleanTitle, lengthOf} from "../text/clean.ts";
import {drawText, longestPost} from "../text/draw.ts";
import type {FormerAuthors} from "./authors.ts";
import {refusedImport} from "./foreign/collect.ts";
import type {ExportedPost, ExportedThread} from "./record.ts";

/** Puts a thread and its posts into a forum, one after the other; what was drawn elsewhere is drawn anew. In a transaction. */
export class ThreadTaker {
  readonly #store: ForumStore;
  readonly #authors: FormerAuthors;
  #thread: {readonly id: number; readonly section: string; readonly title: string} | null = null;
  #count = {posts: 0, numbers: 0, last: 0, lastDay: ""};
  #isFirstSeen = false;

  constructor(store: ForumStore, authors: FormerAuthors) {
    this.#store = store;
    this.#authors = authors;
  }

  begin({thread, section, title: written, opened, by, edition, document}: ExportedThread): void {
    this.end();
    const title = cleanTitle(written);
    const author = this.#authors.idOf(by, opened);
    this.#store.file.change("addKnownThread", {id: thread, section, title, opened, author, edition, document});
    this.#thread = {id: thread, section, title};
    this.#count = {posts: 0, numbers: 0, last: 0, lastDay: ""};
  }

  post(post: ExportedPost): void {
    const thread = this.#thread;
    if (thread === null) throw refusedImport("a post in it is of no thread");
    if (post.number <= this.#count.numbers) throw refusedImport(`posts of its thread ${thread.id} stand in no order`);
    const isFirst = this.#count.numbers === 0;
    const {post: id, number, day, state, order: rank} = post;
    const isShown = state === "shown";
    const source = isShown ? cleanSource(post.text) : "";
    if (isShown && (source.trim() === "" || lengthOf(source) > longestPost)) {
      throw refusedImport(`its post ${id} has no text, or more than a post may have`);
    }
    const {html, plain} = isShown ? drawText(source) : {html: "", plain: ""};
    const {file} = this.#store;
    const author = isShown ? this.#authors.idOf(post.by, day) : null;
    const decision = state === "hidden" ? post.decision : null;
    const edited = isShown ? post.edited : null;
    file.change("addKnownPost", {
      ...{id, thread: thread.id, number, rank, author, state, day, edited, decision, source, html},
    });
    if (isFirst) file.change("setFirstPost", {id: thread.id, post: id});
    this.#count = {...this.#count, numbers: number};
    if (state === "hidden" && post.decision !== null) {
      file.change("addKnownDecision", {id: post.decision, post: id, rule: post.rule, day: post.decided ?? day});
    }
    if (!isShown) {
      this.#isFirstSeen = isFirst ? state === "withdrawn" : this.#isFirstSeen;
      return;
    }
    if (isFirst) this.#isFirstSeen = true;
    for (const quoted of post.quotes) if (quoted < number) file.change("addKnownQuote", {post: id, quoted});
    const {posts, last, lastDay} = this.#count;
    const isLater = rank! > last;
    this.#count = {posts: posts + 1, numbers: number, last: isLater ? rank! : last, lastDay: isLater ? day : lastDay};
    keepFindable(this.#store, {id, section: thread.section, title: isFirst ? thread.title : null, plain});
  }

  /** Counts what the last thread has. To be called after the last. */
  end(): void {
    if (this.#thread === null) return;
    const {id} = this.#thread;
    this.#thread = null;
    if (!this.#isFirstSeen || this.#count.posts === 0)
      throw refusedImport(`its thread ${id} has no post that everybody sees`);
    this.#store.file.change("countThread", {id, ...this.#count, isPublic: 1});
  }
}
