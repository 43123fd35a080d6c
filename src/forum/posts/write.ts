import {dayOf} from "../../accounts/day.ts";
import {type ForumRole, isAtLeast} from "../members/roles.ts";
import {cleanSource, cleanTitle} from "../text/clean.ts";
import {drawText} from "../text/draw.ts";
import type {PostDrawing} from "../text/drawn-text.ts";
import {isForumClosed} from "./closing.ts";
import {isFlood} from "./floods.ts";
import {takeTurn, type WritingStore} from "./rates.ts";
import type {PostRow, ThreadRow} from "./rows.ts";
import {showPost} from "./show.ts";
import {faultOf, type PostFault, titleFaultOf} from "./text.ts";

/** What came of a post: it stands, waits for a moderator, was posted before by the same form, or has to be mended. */
export type PostOutcome =
  | {readonly outcome: "posted" | "held" | "again"; readonly thread: number; readonly post: number}
  | {readonly outcome: "wait"; readonly seconds: number}
  | {readonly outcome: "closed" | "missing"}
  | {readonly outcome: "refused"; readonly field: "title" | "source" | "section" | "once"; readonly fault: PostFault};

/** A text, and the form it is from: a form posts once. */
export interface PostForm {
  readonly source: string;
  /** Chance of the form, 16 to 64 letters. */
  readonly once: string;
}

/** More waiting posts of one member are not taken: a moderator looks at each. */
const mostWaiting = 10;
const mostQuotes = 20;
const onceForm = /^[\w-]{16,64}$/;

/** Somebody who writes, as the file has it. */
export interface Writer {
  readonly id: number;
  readonly role: ForumRole;
  readonly held: number;
  readonly ended: string | null;
}

/** What a thread of the publisher's own is about: an edition by its period, or a document by its path. */
export type TopicAbout = {readonly edition: string} | {readonly document: string};

/** The thread about an edition or a document, whoever may see it. */
export function topicRow(
  {file}: WritingStore,
  about: TopicAbout,
): Pick<ThreadRow, "id" | "is_public" | "first_post"> | undefined {
  return "edition" in about
    ? file.one("threadOfEdition", {edition: about.edition})
    : file.one("threadOfDocument", {document: about.document});
}

/** Opens a thread with its first post; one about an edition or a document once. */
export function openThread(
  store: WritingStore,
  author: number,
  {section, title, source, once}: PostForm & {readonly section: string; readonly title: string},
  about?: TopicAbout,
): PostOutcome {
  const fault = titleFaultOf(title);
  if (fault !== null) return {outcome: "refused", field: "title", fault};
  if (!store.settings.sections.some(({id}) => id === section)) {
    return {outcome: "refused", field: "section", fault: "unknown"};
  }
  return write(store, author, {source, once}, (writer, day) => {
    const before = about && topicRow(store, about);
    if (before !== undefined) return {outcome: "again", thread: before.id, post: before.first_post};
    const topic = {edition: null, document: null, ...about};
    const values = {section, title: cleanTitle(title), day, author: writer.id, ...topic};
    const {id: thread} = store.file.change("addThread", values);
    return {thread, place: `s/${section}`, quotes: [], isNew: true};
  });
}

/** Answers in a thread, and quotes posts of it by their numbers; those that are not shown are not quoted. */
export function replyIn(
  store: WritingStore,
  author: number,
  thread: number,
  {source, once, quotes = []}: PostForm & {readonly quotes?: readonly number[]},
): PostOutcome {
  return write(store, author, {source, once}, (writer) => {
    const row = store.file.one<ThreadRow>("thread", {id: thread});
    if (row?.is_public !== 1) {
      const isOwn = row !== undefined && row.author === writer.id;
      return isOwn ? {outcome: "refused", field: "source", fault: "held"} : {outcome: "missing"};
    }
    const numbers = [...new Set(quotes)].filter((number) => Number.isSafeInteger(number) && number > 0);
    return {thread, place: `t/${thread}`, quotes: numbers.slice(0, mostQuotes), isNew: false};
  });
}

interface PostTarget {
  readonly thread: number;
  /** Of the draft that it ends. */
  readonly place: string;
  readonly quotes: readonly number[];
  readonly isNew: boolean;
}

function write(
  store: WritingStore,
  author: number,
  {source, once}: PostForm,
  aim: (writer: Writer, day: string) => PostTarget | PostOutcome,
): PostOutcome {
  if (!onceForm.test(once)) return {outcome: "refused", field: "once", fault: "empty"};
  const fault = faultOf(source);
  if (fault !== null) return {outcome: "refused", field: "source", fault};
  const done = (): PostOutcome | undefined => {
    const before = store.file.one<{thread: number; post: number}>("once", {author, token: once});
    return before && {outcome: "again", ...before};
  };
  // A double click takes no turn.
  const before = done();
  if (before !== undefined) return before;
  if (isForumClosed(store)) return {outcome: "closed"};
  const seconds = takeTurn(store, "post", author);
  if (seconds > 0) return {outcome: "wait", seconds};
  const text = cleanSource(source);
  const drawn = drawText(text);
  return store.act(() => {
    const meanwhile = done();
    if (meanwhile !== undefined) return meanwhile;
    if (isForumClosed(store)) return {outcome: "closed"};
    const writer = store.file.one<Writer>("person", {id: author});
    if (writer === undefined || writer.ended !== null) return {outcome: "missing"};
    const isWaiting = isHeldBack(writer);
    if (isWaiting && store.file.one<{count: number}>("countHeldBy", {author})!.count >= mostWaiting) {
      return {outcome: "refused", field: "source", fault: "waiting"};
    }
    const day = dayOf(store.now());
    const target = aim(writer, day);
    if ("outcome" in target) return target;
    const isHeld = isFlood(store, author, drawn.plain) || isWaiting;
    const post = addPost(store, writer, target, {text, drawn, day, isHeld});
    store.file.change("dropOldOnce", {day: dayOf(store.now() - 86_400_000)});
    store.file.change("addOnce", {author, token: once, thread: target.thread, post, day});
    store.file.change("dropDraft", {member: author, place: target.place});
    return {outcome: isHeld ? "held" : "posted", thread: target.thread, post};
  });
}

/** Waits what that person writes for a moderator? */
export function isHeldBack({role, held}: Writer): boolean {
  return held === 1 && !isAtLeast(role, "moderator");
}

interface NewText {
  readonly text: string;
  readonly drawn: PostDrawing;
  readonly day: string;
  readonly isHeld: boolean;
}

function addPost(
  store: WritingStore,
  writer: Writer,
  {thread, quotes, isNew}: PostTarget,
  {text, drawn, day, isHeld}: NewText,
): number {
  const {file} = store;
  const {id} = file.change("addPost", {
    ...{thread, author: writer.id, day, source: text, html: drawn.html, state: "held"},
    ...{wasHeld: isHeld ? 1 : 0, waitingMs: isHeld ? store.now() : null},
  });
  if (isNew) file.change("setFirstPost", {id: thread, post: id});
  for (const number of quotes) file.change("addQuote", {post: id, thread, number});
  if (isHeld) return id;
  const post: PostRow = {
    ...{id, thread, number: null, author: writer.id, state: "held", day, revision: 1, source: text},
  };
  showPost(store, post, drawn.plain);
  file.change("markRead", {member: writer.id, thread, upTo: Number.MAX_SAFE_INTEGER});
  return id;
}
