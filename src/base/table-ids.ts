/** Every table that a report can have under its main one, by its id: a contract. */
export const tableIds = [
  "departments",
  "languages",
  "top-documents",
  "countries",
  "cities",
  "referrers",
  "robots",
  "ai-agents",
  "hours",
  "weekdays",
  "missing-documents",
] as const;

/** The id of a table. */
export type TableId = (typeof tableIds)[number];
