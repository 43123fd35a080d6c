import type {Rule} from "../rule.ts";

/** What the server did not deliver was not read. 206 is part of a document, and its parts must not be counted each. */
export const notSuccessful: Rule = {
  id: "not-successful",
  label: "Unsuccessful requests",
  explain: ({statuses}) => `any status but ${statuses.join(" and ")}`,
  fitsAnswer: ({status}, {statuses}) => !statuses.includes(status),
};
