import {readFileSync} from "node:fs";
import {join} from "node:path";
import {isbot} from "isbot";
import {describe, expect, test} from "vitest";
import {browsers, mirrorAgent, robotAgents} from "../examples/second-half-2005/model/agents.ts";
import {formerPaths, wellKnown} from "../examples/second-half-2005/model/well-known.ts";
import {makePlaces} from "../examples/second-half-2005/places.ts";
import {example} from "./example-press.ts";
import {isRobotAgent} from "./example-recount.ts";
import {documentOf, titleOf} from "./example-tables.ts";

describe("the example's agents", () => {
  for (const agent of [...browsers, mirrorAgent]) {
    test(`no robot list knows ${JSON.stringify(agent)}`, () => expect(isRobotAgent(agent)).toBe(false));
  }
  for (const agent of robotAgents) {
    test(`a robot list knows ${JSON.stringify(agent)}`, () => expect(isRobotAgent(agent)).toBe(true));
  }
  test("one robot only crawler-user-agents knows", () => {
    expect(robotAgents.filter((agent) => !isbot(agent))).toHaveLength(1);
  });
});

test("the example's database of places holds what places.csv says", () => {
  expect(readFileSync(join(example, "places.mmdb")).equals(makePlaces())).toBe(true);
});

describe("the example's lists fit what its generator asks for", () => {
  for (const path of wellKnown) {
    test(`${path} has a title`, () => expect(titleOf(path)).not.toBe(path));
  }
  for (const [now, former] of Object.entries(formerPaths)) {
    test(`${former} is known to have moved`, () => expect(documentOf({path: former})).toBe(now));
  }
});
