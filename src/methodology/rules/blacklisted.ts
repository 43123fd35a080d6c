import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** Clients and agents that a person has decided are not readers, for the days of that decision. */
export const blacklisted: Rule = {
  id: "blacklisted",
  label: message("verdict.blacklisted"),
  setting: "blacklist",
  explain: () => "",
  listings: ({blacklist}) => blacklist.filter(({decision = "robot"}) => decision === "robot"),
};
