import fc from "fast-check";
import {expect, test} from "vitest";
import type {Report} from "../../../src/report/report.ts";
import {lineOf, logOf, type Press, reportPress} from "../../press.ts";

const at = (seconds: number): string => {
  const part = (value: number): string => String(value).padStart(2, "0");
  return `04/Jul/2005:${part(12 + Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)} +0000`;
};

async function reportOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const settings = {smallest: 1, places: false, sites: ["press.example"], ...press.settings};
  const logs = {"access.log": logOf(lines)};
  return reportPress({logs, period: "2005-07", tables: "moved-documents", ...press, settings});
}

const rowsIn = ({tables}: Report): unknown[][] =>
  tables.find(({id}) => id === "moved-documents")?.rows.map(({label, group, values}) => [label, group, ...values]) ??
  [];

interface Move {
  readonly client?: number;
  readonly second?: number;
  readonly from?: string;
  readonly to?: string | null;
  readonly after?: number;
  readonly status?: number;
  readonly referrer?: string;
}

/** A client is told that a document has moved and, unless `to` is null, asks for where it is. */
function move({
  client = 1,
  second = 0,
  from = "/old.html",
  to = "/new.html",
  after = 0,
  status = 301,
  referrer = "-",
}: Move): string[] {
  const asked = {client: `192.0.2.${client}`};
  const told = lineOf({...asked, path: from, status, at: at(second)}).replace(' "-" ', ` "${referrer}" `);
  return to === null ? [told] : [told, lineOf({...asked, path: to, at: at(second + after)})];
}

test("a document that has moved leads where most clients got the next document, and each site that links to it is a row", async () => {
  const report = await reportOf([
    ...move({client: 1, referrer: "http://other.example/a.html"}),
    ...move({client: 2, referrer: "http://other.example/b.html", after: 1}),
    ...move({client: 3, referrer: "http://press.example/index.html", after: 10}),
    // Too late, or another document first: neither is most.
    ...move({client: 4, after: 11}),
    ...move({client: 5, to: "/elsewhere.html"}),
    ...move({client: 5, second: 600, status: 308}),
    // A detour is not for good, and a robot mends no link.
    ...move({client: 6, status: 302}),
    lineOf({
      client: "192.0.2.7",
      path: "/old.html",
      status: 301,
      agent: "Googlebot/2.1 (+http://www.google.com/bot.html)",
    }),
  ]);
  expect(rowsIn(report)).toEqual([
    ["/old.html, linked from No referrer", "/new.html", 2, 3],
    ["/old.html, linked from other.example", "/new.html", 2, 2],
    ["/old.html, linked from This site", "/new.html", 1, 1],
  ]);
});

test("where to is unknown where nobody went on, where it is one who did, and where as many went elsewhere", async () => {
  const report = await reportOf([
    ...move({client: 1, from: "/a.html", to: null}),
    ...move({client: 2, from: "/b.html", to: "/c.html"}),
    ...move({client: 3, from: "/d.html", to: "/e.html"}),
    ...move({client: 4, from: "/d.html", to: "/e.html"}),
    ...move({client: 5, from: "/d.html", to: "/f.html"}),
    ...move({client: 6, from: "/d.html", to: "/f.html"}),
  ]);
  expect(rowsIn(report).map(([label, group]) => [label, group])).toEqual([
    ["/d.html, linked from No referrer", "not known"],
    ["/a.html, linked from No referrer", "not known"],
    ["/b.html, linked from No referrer", "not known"],
  ]);
});

test("who is sent to the same path by another host has not moved anything, and pictures are no documents", async () => {
  const report = await reportOf([
    ...move({client: 1, from: "/same.html", to: "/same.html"}),
    ...move({client: 2, from: "/same.html", to: "/same.html", after: 1}),
    ...move({client: 3, from: "/old.gif", to: "/new.gif"}),
  ]);
  expect(report.tables).toEqual([]);
});

test("a page that is opened in the same second makes it unknown, and one before it does not", async () => {
  const both = (client: number): string[] => [
    ...move({client, second: 20}),
    lineOf({client: `192.0.2.${client}`, path: "/other.html", at: at(20)}),
  ];
  expect(rowsIn(await reportOf([...both(1), ...both(2)])).map(([, group]) => group)).toEqual(["not known"]);
  const before = (client: number): string[] => [
    lineOf({client: `192.0.2.${client}`, path: "/other.html", at: at(19)}),
    ...move({client, second: 20}),
  ];
  expect(rowsIn(await reportOf([...before(1), ...before(2)])).map(([, group]) => group)).toEqual(["/new.html"]);
});

test("a row of few readers goes among the others, with the one that would tell it", async () => {
  const lines = [
    ...[1, 2, 3, 4].flatMap((client) => move({client})),
    ...move({client: 9, referrer: "http://secret.example/"}),
  ];
  const report = await reportOf(lines, {settings: {smallest: 3}});
  expect(JSON.stringify(report.tables)).not.toContain("secret");
});

test("who is sent on to an outside place by a move for good is counted as before", async () => {
  const report = await reportOf([...move({client: 1, from: "/go/bookshop", to: null})], {
    settings: {sentTo: {bookshop: ["/go/bookshop"]}},
  });
  expect(report.measures.find(({id}) => id === "sent-to:bookshop")?.values).toEqual([1]);
});

test("wherever in a slot of time it begins, what comes within ten seconds is the next and no more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({min: 0, max: 7000}), fc.integer({min: 0, max: 25}), async (second, after) => {
      const lines = [1, 2].flatMap((client) => move({client, second, after}));
      const groups = rowsIn(await reportOf(lines)).map(([, group]) => group);
      expect(groups).toEqual([after <= 10 ? "/new.html" : "not known"]);
    }),
    {seed: 2005, numRuns: 8},
  );
});
