import {describe, expect, test} from "vitest";
import {readOwnList} from "../../../src/methodology/robots/lists/own-list.ts";
import {makeListFolder} from "./list-folder.ts";

const folder = makeListFolder();
const robots = folder.write(
  "robots.txt",
  [
    "# text|active|exceptions|passes|impact|at the start|inactive on",
    "mole|1|molehill, Mole+Hill|0|2|0",
    "newt|1||1|0|1",
    "worm|0||0|2|0",
    "slug|0||0|2|0|12/20/2011",
    "eel|1|||0",
    "xy|1||0|0|0",
  ].join("\r\n"),
);
const browsers = folder.write(
  "browsers.txt",
  ["Mozilla|1|1", "opera|1|0", "lynx|0|0", "mosaic|0|1|03/30/2017"].join("\n"),
);

const both = readOwnList({name: "iab", robots, browsers}, {folder: "nowhere", key: "k"});
const one = readOwnList({name: "iab", robots}, {folder: "nowhere", key: "k"});

describe("what the list of IAB and ABC says of an agent", () => {
  for (const [agent, inTwoPasses, inOne] of [
    ["Mozilla/5.0", false, false],
    ["MOZILLA/5.0 (x)", false, false],
    ["Mozilla/5.0 (Mole)", true, true],
    ["Mozilla/5.0 (molehill; mole)", false, false],
    ["Mozilla/5.0 (MOLE+HILL)", false, false],
    ["newt/1", true, true],
    // A robot's text that counts at the start only, and a browser's.
    ["Mozilla/5.0 (newt)", false, false],
    ["x Mozilla/5.0", true, false],
    ["x Opera/9", false, false],
    // An entry switched off without a day never held; one with a day held until then.
    ["Mozilla/5.0 (worm)", false, false],
    ["Mozilla/5.0 (slug)", true, true],
    ["Lynx/2.8", true, false],
    ["Mosaic/1", false, false],
    ["Opera, eel", true, true],
    ["Opera xyz", true, true],
    ["", true, false],
    ["Reader/1.0", true, false],
  ] as const) {
    test(`${JSON.stringify(agent)}: ${inTwoPasses ? "a robot" : "none"} in two passes, ${inOne ? "a robot" : "none"} in one`, () => {
      expect(both.isRobot(agent)).toBe(inTwoPasses);
      expect(one.isRobot(agent)).toBe(inOne);
    });
  }
});
