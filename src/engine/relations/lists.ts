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
    answers: ["ipv4-block", "placed-ids"],
    madeBy: ["methodology/judge/listed-clients", "methodology/judge/listed-groups"],
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
  place_entry: {
    row: "an entry of a list that names a country or a network of the routing table, and the days on which it holds",
    shape: {
      entry: "integer",
      country_name: "text",
      network_name: "text",
      from_day: "date",
      until_day: "date",
      verdict_rank: "integer",
      width: "integer",
      has_agent: "integer",
    },
    madeBy: "methodology/judge/listed-groups",
    readBy: ["listed-groups", "placed-readers"],
  },
  place_agent: {
    row: "an entry of a list that names a place and agents, and one of the agents",
    shape: {entry: "integer", agent_number: "integer"},
    madeBy: "methodology/judge/listed-groups",
    readBy: ["listed-groups"],
  },
  placed_reader: {
    row: "a reader in a place that an entry of a list names",
    columns: ["reader", "entry", "from_day", "until_day", "verdict_rank", "width", "has_agent"],
    answers: ["placed-readers"],
    madeBy: "methodology/judge/listed-groups",
    readBy: ["listed-groups", "placed-ids"],
  },
  listed_group_day: {
    row: "a reader, an agent that it has, and a day on which both are of a group on a list",
    shape: {reader: "ubigint", agent_number: "integer", day: "date", listed_group_rank: "integer"},
    answers: ["listed-groups"],
    madeBy: ["methodology/judge/listed-clients", "methodology/judge/listed-groups"],
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
