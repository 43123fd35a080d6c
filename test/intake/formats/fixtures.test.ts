import {globSync, readdirSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, test} from "vitest";
import {readerNamed, type TypedRow, Typist} from "../two-ways/typed-rows.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/logs/", import.meta.url));
const typist = new Typist();
afterAll(() => typist.close());

/** Where a format's fixtures are, by their names: those of combined stand in folders. */
function fixturesOf(format: string): Map<string, string> {
  const paths = globSync(`${format}/**/*.log`, {cwd: fixtures});
  return new Map(paths.map((path) => [basename(path, ".log"), `${fixtures}${path}`]));
}

/** A line of every fixture was written at 08:09:10, an hour ahead of UTC. */
const at = "2024-03-03T07:09:10Z";
const browser = "Mozilla/5.0 (X11; Linux x86_64)";

type Want = Partial<Omit<TypedRow, "reader">> & {readonly client?: string};

/** A request as most fixtures have it, and what is different about it. */
function request({client = "192.0.2.17", ...want}: Want): TypedRow {
  const usual = {method: "GET", path: "/", status: 200, bytes: 10, site: null, agent: browser, host: null};
  return {at, reader: readerNamed(client), ...usual, ...want};
}

const news = {path: "/news/today.html", bytes: 5120};
const untold = {agent: null};

const rows: Readonly<Record<string, Readonly<Record<string, readonly Want[]>>>> = {
  combined: {
    "absolute-uri": [{path: "/a.html", host: "www.example.org"}],
    "client-left-before-the-answer": [
      {path: "/y", status: 499, bytes: 0},
      {path: "/y", status: 0, bytes: 0},
    ],
    "cut-inside-the-agent": [{path: "/x", agent: "Mozilla/5.0 (X11; Li"}],
    "cut-inside-the-referrer": [{path: "/x", site: "example.org", agent: null}],
    "cut-right-after-the-bytes": [{path: "/x", agent: null}],
    "dash-for-a-request": [{method: "-", path: "", status: 408, bytes: 0, agent: "-"}],
    "dash-for-bytes": [{path: "/y", status: 304, bytes: 0}],
    "empty-agent-is-not-a-missing-one": [
      {path: "/x", agent: ""},
      {path: "/x", agent: null},
      {path: "/x", agent: "-"},
    ],
    "empty-request": [{method: "", path: "", status: 400, bytes: 0, agent: "-"}],
    "escaped-quote-ends-the-path": [
      {path: '/say/\\"', bytes: 77},
      {path: '/say/\\" 200 5', status: 404, bytes: 78},
    ],
    "escaped-quotes-in-the-agent": [{agent: 'Mozilla/5.0 \\"quoted\\" UA'}],
    "forwarded-for-after-the-agent": [
      {path: "/y", bytes: 7},
      {path: "/y", bytes: 7, agent: "-"},
    ],
    "host-name-for-a-client": [{client: "reader.example.net", bytes: 5}],
    "ipv6-spellings": [
      {client: "2001:db8:0:7::/64", bytes: 5},
      {client: "2001:db8:0:7::/64", bytes: 5},
      {client: "2001:db8:0:7::/64", bytes: 5},
      {client: "2001:db8:0:7::/64", bytes: 5},
      {client: "2001:db8:0:7::/64", bytes: 5},
      {client: "0:0:0:0::/64", bytes: 5},
      {client: "192.0.2.17", bytes: 5},
      {client: "fe80:0:0:0::/64", bytes: 5},
    ],
    "letters-of-other-scripts": [{path: "/新闻/é.html", agent: "Агент 🗞"}],
    "list-of-clients": [
      {client: "192.0.2.8", path: "/xff", bytes: 5},
      {client: "192.0.2.8", path: "/xff", bytes: 5},
      {client: "2001:db8:0:0::/64", path: "/xff", bytes: 5},
    ],
    "no-protocol": [{path: "/noproto"}, {path: "", status: 400}],
    plain: [{...news, site: "example.org"}],
    "protocol-inside-the-path": [{path: "/HTTP/1.1"}, {path: "/a HTTP/1.1"}, {path: "/a"}],
    "query-and-fragment": [{path: "/search"}, {path: "/page"}, {path: "/"}],
    "request-ends-at-the-last-quote-with-a-status": [
      {path: '/a HTTP/1.1" 200 5 "http://x.example/', status: 404, bytes: 9, agent: "-"},
    ],
    "seconds-after-the-agent": [{path: "/y", bytes: 7}],
    "spaces-in-the-path": [{path: "/a b/c  d.html"}],
    "stray-quotes-in-the-agent": [{agent: 'My "great" browser'}],
    "tls-bytes-for-a-request": [{method: "", path: "", status: 400, bytes: 150, agent: "-"}],
    "unescaped-quotes-in-the-path": [{path: '/say/"hello"/now.html', bytes: 77}],
    "user-with-a-space": [{path: "/user.html"}, {path: "/user.html"}],
  },
  common: {
    "no-agent-field": [{...untold, status: 304, bytes: 0}],
    plain: [{...untold, ...news}],
    "unescaped-quotes-in-the-path": [
      {...untold, client: "reader.example.net", path: '/say/"hello"/now.html', bytes: 77},
    ],
    "words-after-the-bytes": [{...untold, bytes: 12}],
  },
  "combined-vhost": {
    "cut-right-after-the-bytes": [{...untold, ...news, host: "www.example.org:443"}],
    "ipv6-everywhere": [{client: "2001:db8:0:7::/64", bytes: 5, host: null}],
    "list-of-clients": [{client: "192.0.2.8", bytes: 5, host: "www.example.org:80"}],
    plain: [{...news, site: "example.org", host: "www.example.org:443"}],
  },
  "common-vhost": {
    plain: [{...untold, ...news, host: "www.example.org:80"}],
    "unescaped-quotes-in-the-path": [{...untold, path: '/say/"hello"/now.html', bytes: 77, host: "www.example.org:80"}],
  },
};

describe("every fixture's lines have the fields that stand in them", () => {
  for (const format of readdirSync(fixtures)) {
    const paths = fixturesOf(format);
    test(`${format}: every fixture has its row here`, () => {
      expect([...paths.keys()].sort()).toEqual(Object.keys(rows[format]!).sort());
    });

    for (const [name, wants] of Object.entries(rows[format] ?? {})) {
      test(`${format}: ${name.replaceAll("-", " ")}`, async () => {
        const got = await typist.rows(format, readFileSync(paths.get(name)!, "utf8").trimEnd().split("\n"));
        // A site is compared as it is counted: in small letters.
        const lowered = got.map((row) => row && {...row, site: row.site?.toLowerCase() ?? null});
        expect(lowered).toEqual(wants.map(request));
      });
    }
  }
});

describe("what is no request is refused", () => {
  const combined = "combined";
  for (const [what, line] of [
    ["a day that no calendar has", '192.0.2.17 - - [31/Feb/2024:08:09:10 +0100] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["the year 1", '192.0.2.17 - - [01/Jan/0001:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["1990, before the Web", '192.0.2.17 - - [31/Dec/1990:23:59:59 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["2099", '192.0.2.17 - - [03/Mar/2099:08:09:10 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["the hour 25", '192.0.2.17 - - [03/Mar/2024:25:09:10 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["two petabytes", '192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 200 2000000000000000 "-" "-"'],
    [
      "more bytes than a number holds",
      '192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 200 99999999999999999999 "-" "-"',
    ],
    ["a line cut before the status", '192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1"'],
    ["a line cut before the bytes", '192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 200 '],
    ["a line that lacks the client", ' - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ["a status of two digits", '192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 20 5 "-" "-"'],
    ["an error log's line", "[Sun Mar 03 08:09:10 2024] [error] [client 192.0.2.17] File does not exist: /x"],
    ["nothing", ""],
    ["a comment", "# 192.0.2.17 wrote this"],
  ] as const) {
    test(what, async () => expect(await typist.rows(combined, [line])).toEqual([null]));
  }

  for (const [what, line, second] of [
    ["1 January 1991", "[01/Jan/1991:00:00:00 +0000]", "1991-01-01T00:00:00Z"],
    ["29 February of a leap year", "[29/Feb/2024:23:59:59 -1100]", "2024-03-01T10:59:59Z"],
    ["a day of one digit", "[3/Mar/2024:08:09:10 +0545]", "2024-03-03T02:24:10Z"],
    ["the hour that daylight saving repeats, before", "[27/Oct/2024:02:30:00 +0200]", "2024-10-27T00:30:00Z"],
    ["the hour that daylight saving repeats, after", "[27/Oct/2024:02:30:00 +0100]", "2024-10-27T01:30:00Z"],
  ] as const) {
    test(`but not ${what}`, async () => {
      const [row] = await typist.rows(combined, [`192.0.2.17 - - ${line} "GET / HTTP/1.1" 200 5 "-" "-"`]);
      expect(row?.at).toBe(second);
    });
  }

  test("a terabyte, 2^40 bytes, is the most that an answer may have had", async () => {
    const lineWith = (bytes: string): string =>
      `192.0.2.17 - - [03/Mar/2024:08:09:10 +0000] "GET / HTTP/1.1" 200 ${bytes} "-" "-"`;
    const [most, more] = await typist.rows(combined, [lineWith("1099511627776"), lineWith("1099511627777")]);
    expect([most?.at, most?.bytes]).toEqual(["2024-03-03T08:09:10Z", 2 ** 40]);
    expect(more).toBeNull();
  });
});
