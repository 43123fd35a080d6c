import type {Relation} from "./relation.ts";

/** What `openFacts` and `openPlaces` make, and what names and times mean. */
export const factsRelations = {
  fact: {
    row: "a request, with keys for its texts",
    columns: [
      "reader",
      "address",
      "network48",
      "network32",
      "second",
      "quarter",
      "bytes",
      "answer",
      "path",
      "site",
      "agent",
    ],
    madeBy: "engine",
    readBy: [
      "dated-request",
      "ipv4-block",
      "listed-agents",
      "listed-readers",
      "network-clients",
      "quarters",
      "requests-between",
      "robots-txt-clients",
    ],
  },
  known_answer: {
    row: "a key for a method and a status",
    columns: ["rule_period", "answer", "method", "status"],
    madeBy: "engine",
    readBy: ["answer-verdicts", "answers"],
  },
  known_path: {
    row: "a key for a path",
    columns: ["rule_period", "path", "path_text"],
    madeBy: "engine",
    readBy: ["path-verdicts", "paths", "robots-txt-clients", "text-bytes", "typed-paths"],
  },
  known_site: {
    row: "a key for a site that a referrer named",
    columns: ["rule_period", "site", "site_text"],
    madeBy: "engine",
    readBy: ["numbered-sites", "sites", "text-bytes"],
  },
  known_agent: {
    row: "a key for an agent",
    columns: ["rule_period", "agent", "agent_text"],
    madeBy: "engine",
    readBy: ["agent-ranks", "agents", "text-bytes"],
  },
  reader_place: {
    row: "a reader, and where it is",
    columns: ["reader", "country", "region", "city"],
    madeBy: "engine",
    readBy: ["places", "reader-items"],
  },
  clock_run: {
    row: "a run of time in which the publication's clock does not change",
    shape: {
      first_quarter: "bigint",
      quarters: "integer",
      clock_quarter: "integer",
      day: "date",
      month: "date",
      rule_period: "tiny",
    },
    madeBy: "methodology/judge/calendar",
    readBy: ["calendar"],
  },
  quarter_number: {
    row: "the number of a quarter of an hour in a run",
    shape: {number: "integer"},
    madeBy: "methodology/judge/calendar",
    readBy: ["calendar"],
  },
  calendar: {
    row: "a quarter of an hour, and its hour, day, month and rule period",
    columns: ["quarter", "hour", "day", "month", "rule_period"],
    answers: ["calendar"],
    madeBy: "methodology/judge/calendar",
    readBy: ["dated-request", "listed-agents", "listed-readers", "network-clients", "robots-txt-clients"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
