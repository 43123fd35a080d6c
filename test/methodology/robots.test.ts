import {expect, test} from "vitest";
import {builtInList} from "../../src/methodology/robots/lists/built-in.ts";
import {isRobot, readRobotList, robotListVersions} from "../../src/methodology/robots/match.ts";

for (const [agent, lists, want] of [
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", ["isbot"], true],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", [], false],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", ["isbot", "crawler-user-agents"], false],
  // What stands after the first thousand characters is not looked at: a text made to that end would take minutes.
  [`${"x".repeat(990)} Googlebot`, ["crawler-user-agents"], false],
] as const) {
  test(`${agent.slice(-40)} is ${want ? "" : "not "}a robot to ${lists.join(" or ") || "no list"}`, () => {
    expect(isRobot(agent, lists.map(builtInList))).toBe(want);
  });
}

test("an agent made to take forever is answered", () => {
  expect(isRobot("Spider".repeat(200_000), [builtInList("crawler-user-agents")])).toBe(false);
});

test("a list that comes with Broadsheet is told by version and hash, and has its patterns", () => {
  const lists = (["isbot", "crawler-user-agents"] as const).map((name) =>
    readRobotList(name, {folder: "nowhere", key: "k"}),
  );
  expect(robotListVersions(lists)).toEqual([
    {name: "isbot", version: expect.stringMatching(/^\d+\.\d+\.\d+$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/)},
    {
      name: "crawler-user-agents",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  for (const {entryCount, networks} of lists) {
    expect(entryCount).toBeGreaterThan(100);
    expect(networks).toEqual([]);
  }
});
