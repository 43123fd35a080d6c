import {expect, test} from "vitest";
import {browser, lineOf, logOf, type Press, verdictsOf} from "../press.ts";

type Row = readonly [given: Parameters<typeof lineOf>[0], want: string];

/** Judges the lines, told apart by their bytes, and compares the verdict of each. */
async function check(rows: readonly Row[], press: Partial<Press> = {}): Promise<void> {
  const lines = rows.map(([given], index) => lineOf({...given, bytes: index + 1}));
  const verdicts = await verdictsOf({logs: {"access.log": logOf(lines)}, period: "2005", ...press});
  expect(verdicts.map((verdict, index) => `${lines[index]} → ${verdict}`)).toEqual(
    rows.map(([, want], index) => `${lines[index]} → ${want}`),
  );
}

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const [developer, listed, asker] = ["192.0.2.10", "192.0.2.20", "192.0.2.30"];
const june = "30/Jun/2005:12:00:00 +0000";
const august = "01/Aug/2005:12:00:00 +0000";

test("each rule takes what it is for", () =>
  check([
    [{}, "counted"],
    [{status: 304}, "counted"],
    [{method: "HEAD"}, "not-get"],
    [{method: "POST"}, "not-get"],
    [{method: "get"}, "not-get"],
    [{request: "\\x16\\x03\\x01"}, "not-get"],
    [{request: "-"}, "not-get"],
    [{status: 206}, "not-successful"],
    [{status: 301}, "not-successful"],
    [{status: 404}, "not-successful"],
    [{status: 500}, "not-successful"],
    ...[
      "gif",
      "jpg",
      "jpeg",
      "jpe",
      "png",
      "apng",
      "bmp",
      "webp",
      "avif",
      "svg",
      "svgz",
      "ico",
      "cur",
      "tif",
      "tiff",
    ].map((extension): Row => [{path: `/i/a.${extension}`}, "graphics"]),
    ...["heic", "heif", "xbm", "jxl", "GIF", "Png"].map((extension): Row => [{path: `/i/a.${extension}`}, "graphics"]),
    ...["css", "js", "mjs", "map", "json", "wasm", "woff", "woff2", "ttf", "otf", "eot", "swf", "class", "rss"].map(
      (extension): Row => [{path: `/s/a.${extension}`}, "page-furniture"],
    ),
    ...["atom", "xml", "webmanifest", "CSS"].map((extension): Row => [{path: `/s/a.${extension}`}, "page-furniture"]),
    [{client: "192.0.2.99", path: "/robots.txt"}, "page-furniture"],
    [{path: "/ads.txt"}, "page-furniture"],
    [{path: "/.well-known/security.txt"}, "page-furniture"],
    [{path: "/.well-known"}, "counted"],
    [{path: "/news/ads.txt"}, "counted"],
    [{path: "/a.gif.html"}, "counted"],
    [{path: "/a.gif/"}, "counted"],
    [{path: "/a.html?picture=b.gif"}, "counted"],
    [{path: "/a.gif?size=2"}, "graphics"],
    [{path: "/gif"}, "counted"],
    [{request: "GET /noproto"}, "counted"],
    [{agent: ""}, "robots"],
    [{agent: "-"}, "robots"],
    [{agent: googlebot}, "robots"],
    [{agent: "curl/8.5.0"}, "robots"],
  ]));

test("the first rule in the order of the table gives the verdict", () =>
  check(
    [
      // Each line is a row of the table as well as every row below it.
      [{client: developer, agent: googlebot, method: "HEAD", status: 404, path: "/a.gif"}, "not-get"],
      [{client: developer, agent: googlebot, status: 404, path: "/a.gif"}, "not-successful"],
      [{client: developer, agent: googlebot, path: "/a.gif"}, "graphics"],
      [{client: developer, agent: googlebot, path: "/.well-known/a.gif"}, "graphics"],
      [{client: developer, agent: googlebot, path: "/a.css"}, "page-furniture"],
      [{client: developer, agent: googlebot}, "developers"],
      [{client: listed, agent: googlebot}, "blacklisted"],
      [{client: listed}, "blacklisted"],
      [{client: asker, path: "/robots.txt", status: 404}, "not-successful"],
      [{client: asker}, "robots"],
      [{client: asker, path: "/a.gif"}, "graphics"],
      [{client: asker, method: "POST"}, "not-get"],
      [{client: "192.0.2.40"}, "heavy-readers"],
      [{client: "192.0.2.40"}, "heavy-readers"],
      [{client: "192.0.2.40", path: "/a.gif"}, "graphics"],
      [{client: "192.0.2.41"}, "counted"],
    ],
    {
      methodology: {developers: [developer], heavyReaders: {documents: 1}},
      blacklist: [`${listed},,,,,`, `${developer},,,,,`],
    },
  ));

test("who asked for /robots.txt is a robot in that month, before and after, and in no other", () =>
  check([
    [{client: asker, at: june}, "counted"],
    [{client: asker, at: "01/Jul/2005:00:00:00 +0000"}, "robots"],
    [{client: asker, at: "15/Jul/2005:12:00:00 +0000", path: "/robots.txt", status: 404}, "not-successful"],
    [{client: asker, at: "31/Jul/2005:23:59:59 +0000"}, "robots"],
    [{client: asker, at: "01/Aug/2005:00:00:00 +0000"}, "counted"],
    [{client: "192.0.2.31", path: "/robots.txt?x", method: "HEAD"}, "not-get"],
    [{client: "192.0.2.31"}, "robots"],
    [{client: "192.0.2.32", path: "/news/robots.txt"}, "counted"],
    [{client: "192.0.2.32"}, "counted"],
    [{client: "2001:db8:1:2::1", path: "/robots.txt"}, "page-furniture"],
    [{client: "2001:db8:1:2::ffff"}, "robots"],
    [{client: "2001:db8:1:3::1"}, "counted"],
  ]));

test("who asked for /robots.txt before midnight in Auckland is no robot after it", () =>
  check(
    [
      // 12:00 UTC is midnight there; in UTC both lines are in June.
      [{client: asker, at: "30/Jun/2005:11:59:59 +0000", path: "/robots.txt"}, "page-furniture"],
      [{client: asker, at: "30/Jun/2005:12:00:00 +0000"}, "counted"],
    ],
    {timeZone: "Pacific/Auckland"},
  ));

test("who asked for /robots.txt before midnight in Auckland is a robot in a report of UTC", () =>
  check([
    [{client: asker, at: "30/Jun/2005:11:59:59 +0000", path: "/robots.txt"}, "page-furniture"],
    [{client: asker, at: "30/Jun/2005:12:00:00 +0000"}, "robots"],
  ]));

test("a blacklist holds on its days in the publication's zone, both ends included", () =>
  check(
    [
      [{client: listed, at: "31/Aug/2005:13:59:59 +0200"}, "counted"],
      [{client: listed, at: "31/Aug/2005:12:00:00 +0000"}, "blacklisted"],
      [{client: listed, at: "02/Sep/2005:11:59:59 +0000"}, "blacklisted"],
      [{client: listed, at: "02/Sep/2005:12:00:00 +0000"}, "counted"],
    ],
    {timeZone: "Pacific/Auckland", blacklist: [`${listed},2005-09-01,2005-09-02,,,`]},
  ));

test("an open end of the blacklist is open", () =>
  check(
    [
      [{client: "192.0.2.1", at: june}, "counted"],
      [{client: "192.0.2.1", at: august}, "blacklisted"],
      [{client: "192.0.2.2", at: june}, "blacklisted"],
      [{client: "192.0.2.2", at: august}, "counted"],
      [{client: "192.0.2.3", at: june}, "blacklisted"],
      [{client: "192.0.2.3", at: august}, "blacklisted"],
    ],
    {blacklist: ["192.0.2.1,2005-07-01,,,,", "192.0.2.2,,2005-07-31,,,", "192.0.2.3,,,,,"]},
  ));

test("a client may be on the blacklist for several runs of days", () =>
  check(
    [
      [{client: listed, at: june}, "blacklisted"],
      [{client: listed}, "counted"],
      [{client: listed, at: august}, "blacklisted"],
    ],
    {blacklist: [`${listed},,2005-06-30,,,`, `${listed},2005-08-01,,,,`, `${listed},2005-08-01,,,,`]},
  ));

test("agent: means every agent that holds the text, whatever its case", () =>
  check(
    [
      [{agent: "Mozilla/4.0 (compatible; MSIE 6.0; WEBMIRROR 2)"}, "blacklisted"],
      [{agent: "Mozilla/4.0 (compatible; MSIE 6.0; webmirror)"}, "blacklisted"],
      [{agent: "Mozilla/4.0 (compatible; MSIE 6.0; Web Mirror)"}, "counted"],
      [{agent: "Mozilla/4.0 (compatible; MSIE 6.0; 100% real_)"}, "blacklisted"],
      [{agent: "Mozilla/4.0 (compatible; MSIE 6.0; 1000 realx)"}, "counted"],
    ],
    {blacklist: ["agent:WebMirror,,,,,", "agent:100% REAL_,,,,,"]},
  ));

test("networks hold the addresses in them and no other", () =>
  check(
    [
      [{client: "198.51.100.0"}, "developers"],
      [{client: "198.51.100.255"}, "developers"],
      [{client: "198.51.101.0"}, "counted"],
      [{client: "203.0.113.7"}, "developers"],
      [{client: "203.1.0.0"}, "counted"],
      [{client: "::ffff:198.51.100.9"}, "developers"],
      [{client: "192.0.2.77"}, "developers"],
      [{client: "2001:db8:ffff::1"}, "developers"],
      [{client: "2001:db9::1"}, "counted"],
      [{client: "2002:aaaa:ff00::1"}, "developers"],
      [{client: "2002:aaaa:feff::1"}, "counted"],
      [{client: "2003:1:1:200::1"}, "developers"],
      [{client: "2003:1:1:2ff::1"}, "developers"],
      [{client: "2003:1:1:300::1"}, "counted"],
      [{client: "2004:1:1:1::9"}, "developers"],
      [{client: "2004:1:1:2::9"}, "counted"],
      [{client: "2005:1:1:1:ffff::"}, "developers"],
      [{client: "Proxy.Example.org"}, "developers"],
      [{client: "other.example.org"}, "counted"],
    ],
    {
      methodology: {
        developers: [
          "198.51.100.0/24",
          "203.0.0.0/16",
          "::ffff:192.0.2.64/122",
          "2001:db8::/32",
          "2002:aaaa:ff00::/40",
          "2003:1:1:200::/56",
          "2004:1:1:1::/64",
          "2005:1:1:1::1/128",
          "proxy.EXAMPLE.org",
        ],
      },
    },
  ));

const many = (count: number, given: Parameters<typeof lineOf>[0], want: string): Row[] =>
  Array.from({length: count}, () => [given, want]);

test("a client at the limit is a reader, one above it is not", () =>
  check([...many(3, {client: "192.0.2.1"}, "counted"), ...many(4, {client: "192.0.2.2"}, "heavy-readers")], {
    methodology: {heavyReaders: {documents: 3}},
  }));

test("the limit is one for each month", () =>
  check([...many(3, {at: june}, "counted"), ...many(3, {}, "counted"), ...many(4, {at: august}, "heavy-readers")], {
    methodology: {heavyReaders: {documents: 3}},
  }));

test("only requests that are left at that point go towards the limit", () =>
  check(
    [
      ...many(3, {}, "counted"),
      ...many(2, {path: "/a.gif"}, "graphics"),
      ...many(2, {path: "/a.css"}, "page-furniture"),
      ...many(2, {method: "HEAD"}, "not-get"),
      ...many(2, {status: 404}, "not-successful"),
      ...many(2, {agent: googlebot}, "robots"),
    ],
    {methodology: {heavyReaders: {documents: 3}}},
  ));

test("requests of one /64 go towards one limit", () =>
  check([...many(1, {client: "2001:db8::1"}, "heavy-readers"), ...many(1, {client: "2001:db8::2"}, "heavy-readers")], {
    methodology: {heavyReaders: {documents: 1}},
  }));

test("the rule runs in its months only", () =>
  check([...many(2, {at: june}, "counted"), ...many(2, {}, "heavy-readers"), ...many(2, {at: august}, "counted")], {
    methodology: {heavyReaders: {documents: 1, months: "2005-07"}},
  }));

test("without a setting the limit is 1,000 documents", () =>
  check([...many(1000, {client: "192.0.2.1"}, "counted"), ...many(1001, {client: "192.0.2.2"}, "heavy-readers")]));

test("switched off, the rule takes nobody", () =>
  check(many(1001, {}, "counted"), {methodology: {heavyReaders: false}}));

test("methods, statuses, graphics and page furniture are data", () =>
  check(
    [
      [{method: "HEAD"}, "counted"],
      [{method: "POST"}, "not-get"],
      [{status: 206}, "counted"],
      [{status: 304}, "not-successful"],
      [{path: "/a.gif"}, "counted"],
      [{path: "/a.webm"}, "graphics"],
      [{path: "/a.css"}, "counted"],
      [{path: "/a.txt"}, "page-furniture"],
      [{path: "/feed"}, "page-furniture"],
      [{path: "/feed/"}, "counted"],
      [{path: "/admin/x"}, "page-furniture"],
      [{path: "/ads.txt2"}, "counted"],
      [{path: "/.well-known/x"}, "counted"],
    ],
    {
      methodology: {
        methods: ["GET", "HEAD"],
        statuses: [200, 206],
        graphics: ["WEBM"],
        pageFurniture: {extensions: ["txt"], paths: ["/feed", "/admin/"], known: false},
      },
    },
  ));

test("lists of robots can be left out; an agent that says nothing stays a robot", () =>
  check(
    [
      [{agent: googlebot}, "counted"],
      [{agent: ""}, "robots"],
      [{agent: "-"}, "robots"],
      [{client: asker, path: "/robots.txt"}, "page-furniture"],
      [{client: asker}, "counted"],
    ],
    {methodology: {robots: {lists: [], askedForRobotsTxt: false}}},
  ));

test.each([{lists: [], askedForRobotsTxt: false, withoutAgent: false}, false as const])(
  "with robots: %j nobody is a robot",
  (robots) =>
    check(
      [
        [{agent: googlebot}, "counted"],
        [{agent: ""}, "counted"],
        [{agent: "-"}, "counted"],
        [{client: asker, path: "/robots.txt"}, "page-furniture"],
        [{client: asker}, "counted"],
      ],
      {methodology: {robots}},
    ),
);

test("a list that a period does not reach takes nobody", () =>
  check([[{client: listed}, "counted"]], {period: "2005-07", blacklist: [`${listed},2006-01-01,,,,`]}));

test("where the format records no agents, no agent makes a robot, and asking for /robots.txt still does", async () => {
  const lines = [
    `192.0.2.1 - - [01/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.0" 200 1`,
    `192.0.2.2 - - [01/Jul/2005:12:00:00 +0000] "GET /robots.txt HTTP/1.0" 200 2`,
    `192.0.2.2 - - [01/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.0" 200 3`,
  ];
  const verdicts = await verdictsOf({logs: {"access.log": logOf(lines)}, period: "2005-07"});
  expect(verdicts).toEqual(["counted", "page-furniture", "robots"]);
});

test("a request that is judged in one period is judged alike in another", async () => {
  const lines = [
    lineOf({client: asker, at: "15/Jul/2005:12:00:00 +0000", path: "/robots.txt", bytes: 1}),
    lineOf({client: asker, at: august, bytes: 2, agent: browser}),
  ];
  for (const period of ["2005-08", "2005-07..2005-08", "2005"]) {
    const verdicts = await verdictsOf({logs: {"access.log": logOf(lines)}, period});
    expect(verdicts.at(-1)).toBe("counted");
  }
});
