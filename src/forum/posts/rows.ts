/** A post as the file has it. */
export interface PostRow {
  readonly id: number;
  readonly thread: number;
  /** null until it is shown first: numbers are given in that order. */
  readonly number: number | null;
  readonly author: number | null;
  readonly state: PostState;
  readonly day: string;
  readonly revision: number;
  readonly source: string;
}

/** What becomes of a post: seen by all, by its author and moderators until one decides, by them after, or taken back by its author. */
export type PostState = "shown" | "held" | "hidden" | "withdrawn";

/** A thread as the file has it. */
export interface ThreadRow {
  readonly id: number;
  readonly section: string;
  readonly title: string;
  readonly opened: string;
  readonly author: number | null;
  readonly first_post: number;
  /** Is its first post shown? */
  readonly is_public: number;
  readonly posts: number;
  readonly numbers: number;
  readonly last: number;
  readonly last_day: string;
  readonly edition: string | null;
  readonly document: string | null;
}
