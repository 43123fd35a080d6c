import {describe, expect, test} from "vitest";
import {isFetchedAhead, isMediaPlayer} from "../../../src/methodology/media/players.ts";
import type {Report} from "../../../src/report/report.ts";
import {reportPress} from "../../press.ts";
import {at, day, type Given, hour, pressOf, rowsOf} from "./asked-files.ts";

const wait = 60_000;
const noon = 9 * day + 12 * hour;
const player = "AppleCoreMedia/1.0.0.20A362 (iPhone; U; CPU OS 16_0 like Mac OS X; en_us)";
const get = (seconds: number, status: number, bytes: number, given: Given = {}): Given =>
  at(seconds, {agent: player, status, bytes, ...given});

/** A minute of 128,000 bits a second, which stands for what is in no table. */
const minute = 960_000;

/** What is asked for one file of sound, and how often it was listened to, by how many, and the bytes of that; null where nobody did. */
const cases: readonly (readonly [name: string, lines: readonly Given[], want: readonly number[] | null])[] = [
  ["a file that was got whole is one", [get(noon, 200, 20_000_000)], [1, 1, 20_000_000]],
  ["the first two bytes alone are nothing", [get(noon, 206, 2)], null],
  [
    "the first two bytes, and then the file in parts, are one",
    [get(noon, 206, 2), get(noon + 1, 206, 500_000), get(noon + 60, 206, 500_000)],
    [1, 1, 1_000_002],
  ],
  ["just a minute is one", [get(noon, 206, minute - 1), get(noon + 9, 206, 1)], [1, 1, minute]],
  ["a byte less is none", [get(noon, 206, minute - 1)], null],
  ["a whole answer that was broken off before a minute is none", [get(noon, 200, 100_000)], null],
  ["again within 24 hours is the same", [get(noon, 200, minute), get(noon + day - 1, 200, minute)], [1, 1, 2 * minute]],
  ["again 24 hours later is another", [get(noon, 200, minute), get(noon + day, 200, minute)], [2, 1, 2 * minute]],
  [
    "two programs at one address are two, of one listener",
    [get(noon, 200, minute), get(noon + 5, 200, minute, {agent: "AntennaPod/3.2.0"})],
    [2, 1, 2 * minute],
  ],
  [
    "two addresses with one program are two",
    [get(noon, 200, minute), get(noon + 5, 200, minute, {client: "203.0.113.9"})],
    [2, 2, 2 * minute],
  ],
  [
    "a watch, for which the telephone fetched it already, is none",
    [get(noon, 200, minute, {agent: "atc/1.0 watchOS/9.4 model/Watch6,6 hwp/t8301 build/20T253 (6; dt:277)"})],
    null,
  ],
  [
    "what fetches feeds for a player's service is none",
    [get(noon, 200, minute, {agent: "Overcast/1.0 Podcast Sync (12 subscribers; feed-id=1; +http://overcast.fm/)"})],
    null,
  ],
  ["a robot is none", [get(noon, 200, minute, {agent: "Googlebot/2.1 (+http://www.google.com/bot.html)"})], null],
  ["HEAD and 304 are none", [get(noon, 200, 0, {method: "HEAD"}), get(noon + 1, 304, 0)], null],
  [
    "a browser is one, too",
    [get(noon, 206, minute, {agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"})],
    [1, 1, minute],
  ],
];

const files = cases.map((_, place) => `/episodes/${String(place).padStart(2, "0")}.mp3`);
const lines = cases.flatMap(([, own], place) =>
  own.map((line) => ({client: `198.51.100.${place + 1}`, ...line, path: files[place]!})),
);
const wanted: Record<string, readonly number[]> = Object.fromEntries(
  cases.flatMap(([, , want], place) => (want === null ? [] : [[files[place]!, want]])),
);

const heard = {methodology: {downloads: false, listening: true}, tables: "top-episodes"};

function totalsOf({measures}: Report): Record<string, number | null | undefined> {
  return Object.fromEntries(measures.map(({id, values}) => [id, values[0]]));
}

test(
  "of each file it is told how often it was listened to, and by how many, whatever the order of lines",
  async () => {
    for (const own of [lines, lines.toReversed()]) {
      const report = await reportPress(pressOf(own, heard));
      expect(rowsOf(report, "top-episodes")).toEqual(wanted);
      const listens = Object.values(wanted).reduce((sum, [one]) => sum + one!, 0);
      expect(totalsOf(report)).toMatchObject({
        listens,
        listeners: Object.keys(wanted).length + 1,
        plays: 0,
        viewers: 0,
      });
    }
  },
  wait,
);

test(
  "a minute is what the table of episodes makes of it, less what comes before the sound",
  async () => {
    // 600 seconds of 1,000 bytes, behind a cover of 50,000; one of 30 seconds; one that is in no table.
    const table = "file,seconds,bytes,header\n/a.mp3,600,650000,50000\n/b.mp3,30,90000,\n";
    const own = [
      get(noon, 206, 110_000, {path: "/a.mp3", client: "192.0.2.1"}),
      get(noon, 206, 109_999, {path: "/a.mp3", client: "192.0.2.2"}),
      get(noon, 206, 90_000, {path: "/b.mp3", client: "192.0.2.3"}),
      get(noon, 206, 89_999, {path: "/b.mp3", client: "192.0.2.4"}),
      get(noon, 206, 110_000, {path: "/c.mp3", client: "192.0.2.5"}),
    ];
    const report = await reportPress(
      pressOf(own, {...heard, files: {"episodes.csv": table}, settings: {episodes: "episodes.csv"}}),
    );
    expect(rowsOf(report, "top-episodes")).toEqual({"/a.mp3": [1, 1, 110_000], "/b.mp3": [1, 1, 90_000]});
    const refused = reportPress(
      pressOf(own, {
        ...heard,
        files: {"episodes.csv": "file,seconds,bytes\n/a.mp3,0,10\n"},
        settings: {episodes: "episodes.csv"},
      }),
    );
    await expect(refused).rejects.toMatchObject({code: "EPISODES_REFUSED", message: "it has 0 seconds"});
  },
  wait,
);

test(
  "film is viewed, sound and film are no downloads besides, and may be no documents besides",
  async () => {
    const own = [
      get(noon, 206, 7_500_000, {path: "/f.mp4"}),
      get(noon, 206, 7_499_999, {path: "/g.mp4"}),
      get(noon, 200, minute, {
        path: "/s.mp3",
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
      }),
      get(noon, 200, 5000, {
        path: "/page.html",
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
      }),
    ];
    const downloads = {all: ["*.mp3", "*.mp4", "*.pdf"]};
    const report = (apart: boolean) =>
      reportPress(
        pressOf(own, {
          ...heard,
          methodology: {downloads: true, listening: {apart}},
          settings: {downloads},
          tables: "none",
        }),
      );
    expect(totalsOf(await report(false))).toMatchObject({
      ...{plays: 1, viewers: 1, listens: 1, listeners: 1, downloads: 0, downloaders: 0},
      "different-documents": 2,
    });
    expect(totalsOf(await report(true))).toMatchObject({listens: 1, "different-documents": 1});
  },
  wait,
);

describe("who listens is told by what the agent says", () => {
  for (const [agent, isPlayer, isAhead] of [
    [player, true, false],
    ["Podcasts/1650.20 CFNetwork/1333.0.4 Darwin/21.5.0", true, false],
    ["Overcast/3.0 (+http://overcast.fm/; iOS podcast app)", true, false],
    ["Overcast/1.0 Podcast Sync (123 subscribers; feed-id=1; +http://overcast.fm/)", false, false],
    ["PocketCasts/1.0 (Pocket Casts Feed Parser; +http://pocketcasts.com/)", false, false],
    ["VLC/3.0.18 LibVLC/3.0.18", true, false],
    ["Spotify/8.8.0 Android/33", true, false],
    ["(null) watchOS/9.4 model/Watch6,6 build/20T253", false, true],
    ["okhttp/4.9.1", false, false],
    ["curl/8.5.0", false, false],
    ["Googlebot/2.1 (+http://www.google.com/bot.html)", false, false],
    ["-", false, false],
  ] as const) {
    test(agent, () => expect([isMediaPlayer(agent), isFetchedAhead(agent)]).toEqual([isPlayer, isAhead]));
  }
});
