import type {Relation} from "./relation.ts";

const windowColumns = ["chain", "reader", "agent", "file", "start_second"] as const;

/** What is put together of the requests for files that are taken home. */
export const downloadsRelations = {
  retrieved_path: {
    row: "a document, or a path where paths are told apart, of a file that is taken home, and the document that the file is",
    shape: {document: "integer", file: "integer"},
    madeBy: "methodology/judge/retrieved-paths",
    readBy: ["part-requests", "part-requests-of-site"],
  },
  retrieved_part: {
    row: "a file that is taken home, and a kind that it is of",
    shape: {file: "integer", part: "text"},
    madeBy: "methodology/judge/retrieved-paths",
    readBy: ["download-kinds", "downloaders", "downloads", "grouping-downloads", "grouping-episodes"],
  },
  retrieved_file: {
    row: "a file that is taken home, and from how many bytes on parts of it are enough; whether it is sound or film",
    shape: {file: "integer", least_bytes: "bigint", is_media: "integer"},
    madeBy: "methodology/judge/retrieved-paths",
    readBy: ["part-requests", "part-requests-of-site", "retrievals"],
  },
  retrieved_agent: {
    row: "an agent that people listen with, or that fetches ahead",
    shape: {agent: "integer", is_player: "integer", is_ahead: "integer"},
    madeBy: "methodology/judge/retrievals",
    readBy: ["part-requests", "part-requests-of-site"],
  },
  retrieved_answer: {
    row: "an answer that brings a file or a part of one, and which of the two",
    shape: {rule_period: "tiny", answer_number: "small", is_whole: "integer"},
    madeBy: "methodology/judge/retrievals",
    readBy: ["part-requests", "part-requests-of-site"],
  },
  retrieval_month: {
    row: "a month, when it begins and ends, and until when around it requests are looked at",
    shape: {
      chain: "date",
      from_second: "bigint",
      until_second: "bigint",
      before_second: "bigint",
      after_second: "bigint",
    },
    madeBy: "methodology/judge/retrievals",
    readBy: ["part-requests", "part-requests-of-site", "retrievals"],
  },
  part_request: {
    row: "a request for a file that is taken home, and a month that it is looked at for",
    columns: ["chain", "second", "reader", "agent", "file", "has_all", "size"],
    answers: ["part-requests", "part-requests-of-site"],
    madeBy: "methodology/judge/retrievals",
    readBy: ["first-windows", "next-windows", "retrievals"],
  },
  newest_window: {
    row: "the newest window of a client and file, and when the client last asked for it",
    columns: [...windowColumns, "last_second"],
    answers: ["first-windows", "next-windows"],
    madeBy: "methodology/judge/retrievals",
    readBy: ["newest-windows", "next-windows", "open-windows"],
  },
  retrieval_window: {
    row: "a window of a client and file",
    columns: windowColumns,
    answers: ["newest-windows"],
    madeBy: "methodology/judge/retrievals",
    readBy: ["retrievals"],
  },
  retrieval: {
    row: "a file that a client took home, once, whole or in parts",
    shape: {month: "date", reader: "ubigint", file: "integer", got_bytes: "bigint", requests: "bigint"},
    answers: ["retrievals"],
    madeBy: "methodology/judge/retrievals",
    readBy: ["download-kinds", "downloaders", "downloads", "table-downloads"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
