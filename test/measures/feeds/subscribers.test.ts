import fc from "fast-check";
import {expect, test} from "vitest";
import type {Report} from "../../../src/report/report.ts";
import {lineOf, logOf, type Press, reportPress} from "../../press.ts";

const browser = "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.7.8) Gecko/20050511 Firefox/1.0.4";
const at = (date: string, time = "12:00:00"): string => `${date}/2005:${time} +0000`;
const feedly = (subscribers: number | bigint): string =>
  `Feedly/1.0 (+http://www.feedly.com/fetcher.html; ${subscribers} subscribers; like FeedFetcher-Google)`;

/** One article each month is read by somebody, so that the month has a counted request. */
const article = [lineOf({path: "/a.html", at: at("03/Jul"), agent: browser})];

async function reportOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const settings = {smallest: 1, places: false, ...press.settings};
  const logs = {"access.log": logOf([...article, ...lines])};
  return reportPress({logs, period: "2005-07", tables: "feed-subscribers", ...press, settings});
}

const subscribersIn = ({measures}: Report) => measures.find(({id}) => id === "feed-subscribers");
const rowsIn = ({tables}: Report, id: string): unknown[][] =>
  tables.find((one) => one.id === id)?.rows.map(({label, values}) => [label, values[0]]) ?? [];

/** The client asks for the path once on each of so many days. */
function poll(client: string, path: string, days: number, agent = browser): string[] {
  return Array.from({length: days}, (_, day) => {
    return lineOf({client, path, agent, at: at(`${String(day + 4).padStart(2, "0")}/Jul`)});
  });
}

test("of each service and feed the last word of the month counts, and clients that came on three days", async () => {
  const report = await reportOf([
    lineOf({client: "192.0.2.1", path: "/feed/", agent: feedly(120), at: at("04/Jul")}),
    lineOf({client: "192.0.2.2", path: "/feed/", agent: feedly(118), at: at("09/Jul")}),
    lineOf({client: "192.0.2.1", path: "/rss.xml", agent: feedly(40), at: at("05/Jul"), status: 304}),
    // A feed that has moved is asked for again where it is now.
    lineOf({client: "192.0.2.1", path: "/rss", agent: feedly(40), at: at("05/Jul"), status: 301}),
    // What is no feed has no subscribers.
    lineOf({client: "192.0.2.1", path: "/b.html", agent: feedly(9), at: at("06/Jul")}),
    lineOf({client: "192.0.2.3", path: "/feed/", agent: "Feedbin feed-id:1 - 5 subscribers", at: at("06/Jul")}),
    lineOf({client: "192.0.2.3", path: "/feed/", agent: "Feedbin feed-id:2 - 7 subscribers", at: at("06/Jul")}),
    ...poll("198.51.100.1", "/feed/", 3),
    // Two feeds, one client.
    ...poll("198.51.100.2", "/feed/", 4, "NetNewsWire (RSS Reader; https://netnewswire.com/)"),
    ...poll("198.51.100.2", "/rss.xml", 4, "NetNewsWire (RSS Reader; https://netnewswire.com/)"),
    // Two days of one feed and one of another are three days of none.
    ...poll("198.51.100.3", "/feed/", 2),
    ...poll("198.51.100.3", "/rss.xml", 1),
    ...poll("198.51.100.4", "/feed/", 9, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
  ]);
  // 118 + 40 + 5 + 7, and two clients.
  expect(subscribersIn(report)).toMatchObject({values: [172], total: 172});
  expect(rowsIn(report, "feed-subscribers")).toEqual([
    ["Feedly", 158],
    ["Feedbin", 12],
    ["Clients by themselves", 2],
  ]);
  expect(rowsIn(report, "feed-subscribers:feeds")).toEqual([
    ["/feed/", 132],
    ["/rss.xml", 41],
  ]);
});

test("a period has the figure of its last month in which a feed was asked for", async () => {
  const report = await reportOf(
    [
      lineOf({path: "/feed/", agent: feedly(120), at: at("04/Jul")}),
      lineOf({path: "/feed/", agent: feedly(90), at: at("04/Aug")}),
      lineOf({path: "/a.html", agent: browser, at: at("04/Sep")}),
    ],
    {period: "2005-07..2005-09"},
  );
  expect(subscribersIn(report)).toMatchObject({values: [120, 90, 0], total: 90});
});

test("a number that no service has is left out, and a note says so", async () => {
  const report = await reportOf([
    lineOf({path: "/feed/", agent: feedly(10n ** 30n), at: at("04/Jul")}),
    lineOf({path: "/feed/", agent: "Feedbin - 5 subscribers", at: at("04/Jul")}),
  ]);
  expect(subscribersIn(report)).toMatchObject({values: [5], total: 5});
  expect(report.notes.map(({id, text}) => [id, text])).toContainEqual([
    "feed-numbers-refused",
    "1 service said a number of subscribers that no service has; feed subscribers are without them.",
  ]);
});

test("where nobody subscribes there is no row, and where logs name no agents there is no figure", async () => {
  expect(subscribersIn(await reportOf(poll("198.51.100.3", "/feed/", 2)))).toBeUndefined();
  const common = (line: string): string => line.replace(/ "[^"]*" "[^"]*"$/, "");
  const lines = logOf([...article, ...poll("198.51.100.3", "/feed/", 5)].map(common));
  const report = await reportPress({
    logs: {"access.log": lines},
    period: "2005-07",
    settings: {smallest: 1, places: false},
  });
  const figures = subscribersIn(report);
  expect([figures?.values, figures?.reasons]).toEqual([[null], ["not recorded: these logs do not name agents"]]);
});

test("fewer than the smallest group are not told, in the figure and in the tables", async () => {
  const lines = [
    lineOf({path: "/feed/", agent: feedly(3), at: at("04/Jul")}),
    lineOf({path: "/feed/", agent: "Feedbin - 4 subscribers", at: at("04/Jul")}),
  ];
  const few = subscribersIn(await reportOf(lines, {settings: {smallest: 10}}));
  expect([few?.values, few?.reasons]).toEqual([
    [null],
    ["fewer than 10 subscribers; so few are not told, so that nobody is pointed at"],
  ]);
  const more = await reportOf([...lines, lineOf({path: "/feed/", agent: "Bloglines/3.1 (14 subscribers)"})], {
    settings: {smallest: 10},
  });
  expect(subscribersIn(more)?.values).toEqual([21]);
  // The services that are few would be told by the one that is not: of them all nothing more is said than the figure.
  expect(more.tables).toEqual([]);
});

test("developers and the blacklist are no subscribers, and a listed service is read all the same", async () => {
  const report = await reportOf(
    [
      ...poll("198.51.100.1", "/feed/", 5),
      ...poll("198.51.100.2", "/feed/", 5),
      ...poll("198.51.100.3", "/feed/", 5, feedly(8)),
    ],
    {methodology: {developers: ["198.51.100.1"]}, blacklist: ["198.51.100.3,,,too much,web desk,2005-08-30"]},
  );
  expect(subscribersIn(report)?.values).toEqual([9]);
});

test("polls are no documents where feeds are named, account and ranges say so, and nothing moves where they are not", async () => {
  const lines = [...poll("198.51.100.1", "/syndication/all", 4), ...poll("198.51.100.1", "/feed/", 3)];
  const files = (report: Report): unknown => report.measures.find(({id}) => id === "documents-per-day")?.values[0];
  const verdicts = ({account}: Report): unknown =>
    account[0]?.verdicts.filter(({requests}) => requests > 0).map(({id, requests}) => [id, requests]);
  const before = await reportOf(lines);
  expect(verdicts(before)).toEqual([
    ["page-furniture", 3],
    ["counted", 5],
  ]);
  const named = await reportOf(lines, {methodology: {feeds: {add: ["/syndication/"]}}, hasRanges: true});
  expect(verdicts(named)).toEqual([
    ["page-furniture", 3],
    ["feed-polls", 4],
    ["counted", 1],
  ]);
  expect(subscribersIn(named)?.values).toEqual([1]);
  const range = named.ranges?.measures.find(({id}) => id === "documents-per-day");
  expect([range?.totalLow, range?.totalHigh]).toEqual([files(named), files(before)]);
  const goaccess = await reportOf(lines, {methodology: {extends: "goaccess", feeds: true}});
  expect(verdicts(goaccess)).toEqual([
    ["feed-polls", 3],
    ["counted", 5],
  ]);
  expect(subscribersIn(await reportOf(lines, {methodology: {feeds: []}}))).toBeUndefined();
});

test("what is remembered for the next report has the subscribers, too, and other feeds are another memory", async () => {
  const lines = poll("198.51.100.1", "/feed/", 3);
  const plain = {tables: "none", hasRanges: false};
  for (const round of [1, 2]) {
    expect([round, subscribersIn(await reportOf(lines, plain))?.values]).toEqual([round, [1]]);
  }
  expect(subscribersIn(await reportOf(lines, {...plain, methodology: {feeds: []}}))).toBeUndefined();
});

test("whatever services say in whatever order, it is the sum of what each said last of each feed", async () => {
  const word = fc.record({
    service: fc.constantFrom("Feedly", "Bloglines", "NewsGator"),
    feed: fc.constantFrom("/feed/", "/rss.xml"),
    minute: fc.integer({min: 0, max: 59}),
    subscribers: fc.integer({min: 0, max: 5000}),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(word, {selector: ({minute}) => minute, minLength: 1, maxLength: 12}),
      async (said) => {
        const last = new Map<string, number>();
        for (const one of said.toSorted((a, b) => a.minute - b.minute))
          last.set(`${one.service} ${one.feed}`, one.subscribers);
        const lines = said.map(({service, feed, minute, subscribers}) => {
          const agent = `${service}/1.0 (${subscribers} subscribers)`;
          return lineOf({path: feed, agent, at: at("04/Jul", `12:${String(minute).padStart(2, "0")}:00`)});
        });
        const sum = [...last.values()].reduce((all, one) => all + one, 0);
        expect(subscribersIn(await reportOf(lines))?.values[0] ?? 0).toBe(sum);
      },
    ),
    {seed: 2005, numRuns: 5},
  );
});
