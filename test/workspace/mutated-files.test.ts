import {expect, test} from "vitest";
import {chanceFrom} from "../../examples/second-half-2005/model/random.ts";
import {fileKinds, readMutated} from "./mutate-files.ts";

test("a file of any kind that chance has changed is read or refused, and never a bug", async () => {
  expect(await readMutated(2 * fileKinds.length, chanceFrom(2005))).toEqual([]);
});
