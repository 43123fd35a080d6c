import {isNightly, seed} from "./sizes.ts";

/** Says how this run is made again, and keeps it so where the day changes meanwhile. */
export default function tellSeed(): void {
  process.env["BROADSHEET_SEED"] = String(seed);
  const settings = [`BROADSHEET_SEED=${seed}`, ...(isNightly ? ["BROADSHEET_LONG=nightly"] : [])];
  console.log(`To run the same again: ${settings.join(" ")} npm run test:long`);
}
