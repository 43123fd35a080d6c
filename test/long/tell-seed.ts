import {isNightly, seed} from "./sizes.ts";

/** Says how this run is made again, and keeps it so where the day changes meanwhile. */
export default function tellSeed(): void {
  process.env["BROADSHEET_SEED"] = String(seed);
  console.log(`To run the same again: BROADSHEET_SEED=${seed} npm run test:${isNightly ? "nightly" : "long"}`);
}
