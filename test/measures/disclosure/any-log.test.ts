import {test} from "vitest";
import {checkAnyLog} from "./any-log.ts";

test("any log: no figure, and no figure less another, points at a few readers", async () => {
  await checkAnyLog(3, 5);
});
