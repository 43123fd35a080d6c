import {totalmem} from "node:os";
import {expect, test} from "vitest";
import {memoryFor} from "../../src/cli/memory.ts";

test("an engine gets what the settings say, and else a quarter of what there is, and 512 MB at least", () => {
  expect(memoryFor({memory: 300e6})).toBe(300e6);
  const most = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  expect(memoryFor({})).toBe(Math.max(536_870_912, Math.floor(most / 4)));
});
