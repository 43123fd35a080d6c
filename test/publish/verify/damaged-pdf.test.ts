import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {amount} from "../../run/amounts.ts";
import {type PublishedPdf, publishedPdf} from "./published-press.ts";
import {told} from "./sealed.ts";

let press: PublishedPdf;
beforeAll(async () => {
  press = await publishedPdf();
}, 120_000);
afterAll(() => press.workshop.remove());

async function alone(pdf: Buffer): Promise<readonly string[]> {
  return told(await press.alone(pdf), 2);
}

/** Bytes that a PDF or the JSON in it is written with. */
const signs = [
  "(",
  ")",
  "<<",
  ">>",
  "[",
  "]",
  " 0 R",
  " obj ",
  "stream\n",
  "endobj",
  "%",
  "/Type",
  "\\",
  "\n",
  "null",
  "99999999999",
];

test("whatever is changed, put in or taken out of a PDF, it is never called right, and nothing worse happens", {
  timeout: 600_000,
}, async () => {
  const at = fc.nat();
  const change = fc.oneof(
    fc.record({kind: fc.constant("flip" as const), at, by: fc.integer({min: 1, max: 255})}),
    fc.record({kind: fc.constant("insert" as const), at, sign: fc.constantFrom(...signs)}),
    fc.record({kind: fc.constant("cut" as const), at, length: fc.integer({min: 1, max: 300})}),
    fc.record({kind: fc.constant("copy" as const), at, from: fc.nat(), length: fc.integer({min: 1, max: 3000})}),
  );
  const changed = (how: typeof change extends fc.Arbitrary<infer Kind> ? Kind : never): Buffer => {
    const place = how.at % press.bytes.length;
    const [before, after] = [press.bytes.subarray(0, place), press.bytes.subarray(place)];
    if (how.kind === "flip") return Buffer.concat([before, Buffer.from([after[0]! ^ how.by]), after.subarray(1)]);
    if (how.kind === "insert") return Buffer.concat([before, Buffer.from(how.sign), after]);
    if (how.kind === "cut") return Buffer.concat([before, after.subarray(how.length)]);
    const from = how.from % press.bytes.length;
    return Buffer.concat([before, press.bytes.subarray(from, from + how.length), after]);
  };
  await fc.assert(
    fc.asyncProperty(change, async (how) => {
      try {
        const [answer] = await alone(changed(how));
        expect(answer).not.toBe("verified");
      } catch (fault) {
        if (!(fault instanceof UserError)) throw fault;
        expect(["EDITION_REFUSED", "REPORT_REFUSED"]).toContain(fault.code);
      }
    }),
    {numRuns: amount({few: 12, all: 150}), seed: 2005},
  );
});
