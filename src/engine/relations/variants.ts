import type {Relation} from "./relation.ts";

/** What it takes to judge otherwise what was judged. */
export const variantsRelations = {
  variant_answer: {
    row: "an answer, and what the rules of another methodology say of it",
    shape: {rule_period: "tiny", answer_number: "small", answered_kind: "integer", answered_rank: "integer"},
    madeBy: "methodology/judge/rejudge",
    readBy: ["first-rank-variant"],
  },
  variant_agent: {
    row: "an agent, and what the rules of another methodology say of it",
    shape: {rule_period: "tiny", agent: "integer", agent_rank: "integer"},
    madeBy: "methodology/judge/rejudge",
    readBy: ["first-rank-variant"],
  },
  nominated: {
    row: "a client that may be a robot, and a month",
    shape: {client: "ubigint", month: "date", nominated_rank: "integer"},
    madeBy: "methodology/judge/rejudge",
    readBy: ["first-rank-variant"],
  },
  saved_rank: {
    row: "as first_rank, of the judgement that is judged otherwise",
    alias: "first_rank",
    madeBy: "methodology/judge/rejudge",
    readBy: ["all-ranks", "countable-ranks"],
  },
  movable_rank: {
    row: "as saved_rank, of the requests whose verdicts are asked for",
    answers: ["all-ranks", "countable-ranks"],
    columns: [
      "rule_period",
      "month",
      "day",
      "hour",
      "second",
      "client",
      "network48",
      "address",
      "document",
      "bytes",
      "has_agent",
      "site",
      "agent",
      "robot",
      "answer_number",
      "path_rank",
      "robots_txt_rank",
      "list_rank",
      "is_exempt",
    ],
    madeBy: "methodology/judge/rejudge",
    readBy: ["first-rank-variant"],
  },
  usual_reader_month: {
    row: "as reader_month, of the judgement that is judged otherwise",
    alias: "reader_month",
    madeBy: "methodology/judge/rejudge",
    readBy: ["moved-readers"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
