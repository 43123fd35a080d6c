import type {Shape} from "../values.ts";

/**
 * A table or view that travels from one question to the next by its name.
 *
 * What it is made of is one of: a shape, whose rows TypeScript fills in; answers of questions, of which each report takes one; both,
 * where there may be nothing to ask; another relation that it is a second name of; the engine itself, when it opens facts.
 */
export interface Relation {
  /** What a row is. */
  readonly row: string;
  /** The columns of a table that rows are added to. */
  readonly shape?: Shape;
  /** The columns of any other; of several answers all together, as one of them may have fewer. */
  readonly columns?: readonly string[];
  /** The questions that it may be the answer of, the one with most columns first. */
  readonly answers?: readonly string[];
  /** The relation of the judgement that is judged otherwise, which it is a name of: it has the columns of that one. */
  readonly alias?: string;
  /** The files of `src/` that make it, or the engine. */
  readonly madeBy: string | readonly string[];
  /** The questions that read it. */
  readonly readBy: readonly string[];
}
