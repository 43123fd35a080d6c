import type {ForumStore} from "../store.ts";
import {listDrafts} from "./drafts.ts";

/** What somebody wrote, for themselves: posts with their earlier texts, drafts, reports, appeals, and how far they have read. */
export function ownWritings(store: ForumStore, member: number): object {
  const {file} = store;
  const rows = (question: "ownPosts" | "ownEarlierTexts" | "ownReports" | "ownAppeals" | "ownMarks"): object[] =>
    file.all<object>(question, {member}).map((row) => ({...row}));
  return {
    posts: rows("ownPosts"),
    earlierTexts: rows("ownEarlierTexts"),
    drafts: listDrafts(store, member),
    reports: rows("ownReports"),
    appeals: rows("ownAppeals"),
    read: rows("ownMarks"),
  };
}
