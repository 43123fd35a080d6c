import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** Clients that took more than a person reads in a month. Devoted readers and shared connections may be among them. */
export const heavyReaders: Rule = {
  id: "heavy-readers",
  label: message("verdict.heavy-readers"),
  setting: "heavyReaders",
  explain: ({heavyReaders: heavy}) => (heavy ? message("clients-over-limit", {limit: String(heavy.documents)}) : ""),
  limit: ({heavyReaders: heavy}) => heavy,
};
