import {z} from "zod";
import {isDay, isMonth, isPeriod} from "../../base/period.ts";
import {languages} from "../../base/words/language.ts";
import type {UnitData, UnitId} from "../../base/words/message.ts";

/** A number that no figure exceeds; what is worked out of larger ones may be none. */
export const amountField = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
/** A number, or null where there is none. */
export const value = amountField.nullable();
/** A whole number from 0. */
export const count = z.int().min(0);
/** Digits after the point. */
export const decimals = z.int().min(0).max(20);
/** `YYYY-MM-DD`. */
export const dayField = z.string().refine(isDay, "is no day");
/** `YYYY-MM`. */
export const monthField = z.string().refine(isMonth, "is no month");
/** `2005-H2`. */
export const periodField = z.string().refine(isPeriod, "is no period");
/** An instant in UTC, to the second. */
export const instant = z.iso.datetime();
/** One value a month. */
export const values = z.array(value);
/** Text, or null. */
export const said = z.string().nullable();
/** One text a month. */
export const reasons = z.array(said);
/** One claim a month. */
export const claims = z.array(z.boolean());

/** Something of each measure, by the measure's id. */
export function byMeasure<T extends z.ZodType>(one: T) {
  return z.record(z.string(), one);
}

/** What stands in the names of units, by the unit. */
export const unitValues = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()])));

/** How units are found by the names that programs know them by. */
export type UnitReader = (name: string) => UnitData;

/**
 * How a report's units are found again.
 *
 * @throws {RangeError} by the reader that comes back, for a unit that this version does not know.
 */
export function unitReader(known: z.output<typeof unitValues>): UnitReader {
  return (name) => {
    const id = `unit.${name}`;
    if (!Object.hasOwn(languages.en.messages, id)) throw new RangeError(`a unit is ${name}`);
    return {id: id as UnitId, values: known[name] ?? {}};
  };
}

/**
 * What a list by id holds of one measure.
 *
 * @throws {RangeError} where it has nothing of it.
 */
export function own<T>(byId: Readonly<Record<string, T>>, id: string): T {
  if (!Object.hasOwn(byId, id)) throw new RangeError(`something of the measure ${id} is missing`);
  return byId[id] as T;
}
