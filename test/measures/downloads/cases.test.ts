import {expect, test} from "vitest";
import type {Report} from "../../../src/report/report.ts";
import {browser, reportPress} from "../../press.ts";
import {at, day, type Given, hour, pressOf, rowsOf} from "./asked-files.ts";

const wait = 60_000;
const noon = 9 * day + 12 * hour;
const whole = (seconds: number, given: Given = {}): Given => at(seconds, {status: 200, bytes: 100_000, ...given});
const part = (seconds: number, bytes: number, given: Given = {}): Given => at(seconds, {status: 206, bytes, ...given});
const other = {client: "192.0.2.77"};

/** What is asked for one file, and the downloads, the downloaders and the bytes that come of it in July; null where there is none. */
const cases: readonly (readonly [name: string, lines: readonly Given[], want: readonly number[] | null])[] = [
  ["a whole answer is one", [whole(noon)], [1, 1, 100_000]],
  ["two whole answers within 24 hours are one", [whole(noon), whole(noon + day - 1)], [1, 1, 200_000]],
  ["the next begins exactly 24 hours after the first request", [whole(noon), whole(noon + day)], [2, 1, 200_000]],
  [
    "the window is that of the first request, and not moved on by others",
    [whole(noon), whole(noon + 20 * hour), whole(noon + 30 * hour)],
    [2, 1, 300_000],
  ],
  [
    "who asks each day for five days made five",
    Array.from({length: 5}, (_, place) => whole(noon + place * day)),
    [5, 1, 500_000],
  ],
  ["parts are put together", [part(noon, 30_000), part(noon + 5, 30_000), part(noon + 9, 40_000)], [1, 1, 100_000]],
  ["parts of just as many bytes as are enough are one", [part(noon, 32_767), part(noon + 1, 1)], [1, 1, 32_768]],
  ["a byte less is a look at the head of the file", [part(noon, 32_767)], null],
  ["the first two bytes are nothing", [part(noon, 2), part(noon + 1, 2)], null],
  ["a look at the head and the whole are one", [part(noon, 1024), whole(noon + 3)], [1, 1, 101_024]],
  [
    "a look at the head, and two days later the whole, is one",
    [part(noon, 1024), whole(noon + 2 * day)],
    [1, 1, 100_000],
  ],
  ["parts over midnight are one", [part(10 * day - 60, 20_000), part(10 * day + 60, 20_000)], [1, 1, 40_000]],
  ["HEAD is none", [whole(noon, {method: "HEAD", bytes: 0})], null],
  ["what the client has already is none", [whole(noon, {status: 304, bytes: 0})], null],
  ["a redirect and a missing file are none", [whole(noon, {status: 302}), whole(noon + 1, {status: 404})], null],
  ["two clients are two", [whole(noon), whole(noon + 1, other)], [2, 2, 200_000]],
  ["parts of two clients are not put together", [part(noon, 20_000), part(noon + 1, 20_000, other)], null],
  [
    "two agents at one address are two downloads of one user",
    [whole(noon), whole(noon + 1, {agent: `${browser} Extra`})],
    [2, 1, 200_000],
  ],
  [
    "a robot's are none, whole or in parts",
    [
      whole(noon, {agent: "Googlebot/2.1 (+http://www.google.com/bot.html)", client: "192.0.2.90"}),
      part(noon, 90_000, {agent: "Googlebot/2.1 (+http://www.google.com/bot.html)", client: "192.0.2.90"}),
    ],
    null,
  ],
  [
    "who began in June and goes on in July did so in June",
    [part(-1800, 40_000), part(1800, 40_000), whole(22 * hour)],
    null,
  ],
  [
    "what is begun in July and ends in August is July's, with all its bytes",
    [part(31 * day - 60, 20_000), part(31 * day + 60, 20_000)],
    [1, 1, 40_000],
  ],
  ["what is asked for again a day after June's is July's", [whole(-1800), whole(day - 1800)], [1, 1, 100_000]],
];

const files = cases.map((_, place) => `/file-${String(place).padStart(2, "0")}.pdf`);

function totalsOf({measures}: Report): Record<string, number | null | undefined> {
  return Object.fromEntries(measures.map(({id, values}) => [id, values[0]]));
}

const all = cases.flatMap(([, lines], place) =>
  lines.map((line) => ({client: `198.51.100.${place + 1}`, ...line, path: files[place]!})),
);
const wanted: Record<string, readonly number[]> = Object.fromEntries(
  cases.flatMap(([, , want], place) => (want === null ? [] : [[files[place], want]])),
);

/** Each case has a client of its own, and some share another. */
const readersOf = (rows: typeof wanted): number =>
  Object.keys(rows).length + Number(Object.values(rows).some(([, readers]) => readers === 2));

test(
  "of each file there are as many downloads and downloaders as it has, whatever the order of lines",
  async () => {
    const report = await reportPress(pressOf(all));
    expect(rowsOf(report)).toEqual(wanted);
    const downloads = Object.values(wanted).reduce((sum, [one]) => sum + one!, 0);
    expect(totalsOf(report)).toMatchObject({downloads, downloaders: readersOf(wanted)});
    expect(rowsOf(await reportPress(pressOf(all.toReversed())))).toEqual(wanted);
  },
  wait,
);

test(
  "a month's downloads are the same in a report of more months, under any methodology, and where paths are told apart",
  async () => {
    const lines = all;
    const several = await reportPress(pressOf(lines, {period: "2005-06..2005-08"}));
    const july = several.measures.find(({id}) => id === "downloads")!.values[1];
    const downloads = Object.values(wanted).reduce((sum, [one]) => sum + one!, 0);
    expect(july).toBe(downloads);
    const byCounter = await reportPress(pressOf(lines, {methodology: {extends: "counter-5.1"}}));
    expect(rowsOf(byCounter)).toEqual(
      Object.fromEntries(
        Object.entries(wanted).map(([file, [count, readers, bytes]]) => [
          file,
          // There a reader is an address with an agent.
          [count, cases[files.indexOf(file)]![0].startsWith("two agents") ? 2 : readers, bytes],
        ]),
      ),
    );
  },
  wait,
);

test(
  "documents stay what they were, or files that are taken home are counted apart from them",
  async () => {
    const lines = [
      whole(noon, {path: "/a.pdf"}),
      part(noon, 40_000, {path: "/b.PDF"}),
      part(noon, 40_000, {path: "/b.pdf"}),
      whole(noon, {path: "/page.html"}),
      whole(noon, {path: "/a.pdf", agent: "Googlebot/2.1 (+http://www.google.com/bot.html)", client: "192.0.2.90"}),
    ];
    const without = await reportPress(pressOf(lines, {methodology: {downloads: false}, tables: "none"}));
    const beside = await reportPress(pressOf(lines, {tables: "none"}));
    const apart = await reportPress(pressOf(lines, {methodology: {downloads: {apart: true}}, tables: "none"}));
    const documents = (report: Report) => totalsOf(report)["different-documents"];
    expect([without, beside, apart].map(documents)).toEqual([2, 2, 1]);
    expect(totalsOf(without)["downloads"]).toBeUndefined();
    expect([beside, apart].map((report) => totalsOf(report)["downloads"])).toEqual([2, 2]);
    const account = Object.fromEntries(apart.account[0]!.verdicts.map(({id, requests}) => [id, requests]));
    expect(account).toMatchObject({"counted-apart": 1, robots: 1, counted: 1, "not-successful": 2});
    expect(without.methodology.sha256).not.toBe(beside.methodology.sha256);
    expect(beside.methodology.sha256).not.toBe(apart.methodology.sha256);
  },
  wait,
);

test(
  "what the publisher names is counted in parts, too, and nothing else is a download then",
  async () => {
    const lines = [
      part(noon, 40_000, {path: "/a.pdf"}),
      whole(noon, {path: "/b.epub", ...other}),
      whole(noon, {path: "/c.zip"}),
    ];
    const downloads = {pdf: "*.pdf", books: ["*.epub"]};
    const report = await reportPress(pressOf(lines, {settings: {downloads}, tables: "none"}));
    expect(totalsOf(report)).toMatchObject({
      downloads: 2,
      downloaders: 2,
      "downloads:pdf": 1,
      "download-readers:pdf": 1,
      "downloads:books": 1,
    });
  },
  wait,
);
