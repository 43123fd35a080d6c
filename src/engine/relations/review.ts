import type {Relation} from "./relation.ts";

/** Clients that a person is to look at. */
export const reviewRelations = {
  candidate: {
    row: "a client that may be a robot, and a month",
    columns: ["client", "month", "has_furniture"],
    answers: ["candidates"],
    madeBy: "methodology/suspects/flag",
    readBy: ["conduct", "furnished-candidates"],
  },
  doubtful: {
    row: "a client to be looked at",
    shape: {client: "ubigint"},
    madeBy: "methodology/suspects/profile",
    readBy: ["doubtful-agents", "doubtful-documents", "doubtful-hours", "doubtful-shared", "doubtful-spans"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
