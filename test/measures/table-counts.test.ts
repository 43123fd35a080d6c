import {expect, test} from "vitest";
import type {TableLayout} from "../../src/measures/layout.ts";
import {rank} from "../../src/measures/tables/counts.ts";
import type {TableSource} from "../../src/measures/tables/source.ts";
import {ownEngine} from "../engine/own-engine.ts";

const {engine} = await ownEngine();
const describe = async () => new Map();
const layout = {amount: "documents", rows: 10, question: "table-documents", describe} as unknown as TableLayout;
const source = {engine, smallest: 10} as unknown as TableSource;

test("of any number of entries that are too small to be shown, no more are asked for", async () => {
  const found = new Map(Array.from({length: 300_000}, (_, entry) => [entry, {documents: 9, readers: 9}]));
  // Nothing is loaded that a question could be asked of.
  expect(await rank(layout, source, found)).toEqual([]);
});

test("but where those that were looked at are large enough, they are", async () => {
  const found = new Map(Array.from({length: 5000}, (_, entry) => [entry, {documents: 10, readers: 10}]));
  await expect(rank(layout, source, found)).rejects.toThrow();
});
