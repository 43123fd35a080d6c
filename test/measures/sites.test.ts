import {describe, expect, test} from "vitest";
import type {Report} from "../../src/report/report.ts";
import {logOf, type Press, reportPress} from "../press.ts";
import {longTest} from "../run/amounts.ts";
import {hostedLine, severalSites} from "../several-sites.ts";

/** The report of a log with hosts, with the smallest row that can be. */
function reportOf(press: Partial<Press> = {}, lines = severalSites): Promise<Report> {
  const settings = {smallest: 1, places: false, ...press.settings};
  const logs = press.logs ?? {"access.log": logOf(lines)};
  return reportPress({period: "2026-03", tables: "sites,top-documents", ...press, logs, settings});
}

const figure = ({measures}: Report, id: string): number | null => measures.find((one) => one.id === id)!.total;

/** Rows as key, documents, readers. */
const rowsOf = ({tables}: Report, id: string): unknown[][] =>
  (tables.find((one) => one.id === id)?.rows ?? []).map(({key, values}) => [key, ...values.slice(0, 2)]);

const verdictsOf = ({account}: Report): Record<string, number> =>
  Object.fromEntries(account[0]!.verdicts.flatMap(({id, requests}) => (requests > 0 ? [[id, requests]] : [])));

/** The paper with its mobile host, and the shop. */
const named = {sites: {paper: {hosts: "press.example", same: ["m.press.example"]}, shop: ["shop.example"]}};

test("without a setting each host of the log is a site, and a document is a site and a path", async () => {
  const report = await reportOf();
  expect(figure(report, "readers")).toBe(6);
  expect(figure(report, "different-documents")).toBe(6);
  expect(rowsOf(report, "sites")).toEqual([
    ["press.example", 5, 3],
    ["shop.example", 3, 2],
    ["-", 1, 1],
    ["m.press.example", 1, 1],
  ]);
  expect(rowsOf(report, "top-documents")).toEqual(
    [
      ["press.example/", 3, 3],
      ["press.example/news/a.html", 2, 2],
      ["/", 1, 1],
      ["m.press.example/", 1, 1],
      ["shop.example/", 2, 2],
      ["shop.example/cart", 1, 1],
    ].sort((one, other) => Number(other[1]) - Number(one[1])),
  );
  const [doubt, others, nameless] = report.summary;
  expect(doubt).toContain("press.example (6), shop.example (5), m.press.example (1).");
  expect(others).toContain("30; their requests: 30");
  expect(nameless).toContain("1");
});

test("the setting names sites, joins hosts, and says so once: no doubt is told", async () => {
  const report = await reportOf({settings: named});
  expect(figure(report, "readers")).toBe(6);
  expect(figure(report, "different-documents")).toBe(5);
  expect(rowsOf(report, "sites")).toEqual([
    ["paper", 6, 4],
    ["shop", 3, 2],
    ["-", 1, 1],
  ]);
  expect(report.summary[0]).toMatch(/^6 /);
});

describe("one site", () => {
  test("has its own requests in its account, and no other's", async () => {
    const report = await reportOf({settings: named, site: "paper"});
    expect(report.site).toBe("paper");
    expect(verdictsOf(report)).toEqual({counted: 6, robots: 1});
    expect([figure(report, "readers"), figure(report, "different-documents")]).toEqual([4, 2]);
    expect(rowsOf(report, "top-documents")).toEqual([
      ["/", 4, 4],
      ["/news/a.html", 2, 2],
    ]);
    expect(rowsOf(report, "sites")).toEqual([]);
  });

  for (const site of ["shop.example", "SHOP.example.:443"]) {
    test(`is called by a host of it: ${site}`, async () => {
      const report = await reportOf({settings: named, site});
      expect(verdictsOf(report)).toEqual({counted: 3, "page-furniture": 1, "not-successful": 1});
      expect(report.site).toBe("shop");
    });
  }

  test("reads too much where all sites together do", async () => {
    const methodology = {heavyReaders: {documents: 2}};
    const report = await reportOf({settings: named, site: "shop", methodology});
    // Reader 1 took one document of the shop, and two of the paper.
    expect(verdictsOf(report)).toMatchObject({counted: 2, "heavy-readers": 1});
  });

  longTest("has its ranges, and its figures under another methodology", async () => {
    const report = await reportOf({settings: named, site: "paper", hasRanges: true});
    const readers = report.ranges!.measures.find(({id}) => id === "readers")!;
    // The robot on /robots.txt of the shop read the paper.
    expect([readers.totalLow, readers.totalHigh]).toEqual([4, 5]);
    // COUNTER asks a list who is a robot, and not /robots.txt.
    const counter = await reportOf({settings: named, site: "paper", asked: "counter-5.1"});
    expect([figure(counter, "readers"), figure(counter, "total-item-requests")]).toEqual([5, 7]);
  });

  test("is refused where there is none of that name, with the names there are", async () => {
    await expect(reportOf({settings: named, site: "papr"})).rejects.toMatchObject({
      code: "COMMAND_UNKNOWN",
      help: "write paper",
    });
    await expect(reportOf({site: "elsewhere.example"})).rejects.toMatchObject({
      code: "COMMAND_UNKNOWN",
      help: "name one of press.example, shop.example, m.press.example",
    });
  });
});

test("one host alone, by whatever spelling, is one site: nothing is told apart", async () => {
  const lines = severalSites.filter((line) => /^\S*press\.example[.:]/i.test(line) && !line.startsWith("m."));
  const report = await reportOf({}, lines);
  expect(rowsOf(report, "sites")).toEqual([]);
  expect(rowsOf(report, "top-documents")).toEqual([
    ["/", 3, 3],
    ["/news/a.html", 3, 3],
  ]);
  expect(report.summary[0]).toMatch(/^4 /);
});

test("a list of own hosts is one site, and other hosts are others", async () => {
  const report = await reportOf({settings: {sites: ["press.example", "m.press.example"]}});
  expect(rowsOf(report, "sites")).toEqual([
    ["press.example", 6, 4],
    ["shop.example", 3, 2],
    ["-", 1, 1],
  ]);
});

test("hosts that few requests name are of no site: a proxy was asked that is none", async () => {
  const plain = Array.from({length: 18}, (_, place) => hostedLine("", place, "/").trim());
  const asked = [hostedLine("", 1, "http://press.example/").trim(), hostedLine("", 2, "http://evil.example/").trim()];
  const report = await reportOf({}, [...plain, ...asked]);
  expect(rowsOf(report, "sites")).toEqual([]);
  expect(rowsOf(report, "top-documents")).toEqual([["/", 20, 18]]);
});

test("where there are very many hosts, those are sites that a share of all documents came from", async () => {
  const junk = Array.from({length: 40}, (_, place) => hostedLine(`x${place}.invalid`, 150 + place, "/"));
  const press = Array.from({length: 3000}, (_, place) => hostedLine("press.example", place % 100, `/${place % 7}`));
  const shop = Array.from({length: 60}, (_, place) => hostedLine("shop.example", place, "/"));
  const report = await reportOf({}, [...press, ...shop, ...junk]);
  expect(rowsOf(report, "sites")).toEqual([
    ["press.example", 3000, 100],
    ["shop.example", 60, 60],
    ["*", 40, 40],
  ]);
  expect(figure(report, "different-documents")).toBe(7 + 1 + 1);
  const one = await reportOf({site: "x7.invalid"}, [...press, ...shop, ...junk]);
  expect(figure(one, "readers")).toBe(1);
});

test("logs are of the site that names them, and what is left goes by hosts and ports", async () => {
  const logs = {
    "shop.access.log": logOf([hostedLine("", 1, "/").trim(), hostedLine("", 2, "/").trim()]),
    "hosts.log": logOf([
      hostedLine("shop.example", 1, "/"),
      hostedLine("api.press.example:8080", 3, "/"),
      hostedLine("press.example", 3, "/"),
      hostedLine("blog.press.example", 4, "/"),
      hostedLine("elsewhere.example", 4, "/"),
    ]),
  };
  const sites = {
    shop: {files: "shop*.log", hosts: "shop.example"},
    paper: "press.example",
    blogs: "*.press.example",
    api: 8080,
  };
  const report = await reportOf({logs, settings: {sites}});
  expect(rowsOf(report, "sites").sort()).toEqual([
    ["*", 1, 1],
    ["api", 1, 1],
    ["blogs", 1, 1],
    ["paper", 1, 1],
    ["shop", 3, 2],
  ]);
});

describe("what a site says of itself", () => {
  const own = {
    sections: {news: "/news/", all: "/"},
    departments: "departments.csv",
    sites: {
      paper: {hosts: ["press.example", "m.press.example"], pageFurniture: {paths: ["/news/"]}},
      shop: {hosts: "shop.example", sections: {cart: "/cart"}, departments: "shop.csv"},
    },
  };
  const files = {
    "departments.csv": "prefix,department,language,title\n/,front,en,Front\n",
    "shop.csv": "prefix,department,language,title\n/cart,sales,en,Sales\n",
  };
  const tables = "sites,departments";

  test("takes the place of what is said of all", async () => {
    const report = await reportOf({settings: own, files, tables});
    // `/news/a.html` of the paper is furniture, and only there; `/cart` of the shop is in no section of the others.
    expect(rowsOf(report, "sites")).toEqual([
      ["paper", 4, 4],
      ["shop", 3, 2],
      ["-", 1, 1],
    ]);
    expect(figure(report, "section-readers:cart")).toBe(1);
    expect(figure(report, "section-readers:all")).toBe(5);
    expect(rowsOf(report, "departments")).toEqual([
      ["front", 5, 5],
      ["sales", 1, 1],
      ["unknown", 2, 2],
    ]);
  });

  test("is what its own report has, and no other's", async () => {
    const shop = await reportOf({settings: own, files, tables, site: "shop"});
    const sections = ({measures}: Report): string[] =>
      measures.flatMap(({id}) => (id.startsWith("section-readers:") ? [id] : []));
    expect(sections(shop)).toEqual(["section-readers:cart"]);
    expect(rowsOf(shop, "departments").map(([key]) => key)).toEqual(["sales", "unknown"]);
    const paper = await reportOf({settings: own, files, tables, site: "paper"});
    expect(sections(paper)).toEqual(["section-readers:news", "section-readers:all"]);
    expect(verdictsOf(paper)).toEqual({counted: 4, "page-furniture": 3});
  });
});

test("a title is that of a path, and says of which site", async () => {
  const files = {"titles.csv": "path,title\n/,Front page\n"};
  const labels = async (site?: string): Promise<string[]> => {
    const press = {settings: {...named, titles: "titles.csv"}, files, ...(site === undefined ? {} : {site})};
    const {tables} = await reportOf(press);
    return tables
      .find(({id}) => id === "top-documents")!
      .rows.map(({label}) => label)
      .sort();
  };
  expect(await labels()).toEqual([
    "Front page",
    "Front page (paper)",
    "Front page (shop)",
    "paper/news/a.html",
    "shop/cart",
  ]);
  expect(await labels("shop")).toEqual(["/cart", "Front page"]);
});

test("sites that have names are part of the methodology's hash, which says what is one document", async () => {
  const hashes = await Promise.all(
    [{}, {sites: ["press.example"]}, named].map(async (settings) => (await reportOf({settings})).methodology.sha256),
  );
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

test("in a log that tells hosts by its format, requests for an address leave the sites what they are", async () => {
  const nameless = Array.from({length: 8}, (_, place) => hostedLine("_", 60 + place, "/"));
  const report = await reportOf({logFormat: "combined-vhost"}, [...severalSites.slice(0, 9), ...nameless]);
  expect(rowsOf(report, "sites").map(([key, documents]) => [key, documents])).toEqual([
    ["-", 8],
    ["press.example", 5],
    ["shop.example", 3],
    ["m.press.example", 1],
  ]);
});
