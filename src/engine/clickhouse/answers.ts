import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {loadQuestion} from "../query.ts";
import type {Row} from "../values.ts";

/*
 * What a server says is data, and may have been written by somebody else: here stands what each kind of it has to look like before
 * it is used.
 */

/** A number that something is known by: 64 bits, as text. */
export const idText = z.string().refine((text) => /^\d{1,20}$/.test(text) && BigInt(text) < 1n << 64n);

/** How many, or which in an order. */
export const countNumber = z.int().nonnegative();

/** A month of the calendar. */
export const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A day, as it is written. */
export const dayText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** SHA-256, hexadecimal. */
export const hashText = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a table or a column of ours, or of its type. */
export const nameText = z.string().regex(/^[A-Za-z][A-Za-z0-9_(), ]{0,100}$/);

/** An answer that is not of the form in which a server writes it. */
export class OddAnswer extends Error {
  override readonly name = "OddAnswer";
}

/**
 * What a server said, if it is of its kind.
 *
 * @param kind What it was to be, in our words.
 * @param where The server's address.
 * @throws {UserError} ENGINE_ANSWER_REFUSED; what was said is not told.
 */
export function parseAnswer<T>(schema: z.ZodType<T>, said: unknown, kind: string, where: string): T {
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  throw refusedAnswer(kind, where);
}

/** The same of what a server keeps as JSON. */
export function parseJsonAnswer<T>(schema: z.ZodType<T>, text: string, kind: string, where: string): T {
  try {
    return parseAnswer(schema, JSON.parse(text), kind, where);
  } catch (fault) {
    throw fault instanceof SyntaxError ? refusedAnswer(kind, where) : fault;
  }
}

/** What is to be told of an answer that Broadsheet cannot have asked for. */
export function refusedAnswer(kind: string, where: string): UserError {
  return new UserError(
    "ENGINE_ANSWER_REFUSED",
    `the server answers with ${kind} that cannot be one`,
    "look who may write into its database, and bring it back from a backup; nothing of the answer was used",
    where,
  );
}

const day = /^\d{4}-\d\d-\d\d$/;

/** Which values may stand in a column, by what the question's header calls it. */
const holds: Readonly<Record<string, (value: string | number) => boolean>> = {
  text: (value) => typeof value === "string",
  date: (value) => typeof value === "string" && day.test(value),
  ...Object.fromEntries(
    ["tinyint", "integer", "bigint", "boolean"].map((type) => [
      type,
      (value: string | number) => Number.isFinite(value),
    ]),
  ),
};

/**
 * Are the rows those of the question, as its header promises them: numbers numbers, days days?
 *
 * @throws {UserError} ENGINE_ANSWER_REFUSED
 */
export function checkRows(question: string, rows: readonly Row[], where: string): void {
  const columns = columnsOf(question);
  for (const row of rows) {
    for (const [name, isOne] of columns) {
      const value = row[name];
      if (value === undefined || (value !== null && !isOne(value))) {
        throw refusedAnswer(`rows for the question ${question}`, where);
      }
    }
  }
}

const known = new Map<string, readonly (readonly [string, (value: string | number) => boolean])[]>();

function columnsOf(question: string): readonly (readonly [string, (value: string | number) => boolean])[] {
  const before = known.get(question);
  if (before) return before;
  const columns = loadQuestion(question)
    .returns.split("|")
    .flatMap((part) => {
      const [, name, type] = /^\s*(\w+) (\w+)/.exec(part) ?? [];
      const isOne = holds[type ?? ""];
      return name !== undefined && isOne ? [[name, isOne] as const] : [];
    });
  known.set(question, columns);
  return columns;
}
