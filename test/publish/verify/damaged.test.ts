import {chmodSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import type {Workshop} from "../../intake/workshop.ts";
import {removeTree} from "../../remove-tree.ts";
import {amount} from "../../run/amounts.ts";
import {copyPublished, overwrite, publishedPress, verifyAt} from "./published-press.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await publishedPress();
}, 120_000);
afterAll(() => workshop.remove());

/** Something that may become of a file: bytes of chance, an end, another value of JSON, nothing at all. */
const damage = fc.oneof(
  fc.record({kind: fc.constant("flip" as const), at: fc.nat(), by: fc.integer({min: 1, max: 255})}),
  fc.record({kind: fc.constant("cut" as const), at: fc.nat()}),
  fc.record({
    kind: fc.constant("value" as const),
    at: fc.nat(),
    as: fc.constantFrom("null", "-1", '""', "[]", "{}", "1e308"),
  }),
  fc.record({kind: fc.constant("gone" as const)}),
);

test("whatever becomes of a file of an edition, it is found, and nothing worse happens", {
  timeout: 600_000,
}, async () => {
  const names = readdirSync(join(workshop.folder, "published"), {recursive: true, encoding: "utf8"}).filter(
    (name) => name !== "keys.txt" && /\.[a-z]+$|SUMS$/.test(name),
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), damage, async (drawn, how) => {
      const folder = copyPublished(workshop, `damaged-${round++}`);
      const path = join(folder, names[drawn % names.length]!);
      const before = readFileSync(path);
      const after = damaged(before, how);
      if (after === null) {
        chmodSync(join(path, ".."), 0o755);
        rmSync(path);
      } else overwrite(path, after);
      try {
        const found = await verifyAt(folder, workshop);
        const answers = found.editions.flatMap(({levels}) => levels.map(({answer}) => answer));
        if (after === null || !after.equals(before)) expect(answers).toContain("differs");
      } catch (fault) {
        expect(fault).toBeInstanceOf(UserError);
      } finally {
        removeTree(folder);
      }
    }),
    {numRuns: amount({few: 4, all: 60}), seed: 2005},
  );
});

type Damage = typeof damage extends fc.Arbitrary<infer Kind> ? Kind : never;

function damaged(bytes: Buffer, how: Damage): Buffer | null {
  if (how.kind === "gone") return null;
  if (how.kind === "cut") return bytes.subarray(0, how.at % (bytes.length + 1));
  if (how.kind === "flip") {
    const other = Buffer.from(bytes);
    if (other.length > 0) other[how.at % other.length]! ^= how.by;
    return other;
  }
  const text = bytes.toString("utf8");
  const places = [...text.matchAll(/(?<=[:[,]\s*)(?:"[^"\n]*"|-?\d[\d.e+-]*|null|true|false)(?=\s*[,\]}])/g)];
  if (places.length === 0) return bytes;
  const place = places[how.at % places.length]!;
  return Buffer.from(text.slice(0, place.index) + how.as + text.slice(place.index + place[0].length));
}
