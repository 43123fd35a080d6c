import {describe, expect, test} from "vitest";
import {proposeSites} from "../../src/methodology/site/propose-sites.ts";
import {foundSites, type HostCount, namedSites} from "../../src/methodology/site/sites.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import type {SitesSetting} from "../../src/workspace/config/sites.ts";
import {fitsStars, hostNamed} from "../../src/workspace/host.ts";

describe("one host has one spelling", () => {
  for (const [text, host] of [
    ["press.example", "press.example"],
    ["PRESS.Example", "press.example"],
    ["press.example.", "press.example"],
    ["press.example.:443", "press.example"],
    ["press.example:80", "press.example"],
    ["press.example:", "press.example"],
    ["press.example:8080", "press.example:8080"],
    ["www.press.example", "www.press.example"],
    ["press.example....", "press.example"],
    ["a:b:8080", "a:b:8080"],
    ["müller.example", "xn--mller-kva.example"],
    ["_", null],
    ["-", null],
    ["", null],
    [":443", null],
    ["localhost", null],
  ] as const) {
    test(`"${text}"`, () => expect(hostNamed(text)).toBe(host));
  }
});

describe("a star stands for any signs", () => {
  for (const [text, pattern, fits] of [
    ["a.press.example", "*.press.example", true],
    ["a.b.press.example", "*.press.example", true],
    ["press.example", "*.press.example", false],
    ["press.example:8080", "*:8080", true],
    ["shop-1.example", "shop-*.ex*le", true],
    ["aa", "a*a", true],
    ["a", "a*a", false],
    ["anything", "*", true],
  ] as const) {
    test(`${text} ${fits ? "fits" : "does not fit"} ${pattern}`, () => expect(fitsStars(text, pattern)).toBe(fits));
  }
  test("however many stars stand in it", () => {
    expect(fitsStars("a".repeat(50_000), `${"*a".repeat(200)}*b`)).toBe(false);
  });
});

/** What a `broadsheet.yaml` says of sites. */
function settingOf(yaml: string): SitesSetting {
  return parseConfig(`publication: Press\nsites: ${yaml}\n`).sites;
}

describe("the narrowest holds", () => {
  const setting =
    '{a: press.example, b: "*.press.example", c: 8080, d: "api.press.example:8080", e: www.shop.example, f: "*.example"}';
  const {sites, siteOf} = namedSites(settingOf(setting));
  for (const [host, name] of [
    ["press.example", "a"],
    ["www.press.example:443", "a"],
    ["blog.press.example", "b"],
    ["press.example:8080", "c"],
    ["api.press.example:8080", "d"],
    ["api.press.example:9090", "b"],
    ["shop.example", "e"],
    ["other.example", "f"],
    ["elsewhere.invalid", "*"],
    ["-", "-"],
    [null, "-"],
  ] as const) {
    test(`${host} is of ${name}`, () => expect(sites[siteOf(host)]!.name).toBe(name));
  }
  test("two names with www. and without are two sites where both are named", () => {
    const both = namedSites(settingOf("{a: press.example, b: www.press.example}"));
    expect(["press.example", "www.press.example"].map(both.siteOf)).toEqual([0, 1]);
  });
  test("one that takes all takes what names no host, too", () => {
    const all = namedSites(settingOf('{a: press.example, rest: "*"}'));
    expect(["press.example", "x.invalid", null].map(all.siteOf)).toEqual([0, 1, 1]);
  });
  test("a log is of the site that names it", () => {
    const {siteOfLog} = namedSites(settingOf('{shop: {files: "shop*.log*"}, paper: {files: "/var/log/paper/*"}}'));
    const logs = ["logs/shop.access.log.1.gz", "/var/log/paper/access.log", "logs/paper/access.log"];
    expect(logs.map(siteOfLog)).toEqual([0, 1, null]);
  });
});

const count = (host: string | null, requests: number, answered = requests): HostCount => ({host, requests, answered});

describe("without a setting", () => {
  test("20 hosts that a document came of are a site each, and one that none came of is none", () => {
    const hosts = Array.from({length: 20}, (_, place) => count(`h${place}.example`, 1));
    const {sites, siteOf, other} = foundSites([...hosts, count("x.invalid", 500, 0)], {own: [], wanted: null});
    expect(sites).toHaveLength(22);
    expect(siteOf("x.invalid")).toBe(other);
  });

  test("of 21 those are that one document in a hundred came of", () => {
    const hosts = [
      count("press.example", 1000),
      ...Array.from({length: 20}, (_, place) => count(`h${place}.invalid`, 1)),
    ];
    const names = foundSites([...hosts, count("shop.example", 11)], {own: [], wanted: null}).sites.map(
      ({name}) => name,
    );
    expect(names).toEqual(["press.example", "shop.example", "*", "-"]);
  });

  const proposed: readonly [string, HostCount[], SitesSetting, string[]][] = [
    ["two hosts", [count("press.example:443", 5), count("SHOP.example", 9)], [], ["shop.example", "press.example"]],
    ["one by two names", [count("press.example:443", 5), count("www.press.example", 9)], [], []],
    ["two of one's own", [count("press.example", 5), count("press.org", 9)], ["press.example", "press.org"], []],
    ["two that few requests name", [count("press.example", 5), count("shop.example", 9), count(null, 200)], [], []],
    [
      "two that the settings name",
      [count("press.example", 5), count("shop.example", 9)],
      {shop: {hosts: [], files: [], own: {}}},
      [],
    ],
  ];
  for (const [what, counts, setting, hosts] of proposed) {
    test(`${what}: ${hosts.length === 0 ? "nothing is proposed" : "these are proposed"}`, () => {
      expect(proposeSites(counts, setting)).toEqual(hosts);
    });
  }
});

describe("a site that is none is refused with what was found", () => {
  for (const [yaml, what] of [
    ['{a: {hosts: [press.example, "a b"]}}', "sites.a.hosts[1] must be a host like shop.example"],
    ["{a: {hosts: []}}", "sites.a.hosts must not be empty"],
    ["{a: {files: []}}", "sites.a.files must not be empty"],
    ["{a: {files: 9}}", "sites.a.files must be the name of a log"],
    ["{a: {}}", "sites.a must name hosts or files"],
    ["{a: 7.5}", "sites.a must be hosts"],
    ["{a: {hosts: 443}}", "sites.a.hosts must be a host like shop.example"],
    ["{a: {hosts: [x.example, 443]}}", "sites.a.hosts[1] must be another port"],
    ["{a: {hosts: [x.example, 203.0.113.9]}}", "sites.a.hosts[1] must be a host's name: an address is kept as no host"],
    ["{A: x.example}", "sites.A must be a short name"],
    ["{a: x.example, b: X.example.}", "sites.b must not name x.example, which is of a"],
    ['{a: x.example, b: {hosts: [x.example, "a b"]}}', "sites.b.hosts[1] must be a host"],
    ["{a: {sections: {news: x}}}", "sites.a.sections.news must be a path"],
    ["{a: {departments: ../x.csv}}", "sites.a.departments must stay in the workspace"],
    ["press.example", "sites must be a list of hosts"],
  ] as const) {
    test(yaml, () => expect(() => settingOf(yaml)).toThrow(what));
  }
  test("but all of them may be commented out", () => expect(settingOf("")).toEqual([]));
});
