import fc from "fast-check";
import {expect, test} from "vitest";
import type {Report} from "../../src/report/report.ts";
import {browser, judgePress, lineOf, logOf} from "../press.ts";
import {amount} from "../run/amounts.ts";
import {type MonthTally, type Said, tally} from "./oracle.ts";

const clients = [
  "192.0.2.1",
  "192.0.2.2",
  "::ffff:192.0.2.1",
  "198.51.100.7",
  "198.51.100.200",
  "203.0.113.9",
  "2001:db8:1:2::9",
  "2001:db8:1:2:ffff::1",
  "2001:0DB8:1:3::1",
  "2001:db8:2::1",
  "2001:dba::1",
  "proxy.example.org",
  "Proxy.Example.ORG",
];
const agents = [
  ...Array<string>(6).fill(browser),
  "Opera/9.80 (Windows NT 6.1; U; en) Presto/2.10.229 Version/11.61",
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "curl/8.5.0",
  "Mozilla/4.0 (compatible; MSIE 6.0; WebMirror 2)",
  "-",
  "",
];
const paths = [
  ..."/ /index.html // /a.html /A.html /a.html?x=1 /a.html#top /news/ /news/index.html //news//index.html /news".split(
    " ",
  ),
  ..."/v1.2/doc /x.gif/ /a%20b.html /robots.txt.html /.well-known /gif * /b.pdf".split(" "),
  ..."/img/x.GIF /p.jpeg /p.svg?v=2 /style.css /feed.RSS /a.json /robots.txt /robots.txt?x /ads.txt /.well-known/x".split(
    " ",
  ),
  "/a b.html",
];
const someday = fc
  .record({
    day: fc.integer({min: Date.UTC(2005, 5, 29), max: Date.UTC(2005, 8, 2)}),
    atEdge: fc.constantFrom(null, Date.UTC(2005, 6, 1), Date.UTC(2005, 7, 1), Date.UTC(2005, 8, 1)),
    around: fc.integer({min: -50_000, max: 50_000}),
    offset: fc.constantFrom("+0000", "-0700", "+0530", "+1200"),
  })
  .map(({day, atEdge, around, offset}) => {
    const second = Math.floor((atEdge === null ? day : atEdge + around * 1000) / 1000) * 1000;
    const [, date, month, year, time] = /, (\d\d) (\w{3}) (\d{4}) ([\d:]+)/.exec(new Date(second).toUTCString())!;
    return `${date}/${month}/${year}:${time} ${offset}`;
  });
const line = fc
  .record({
    client: fc.constantFrom(...clients),
    at: someday,
    method: fc.constantFrom("GET", "GET", "GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "get"),
    path: fc.constantFrom(...paths),
    status: fc.constantFrom(200, 200, 200, 200, 200, 200, 304, 304, 206, 301, 404, 500),
    bytes: fc.oneof(fc.constant("-"), fc.integer({min: 0, max: 5_000_000})),
    agent: fc.constantFrom(...agents),
  })
  .map(lineOf);
const networks = [
  "192.0.2.1",
  "198.51.100.0/24",
  "198.51.0.0/16",
  "203.0.113.8/29",
  "2001:db8:1:2::77",
  "2001:db8:1:2::/64",
  "2001:db8:1:200::/56",
  "2001:db8:1::/48",
  "2001:db8::/40",
  "2001:db8::/32",
  "2001:d80::/26",
  "proxy.example.org",
];
const days = ["", "", "2005-06-30", "2005-07-01", "2005-07-31", "2005-08-01", "2005-08-15", "2005-09-01"];
const listed = fc
  .record({
    entry: fc.constantFrom(...networks, "agent:webmirror", "agent:OPERA", "agent:googlebot"),
    days: fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)),
  })
  .map(({entry, days: [a, b]}) =>
    a !== "" && b !== "" && a > b ? {entry, from: b, until: a} : {entry, from: a, until: b},
  );
const said: fc.Arbitrary<Said> = fc.record({
  timeZone: fc.constantFrom("UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "Europe/Paris"),
  developers: fc.uniqueArray(fc.constantFrom(...networks), {maxLength: 2}),
  blacklist: fc.array(listed, {maxLength: 3}),
  heavyReaders: fc.oneof(
    fc.constant(false as const),
    fc.record({documents: fc.integer({min: 1, max: 4})}),
    fc.record({
      documents: fc.integer({min: 1, max: 4}),
      months: fc.constantFrom(["2005-07"], ["2005-07", "2005-08"], ["2005-08", "2005-09"], ["2004-12"]),
    }),
  ),
});

function heavyWritten({heavyReaders}: Said): unknown {
  if (heavyReaders === false) return false;
  const {documents, months} = heavyReaders;
  return months ? {documents, months: `${months[0]}..${months.at(-1)}`} : {documents};
}

const period = ["2005-06", "2005-07", "2005-08", "2005-09"];

function figuresOf({readers, bytes, documents, differentDocuments, daysCovered}: MonthTally): (number | null)[] {
  const perReader = readers === 0 ? null : documents / readers;
  return [readers, bytes / 1e6 / daysCovered, documents / daysCovered, differentDocuments, perReader];
}

/** The rows with requests: key to requests and readers. */
function rowsOf({tables}: Report, id: string): Map<string, unknown[]> {
  const {rows} = tables.find((one) => one.id === id)!;
  return new Map(rows.filter(({values}) => values[0] !== 0).map(({key, values}) => [key, values.slice(0, 2)]));
}

test("any log under any rules: the account and every figure are those of a second method", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 80}), said, async (lines, rules) => {
      const want = tally(lines, rules);
      const {report, verdicts} = await judgePress({
        logs: {"access.log": logOf(lines)},
        period: "2005-06..2005-09",
        tables: "top-documents,hours",
        settings: {smallest: 1, places: false, tables: {"top-documents": 1000}},
        timeZone: rules.timeZone,
        methodology: {developers: rules.developers, heavyReaders: heavyWritten(rules)},
        blacklist: rules.blacklist.map(({entry, from, until}) => `${entry},${from},${until},,,`),
      });
      expect(verdicts.toSorted()).toEqual(want.verdicts.toSorted());
      for (const [index, month] of period.entries()) {
        const own = want.byMonth.get(month);
        const account = report.account[index]!;
        const given = account.verdicts.filter(({requests}) => requests > 0).map(({id, requests}) => [id, requests]);
        const values = report.measures.map(({values}) => values[index]);
        expect(report.columns[index]!.daysCovered).toBe(own?.daysCovered ?? 0);
        expect(Object.fromEntries(given)).toEqual(own?.verdicts ?? {});
        expect(account.requests).toBe(Object.values(own?.verdicts ?? {}).reduce((sum, count) => sum + count, 0));
        expect(values).toEqual(own ? [...figuresOf(own), null] : Array(6).fill(null));
      }
      const {whole} = want;
      const returning = whole.readers === 0 ? null : (100 * whole.returning) / whole.readers;
      expect(report.measures.map(({total}) => total)).toEqual([...figuresOf(whole), returning]);
      expect(rowsOf(report, "top-documents")).toEqual(new Map(whole.byDocument));
      expect(rowsOf(report, "hours")).toEqual(new Map(whole.byHour));
    }),
    {
      seed: Number(process.env["FC_SEED"] ?? 2005),
      numRuns: Number(process.env["FC_RUNS"] ?? amount({few: 4, all: 60})),
    },
  );
});
