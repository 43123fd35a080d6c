import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type GroupSelector, groupText, isGroupText, readGroup} from "../../src/methodology/decisions/group.ts";
import {parseBlacklist} from "../../src/methodology/decisions/read.ts";
import {type MmdbValue, mmdbOf} from "../intake/clients/mmdb.ts";
import {type JsonReport, Workshop} from "../intake/workshop.ts";
import {lineOf, logOf} from "../press.ts";

const header = "entry,from,until,decision,reason,decided_by,decided_on\n";
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const whole = (text: string) => ({text, isWhole: true});
const holding = (text: string) => ({text, isWhole: false});

describe("an entry of several parts is read", () => {
  for (const [entry, group, from = null, until = null] of [
    ["agent:Chrome/103 & country:FR", {agent: holding("Chrome/103"), country: "FR", network: null}],
    ["AGENT: Chrome/103  &  Network: as64500", {agent: holding("Chrome/103"), country: null, network: "AS64500"}],
    ["country:fr & network:AS64500", {agent: null, country: "FR", network: "AS64500"}],
    [
      "agent=Mozilla/5.0 (X11; Linux x86_64)",
      {agent: whole("Mozilla/5.0 (X11; Linux x86_64)"), country: null, network: null},
    ],
    ["country:UK", {agent: null, country: "GB", network: null}],
    ["network:AS064500", {agent: null, country: null, network: "AS64500"}],
    [
      "country:FR & from 2026-03-09 until 2026-03-11",
      {agent: null, country: "FR", network: null},
      "2026-03-09",
      "2026-03-11",
    ],
    ["country:FR & until 2026-03-11", {agent: null, country: "FR", network: null}, null, "2026-03-11"],
    ["agent:A & B & country:FR", {agent: holding("A & B"), country: "FR", network: null}],
  ] as const) {
    test(entry, () => {
      expect(parseBlacklist(`${header}${csv(entry)},,,,,,\n`, "b.csv")).toEqual([{who: {group}, from, until}]);
    });
  }

  test("what stands behind agent: alone may hold a sign for and", () => {
    expect(parseBlacklist(`${header}agent:AT & T,,,,,,\n`, "b.csv")).toEqual([
      {who: {agentText: "AT & T"}, from: null, until: null},
    ]);
  });

  test("days of its own and of the columns hold together: the fewest", () => {
    const rows = `${header}country:FR & from 2026-03-09 until 2026-03-20,2026-03-01,2026-03-11,,,,\n`;
    expect(parseBlacklist(rows, "b.csv")).toMatchObject([{from: "2026-03-09", until: "2026-03-11"}]);
  });

  test("a later row about the same group revises, however it is written", () => {
    const rows = `${header}country:FR & agent:Mole/1,,,robot,,,2026-04-01\nAgent:mole/1 & country:fr,,,later,,,2026-04-02\n`;
    expect(parseBlacklist(rows, "b.csv")).toEqual([]);
  });
});

describe("an entry that cannot be used is refused with its line and one thing to try", () => {
  for (const [entry, what] of [
    ["agent:Chrome/103 & country:France", '"France" is no country'],
    ["country:", '"" is no country'],
    ["country:ZZ", '"ZZ" is no country'],
    ["country:QQ", '"QQ" is no country'],
    ["network:64500x", '"64500x" is no network of the routing table'],
    ["network:192.0.2.0/24", '"192.0.2.0/24" is no network of the routing table'],
    ["network:AS0", '"AS0" is no network of the routing table'],
    ["network:AS4294967296", '"AS4294967296" is no network of the routing table'],
    ["country:FR & country:DE", "the entry says country twice"],
    ["agent:Mole & agent=Mole", "the entry says agent twice"],
    ["country:FR & from 2026-03-01 until 2026-03-05 & until 2026-03-06", "the entry says until twice"],
    ["agent:ab & country:FR", 'the agent text "ab" would fit nearly everything'],
    ["agent= & country:FR", "the agent is empty"],
    ["from 2026-03-01 until 2026-03-05", "the entry names days and nothing else"],
    ["country:FR & from 2026-02-30", '"2026-02-30" is not a day'],
    ["country:FR & from 2026-03-05 until 2026-03-01", "until 2026-03-01 is before from 2026-03-05"],
    ["192.0.2.1 & country:FR", '"192.0.2.1" cannot be a part of an entry'],
    ["country:FR & 192.0.2.1", '"FR & 192.0.2.1" is no country'],
    ["country:FR & drop table", '"FR & drop table" is no country'],
  ] as const) {
    test(entry, () => {
      expect(() => parseBlacklist(`${header}${csv(entry)},,,,,,\n`, "b.csv")).toThrowError(
        expect.objectContaining({
          code: "BLACKLIST_REFUSED",
          message: expect.stringContaining(what),
          where: expect.stringContaining("b.csv:2"),
        }),
      );
    });
  }

  test("a group is nobody that could be a reader", () => {
    expect(() => parseBlacklist(`${header}country:FR,,,reader,,,\n`, "b.csv")).toThrow(
      "groups cannot be decided to be readers",
    );
  });
});

test("whatever a group is, it is written as it is read, or not at all", () => {
  const agent = fc.oneof(
    fc.constant(null),
    fc.record({text: fc.string({unit: "grapheme", minLength: 1}), isWhole: fc.constant(true)}),
  );
  fc.assert(
    fc.property(agent, fc.constantFrom(null, "FR", "DE"), fc.constantFrom(null, "AS1", "AS64500"), (...parts) => {
      const [named, country, network] = parts;
      const group: GroupSelector = {agent: named, country, network};
      const text = groupText(group);
      if (text === null) return;
      expect(isGroupText(text)).toBe(true);
      expect(readGroup(text).group).toEqual(group);
    }),
    {seed: 2005, numRuns: 1000},
  );
  expect(groupText({agent: whole("a & country:DE"), country: "FR", network: null})).toBe(null);
  expect(groupText({agent: whole("a\nb"), country: null, network: null})).toBe(null);
});

test("a long entry of signs is refused at once", () => {
  const begin = performance.now();
  expect(() => parseBlacklist(`${header}${csv(`country:FR ${"& ".repeat(200_000)}`)},,,,,,\n`, "b.csv")).toThrow(
    "has 4000",
  );
  expect(performance.now() - begin).toBeLessThan(2000);
});

describe("who is of a group is left out on its days", () => {
  const place = (country: string, number: number): MmdbValue => ({
    country_code: country,
    autonomous_system_number: number,
    autonomous_system_organization: `Net ${number}`,
  });
  const records = {
    "192.0.2.0/25": place("FR", 64_500),
    "192.0.2.128/25": place("FR", 64_501),
    "198.51.100.0/24": place("DE", 64_500),
  };
  const [mole = "", newt = ""] = [140, 141].map(
    (version) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
  );
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = new Workshop(
      "publication: P\nplaces: {ipv4: all.mmdb}\nowners: all.mmdb\nmethodology: {blacklist: blacklist.csv}\n",
    );
    workshop.write("press/all.mmdb", mmdbOf(records));
    const lines = [
      // France, 64500: two agents on two days; France, 64501; Germany, 64500; nowhere.
      ["192.0.2.1", 1, mole],
      ["192.0.2.1", 2, mole],
      ["192.0.2.1", 2, newt],
      ["192.0.2.129", 1, mole],
      ["198.51.100.1", 1, mole],
      ["198.51.100.1", 3, newt],
      ["203.0.113.1", 1, mole],
    ] as const;
    workshop.write(
      "a.log",
      logOf(
        lines.map(([client, day, agent]) =>
          lineOf({client, at: `0${day}/Jan/2026:10:00:00 +0000`, path: "/a.html", agent}),
        ),
      ),
    );
    await workshop.ingest(["a.log"]);
  });
  afterEach(() => workshop.remove());

  const outOf = async (...entries: readonly string[]): Promise<readonly (number | undefined)[]> => {
    workshop.write(
      "press/blacklist.csv",
      header + entries.map((entry) => `${entry.includes(",") ? entry : `${csv(entry)},,,`},,,\n`).join(""),
    );
    const {stdout, stderr} = await workshop.run("report", "2026-01", "-f", "json", "--no-ranges", "--tables", "none");
    expect(stderr).not.toContain("error");
    const {account, measures} = JSON.parse(stdout) as JsonReport;
    const out = account[0]!.verdicts.find(({id}) => id === "blacklisted")?.requests;
    return [out, measures.find(({id}) => id === "readers")!.values[0]!];
  };

  test("methodology.leftOut leaves out a country or a network in its months, with a verdict and a note of its own", async () => {
    const account = async (leftOut: string): Promise<unknown> => {
      workshop.write(
        "press/broadsheet.yaml",
        `publication: P\nplaces: {ipv4: all.mmdb}\nowners: all.mmdb\nmethodology: {blacklist: blacklist.csv, leftOut: ${leftOut}}\n`,
      );
      const {stdout, stderr} = await workshop.run("report", "2026-01", "-f", "json", "--tables", "none");
      if (stdout === "") return stderr;
      const {account: rows, measures, notes} = JSON.parse(stdout) as JsonReport;
      const note = (notes as {id: string; text: string}[]).find(({id}) => id === "left-out")?.text ?? null;
      const out = rows[0]!.verdicts.find(({id}) => id === "left-out")?.requests ?? null;
      return [out, measures.find(({id}) => id === "readers")!.values[0]!, note];
    };
    workshop.write("press/blacklist.csv", header);
    expect(await account("[]")).toEqual([null, 4, null]);
    expect(await account("[{country: FR, months: 2026-01}]")).toEqual([
      4,
      2,
      "Readers of countries and networks that are left out: 4 requests left out (France: January 2026).",
    ]);
    expect(await account("[{network: as64500, months: 2025-12..2026-02}, {country: IT, months: 2026-01}]")).toEqual([
      5,
      2,
      expect.stringContaining("(AS64500: "),
    ]);
    expect(await account("[{country: FR, network: AS64501, months: 2026-01}]")).toEqual([1, 3, expect.any(String)]);
    expect(await account("[{country: FR, months: 2026-02}]")).toEqual([0, 4, null]);
    workshop.write("press/blacklist.csv", `${header}192.0.2.1,,,reader,,,\n`);
    expect(await account("[{country: FR, months: 2026-01}]")).toEqual([1, 3, expect.any(String)]);
    expect(await account("[{country: France, months: 2026-01}]")).toContain("must be a country by two letters");
    expect(await account("[{network: 64500, months: 2026-01}]")).toContain("methodology.leftOut");
    expect(await account("[{months: 2026-01}]")).toContain("must name a country or a network");
    expect(await account("[{country: FR}]")).toContain("months");
  });

  // Requests left out, and distinct users left of four.
  for (const [entries, out, left] of [
    [[], 0, 4],
    [["country:FR"], 4, 2],
    [["network:AS64500"], 5, 2],
    [["country:FR & network:AS64500"], 3, 3],
    [["country:IT"], 0, 4],
    [["network:AS64502"], 0, 4],
    [["agent:Firefox/141 & country:FR"], 1, 4],
    [["agent:firefox/141 & network:as64500"], 2, 4],
    [["agent:Firefox & country:FR & network:AS64501"], 1, 3],
    [[`agent=${mole} & network:AS64500`], 3, 4],
    [[`agent=${mole}`], 5, 2],
    [["country:FR & from 2026-01-02 until 2026-01-02"], 2, 4],
    [["agent:Firefox & country:FR & from 2026-01-02"], 2, 4],
    [["country:FR", "agent:Firefox/141 & country:DE"], 5, 2],
    [["country:FR", "192.0.2.1,,,reader"], 1, 3],
    [["agent:Firefox & country:FR", "192.0.2.1,,,reader"], 1, 3],
    [["country:FR,,,later"], 0, 4],
  ] as const) {
    test(`${entries.join("; ") || "nothing"}: ${out} requests`, async () => {
      expect(await outOf(...entries)).toEqual([out, left]);
    });
  }
});
