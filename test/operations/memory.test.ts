import {expect, test} from "vitest";
import {memoryFor} from "../../src/operations/store/memory.ts";

test("an engine gets what the settings say, and else a quarter of what there is, and 512 MB at least", () => {
  expect(memoryFor({workspace: {config: {memory: 300e6}}, memoryBytes: 64e9})).toBe(300e6);
  expect(memoryFor({workspace: {config: {}}, memoryBytes: 64e9})).toBe(16e9);
  expect(memoryFor({workspace: {config: {}}, memoryBytes: 1e9})).toBe(536_870_912);
});
