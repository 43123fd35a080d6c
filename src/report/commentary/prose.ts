/** A piece of a line: text, or text that stands out. What it says is not escaped. */
export type Inline =
  | {readonly kind: "text" | "code"; readonly text: string}
  | {readonly kind: "emphasis" | "strong"; readonly content: readonly Inline[]}
  /** `url` begins with https:, http: or mailto:, or with # for a place in the report. */
  | {readonly kind: "link"; readonly url: string; readonly content: readonly Inline[]}
  | {readonly kind: "break"};

/** A block of text. */
export type Block =
  | {readonly kind: "paragraph"; readonly content: readonly Inline[]}
  | {readonly kind: "heading"; readonly content: readonly Inline[]}
  | {readonly kind: "quote"; readonly blocks: readonly Block[]}
  /** `start`: the number of the first item; null where the items have none. */
  | {readonly kind: "list"; readonly start: number | null; readonly items: readonly (readonly Block[])[]};

/** What the publisher says of the figures, in their own words. */
export interface Commentary {
  /** Null where it has none. */
  readonly title: string | null;
  /** Who wrote it. */
  readonly by: string;
  /** When, `YYYY-MM-DD`. */
  readonly date: string;
  readonly blocks: readonly Block[];
}
