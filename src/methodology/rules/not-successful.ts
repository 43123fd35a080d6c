import {listed, message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";
import {isStatusOf} from "./status.ts";

/** What the server did not deliver was not read. 206 is part of a document, and its parts must not be counted each. */
export const notSuccessful: Rule = {
  id: "not-successful",
  label: message("verdict.not-successful"),
  setting: "statuses",
  explain: ({statuses}) => message("any-status-but", {statuses: listed(statuses.map(String))}),
  fitsAnswer: ({status}, {statuses}) => !isStatusOf(status, statuses),
};
