import {UserError} from "../../../base/error.ts";

/** A thread of another forum. */
export interface ForeignThread {
  /** Its number there. */
  readonly id: number;
  /** The name of the part of the forum that it is in. */
  readonly section: string;
  readonly title: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

/** A post of another forum, in the marks of this one. */
export interface ForeignPost {
  readonly thread: number;
  /** Where it stands in its thread: the order of these. */
  readonly place: number;
  readonly author: string | null;
  readonly day: string;
  readonly text: string;
}

/** Why something of another forum is not taken in. */
export type ForeignLeftOut = "private" | "hidden" | "deleted" | "system" | "empty" | "unreadable" | "incomplete";

/** Is given what is public, in whatever order it is found. */
export interface Collector {
  thread(thread: ForeignThread): void;
  post(post: ForeignPost): void;
  leaveOut(why: ForeignLeftOut): void;
}

/** The bytes of a file, unpacked, from its beginning; may be asked for several times. */
export type OpenDump = () => AsyncIterable<Uint8Array>;

/** Threads, parts and people of one forum: more are nobody's. */
export const mostKnown = 5_000_000;

/** @throws {UserError} FORUM_REFUSED where it is full. */
export function know<Value>(known: Map<number, Value>, id: number, value: Value): void {
  if (known.size >= mostKnown) throw refusedImport("it has more threads or people than any forum");
  known.set(id, value);
}

/** The fault of a file that is no export of a forum. */
export function refusedImport(
  what: string,
  help = "make the export anew, and name the file as it was made",
): UserError {
  return new UserError("FORUM_REFUSED", what, help);
}

/** Whole numbers of 0 and more, as dumps write them; null for anything else. */
export function numberOf(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The day of a time such as `2019-03-01 12:30:00.5` or `2019-03-01T12:30:00Z`; null where it is none. */
export function dayOfTime(text: string | null | undefined): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[ T]|$)/.exec(text ?? "")?.[1];
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day;
}
