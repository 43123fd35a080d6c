import {test} from "vitest";
import {checkAnyLog} from "../measures/disclosure/any-log.ts";
import {manyOf, seed} from "./sizes.ts";

test("many logs: no figure, and no figure less another, points at a few readers", async () => {
  await checkAnyLog(manyOf({ci: 30, nightly: 2000}), seed);
}, 3_600_000);
