import type {Relation} from "./relation.ts";

/** Who is on a list, and when. */
export const listsRelations = {
  listed_id: {
    row: "an id on a list, and the days on which it holds",
    shape: {
      kind: "text",
      id: "ubigint",
      from_day: "date",
      until_day: "date",
      verdict_rank: "integer",
      width: "integer",
      entry: "integer",
    },
    answers: ["ipv4-block"],
    madeBy: "methodology/judge/listed-clients",
    readBy: ["listed-readers", "network-clients"],
  },
  listed_reader_day: {
    row: "a reader on a list, and a day",
    shape: {reader: "ubigint", day: "date", listed_reader_rank: "integer", exempt: "integer"},
    answers: ["listed-readers"],
    madeBy: "methodology/judge/listed-clients",
    readBy: ["client-conduct", "conduct", "feed-polls", "over-limit", "over-limit-readers", "ranked-request"],
  },
  listed_agent: {
    row: "an agent on a list, and the days on which it holds",
    shape: {agent_number: "integer", from_day: "date", until_day: "date", verdict_rank: "integer"},
    madeBy: "methodology/judge/listed-clients",
    readBy: ["listed-agents"],
  },
  listed_agent_day: {
    row: "an agent on a list, and a day",
    shape: {agent_number: "integer", day: "date", listed_agent_rank: "integer"},
    answers: ["listed-agents"],
    madeBy: "methodology/judge/listed-clients",
    readBy: ["ranked-request"],
  },
  network_entry: {
    row: "a network on a list, that is looked at",
    shape: {entry: "integer"},
    madeBy: "methodology/judge/wide-networks",
    readBy: ["network-clients"],
  },
  network_client: {
    row: "a client of a network that is looked at, and a day",
    columns: ["client", "day", "entry"],
    answers: ["network-clients"],
    madeBy: "methodology/judge/wide-networks",
    readBy: ["network-readers"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
