import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {isDay, isPeriod} from "../../base/period.ts";
import type {SealedPlace} from "./archive.ts";
import {textOf} from "./place/place.ts";

const schema = z.looseObject({
  publication: z.string(),
  period: z.string().refine(isPeriod),
  date: z.string().refine(isDay),
  number: z.int().min(1).optional(),
});

/** What a sealed folder says of itself. */
export interface SealedRecord {
  readonly publication: string;
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** As its signature calls it: `edition 2005-H2`. */
  readonly what: string;
}

const files = {edition: "edition.json", erratum: "erratum.json", announcement: "announcement.json"} as const;

/** What a sealed folder says of itself; null where that cannot be read. */
export function recordOf({kind, place, name}: SealedPlace): SealedRecord | null {
  try {
    const result = schema.safeParse(JSON.parse(textOf(place, files[kind], name)));
    if (!result.success) return null;
    const {publication, period, date, number} = result.data;
    const said = {
      edition: `edition ${period}`,
      erratum: `erratum ${number ?? "?"} of ${period}`,
      announcement: `announcement of ${period}`,
    };
    return {publication, period, date, what: said[kind]};
  } catch (fault) {
    if (fault instanceof UserError || fault instanceof SyntaxError) return null;
    throw fault;
  }
}
