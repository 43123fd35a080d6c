import {describe, expect, test} from "vitest";
import {listReplaced, listsInUse} from "../../src/operations/report/robot-preview.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import type {RobotListSetting} from "../../src/workspace/config/robots.ts";

const counter = {name: "counter", file: "lists/COUNTER_Robots_list.json"};
const iab = {name: "iab", robots: "lists/exclude.txt", browsers: "lists/include.txt"};
const inUse: readonly RobotListSetting[] = ["isbot", "crawler-user-agents", counter, iab];

describe("a list takes the place", () => {
  for (const [what, taken, isNamed, want] of [
    ["of none", {name: "google", networks: "/tmp/googlebot.json"}, false, null],
    ["of itself", "isbot", false, "isbot"],
    [
      "of one whose file has its name",
      {name: "COUNTER_Robots_list", file: "/tmp/COUNTER_Robots_list.json"},
      false,
      counter,
    ],
    ["of one whose robots' file has its name", {name: "exclude", robots: "/tmp/exclude.txt"}, false, iab],
    ["of a package's, by its file's name", {name: "isbot", file: "/tmp/isbot.json"}, false, "isbot"],
    ["of one that has the name it was given", {name: "counter", file: "/tmp/new.json"}, true, counter],
    ["of none where the name it was given is new", {name: "c2", file: "/tmp/COUNTER_Robots_list.json"}, true, null],
  ] as const) {
    test(what, () => expect(listReplaced(taken, inUse, {isNamed})).toEqual(want));
  }
});

test("the lists in use are the preset's where the workspace names none, and may be none", () => {
  const listsOf = (text: string) => listsInUse(parseConfig(`publication: A\n${text}`));
  expect(listsOf("")).toEqual(["isbot", "crawler-user-agents", "broadsheet"]);
  expect(listsOf("methodology: {robots: {lists: []}}\n")).toEqual([]);
  expect(listsOf("methodology: {robots: {lists: [isbot, {name: a, file: b}]}}\n")).toEqual([
    "isbot",
    {name: "a", file: "b"},
  ]);
});
