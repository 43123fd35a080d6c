import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** Those who make the site look at it all day. */
export const developers: Rule = {
  id: "developers",
  label: message("verdict.developers"),
  setting: "developers",
  explain: () => "",
  listings: ({developers: clients, blacklist}) => [
    ...clients.map((client) => ({who: {client}, from: null, until: null})),
    ...blacklist.filter(({decision}) => decision === "developer"),
  ],
};
