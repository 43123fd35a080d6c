import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {builtInList} from "../../../src/methodology/robots/lists/built-in.ts";
import {isRobot, readRobotList} from "../../../src/methodology/robots/match.ts";
import {withPrivate} from "../../../src/publish/verify/again/private-parts.ts";
import {type ListThen, withListsThen} from "../../../src/publish/verify/again/robot-lists.ts";
import {folderPlace} from "../../../src/publish/verify/place/folder.ts";
import {type BuiltInListName, builtInLists, type RobotListSetting} from "../../../src/workspace/config/robots.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-lists-"));
afterAll(() => rmSync(folder, {recursive: true}));
mkdirSync(join(folder, "lists"));

/** The lists that come along as an edition of another version has them: their hashes are others. */
const then = builtInLists.map((name): ListThen => {
  const {version, patternsText, asExpressions} = builtInList(name);
  const file = `lists/robots-${name}.txt`;
  writeFileSync(join(folder, file), patternsText!());
  const row = {name, version, sha256: name === "broadsheet" ? builtInList(name).sha256 : "0".repeat(64), file};
  if (asExpressions === undefined) return row;
  const expressions = `lists/robots-${name}.json`;
  writeFileSync(join(folder, expressions), JSON.stringify(asExpressions().map((pattern) => ({pattern}))));
  return {...row, expressions};
});
const place = folderPlace(folder);
const usual = then.filter(({name}) => name !== "wikimedia");
const rulesThen = (rules: Record<string, unknown>, lists = usual) => withListsThen(rules, lists, place, folder);
const readAll = (lists: readonly RobotListSetting[]) => lists.map((one) => readRobotList(one, {folder, key: "k"}));
const listsOf = (rules: unknown) => (rules as {robots: {lists: RobotListSetting[]}}).robots.lists;
const namesOf = (lists: readonly RobotListSetting[]) => {
  return lists.map((one) => (typeof one === "string" ? one : `${one.name} of the edition`));
};

const words = [
  "bot",
  "CUBOT",
  "spider",
  "Firefox/3.6",
  "curl/8",
  "http://x.example",
  "java/1.7",
  "a@b.cd",
  "\u00a0",
  "K",
  ".",
];
const agents = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({maxLength: 6})), {maxLength: 5})
  .map((all) => all.join(" "));

describe("lists of robots that this version has otherwise", () => {
  test("Wikimedia's words answer as expressions what they answer as words", () => {
    const [own] = readAll(
      listsOf(
        rulesThen(
          {extends: "wikimedia"},
          then.filter(({name}) => name === "wikimedia"),
        ).rules,
      ),
    );
    const list = builtInList("wikimedia");
    expect(own).toMatchObject({name: "wikimedia", form: "COUNTER", entryCount: list.entryCount});
    fc.assert(
      fc.property(agents, (agent) => own!.isRobot(agent) === list.isRobot(agent)),
      {seed: 2005, numRuns: 3000},
    );
    const known = ["Java/1.8", "xJava/1.8", "a@b.cde x", "a b@c.de", "My HTTP thing", "User:Me", ".NET", "xnet", ""];
    for (const agent of known) expect([agent, own!.isRobot(agent)]).toEqual([agent, list.isRobot(agent)]);
  });

  test("what browsers write is set aside for the edition's public lists as for those that come along", () => {
    const {rules, others} = rulesThen({});
    const lists = listsOf(rules);
    expect([namesOf(lists), others]).toEqual([
      ["isbot of the edition", "crawler-user-agents of the edition", "broadsheet"],
      [],
    ]);
    const now = (["isbot", "crawler-user-agents", "broadsheet"] as const satisfies BuiltInListName[]).map(builtInList);
    const own = readAll(lists);
    const cubot =
      "Mozilla/5.0 (Linux; Android 9; CUBOT_X18 Build/PPR1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.91 Mobile Safari/537.36";
    expect([isRobot(cubot, now), isRobot(cubot, own), isRobot(`${cubot} spider`, own)]).toEqual([false, false, true]);
    fc.assert(
      fc.property(agents, (agent) => isRobot(agent, own) === isRobot(agent, now)),
      {seed: 2005, numRuns: 500},
    );
  });

  test("they are gone by in changes of the rules, too, whether these replace lists or add some", () => {
    const own = {name: "mine", file: "lists/mine.txt"};
    const {rules} = rulesThen({
      robots: {lists: ["broadsheet"], askedForRobotsTxt: false},
      changes: [
        {from: "2005-09", robots: {lists: ["isbot", own]}},
        {from: "2005-10", until: "2005-10", robots: {lists: {add: ["crawler-user-agents"]}}},
        {from: "2005-11", heavyReaders: false},
      ],
    });
    const {robots, changes} = rules as {robots: object; changes: {robots?: {lists: unknown}}[]};
    expect(robots).toEqual({lists: ["broadsheet"], askedForRobotsTxt: false});
    expect(changes.map(({robots: said}) => said?.lists)).toEqual([
      [{name: "isbot", file: join(folder, "isbot.json")}, own],
      {add: [{name: "crawler-user-agents", file: join(folder, "crawler-user-agents.json")}]},
      undefined,
    ]);
    expect(changes[2]).toEqual({from: "2005-11", heavyReaders: false});
  });

  test("a list that the methodology did not name then is left out, and one whose content is not there is told", () => {
    const [isbot, , broadsheet] = usual;
    const same = {...isbot!, sha256: builtInList("isbot").sha256};
    expect(rulesThen({}, [same, broadsheet!]).rules).toEqual({robots: {lists: ["isbot", "broadsheet"]}});
    const lacking = rulesThen({robots: {lists: {add: ["wikimedia"]}}}, [...usual.slice(1), {...isbot!, file: null}]);
    expect(lacking.others).toEqual([`isbot ${isbot!.version}`]);
    expect(namesOf(listsOf(lacking.rules))[3]).toBe("wikimedia");
  });

  test("what is no list is left as it is, to be refused where settings are read", () => {
    expect(rulesThen({robots: false}).rules).toEqual({robots: false});
    expect(rulesThen({robots: {lists: ["isbot"]}, changes: "x"}).rules).toMatchObject({
      robots: {lists: [{name: "isbot"}]},
    });
  });
});

describe("private lists of changes of the rules", () => {
  const config = `publication: P
methodology:
  developers: [192.0.2.1]
  changes:
    - {from: 2005-09, blacklist: later.csv, heavyReaders: false}
    - {from: 2005-10, until: 2005-11, developers: [192.0.2.2]}
    - {from: 2005-12, robots: {lists: {add: [{name: nets, networks: nets.txt}]}}}
`;
  const path = join(folder, "broadsheet.yaml");
  writeFileSync(path, config);
  const published = {methodology: {changes: [{from: "2005-09", heavyReaders: false}]}};

  test("stand again where they stood", () => {
    const {settings, given} = withPrivate(published, path);
    const nets = {name: "nets", networks: join(folder, "nets.txt")};
    expect(settings["methodology"]).toEqual({
      developers: ["192.0.2.1"],
      changes: [
        {from: "2005-09", heavyReaders: false, blacklist: join(folder, "later.csv")},
        {from: "2005-10", until: "2005-11", developers: ["192.0.2.2"]},
        {from: "2005-12", robots: {lists: {add: [nets]}}},
      ],
    });
    expect([...given].sort()).toEqual(["blacklist", "changes", "developers", "networks"]);
  });

  test("one list by itself is not all of them", () => {
    const developers = join(folder, "developers.txt");
    writeFileSync(developers, "192.0.2.1\n");
    expect([...withPrivate(published, developers).given]).toEqual(["developers"]);
  });
});
