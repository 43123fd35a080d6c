import type {Relation} from "./relation.ts";

/** Who subscribes to feeds. */
export const feedsRelations = {
  feed_path: {
    row: "a path of a feed, and the feed's number",
    shape: {rule_period: "tiny", path_text: "text", feed: "integer"},
    madeBy: "methodology/judge/feeds",
    readBy: ["feed-polls"],
  },
  feed_agent: {
    row: "an agent that speaks for several, or for nobody: its source and how many it speaks for, both below 0 for none",
    shape: {rule_period: "tiny", agent_number: "integer", source: "integer", subscribers: "bigint"},
    madeBy: "methodology/judge/feeds",
    readBy: ["feed-polls"],
  },
  feed_poll: {
    row: "a month, a feed and who asked for it",
    columns: ["month", "feed", "source", "client", "days", "said", "polls", "named"],
    answers: ["feed-polls"],
    madeBy: "methodology/judge/feeds",
    readBy: ["feed-said", "feed-clients", "feed-readers", "feed-months"],
  },
  feed_month: {
    row: "a month in which a feed was asked for, its subscribers, and how many sources said a number that nobody believes",
    shape: {month: "date", subscribers: "bigint", refused: "integer"},
    madeBy: "methodology/judge/feeds",
    readBy: ["feed-subscribers"],
  },
  feed_part: {
    row: "a month, a service or a feed, and its subscribers",
    shape: {month: "date", item: "integer", subscribers: "bigint"},
    madeBy: "methodology/judge/feeds",
    readBy: ["table-feeds"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
