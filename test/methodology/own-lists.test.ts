import {describe, expect, test} from "vitest";
import {hashMethodology, resolveMethodology} from "../../src/methodology/resolve.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {browser, judgePress, lineOf, logOf, reportPress} from "../press.ts";
import {makeListFolder} from "./robot-lists/list-folder.ts";

const folder = makeListFolder();

/** One line a request, told apart by its bytes; the client after the agent. */
function logWith(rows: readonly (readonly [agent: string, client: string])[]): string {
  return logOf(rows.map(([agent, client], place) => lineOf({agent, client, bytes: place + 1})));
}

async function verdictsWith(lists: unknown[], files: Record<string, string>, log: string, more: object = {}) {
  const methodology = {robots: {lists, askedForRobotsTxt: false}, ...more};
  return judgePress({logs: {"a.log": log}, period: "2005-07", methodology, files});
}

test("an agent on a list of one's own is a robot", async () => {
  const counter = '[{"pattern": "^mole\\\\/[0-9]", "last_changed": "2024-04-22"}]';
  const log = logWith([
    ["Mole/1", "192.0.2.1"],
    ["x Mole/1", "192.0.2.1"],
    [browser, "192.0.2.1"],
  ]);
  const lists = [{name: "counter", file: "lists/c.json"}];
  const {verdicts, report} = await verdictsWith(lists, {"lists/c.json": counter}, log);
  expect(verdicts).toEqual(["robots", "counted", "counted"]);
  expect(report.methodology.robotLists).toEqual([
    {name: "counter", version: "2024-04-22", sha256: expect.stringMatching(/^[0-9a-f]{64}$/)},
  ]);
  expect(report.notes.map(({text}) => text).join("\n")).toContain("counter 2024-04-22");
});

test("a client in a network of robots is a robot, whatever it calls itself", async () => {
  const prefixes = '{"prefixes": [{"ipv4Prefix": "192.0.2.32/27"}, {"ipv6Prefix": "2001:db8:77::/64"}]}';
  const clients = [
    ["192.0.2.31", "counted"],
    ["192.0.2.32", "robots"],
    ["192.0.2.63", "robots"],
    ["192.0.2.64", "counted"],
    ["2001:db8:77::1", "robots"],
    ["2001:db8:77:1::1", "counted"],
    // A wide network is spelt out by the engine.
    ["198.18.255.255", "robots"],
    ["198.20.0.0", "counted"],
  ] as const;
  const log = logWith(clients.map(([client]) => [browser, client]));
  const lists = [
    {name: "google", networks: "g.json"},
    {name: "wide", networks: "w.txt"},
  ];
  const {verdicts} = await verdictsWith(lists, {"g.json": prefixes, "w.txt": "198.18.0.0/15\n"}, log);
  expect(verdicts).toEqual(clients.map(([, verdict]) => verdict));
});

test("a developer in a network of robots is a developer, as the order of the rules says", async () => {
  const lists = [{name: "google", networks: "g.txt"}];
  const log = logWith([[browser, "192.0.2.40"]]);
  const more = {developers: ["192.0.2.40"]};
  const {verdicts} = await verdictsWith(lists, {"g.txt": "192.0.2.0/24\n"}, log, more);
  expect(verdicts).toEqual(["developers"]);
});

test("the table of robots has those that their network gave away", async () => {
  const report = await reportPress({
    logs: {"a.log": logWith(Array.from({length: 12}, (_, host) => [browser, `192.0.2.${host}`]))},
    period: "2005-07",
    methodology: {robots: {lists: [{name: "google", networks: "g.txt"}]}},
    files: {"g.txt": "192.0.2.0/29\n"},
    tables: "robots",
  });
  const [, robots] = report.tables;
  // Of twelve clients, those from .0 to .7.
  expect(robots?.rows.map(({label, values}) => [label, values[0]])).toEqual([["In a network of robots", 8]]);
});

describe("the methodology's hash", () => {
  function hashWith(name: string, text: string, setting = "file"): string {
    const path = folder.write(name, text);
    const lists = JSON.stringify([{name: "own", [setting]: path}]);
    const config = parseConfig(`publication: A\nmethodology: {robots: {lists: ${lists}}}\n`);
    return hashMethodology(resolveMethodology({config, folder: "nowhere", key: "k"}), {
      aliasesSha256: undefined,
      key: "k",
    });
  }
  const mole = hashWith("a.txt", "Mole\n");

  test("is that of the list, wherever its file is", () => expect(hashWith("b.txt", "Mole\n")).toBe(mole));
  test("changes with what the list says", () => expect(hashWith("a.txt", "Mole\nNewt\n")).not.toBe(mole));
  test("changes with a comment, since the list is told by its hash", () => {
    expect(hashWith("a.txt", "# 1\nMole\n")).not.toBe(hashWith("a.txt", "# 2\nMole\n"));
  });
  test("changes where a file is meant otherwise", () => {
    expect(hashWith("c.txt", "192.0.2.1\n", "networks")).not.toBe(hashWith("c.txt", "192.0.2.1\n"));
  });
});
