import type {ForumStore} from "../store.ts";
import {drawText} from "../text/draw.ts";
import {isUnspaced} from "./match.ts";

/** A post as it can be found. */
export interface FindablePost {
  readonly id: number;
  readonly section: string;
  /** Of the thread, where it is its first post. */
  readonly title: string | null;
  readonly plain: string;
}

/** A section as one word, whatever its name. */
export function sectionMark(section: string): string {
  return `s${Buffer.from(section).toString("hex")}`;
}

/** Makes a post findable. What is not shown is in no index: so nothing held or hidden is ever found. */
export function keepFindable({file}: ForumStore, {id, section, title, plain}: FindablePost): void {
  const [text, place] = [title === null ? plain : `${title}\n${plain}`, sectionMark(section)];
  file.change("keepFound", {id, text, place});
  // Two more signs, so that three begin with each, the last as well.
  if (isUnspaced(text)) file.change("keepFoundSigns", {id, text: `${text}\n\n`, place});
}

/** Makes a post be found no more; what the index held of it is overwritten. */
export function dropFindable({file}: ForumStore, id: number): void {
  file.change("dropFound", {id});
  file.change("dropFoundSigns", {id});
}

interface ShownRow {
  readonly id: number;
  readonly source: string;
  readonly section: string;
  readonly title: string;
  readonly first_post: number;
}

/** Makes all shown posts of a thread findable, or none of them. */
export function setThreadFindable(store: ForumStore, thread: number, isFindable: boolean): void {
  for (const {id, source, section, title, first_post: first} of store.file.all<ShownRow>("shownOf", {thread})) {
    dropFindable(store, id);
    if (isFindable)
      keepFindable(store, {id, section, title: id === first ? title : null, plain: drawText(source).plain});
  }
}
