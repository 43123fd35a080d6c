import {createHash} from "node:crypto";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {readOwnList, settingFor} from "../../../src/methodology/robots/lists/own-list.ts";
import {faultOf, makeListFolder} from "./list-folder.ts";

const folder = makeListFolder();
const sha256 = (...texts: string[]): string => createHash("sha256").update(texts.join("")).digest("hex");

const counter = `[
  {
    "pattern": "harvest",
    "last_changed": "2019-03-01"
  },
  {
    "pattern": "^Mole\\\\/[0-9]",
    "last_changed": "2024-04-22"
  },
  {"pattern": "[^a]newt"}
]
`;
const crawlers = `[{"pattern": "Mole\\\\/", "addition_date": "2014/02/28", "url": "http://example.org", "instances": ["Mole/1"]},
  {"pattern": "[wW]orm", "instances": []}]`;
const patterns = `# robots of the web pool, 2025-11-02
Mole Reader

/^newt\\/\\d/
  Harvest (x)
`;
const prefixes = `{"creationTime": "2026-10-01T22:00:29.000000", "prefixes": [
  {"ipv6Prefix": "2001:db8:77::/64"}, {"ipv4Prefix": "192.0.2.0/27"}, {"ipv4Prefix": "192.0.2.0/27"}]}`;
const networks = `# published 2025-01-31
192.0.2.0/27
198.51.100.7  # the second machine
2001:db8::/48
`;
const robots = "# updated 06/25/2014\nmole|1|molehill, mole hill|0|2|0\nnewt|1||0|2|1\n";
const browsers = "Mozilla|1|1\nOpera|1|0\n";

describe("a list of one's own is read", () => {
  for (const [what, name, text, form, version, count, yes, no] of [
    [
      "COUNTER's",
      "c.json",
      counter,
      "COUNTER",
      "2024-04-22",
      3,
      ["MOLE/1", "x harvester", "enewt"],
      ["x Mole/1", "anewt"],
    ],
    [
      "a later crawler-user-agents",
      "a.json",
      crawlers,
      "crawler-user-agents",
      "2014-02-28",
      2,
      ["Mole/1", "Worm"],
      ["mole/1"],
    ],
    [
      "one of patterns",
      "p.txt",
      patterns,
      "patterns",
      "2025-11-02",
      3,
      ["a mole reader", "Newt/7", "HARVEST (X)"],
      ["Mole", "x newt/7"],
    ],
  ] as const) {
    test(what, () => {
      const list = readOwnList({name: "own", file: folder.write(name, text)}, {folder: "nowhere", key: "k"});
      expect(list).toMatchObject({name: "own", form, version, entryCount: count, networks: [], sha256: sha256(text)});
      expect(yes.filter((agent) => !list.isRobot(agent))).toEqual([]);
      expect(no.filter((agent) => list.isRobot(agent))).toEqual([]);
    });
  }

  for (const [what, name, text, form, version, want] of [
    ["published prefixes", "g.json", prefixes, "prefixes", "2026-10-01", ["2001:db8:77::/64", "192.0.2.0/27"]],
    ["networks", "n.txt", networks, "networks", "2025-01-31", ["192.0.2.0/27", "198.51.100.7", "2001:db8::/48"]],
  ] as const) {
    test(`one of ${what}`, () => {
      const list = readOwnList({name: "own", networks: folder.write(name, text)}, {folder: "nowhere", key: "k"});
      expect(list).toMatchObject({form, version, entryCount: want.length, networks: want});
      // Whoever tries networks finds neither its hash nor, without the key, its seal.
      expect(list.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(list.sha256).not.toBe(sha256(text));
      const other = readOwnList({name: "own", networks: folder.write(name, text)}, {folder: "nowhere", key: "l"});
      expect(other.sha256).not.toBe(list.sha256);
      expect(list.isRobot("192.0.2.0/27")).toBe(false);
    });
  }

  test("one of two files, whose hash is that of both", () => {
    const paths = {robots: folder.write("r.txt", robots), browsers: folder.write("b.txt", browsers)};
    const list = readOwnList({name: "iab", ...paths}, {folder: "nowhere", key: "k"});
    expect(list).toMatchObject({
      form: "IAB/ABC",
      version: "2014-06-25",
      entryCount: 4,
      sha256: sha256(browsers, robots),
    });
  });

  test("without a day its version is the beginning of its hash", () => {
    const {version} = readOwnList({name: "own", file: folder.write("d.txt", "Mole\n")}, {folder: "nowhere", key: "k"});
    expect(version).toBe(sha256("Mole\n").slice(0, 12));
  });

  for (const [what, bytes] of [
    ["a byte order mark and CRLF", Buffer.from("\ufeff# x\r\nMole\r\n")],
    ["UTF-16", Buffer.from("\ufeffMole\n", "utf16le")],
    ["Windows-1252", Buffer.from("# liste de la r\u00e9daction\nMole\n", "latin1")],
  ] as const) {
    test(`in ${what}`, () => {
      expect(
        readOwnList({name: "own", file: folder.write("e.txt", bytes)}, {folder: "nowhere", key: "k"}).isRobot("mole"),
      ).toBe(true);
    });
  }
});

describe("a file that is no list is refused", () => {
  for (const [what, setting, text, message, help] of [
    [
      "a web page",
      "file",
      "\n<!DOCTYPE html>\n<title>404</title>",
      "the file is a web page, not a list",
      "fetch the list itself",
    ],
    ["XML", "networks", '<?xml version="1.0"?>', "the file is a web page, not a list", "fetch the list itself"],
    ["an empty file", "file", "", "the file is empty", "fetch the list again"],
    ["blanks", "networks", " \n\n", "the file is empty", "fetch the list again"],
    ["comments alone", "file", "# nothing\n", "the list has no pattern", "fetch the list again"],
    ["comments alone for networks", "networks", "# nothing\n", "the list has no network", "fetch the list again"],
    ["comments alone for robots", "robots", "# nothing\n", "the list has no entry that is active", "fetch"],
    ["a packed file", "file", gzipSync("Mole\n"), "the file is not text", "unpacked"],
    ["a broken text", "file", Buffer.from([0xff, 0xfe, 0x4d]), "the file is not text", "unpacked"],
    [
      "other JSON",
      "file",
      '{"robots": ["Mole"]}',
      "the file is JSON, and no such list of robots",
      "docs/configuration.md",
    ],
    ["no pattern in JSON", "file", "[]", "the file is JSON, and no such list of robots", "docs/configuration.md"],
    [
      "JSON with an empty pattern",
      "file",
      '[{"pattern": ""}]',
      "the file is JSON, and no such",
      "docs/configuration.md",
    ],
    ["networks for patterns", "file", prefixes, "the file is JSON, and no such", "write networks: in place of file:"],
    [
      "patterns for networks",
      "networks",
      counter,
      "the file is JSON, and no such",
      "write file: in place of networks:",
    ],
  ] as const) {
    test(what, () => {
      const path = folder.write("f", text);
      const fault = faultOf(() => readOwnList({name: "own", [setting]: path}, {folder: "nowhere", key: "k"}));
      expect(fault).toMatchObject({code: "ROBOT_LIST_REFUSED", where: path});
      expect(fault.message).toContain(message);
      expect(fault.help).toContain(help);
    });
  }

  for (const [what, setting, text, line, message] of [
    [
      "JSON that broke off",
      "file",
      '[{"pattern": "Mole"},\n {"pattern": "Ne',
      2,
      "the file begins like JSON, and is none",
    ],
    [
      "a pattern in JSON",
      "file",
      counter.replace("[^a]newt", "newt(?=x)"),
      10,
      'the pattern "newt(?=x)" cannot be used',
    ],
    ["a pattern in text", "file", "Mole\n\n/newt(?=x)/\n", 3, 'the pattern "newt(?=x)" cannot be used'],
    ["a short text", "file", "Mole\nGo\n", 2, 'the text "Go" would fit nearly everything'],
    ["an expression without its slashes", "file", "Mole\n^Newt", 2, '"^Newt" looks like a regular expression'],
    ["an escape without its slashes", "file", "Mole\\/1", 1, '"Mole\\/1" looks like a regular expression'],
    ["a name for a network", "networks", "192.0.2.1\nGooglebot\n", 2, '"Googlebot" is no address or network'],
    ["a wide network", "networks", "192.0.2.1\n0.0.0.0/1\n", 2, "the network 0.0.0.0/1 is too wide to be looked for"],
    ["a line without a flag", "robots", "mole|1\nnewt\n", 2, "the line has no text and flag (1 or 0), parted by |"],
  ] as const) {
    test(`${what}, with its line`, () => {
      const path = folder.write("g", text);
      const fault = faultOf(() => readOwnList({name: "own", [setting]: path}, {folder: "nowhere", key: "k"}));
      expect(fault).toMatchObject({code: "ROBOT_LIST_REFUSED", where: `${path}:${line}`});
      expect(fault.message).toContain(message);
    });
  }

  for (const [what, path, message] of [
    ["that is missing", "none.json", "there is no such list"],
    ["that is a folder", ".", "the list is a folder, and no file"],
  ] as const) {
    test(`one ${what}`, () => {
      const fault = faultOf(() => readOwnList({name: "own", file: path}, {folder: folder.path, key: "k"}));
      expect(fault).toMatchObject({code: "ROBOT_LIST_REFUSED", message});
      expect(fault.help).toBe("check methodology.robots.lists in broadsheet.yaml");
    });
  }

  test("one that is larger than any list", () => {
    const path = folder.write("h", Buffer.alloc(17 * 2 ** 20, "a"));
    expect(faultOf(() => readOwnList({name: "own", file: path}, {folder: "nowhere", key: "k"})).message).toContain(
      "more than 16 megabytes",
    );
  });
});

describe("the setting that a file calls for is found out", () => {
  for (const [file, text, want] of [
    ["COUNTER_Robots_list.json", counter, {name: "COUNTER_Robots_list", key: "file"}],
    ["crawlers.json", crawlers, {name: "crawlers", key: "file"}],
    ["my robots (2).txt", patterns, {name: "my-robots-2-", key: "file"}],
    ["googlebot.json", prefixes, {name: "googlebot", key: "networks"}],
    ["ranges.txt", networks, {name: "ranges", key: "networks"}],
    ["exclude.txt", robots, {name: "exclude", key: "robots"}],
    ["___.txt", patterns, {name: "list", key: "file"}],
  ] as const) {
    test(file, () => {
      const path = folder.write(file, text);
      expect(settingFor(path, null, null)).toEqual({name: want.name, [want.key]: path});
      expect(settingFor(path, "given", null)).toEqual({name: "given", [want.key]: path});
    });
  }

  test("two files are robots and browsers", () => {
    expect(settingFor("r.txt", "iab", "b.txt")).toEqual({name: "iab", robots: "r.txt", browsers: "b.txt"});
  });
});
