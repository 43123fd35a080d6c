/** The places of a line at which words stand. */
export const wordNames = ["client", "host", "method", "path", "referrer", "agent"] as const;

/** One of these places. */
export type WordName = (typeof wordNames)[number];

/** Words that are seen for the first time, in the order of their numbers. */
export interface NewWords {
  /** Rises when all words were forgotten, and numbers begin anew. */
  readonly generation: number;
  readonly words: Readonly<Record<WordName, readonly string[]>>;
}
