import {expect, test} from "vitest";
import {readMutated} from "../workspace/mutate-files.ts";
import {chanceOf, manyOf} from "./sizes.ts";

const count = manyOf({ci: 300, nightly: 20_000});

test(`${count} changed files of every kind are read or refused, each with its own error, and none takes a gigabyte`, async () => {
  expect(await readMutated(count, chanceOf("mutated files"))).toEqual([]);
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(1024);
});
