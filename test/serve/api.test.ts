import {chmodSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, expect, test} from "vitest";
import {edit} from "../publish/site/archive-fixture.ts";
import {type ServedPress, servePress} from "./served-press.ts";

/*
 * What the API says, held to what the fixture published: editions of 2004-H1, 2004-H2 and 2005-H1, an erratum of each of the first two,
 * and a report of December 2003 made by hand.
 */

let served: ServedPress;
beforeAll(async () => {
  served = await servePress();
}, 60_000);
afterAll(() => served.remove());

const json = async (path: string) => (await (await served.get(path)).json()) as Record<string, never>;

interface Month {
  month: string;
  value: number | null;
  edition: string | null;
  erratum: number | null;
  kind: string | null;
  vintages: number;
  compared: {month: string; value: number | null} | null;
  changePercent: number | null;
}
const months = async (query: string): Promise<Month[]> => (await json(`/api/v1/figures/readers?${query}`))["months"]!;

test("a figure has what is in force: first, put right, reported by hand, and not recorded", async () => {
  const all = await months("");
  expect(all.length).toBe(19);
  const byMonth = new Map(
    all.map(({month, value, edition, erratum, kind}) => [month, [value, edition, erratum, kind]]),
  );
  expect(byMonth.get("2003-12")).toEqual([20_000, "2003-H2", null, "reported"]);
  expect(byMonth.get("2004-01")).toEqual([21_000, "2004-H1", null, "first"]);
  expect(byMonth.get("2004-03")).toEqual([22_900, "2004-H1", 1, "correction"]);
  expect(byMonth.get("2004-09")).toEqual([null, null, null, null]);
  expect(byMonth.get("2004-11")).toEqual([30_400, "2004-H2", 1, "revision"]);
  expect(byMonth.get("2005-06")).toEqual([38_000, "2005-H1", null, "first"]);
});

test("a month is set beside the same a year ago, or the one as long before as the selection lasts", async () => {
  const yearAgo = await months("from=2005-01&until=2005-03&compare=year-ago");
  expect(yearAgo.map(({compared}) => compared)).toEqual([
    {month: "2004-01", value: 21_000, isToldBeside: false},
    {month: "2004-02", value: 22_000, isToldBeside: false},
    {month: "2004-03", value: 22_900, isToldBeside: false},
  ]);
  // 32,000 after 21,000; 33,000 after 22,000; 35,000 after 22,900.
  expect(yearAgo.map(({changePercent}) => changePercent?.toFixed(2))).toEqual(["52.38", "50.00", "52.84"]);
  const previous = await months("from=2004-12&until=2005-01&compare=previous");
  expect(previous.map(({compared}) => compared)).toEqual([
    {month: "2004-10", value: 28_000, isToldBeside: false},
    {month: "2004-11", value: 30_400, isToldBeside: false},
  ]);
});

test("months that nobody has published are there without a value", async () => {
  const later = await months("from=2005-06&until=2005-08");
  expect(later.map(({month, value}) => [month, value])).toEqual([
    ["2005-06", 38_000],
    ["2005-07", null],
    ["2005-08", null],
  ]);
});

test("figures that were counted by several rules say so", async () => {
  const {countedBy} = await json("/api/v1/figures/readers?from=2004-12&until=2005-01");
  expect((countedBy as unknown as {editions: string[]}[]).map(({editions}) => editions)).toEqual([
    ["2004-H2"],
    ["2005-H1"],
  ]);
});

test("a selection that ends before it begins, or is longer than a century, is refused", async () => {
  for (const [query, where] of [
    ["from=2005-02&until=2005-01", "until"],
    ["from=1900-01", "from"],
    ["from=2005-1", "from"],
    ["until=3000-01", "until"],
    ["compare=yesterday", "compare"],
    ["format=xml", "format"],
  ] as const) {
    const response = await served.get(`/api/v1/figures/readers?${query}`);
    const {error} = (await response.json()) as {error: {status: number; where: string; help: string}};
    expect([response.status, error.where], query).toEqual([400, where]);
    expect(error.help).not.toBe("");
  }
});

test("the sheet of a figure is the same, as CSV that is saved", async () => {
  const response = await served.get("/api/v1/figures/readers?from=2004-10&until=2004-11&format=csv");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="readers.csv"');
  expect((await response.text()).split("\r\n")).toEqual([
    "measure,month,value,unit,edition,erratum,kind,compared_month,compared_value,change_percent",
    "readers,2004-10,28000,users,2004-H2,,first,,,",
    "readers,2004-11,30400,users,2004-H2,1,revision,,,",
    "",
  ]);
});

test("every value that was published of a figure is told with its reason", async () => {
  const points = (await json("/api/v1/figures/readers/vintages"))["points"]! as unknown as {
    period: string;
    vintages: object[];
  }[];
  expect(points.find(({period}) => period === "2004-03")!.vintages).toEqual([
    {
      value: 23_500,
      published: "2004-07-20",
      edition: "2004-H1",
      erratum: null,
      kind: "first",
      reason: null,
      causes: [],
    },
    {
      ...{value: 22_900, published: "2004-10-15", edition: "2004-H1", erratum: 1, kind: "correction"},
      ...{reason: "the blacklist was short", causes: ["one client more on the blacklist"]},
    },
  ]);
});

test("a table has every cell that its edition has", async () => {
  const table = await json("/api/v1/tables/departments?edition=2004-H2");
  const report = JSON.parse(readFileSync(join(served.press.published, "2004-H2/report.json"), "utf8")) as {
    tables: {id: string; rows: {label: string; values: number[]}[]}[];
  };
  const own = report.tables.find(({id}) => id === "departments")!;
  const rows = table["rows"]! as unknown as {label: string; values: number[]; corrected: unknown[]}[];
  expect(rows.map(({label, values}) => [label, values])).toEqual(own.rows.map(({label, values}) => [label, values]));
  expect(rows.flatMap(({corrected}) => corrected)).toEqual([]);
  expect(rows.length).toBeGreaterThan(1);
});

test("without an edition a table is that of the newest, and one that an edition lacks is not there", async () => {
  expect((await json("/api/v1/tables/departments"))["edition"]).toBe("2005-H1");
  expect((await served.get("/api/v1/tables/departments?edition=2003-H2")).status).toBe(404);
  expect((await served.get("/api/v1/tables/nothing")).status).toBe(404);
});

test("rules are found by a beginning of their hash that is of no others", async () => {
  expect((await json("/api/v1/methodology/7a7a7a7a"))["editions"]).toEqual(["2005-H1"]);
  expect((await served.get("/api/v1/methodology/00000000")).status).toBe(404);
});

test("an edition's files are those that were sealed, byte for byte, where the API says they are", async () => {
  const base = "http://127.0.0.1:8080/api/v1/editions/2004-H2";
  const files = (await json("/api/v1/editions/2004-H2"))["files"]! as unknown as {
    name: string;
    href: string;
    bytes: number;
  }[];
  expect(files.map(({name}) => name)).toContain("SHA256SUMS.minisig");
  for (const {name, href, bytes} of files) {
    const response = await served.get(new URL(href, base).pathname);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status, name).toBe(200);
    expect(body.equals(readFileSync(join(served.press.published, "2004-H2", name))), name).toBe(true);
    expect(body.length).toBe(bytes);
    // Data, which pages of others may read.
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("what was made by hand runs nothing, whatever stands in it", async () => {
  const older = join(served.press.published, "older/2003-H2/report.pdf");
  expect(readFileSync(older, "utf8")).toContain("%PDF");
  const response = await served.get("/editions/2003-H2/report.pdf");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
});

test("an answer is packed for who takes it, and the same", async () => {
  const plain = await served.get("/series/readers.html");
  const packed = await served.get("/series/readers.html", {headers: {"Accept-Encoding": "gzip, br"}});
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("vary")).toBe("Accept-Encoding");
  expect(packed.headers.get("etag")).not.toBe(plain.headers.get("etag"));
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(gunzipSync(bytes).toString()).toBe(await plain.text());
  expect(bytes.length).toBeLessThan(50_000);
});

test("a page that is nowhere leads back from as deep as it is", async () => {
  const page = await (await served.get("/a/b/nothing")).text();
  expect(page).toContain('href="../../index.html"');
  expect(await (await served.get("/nothing")).text()).toContain('href="index.html"');
});

test("a page that is linked to with somebody's mark is the page", async () => {
  expect((await served.get("/series/readers.html?fbclid=1")).status).toBe(200);
});

test("a folder is asked for with a slash at its end", async () => {
  const response = await served.get("/series");
  expect([response.status, response.headers.get("location")]).toEqual([301, "series/"]);
  expect((await served.get("/series/")).status).toBe(200);
});

test("a file that is not any more what was sealed is not shown", async () => {
  const path = join(served.press.published, "2005-H1/edition.json");
  chmodSync(path, 0o644);
  edit(served.press, "2005-H1/edition.json", (text) => text.replace("2005-07-20", "2005-07-21"));
  const response = await served.get("/editions/2005-H1/edition.json");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await response.text()).toContain("CHANGED");
  writeFileSync(path, "{}");
  expect((await served.get("/editions/2005-H1/edition.json")).status).toBe(503);
});
