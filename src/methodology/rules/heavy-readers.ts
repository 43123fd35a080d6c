import type {Rule} from "../rule.ts";

/** Clients that took more than a person reads in a month. Devoted readers and shared connections may be among them. */
export const heavyReaders: Rule = {
  id: "heavy-readers",
  label: "Heavy readers",
  explain: ({heavyReaders: heavy}) => (heavy ? `clients with more than ${heavy.documents} documents in the month` : ""),
  limit: ({heavyReaders: heavy}) => heavy,
};
