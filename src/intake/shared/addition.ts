import {z} from "zod";
import {countNumber, dayText, hashText, idText, monthText} from "../../engine/clickhouse/answers.ts";
import {isReading} from "../recorded-reading.ts";

/*
 * Additions and closings as the cluster's journal holds them. Whoever may write there may have written them: each is parsed before
 * anything of it is used.
 */

const second = z.int().nullable();

/** One of a few words, as formats and reasons are called. */
const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const part = z.object({
  load: idText,
  hasPlaces: z.boolean(),
  firstSecond: second,
  lastSecond: second,
  placesSource: z.string().max(1000).nullable(),
  /** Its books of addresses, in their places. */
  books: z.array(z.object({month: monthText, clients: countNumber})).default([]),
});

/** An addition. An input that moved here as a whole may have several parts. */
export const sharedAddition = z.object({
  /** The id of the entry that began the input. */
  continues: idText.nullable(),
  input: z.object({
    name: z.string().max(4096),
    sha256: hashText,
    bytes: countNumber,
    head: z.string().regex(/^[0-9a-f]{0,128}$/),
    isWhole: z.int().min(0).max(1),
    format: word,
    lines: countNumber,
    requests: countNumber,
    quarantined: countNumber,
    ignored: countNumber,
    firstSecond: second,
    lastSecond: second,
    reading: z.string().max(100_000).refine(isReading).nullable().default(null),
  }),
  parts: z.array(part),
  isReplacement: z.boolean(),
  /** Lines that stand in other inputs, too, and count there. */
  repeated: z
    .array(z.object({name: z.string().max(4096), lines: countNumber}).readonly())
    .readonly()
    .default([]),
  quarantined: z
    .array(z.object({line: countNumber, column: countNumber, reason: word, excerpt: z.string().max(10_000)}).readonly())
    .readonly(),
});

/** A month whose addresses were dropped. */
export const sharedClosing = z.object({month: monthText, closedOn: dayText});

/** Files of which nothing could be read, and names of those of which that is not to be said any more. */
export const sharedUnread = z.object({
  files: z.array(z.object({name: z.string().max(4096), reason: word})),
  over: z.array(z.string().max(4096)),
});

/** See {@link sharedUnread}. */
export type SharedUnread = z.output<typeof sharedUnread>;

/** See {@link sharedAddition}. */
export type SharedAddition = z.output<typeof sharedAddition>;

/** See {@link sharedClosing}. */
export type SharedClosing = z.output<typeof sharedClosing>;
