import {listKnocks} from "../members/knock-decisions.ts";
import type {PostState} from "../posts/rows.ts";
import type {ForumStore} from "../store.ts";
import {drawTyped} from "../text/draw.ts";
import {seenMark} from "./decide.ts";

/** Something that waits for a moderator. */
export interface QueueItem {
  /** What it is decided by: `p12` a post, `k3` somebody who knocks. */
  readonly id: string;
  readonly kind: "post" | "report" | "knock" | "appeal";
  /** Who wrote it, or wants to be called so. */
  readonly name: string | null;
  /** Of its thread. */
  readonly title: string | null;
  readonly thread: number | null;
  readonly post: number | null;
  /** To be placed as it stands. */
  readonly html: string;
  readonly day: string;
  readonly reports: readonly {readonly rule: string; readonly words: string}[];
  /** What the author says against the last decision. */
  readonly appeal: string | null;
  readonly seen: string;
}

interface WaitingRow {
  readonly id: number;
  readonly thread: number;
  readonly state: PostState;
  readonly day: string;
  readonly html: string;
  readonly revision: number;
  readonly title: string;
  readonly name: string | null;
  readonly last_decision: number;
  readonly appeal: string | null;
}

/** Posts that wait for a moderator, the first written first: each once, whatever it waits for. */
export function listWaitingPosts({file}: ForumStore, most = 100): QueueItem[] {
  return file.all<WaitingRow>("waitingPosts", {most}).map((row) => {
    const {id, thread, title, name, html, day, appeal} = row;
    const reports = file.all<{rule: string; words: string}>("openReports", {post: id}).map((report) => ({...report}));
    const kind = row.state === "held" ? "post" : appeal !== null ? "appeal" : "report";
    const seen = seenMark(row.revision, row.last_decision);
    return {id: `p${id}`, kind, name, title, thread, post: id, html, day, reports, appeal, seen};
  });
}

/** Who knocks, the first first; what they say has no marks. */
export function listWaitingKnocks(store: ForumStore): QueueItem[] {
  const none = {title: null, thread: null, post: null, reports: [], appeal: null, seen: ""};
  return listKnocks(store).map(({id, name, why, day}) => ({
    ...{id: `k${id}`, kind: "knock", name, html: drawTyped(why).html, day},
    ...none,
  }));
}

/** How much waits. */
export function countWaiting({file}: ForumStore): number {
  const count = (question: "countWaitingPosts" | "countKnocks"): number => file.one<{count: number}>(question)!.count;
  return count("countWaitingPosts") + count("countKnocks");
}
