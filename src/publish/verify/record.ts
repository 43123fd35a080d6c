import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {parsedJson} from "../../base/json.ts";
import {isDay, isPeriod} from "../../base/period.ts";
import type {SealedPlace} from "./archive.ts";
import {textOf} from "./place/place.ts";

const sums = z.string().regex(/^[0-9a-f]{64}$/);
const value = z.number().nullable();
const day = z.string().refine(isDay);

const schema = z.object({
  publication: z.string(),
  period: z.string().refine(isPeriod),
  date: day,
  /** Of an erratum. */
  number: z.int().min(1).optional(),
  edition: z.object({sums}).nullish(),
  figures: z
    .array(z.object({key: z.string(), label: z.string(), span: z.string(), before: value, after: value}))
    .optional(),
  /** Of an edition the one before, of an erratum likewise. */
  previous: z.object({period: z.string().optional(), number: z.number().optional(), sums}).nullish(),
  announced: z.object({sums}).nullish(),
  /** Of an edition: of each report the last erratum that there was. */
  errata: z.array(z.object({period: z.string(), number: z.int().min(1), sums})).optional(),
  /** Of an edition: the list of keys as it was. */
  keys: z.object({bytes: z.int().min(0), sha256: sums}).optional(),
  accepted: z.array(z.object({id: z.string()})).optional(),
  methodology: z.object({sha256: sums}).optional(),
});

/** What a sealed folder says of itself. */
export interface SealedRecord extends Omit<z.output<typeof schema>, "publication" | "period" | "date"> {
  readonly publication: string;
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** As its signature calls it: `edition 2005-H2`. */
  readonly what: string;
}

/** Where a sealed folder says what it is. */
export const recordFiles = {
  edition: "edition.json",
  erratum: "erratum.json",
  announcement: "announcement.json",
} as const;

/** What a sealed folder says of itself; null where that cannot be read. */
export function recordOf({kind, place, name}: SealedPlace): SealedRecord | null {
  try {
    const result = schema.safeParse(parsedJson(textOf(place, recordFiles[kind], name)));
    if (!result.success) return null;
    const {period, number} = result.data;
    const said = {
      edition: `edition ${period}`,
      erratum: `erratum ${number ?? "?"} of ${period}`,
      announcement: `announcement of ${period}`,
    };
    return {...result.data, what: said[kind]};
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}

/** By what the next one names a sealed folder: the hash of its file of sums; null where it has none that can be read. */
export function sumsOf({place}: SealedPlace): string | null {
  try {
    return place.files.get("SHA256SUMS")?.sha256() ?? null;
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}
