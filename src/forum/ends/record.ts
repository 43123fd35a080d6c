import {z} from "zod";
import {languageIds} from "../../base/words/language.ts";

/** What an export says that it is. */
export const exportName = "forum of a broadsheet";

/** What an export is written in; one higher whenever an older Broadsheet could not read it. */
export const exportForm = 1;

const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const day = z.iso.date();
const text = (most: number) => z.string().max(most);
const name = text(200).nullable();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The first line: what follows, and the last hash of the moderation log. */
export const headShape = z.strictObject({
  format: z.literal(exportName),
  form: z.literal(exportForm),
  sections: z
    .array(z.strictObject({id: text(40), name: text(200), language: z.enum(languageIds)}))
    .min(1)
    .max(100),
  ...{threads: count, posts: count, log: count},
  /** "" where the log has no row. */
  head: z.union([hash, z.literal("")]),
});

/** A thread; the lines after it, up to the next, are its posts. */
export const threadShape = z.strictObject({
  thread: id,
  section: text(40),
  title: text(500),
  opened: day,
  by: name,
  edition: text(200).nullable(),
  document: text(2000).nullable(),
});

const placed = {post: id, number: id, day};

/** A post that is shown, one that was hidden, or one that was taken back: of those two what was written is nobody's any more. */
export const postShape = z.discriminatedUnion("state", [
  z.strictObject({
    ...placed,
    state: z.literal("shown"),
    /** Its place in the order in which posts of the whole forum were shown. */
    order: id,
    by: name,
    edited: day.nullable(),
    quotes: z.array(id).max(1000),
    text: text(40_000),
  }),
  z.strictObject({
    ...placed,
    state: z.literal("hidden"),
    order: id.nullable(),
    /** The decision as the log names it, the rule, and its day. */
    decision: id.nullable(),
    rule: text(500).nullable(),
    decided: day.nullable(),
  }),
  z.strictObject({...placed, state: z.literal("withdrawn"), order: id.nullable()}),
]);

/** A row of the moderation log, from the first on. */
export const rowShape = z.strictObject({
  row: id,
  at: day,
  who: text(500),
  act: text(100),
  about: text(20_000),
  hash,
});

/** A thread of an export. */
export type ExportedThread = z.output<typeof threadShape>;
/** A post of an export. */
export type ExportedPost = z.output<typeof postShape>;
/** A row of the log in an export. */
export type ExportedRow = z.output<typeof rowShape>;
/** The first line of an export. */
export type ExportHead = z.output<typeof headShape>;
