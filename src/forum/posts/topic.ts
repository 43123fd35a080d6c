import {isAtLeast} from "../members/roles.ts";
import type {WritingStore} from "./rates.ts";
import {openThread, type PostForm, type PostOutcome, type TopicAbout, topicRow, type Writer} from "./write.ts";

const longestAbout = 500;

/** The thread about an edition or a document that everybody sees; null where there is none. */
export function topicOf(store: WritingStore, about: TopicAbout): number | null {
  const row = topicRow(store, about);
  return row?.is_public === 1 ? row.id : null;
}

/** Opens the thread about an edition or a document, once: who opens it again is led to it. For editors alone. */
export function openTopic(
  store: WritingStore,
  editor: number,
  about: TopicAbout,
  form: PostForm & {readonly section: string; readonly title: string},
): PostOutcome | {readonly outcome: "denied"} {
  const writer = store.file.one<Writer>("person", {id: editor});
  if (writer === undefined || writer.ended !== null || !isAtLeast(writer.role, "editor")) return {outcome: "denied"};
  const name = "edition" in about ? about.edition : about.document;
  if (name === "" || name.length > longestAbout) return {outcome: "missing"};
  return openThread(store, editor, form, about);
}
