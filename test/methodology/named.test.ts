import {describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {methodologyCalled, settingsUnder} from "../../src/methodology/named.ts";
import {presets} from "../../src/methodology/presets.ts";
import {wikimediaList} from "../../src/methodology/robots/lists/wikimedia.ts";
import {rules} from "../../src/methodology/rules/all.ts";
import {itemOf} from "../../src/methodology/site/path.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {methodologyNames} from "../../src/workspace/config/methodology.ts";
import {browser, judgePress, lineOf, logOf, reportPress, verdictsOf} from "../press.ts";

type Given = NonNullable<Parameters<typeof lineOf>[0]>;

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const chatGpt =
  "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0; +https://openai.com/bot)";
const second = (clock: string): string => `02/Jul/2005:${clock} +0000`;

/** Thirteen lines by which GoAccess, AWStats and Webalizer were told apart. */
const thirteen: readonly Given[] = [
  {client: "192.0.2.1", at: "01/Jul/2005:10:00:00 +0000"},
  {client: "192.0.2.1", at: second("10:00:00")},
  {client: "192.0.2.1", at: second("11:00:00"), status: 206},
  {client: "192.0.2.1", at: second("11:00:10")},
  {client: "192.0.2.1", at: second("11:00:20")},
  {client: "192.0.2.2", at: second("12:00:00"), status: 302},
  {client: "192.0.2.3", at: second("12:00:00"), status: 500},
  {client: "192.0.2.4", at: second("12:00:00"), status: 404},
  {client: "192.0.2.5", at: second("12:00:00"), status: 304},
  {client: "192.0.2.6", at: second("12:00:00"), method: "HEAD"},
  {client: "192.0.2.7", at: second("12:00:00"), agent: googlebot},
  {client: "192.0.2.8", at: second("12:00:00"), path: "/a.png"},
  {client: "192.0.2.9", at: second("12:00:00"), agent: chatGpt},
];

/** By methodology: readers of the month, counted requests, and measures of its own; each counted by hand. */
const wanted = {
  // .1 with four, .5.
  "central-task": {readers: 2, counted: 5},
  // Of .1 the click at 11:00:10 goes; its 10:00 of two days, 11:00:20, and .5 are four sessions.
  "counter-5.1": {readers: 2, counted: 4, "total-item-requests": 4, "unique-item-requests": 4, sessions: 4},
  // HEAD is a page to them.
  wikimedia: {readers: 3, counted: 6, pageviews: 6},
  // All but .4; .1 comes on two days.
  goaccess: {readers: 8, counted: 12, "daily-visitors": 9, hits: 13, "static-hits": 1},
} as const;

describe("thirteen lines under each methodology", () => {
  const log = {"access.log": logOf(thirteen.map((given) => lineOf(given)))};
  for (const name of methodologyNames) {
    test(name, async () => {
      const report = await reportPress({logs: log, period: "2005-07", methodology: {extends: name}});
      const totals = Object.fromEntries(report.measures.map(({id, total}) => [id, total]));
      const verdicts = report.account[0]!.verdicts;
      const counted = verdicts.find(({id}) => id === "counted")?.requests;
      expect({...totals, counted}).toMatchObject(wanted[name]);
      const own = report.measures
        .map(({id}) => id)
        .filter((id) => Object.values(presets).some((one) => one.measures.includes(id)));
      expect(own).toEqual(presets[name].measures);
      expect(verdicts.map(({id}) => id).toSorted()).toEqual([...presets[name].rules, "counted"].toSorted());
      expect(verdicts.reduce((sum, {requests}) => sum + requests, 0)).toBe(13);
      expect(report.methodology.name).toBe(name);
    });
  }
});

test("every rule that a methodology names is one", () => {
  const known = rules.map(({id}) => id);
  for (const {rules: named} of Object.values(presets)) expect(named.filter((id) => !known.includes(id))).toEqual([]);
});

test("pageviews go by paths", async () => {
  const rows: readonly (readonly [string, string])[] = [
    ["/", "counted"],
    ["/wiki/St._Louis", "counted"],
    ["/wiki/Release_2.0", "counted"],
    ["/index.php", "counted"],
    ["/a.htm", "counted"],
    ["/a.PDF", "not-pages"],
    ["/a.tar.gz", "not-pages"],
    ["/w/api.php", "page-furniture"],
    ["/api/rest/v1", "not-pages"],
    ["/apiary", "counted"],
    ["/a.svg", "graphics"],
    ["/a.rss", "page-furniture"],
  ];
  const lines = rows.map(([path], index) => lineOf({path, bytes: index + 1}));
  const verdicts = await verdictsOf({
    logs: {"access.log": logOf(lines)},
    period: "2005-07",
    methodology: {extends: "wikimedia"},
  });
  expect(verdicts).toEqual(rows.map(([, want]) => want));
});

test("spiders go by Wikimedia's words", () => {
  const rows: readonly (readonly [string, boolean])[] = [
    [browser, false],
    [googlebot, true],
    ["Mozilla/5.0 (compatible; http://example.org)", true],
    ["Quillpen/1.0 by me@example.org", false],
    ["me@example.org Quillpen/1.0", true],
    ["WGET/1.2", true],
    ["My wget/1.2", false],
    [".NET CLR", true],
    ["MeetingRoomApp/1", true],
  ];
  expect(rows.map(([agent]) => [agent, wikimediaList.isRobot(agent)])).toEqual(rows);
});

test("a status of a hundred stands for each of it", async () => {
  const statuses = [200, 204, 206, 299, 304];
  const lines = statuses.map((status, index) => lineOf({status, bytes: index + 1}));
  const {verdicts, report} = await judgePress({
    logs: {"access.log": logOf(lines)},
    period: "2005-07",
    methodology: {statuses: ["2xx"]},
  });
  expect(verdicts).toEqual(["counted", "counted", "counted", "counted", "not-successful"]);
  expect(report.notes.find(({id}) => id === "not-successful")?.text).toContain("any status but 2xx");
});

test("an item is a document without the ending that tells its format", () => {
  const formats = new Set(["html", "pdf"]);
  const rows = [
    ["/a.html", "/a"],
    ["/a.PDF", "/a"],
    ["/a.v2.pdf", "/a.v2"],
    ["/a.zip", "/a.zip"],
    ["/a", "/a"],
    ["/", "/"],
    ["/pdf", "/pdf"],
    ["/x.pdf/", "/x.pdf/"],
  ];
  expect(rows.map(([document]) => [document, itemOf(document!, formats)])).toEqual(rows);
});

describe("settings under another name", () => {
  const configOf = (methodology: object) =>
    parseConfig(JSON.stringify({publication: "The Example Press", methodology})).methodology;
  const own = configOf({developers: ["192.0.2.1"], blacklist: "b.csv", heavyReaders: {documents: 5}, statuses: [200]});

  test("are the workspace's own where it extends that", () => {
    expect(settingsUnder("central-task", own, "nowhere")).toBe(own);
  });
  test("take along who is no reader, and no rule", () => {
    const clients = {developers: ["192.0.2.1"], blacklist: "b.csv"};
    expect(settingsUnder("wikimedia", own, "nowhere")).toEqual({extends: "wikimedia", ...clients});
    expect(settingsUnder("counter-5.1", own, "nowhere")).toEqual({extends: "counter-5.1", ...clients});
  });
  test("take nothing along where no such rule runs", () => {
    expect(settingsUnder("goaccess", own, "nowhere")).toEqual({extends: "goaccess"});
  });
});

test("COUNTER's list goes along, and takes its note away", async () => {
  const list = JSON.stringify([{pattern: "quillpen", last_changed: "2025-01-01"}]);
  const given = {
    logs: {"access.log": logOf([lineOf({agent: "Quillpen/1"}), lineOf({agent: googlebot, client: "192.0.2.2"})])},
    period: "2005-07",
    files: {"counter.json": list},
  };
  const lists = ["isbot", {name: "counter", file: "counter.json"}];
  const report = await reportPress({...given, methodology: {robots: {lists}}, asked: "counter-5.1"});
  expect(report.methodology.robotLists.map(({name}) => name)).toEqual(["counter"]);
  expect(report.notes.map(({id}) => id)).not.toContain("counter-list-missing");
  expect(report.measures[0]?.total).toBe(1);
  const without = await reportPress({...given, methodology: {extends: "counter-5.1"}});
  expect(without.notes.map(({id}) => id)).toContain("counter-list-missing");
});

test("a name that is near is suggested", () => {
  const faultOf = (name: string): string => {
    try {
      return methodologyCalled(name, "--methodology");
    } catch (fault) {
      return fault instanceof UserError ? `${fault.code} ${fault.help}` : "";
    }
  };
  expect(faultOf("counter5.1")).toBe("COMMAND_UNKNOWN write counter-5.1");
  expect(faultOf("webalizer")).toBe("COMMAND_UNKNOWN name one of central-task, counter-5.1, wikimedia, goaccess");
});
