import {describe, expect, test} from "vitest";
import {type Collection, contradicted, isHeldOut, isUndisputed, together} from "../../../bench/robot-collections.ts";

// The first byte of `printf 'broadsheet 2026\nAlpha' | sha256sum` is odd, 69, and so is Delta's, 87; Beta's is 1c, Gamma's 30.
const [alpha, beta, gamma, delta] = ["Alpha", "Beta", "Gamma", "Delta"] as const;

function collection(calling: Collection["calling"], isUnseen: boolean, agents: readonly string[]): Collection {
  return {name: "some", calling, isUnseen, agents};
}

const collections = [
  collection("robots", false, [alpha, beta]),
  collection("robots", false, [beta, delta]),
  collection("robots", true, [beta, gamma, "both"]),
  collection("browsers", false, ["both"]),
];

test("half of the agents are held out, by the hash of their text", () => {
  expect([alpha, beta, gamma, delta].map(isHeldOut)).toEqual([true, false, false, true]);
});

test("an agent counts once, however many collections have it", () => {
  expect(together(collections, "robots").all).toEqual([alpha, beta, delta, gamma]);
});

test("what an older collection has is not unseen", () => {
  expect(together(collections, "robots").unseen).toEqual([gamma]);
});

test("nobody looked at what is held out, nor at what is unseen, whatever its hash", () => {
  const {lookedAt, heldOut, untouched} = together(collections, "robots");
  expect(lookedAt).toEqual([beta]);
  expect(heldOut).toEqual([alpha, delta]);
  expect(untouched).toEqual([alpha, delta, gamma]);
});

test("an agent that is a robot to one and a browser to another is told, and is in neither", () => {
  expect(contradicted(collections)).toEqual(["both"]);
  expect(together(collections, "robots").all).not.toContain("both");
  expect(together(collections, "browsers").all).toEqual([]);
});

describe("a family is disputed for what its collection calls it, and not otherwise", () => {
  for (const [agent, calling, isOurs] of [
    ["Mozilla/5.0 (X11) Firefox/1.0 StumbleUpon/1.9", "robots", false],
    ["Mozilla/5.0 (X11) Firefox/1.0 StumbleUpon/1.9", "browsers", true],
    ["Mozilla/5.0 (X11) HeadlessChrome/79.0", "browsers", false],
    ["Mozilla/5.0 (X11) HeadlessChrome/79.0", "robots", true],
    ["Opera/9.80 (X11)", "browsers", true],
  ] as const) {
    test(`${agent} among ${calling}`, () => expect(isUndisputed(agent, calling)).toBe(isOurs));
  }
});
