import type {Shape} from "../values.ts";
import {downloadsRelations} from "./downloads.ts";
import {factsRelations} from "./facts.ts";
import {feedsRelations} from "./feeds.ts";
import {listsRelations} from "./lists.ts";
import {measuresRelations} from "./measures.ts";
import {movedRelations} from "./moved.ts";
import {reviewRelations} from "./review.ts";
import {textsRelations} from "./texts.ts";
import {variantsRelations} from "./variants.ts";
import {verdictsRelations} from "./verdicts.ts";

/** Every relation that a question reads: what a row of it is, its columns, who makes it and who reads it. */
export const relations = {
  ...factsRelations,
  ...textsRelations,
  ...listsRelations,
  ...feedsRelations,
  ...verdictsRelations,
  ...variantsRelations,
  ...downloadsRelations,
  ...measuresRelations,
  ...movedRelations,
  ...reviewRelations,
};

type Relations = typeof relations;

/** The name of a relation. */
export type RelationName = keyof Relations;

/** The name of a relation that rows are added to. */
export type TableName = {[Name in RelationName]: Relations[Name] extends {shape: Shape} ? Name : never}[RelationName];

/** The name of a relation that is the answer of a question. */
export type AnswerName = {
  [Name in RelationName]: Relations[Name] extends {answers: readonly string[]} ? Name : never;
}[RelationName];

/** A question that a relation may be the answer of. */
export type QuestionOf<Name extends AnswerName> = Relations[Name] extends {answers: readonly (infer Question)[]}
  ? Question & string
  : never;

/** The names that a branch has beside those of what it is made of: which is which. */
export type Aliases = {
  readonly [Name in RelationName as Relations[Name] extends {alias: string} ? Name : never]?: Relations[Name] extends {
    alias: infer Of;
  }
    ? Of & RelationName
    : never;
};
