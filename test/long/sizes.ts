import {type Chance, chanceFrom} from "../../examples/second-half-2005/model/random.ts";

/** Is this the run that may take hours? */
export const isNightly = process.env["BROADSHEET_LONG"] === "nightly";

/** Where chance begins: the same for every run, but another each night, unless `BROADSHEET_SEED` says it. */
export const seed = Number(process.env["BROADSHEET_SEED"] ?? (isNightly ? Math.floor(Date.now() / 86_400_000) : 2005));

/** How many: few enough for CI, or as many as a night has room for. */
export function manyOf({ci, nightly}: {readonly ci: number; readonly nightly: number}): number {
  return isNightly ? nightly : ci;
}

/** A row of chance of a test's own, so that what one test draws moves no other's. */
export function chanceOf(name: string): Chance {
  let mixed = seed | 0;
  for (const sign of name) mixed = (Math.imul(mixed, 31) + sign.codePointAt(0)!) | 0;
  return chanceFrom(mixed);
}
