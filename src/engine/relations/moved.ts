import type {Relation} from "./relation.ts";

/** Documents that have moved for good, and where those got to who asked for them. */
export const movedRelations = {
  moved_request: {
    row: "a request for a document that has moved, the site that it came from, and the sixteen seconds that it is in, with those that follow",
    columns: ["month", "client", "reader", "second", "slot", "next_slot", "document", "link_site"],
    answers: ["moved-requests"],
    madeBy: "measures/moved/documents",
    readBy: ["moved-links", "moved-pairs", "moved-totals", "table-moved"],
  },
  moved_pair: {
    row: "a client that was told that a document has moved, and a document that it got within ten seconds",
    columns: ["month", "client", "second", "document", "next_second", "next_document"],
    answers: ["moved-pairs"],
    madeBy: "measures/moved/documents",
    readBy: ["moved-steps"],
  },
  moved_step: {
    row: "as moved_pair, of the documents that it got first",
    columns: ["month", "client", "second", "document", "next_document"],
    answers: ["moved-steps"],
    madeBy: "measures/moved/documents",
    readBy: ["moved-next"],
  },
  moved_link: {
    row: "a document that has moved, a site that links to it, and the number of both",
    shape: {document: "integer", link_site: "integer", item: "integer"},
    madeBy: "measures/moved/documents",
    readBy: ["table-moved"],
  },
} as const satisfies Readonly<Record<string, Relation>>;
