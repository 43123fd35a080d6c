import {dayOf} from "../../accounts/day.ts";
import {isForumClosed} from "../posts/closing.ts";
import {takeTurn, type WritingStore} from "../posts/rates.ts";
import type {PostRow} from "../posts/rows.ts";
import {threadOf} from "../posts/show.ts";
import {cleanSource} from "../text/clean.ts";

/** What came of a report. */
export type ReportOutcome =
  | {readonly outcome: "reported" | "again" | "missing" | "closed" | "refused"}
  | {readonly outcome: "wait"; readonly seconds: number};

/** What came of an appeal. */
export type AppealOutcome =
  | {readonly outcome: "appealed" | "again" | "missing" | "closed"}
  | {readonly outcome: "wait"; readonly seconds: number};

const longestWords = 1000;

/** What somebody says of a decision or a report: one text, cut where it is longer than anybody reads. */
export function statement(words: string): string {
  const some = cleanSource(words.slice(0, 4 * longestWords)).trim();
  return [...some].slice(0, longestWords).join("");
}

/**
 * Reports a post that is shown to the moderators, once.
 *
 * @param rule One of the forum's rules.
 */
export function reportPost(
  store: WritingStore,
  member: number,
  id: number,
  {rule, words}: {readonly rule: string; readonly words: string},
): ReportOutcome {
  if (isForumClosed(store)) return {outcome: "closed"};
  if (!store.settings.rules.includes(rule)) return {outcome: "refused"};
  const seconds = takeTurn(store, "report", member);
  if (seconds > 0) return {outcome: "wait", seconds};
  return store.act(() => {
    const post = store.file.one<PostRow>("post", {id});
    const isSeen = post?.state === "shown" && threadOf(store, post.thread).is_public === 1;
    if (!isSeen || post.author === member) return {outcome: "missing"};
    const now = store.now();
    const {rows} = store.file.change("addReport", {
      post: id,
      member,
      rule,
      words: statement(words),
      day: dayOf(now),
      now,
    });
    return {outcome: rows === 1 ? "reported" : "again"};
  });
}

/** Asks the moderators once to look again at why an own post was hidden. What comes of it stands. */
export function appealDecision(store: WritingStore, member: number, id: number, words: string): AppealOutcome {
  if (isForumClosed(store)) return {outcome: "closed"};
  const seconds = takeTurn(store, "report", member);
  if (seconds > 0) return {outcome: "wait", seconds};
  return store.act(() => {
    const decision = store.file.one<{post: number; kind: string; ends_appeal: number}>("decision", {id});
    const post = decision && store.file.one<PostRow & {decision: number | null}>("post", {id: decision.post});
    const isTheirs = post?.author === member && post.state === "hidden" && post.decision === id;
    if (decision?.kind !== "hide" || !isTheirs) return {outcome: "missing"};
    if (decision.ends_appeal === 1) return {outcome: "again"};
    const now = store.now();
    const values = {decision: id, post: post.id, words: statement(words), day: dayOf(now), now};
    if (store.file.change("addAppeal", values).rows === 0) return {outcome: "again"};
    store.record(null, "appealed", {post: post.id, decision: id});
    return {outcome: "appealed"};
  });
}
