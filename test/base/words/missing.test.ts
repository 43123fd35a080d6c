import {once} from "node:events";
import {Worker} from "node:worker_threads";
import {expect, test} from "vitest";
import {english} from "../../../src/base/words/en.ts";
import {longTest} from "../../run/amounts.ts";
import type {Said} from "./without-words.ts";

/* A message that nobody has translated yet is no reason for a report not to be made. */

async function saidIn<Kind extends keyof Said>(kind: Kind): Promise<Said[Kind]> {
  const thread = new Worker(new URL("./without-words.ts", import.meta.url), {workerData: kind});
  const [said] = await once(thread, "message");
  await thread.terminate();
  return said;
}

test("a message that is missing is said in English, with its plurals", async () => {
  const {robots, leftOut, series} = await saidIn("plurals");
  expect(robots).not.toBe(english["verdict.robots"]);
  const wants = ["1 request left out.", "2 requests left out.", "1,103 requests left out."];
  expect(leftOut).toEqual(wants.map((want) => `${robots}: ${want}`));
  expect(series).toBe("a, b");
});

test("what a language only inherits is no message of it", async () => {
  expect(await saidIn("inherited")).toBe(english["measure.readers"]);
});

longTest("a German report without a single German message is made in every form, in English words", async () => {
  const {labels, english: wanted, texts} = await saidIn("report");
  expect(labels).toEqual(wanted);
  for (const text of texts) {
    expect(text).toContain("Distinct users");
    expect(text).not.toContain("undefined");
  }
});
