import type {ForumActor, ForumStore} from "../store.ts";
import {type DecisionOutcome, decideOnKnock, decideOnPost, type PostDecision} from "./decide.ts";
import {forumFigures} from "./figures.ts";
import {headOfLog, readPublicLog} from "./public-log.ts";
import {countWaiting, listWaitingKnocks, listWaitingPosts} from "./queue.ts";

/** What moderators decide, and what everybody reads of it. */
export function moderationOf(store: ForumStore) {
  return {
    /** Who knocks, and then the posts that wait. */
    queue: () => [...listWaitingKnocks(store), ...listWaitingPosts(store)],
    queueCount: () => countWaiting(store),
    /** @param item As the queue names it. */
    decide(by: ForumActor, item: string, decision: PostDecision): DecisionOutcome {
      const [, kind, number] = /^([pk])(\d{1,15})$/.exec(item) ?? [];
      if (number === undefined) return {outcome: "missing"};
      return kind === "p"
        ? decideOnPost(store, by, Number(number), decision)
        : decideOnKnock(store, by, Number(number), decision);
    },
    log: {
      rows: (options?: {readonly before?: number | undefined; readonly most?: number | undefined}) =>
        readPublicLog(store, options),
      head: () => headOfLog(store),
      verify: store.log.verify,
    },
    figures: (month: string) => forumFigures(store, month),
  };
}
