import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** A click, and a second on the same address soon after: the first is left out, so that of a chain the last counts. */
export const doubleClicks: Rule = {
  id: "double-clicks",
  label: message("verdict.double-clicks"),
  setting: "doubleClicks",
  explain: ({doubleClicks: given}) => (given ? message("asked-again-within", {seconds: given.seconds}) : ""),
};
