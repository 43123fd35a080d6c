/** Every table that a report can have under its main one, and every part that is named with them: a contract. */
export const tableIds = [
  "sites",
  "departments",
  "languages",
  "top-documents",
  "countries",
  "cities",
  "referrers",
  "robots",
  "ai-agents",
  "feed-subscribers",
  "hours",
  "weekdays",
  "missing-documents",
  "top-downloads",
  "moved-documents",
  "top-episodes",
  "moved",
  "ledger",
  "commentary",
] as const;

/** The id of a table, or of a part that is named with the tables. */
export type TableId = (typeof tableIds)[number];
