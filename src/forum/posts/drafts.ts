import {dayOf} from "../../accounts/day.ts";
import type {ForumStore} from "../store.ts";
import {longestPost} from "../text/draw.ts";
import {isForumClosed} from "./closing.ts";

/** What somebody began to write. */
export interface PostDraft {
  readonly title: string;
  readonly source: string;
}

const mostDrafts = 20;
const longestTitle = 200;
/** Where it is begun: in a section, in a thread, in an own post. */
const placePattern = /^(?:s\/[^/]{1,100}|[tp]\/\d{1,15})$/;

/** Keeps what a member began to write there; of more than twenty the oldest goes. What is longer than a post may be is cut at twice that. */
export function keepDraft(
  store: ForumStore,
  member: number,
  place: string,
  {title = "", source}: {readonly title?: string; readonly source: string},
): "kept" | "closed" | "refused" {
  if (isForumClosed(store)) return "closed";
  if (!placePattern.test(place)) return "refused";
  store.act(() => {
    const text = {title: title.slice(0, longestTitle), source: source.slice(0, 2 * longestPost)};
    store.file.change("keepDraft", {member, place, ...text, day: dayOf(store.now())});
    store.file.change("dropSurplusDrafts", {member, place, most: mostDrafts});
  });
  return "kept";
}

/** What a member began to write there. */
export function takeDraft({file}: ForumStore, member: number, place: string): PostDraft | null {
  const row = file.one<PostDraft>("draft", {member, place});
  return row === undefined ? null : {...row};
}

/** All that a member began to write. */
export function listDrafts(
  {file}: ForumStore,
  member: number,
): (PostDraft & {readonly place: string; readonly day: string})[] {
  return file.all<PostDraft & {place: string; day: string}>("draftsOf", {member}).map((row) => ({...row}));
}

/** Throws away what a member began to write there. */
export function dropDraft({file}: ForumStore, member: number, place: string): void {
  file.change("dropDraft", {member, place});
}
