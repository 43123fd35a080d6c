import {describe, expect, test} from "vitest";
import {previewJson, renderListsText, renderPreviewText} from "../../src/render/views/robot-preview.ts";
import type {RobotPreview} from "../../src/report/robot-preview.ts";

const list = {name: "counter", version: "2024-04-22", sha256: "ab".repeat(32), form: "COUNTER", entries: 1327};
const none = {agents: 0, requests: 0, countedRequests: 0, most: []};
const options = {width: 80, color: false};

const preview: RobotPreview = {
  publication: "The Example Press",
  title: "July to August 2005",
  period: "2005-07..2005-08",
  timeZone: "UTC",
  list,
  replaces: {...list, version: "2021-12-29", entries: 1},
  newRobots: {
    agents: 12,
    requests: 2113,
    countedRequests: 1009,
    most: [
      {agent: `Mole ${"reader ".repeat(12)}\x1b[31m`, requests: 1100, countedRequests: 1000},
      {agent: "", requests: 13, countedRequests: 9},
      {agent: null, requests: 1000, countedRequests: 0},
    ],
  },
  noLongerRobots: {...none, agents: 1, requests: 2, most: [{agent: "Newt/1", requests: 2, countedRequests: 0}]},
  months: [
    {period: "2005-07", readers: {before: 1000, after: 990}, documents: {before: 4000, after: 4100}},
    {period: "2005-08", readers: {before: 40, after: null}, documents: {before: null, after: null}},
  ],
  total: {readers: {before: 1040, after: 990}, documents: {before: 4000, after: 4100}},
};

test("the preview is a heading, two sentences, the movement and the agents", () => {
  expect(renderPreviewText(preview, options)).toBe(`\
The Example Press · what counter would change, July to August 2005           UTC

counter 2024-04-22, 1,327 entries (COUNTER), in place of counter 2021-12-29, 1
entry. SHA-256 abababababababababababababababababababababababababababababababab.

New robots: 12 agents with 2,113 requests, of them 1,009 counted until now.
No longer robots: 1 agent with 2 requests, of them 0 counted from then on.

                       Jul        Aug     Total
Distinct users       1,000         40     1,040
  with the list        990          –       990
  change            −1.0 %   −100.0 %    −4.8 %
Documents            4,000          –     4,000
  with the list      4,100          –     4,100
  change            +2.5 %          –    +2.5 %

New robots with most requests counted until now
Counted  Requests  Agent
  1,000     1,100  Mole reader reader reader reader reader reader reader reader
                   reader reader reader reader \\x1b[31m
      9        13  (empty)
      0     1,000  (not recorded)

No longer robots, with most requests counted from then on
Counted  Requests  Agent
      0         2  Newt/1
`);
});

test("one month has no total, and a list that is added takes no place", () => {
  const text = renderPreviewText({...preview, replaces: null, months: preview.months.slice(0, 1)}, options);
  expect(text).toContain("(COUNTER), besides the lists in use.");
  expect(text).not.toContain("Total");
});

test("who is none is not listed", () => {
  const text = renderPreviewText({...preview, newRobots: none, noLongerRobots: none}, options);
  expect(text).toContain("New robots: none.\nNo longer robots: none.\n");
  expect(text).not.toContain("Agent");
});

test("the JSON has the agents as they are, and nothing that a terminal obeys", () => {
  const text = previewJson(preview);
  expect(JSON.parse(text)).toEqual({
    period: preview.period,
    list,
    replaces: preview.replaces,
    newRobots: preview.newRobots,
    noLongerRobots: preview.noLongerRobots,
    months: preview.months,
    total: preview.total,
  });
  expect(text).not.toContain("\x1b");
});

describe("the lists in use", () => {
  test("are a table", () => {
    const lists = [list, {...list, name: "isbot", version: "5.2.3", form: "package", entries: 206}];
    expect(renderListsText(lists, 80)).toBe(`\
List     Version     Form     Entries  SHA-256
counter  2024-04-22  COUNTER    1,327  abababababababababab…abababababababababab
isbot    5.2.3       package      206  abababababababababab…abababababababababab
`);
  });
  test("have their whole hashes where there is room", () => {
    expect(renderListsText([list], 140)).toContain(list.sha256);
  });
  test("may be none", () => expect(renderListsText([], 80)).toBe("No list of robots is in use.\n"));
});
