import type {Relation} from "./relation.ts";

/** Clients that a person is to look at. */
export const reviewRelations = {
  client_conduct: {
    row: "a client with documents that only the limit might leave out, and a month",
    columns: ["client", "month", "documents", "odd_agents", "first_agent", "first_day", "last_day", "has_furniture"],
    answers: ["client-conduct"],
    madeBy: "methodology/suspects/flag",
    readBy: ["bare-clients", "candidates", "document-furnished", "slight-clients", "slight-totals", "wave-members"],
  },
  candidate: {
    row: "a client that may be a robot, and a month",
    columns: ["client", "month", "has_furniture"],
    answers: ["candidates"],
    madeBy: "methodology/suspects/flag",
    readBy: ["conduct", "furnished-candidates"],
  },
  agent_age: {
    row: "an agent of a browser, and from when on it is years old",
    shape: {agent: "integer", old_from: "date"},
    madeBy: "methodology/suspects/waves",
    readBy: ["slight-clients"],
  },
  slight_client: {
    row: "a client that took a document or a few, and a month",
    columns: ["client", "month", "agent", "country", "network", "came_on", "is_old", "has_furniture"],
    answers: ["slight-clients"],
    madeBy: "methodology/suspects/waves",
    readBy: ["no-waves", "slight-keys"],
  },
  slight_key: {
    row: "such a client, a month, and one way to be alike with others",
    columns: ["likeness", "month", "agent", "place", "day", "client", "has_furniture", "first_day"],
    answers: ["slight-keys"],
    madeBy: "methodology/suspects/waves",
    readBy: ["slight-groups", "wave-clients"],
  },
  wave_group: {
    row: "a group of clients that may be a wave, and a month",
    shape: {likeness: "text", month: "date", agent: "integer", place: "text", day: "date", group_number: "integer"},
    madeBy: "methodology/suspects/waves",
    readBy: ["wave-clients"],
  },
  wave_client: {
    row: "a client of such a group, and a month",
    columns: ["client", "month", "wave"],
    answers: ["no-waves", "wave-clients"],
    madeBy: "methodology/suspects/waves",
    readBy: ["document-furnished", "slight-groups", "wave-clients", "wave-members", "wave-takes"],
  },
  wave_entry: {
    row: "a wave that an entry of a blacklist can say, and its first day",
    shape: {wave: "integer", kind: "text", month: "date", agent: "integer", place: "text", from_day: "date"},
    madeBy: "methodology/suspects/waves",
    readBy: ["wave-reach"],
  },
  wave_reach: {
    row: "a wave, and a client that has what its clients have in common",
    columns: ["wave", "client"],
    answers: ["wave-reach"],
    madeBy: "methodology/suspects/waves",
    readBy: ["wave-sizes"],
  },
  wave_take: {
    row: "a wave, a document, and how often its clients took it",
    columns: ["wave", "month", "document", "is_file", "takes"],
    answers: ["wave-takes"],
    madeBy: "methodology/suspects/waves",
    readBy: ["wave-documents"],
  },
  document_furnished: {
    row: "a document, a month, and how many of those who took it fetched what belongs to a page",
    columns: ["month", "document", "others", "furnished"],
    answers: ["document-furnished"],
    madeBy: "methodology/suspects/waves",
    readBy: ["wave-documents"],
  },
  doubtful: {
    row: "a client to be looked at",
    shape: {client: "ubigint"},
    madeBy: "methodology/suspects/profile",
    readBy: ["doubtful-agents", "doubtful-documents", "doubtful-hours", "doubtful-shared", "doubtful-spans"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
