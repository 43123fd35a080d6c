import {createHash} from "node:crypto";
import fc from "fast-check";
import {expect, test} from "vitest";
import {keptText, keptTextSql} from "../../src/engine/kept-text.ts";
import {ownEngine} from "./own-engine.ts";

const {engine} = await ownEngine();

/** The first 32 digits. */
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

for (const [what, text, want] of [
  ["2,048 letters are kept", "a".repeat(2048), "a".repeat(2048)],
  ["of 2,049 letters 1,984 are kept", "a".repeat(2049), `${"a".repeat(1984)}…${hashOf("a".repeat(2049))}`],
  ["1,024 letters of two bytes are kept", "é".repeat(1024), "é".repeat(1024)],
  ["of 1,025 letters of two bytes 496 are kept", "é".repeat(1025), `${"é".repeat(496)}…${hashOf("é".repeat(1025))}`],
  ["512 signs of four bytes are kept", "𝄞".repeat(512), "𝄞".repeat(512)],
  ["of 513 signs of four bytes 496 are kept", "𝄞".repeat(513), `${"𝄞".repeat(496)}…${hashOf("𝄞".repeat(513))}`],
  ["nothing is kept of nothing", "", ""],
] as const) {
  test(what, () => expect(keptText(text)).toBe(want));
}

/** Texts about as long as is kept, of signs of one byte to four. */
const texts = fc.sample(
  fc
    .tuple(
      fc.constantFrom("a", "é", "新", "𝄞", "e\u0301"),
      fc.constantFrom(1, 495, 496, 497, 512, 513, 682, 683, 1024, 1025, 1984, 2047, 2048, 2049, 4000, 9000),
      fc.string({maxLength: 8, unit: "grapheme"}),
      fc.string({maxLength: 8, unit: "grapheme"}),
    )
    .map(([sign, times, before, behind]) => `${before}${sign.repeat(times)}${behind}`.replaceAll("\0", "")),
  {seed: 2005, numRuns: 400},
);

test("SQL and TypeScript keep the same of every text, never more than 2 kB, and two that differ stay two", async () => {
  const list = [...new Set(texts)];
  // ENGINE: a parameter may hold what a literal may not.
  const kept: string[] = [];
  for (const text of list) {
    const [row] = await engine.rows(`select ${keptTextSql("t")} as kept from (select $text::varchar as t)`, {text});
    kept.push(String(row!["kept"]));
  }
  expect(kept).toEqual(list.map(keptText));
  expect(Math.max(...kept.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(2048);
  expect(new Set(kept).size).toBe(list.length);
  expect(list.map((text) => keptText(keptText(text)))).toEqual(kept);
});
