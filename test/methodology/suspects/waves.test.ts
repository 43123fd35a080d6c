import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {oldFrom} from "../../../src/methodology/suspects/browser-age.ts";
import {
  isFurnitureKnown,
  type SlightGroup,
  usualShare,
  wavesAmong,
} from "../../../src/methodology/suspects/wave-groups.ts";
import {surveyClients} from "../../../src/operations/review/survey.ts";
import {openStore} from "../../../src/operations/store/store.ts";
import {type Review, waveIn, wavesIn} from "../../../src/report/review.ts";
import {Workshop} from "../../intake/workshop.ts";
import {lineOf, logOf} from "../../press.ts";

const chrome = (version: number): string =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const now = chrome(145);

interface Visit {
  readonly client: string;
  readonly day?: number;
  readonly path?: string;
  readonly agent?: string;
  /** Does the browser fetch the style sheet? */
  readonly isFurnished?: boolean;
}

function visit({client, day = 1, path = "/essay.html", agent = now, isFurnished = false}: Visit): string[] {
  const at = (second: number): string => `${String(day).padStart(2, "0")}/Jan/2026:10:00:0${second} +0000`;
  const page = lineOf({client, at: at(0), path, agent});
  return isFurnished ? [page, lineOf({client, at: at(1), path: "/style.css", agent})] : [page];
}

const many = (count: number, network: string, more: (number: number) => Partial<Visit> = () => ({})): string[] =>
  Array.from({length: count}, (_, number) => visit({client: `${network}.${number + 1}`, ...more(number)})).flat();

/** Twenty readers of the same page whose browsers fetch what belongs to it, on as many days. */
const readers = many(20, "192.0.2", (number) => ({day: number + 1, isFurnished: true}));

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop("publication: P\nplaces: false\n");
});
afterEach(() => workshop.remove());

async function surveyOf(lines: readonly string[]): Promise<Review> {
  workshop.write("a.log", logOf(lines));
  await workshop.ingest(["a.log"]);
  return (await surveyClients(openStore(workshop.folder), {period: {name: "2026-01", months: ["2026-01"]}})).review;
}

/** How many clients of each network are of a wave. */
function found(review: Review): Record<string, number> {
  const own = review.clients.filter((client) => waveIn(client) !== null).map(({entry}) => entry.split(".").slice(0, 3));
  return Object.fromEntries([...Map.groupBy(own, (parts) => parts.join("."))].map(([name, all]) => [name, all.length]));
}

describe("who is of a wave", () => {
  for (const [what, lines, want] of [
    [
      "clients of one agent that nobody else has, a page each and nothing else",
      [...readers, ...many(30, "198.51.100", (number) => ({agent: chrome(103), day: 1 + (number % 3)}))],
      {"198.51.100": 30},
    ],
    ["nineteen of them are none", [...readers, ...many(19, "198.51.100", () => ({agent: chrome(103)}))], {}],
    [
      "nobody, where they fetch what belongs to the page",
      [...readers, ...many(30, "198.51.100", () => ({agent: chrome(103), isFurnished: true}))],
      {},
    ],
    [
      "nobody, where hardly anybody's browser fetches what belongs to a page, since it is served from elsewhere",
      [
        ...many(12, "192.0.2", (number) => ({isFurnished: number === 0})),
        ...many(12, "192.0.2", () => ({path: "/b.html"})),
        ...many(12, "192.0.2", () => ({path: "/c.html"})),
        ...many(12, "192.0.2", () => ({path: "/d.html"})),
        ...many(30, "198.51.100", () => ({agent: chrome(103)})),
      ],
      {},
    ],
    [
      "nobody who followed a link to a file that has nothing beside it",
      [...readers, ...many(60, "198.51.100", () => ({path: "/paper.pdf", agent: chrome(140)}))],
      {},
    ],
    [
      "nobody who took a page that others take without anything beside it, too",
      [
        ...readers,
        ...many(60, "203.0.113", (number) => ({path: "/plain", agent: chrome(130 + (number % 6))})),
        ...many(30, "198.51.100", () => ({path: "/plain", agent: chrome(144)})),
      ],
      {},
    ],
    [
      "agents that rotate among versions of years ago",
      [...readers, ...many(60, "198.51.100", (number) => ({agent: chrome(60 + (number % 30)), day: 5}))],
      {"198.51.100": 60},
    ],
    [
      "the agent of real readers on one day, and not those readers",
      [
        ...readers,
        ...many(10, "203.0.113", (number) => ({day: number + 1, isFurnished: number !== 9})),
        ...many(80, "198.51.100", () => ({day: 20})),
      ],
      {"198.51.100": 80},
    ],
    [
      "nobody who read on",
      [
        ...readers,
        ...["/a", "/b", "/c", "/d"].flatMap((path) => many(30, "198.51.100", () => ({path, agent: chrome(103)}))),
      ],
      {},
    ],
  ] as const) {
    test(what, async () => expect(found(await surveyOf(lines))).toEqual(want));
  }

  test("is told with what they have in common, and since when", async () => {
    const review = await surveyOf([
      ...readers,
      ...many(30, "198.51.100", (number) => ({agent: chrome(103), day: 9 + (number % 3)})),
    ]);
    expect(wavesIn(review)).toEqual([
      {
        id: `2026-01 agent ${chrome(103)}`,
        ...{
          entry: `agent=${chrome(103)}`,
          network: null,
          reach: 30,
          likeness: "agent",
          agent: chrome(103),
          country: null,
          from: "2026-01-09",
          until: "2026-01-11",
        },
        ...{clients: 30, othersShare: 1},
      },
    ]);
  });

  test("has its clients told apart from one who is listed for another reason, too", async () => {
    const agent = "Opera/9.80 (J2ME/MIDP)";
    const review = await surveyOf([...readers, ...many(30, "198.51.100", () => ({agent}))]);
    const [first] = review.clients;
    expect(first?.listed[0]?.grounds.map(({id, found: figure}) => [id, figure])).toEqual([
      ["short-agent", agent.length],
      ["wave", 30],
    ]);
  });
});

describe("what is usual", () => {
  const month = "2026-01-01";
  const group = (clients: number, bare: number): SlightGroup => ({
    ...{likeness: "agent", month, agent: 1, place: "", day: month, from: month, until: month},
    ...{clients, bare, rest: bare},
  });
  const totals = {month, slight: 220, slightBare: 200, engaged: 0, engagedBare: 0};

  test("is told without the waves: 20 of 20 where 200 of 220 are one", () => {
    expect(usualShare(totals, 200)).toBe(1);
    expect(usualShare(totals, 0)).toBe(20 / 220);
  });

  test("is not known where most of those who read on fetch nothing that belongs to a page", () => {
    expect(isFurnitureKnown({...totals, engaged: 20, engagedBare: 11})).toBe(false);
    expect(isFurnitureKnown({...totals, engaged: 20, engagedBare: 10})).toBe(true);
  });

  test("is not known of nine readers", () => {
    expect(isFurnitureKnown({...totals, slight: 209})).toBe(false);
    expect(isFurnitureKnown({...totals, slight: 210})).toBe(true);
  });

  test("bounds how many people a wave may hold: one in twenty", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 1000}),
        fc.integer({min: 1, max: 1000}),
        fc.integer({min: 51, max: 99}),
        (furnished, bare, percent) => {
          const people = (furnished * (100 - percent)) / percent;
          // A hundred thousand others, of whom so many in a hundred fetch it, and this group, which then changes nothing.
          const usual = {month, slight: 100_000, slightBare: 100_000 - 1000 * percent, engaged: 0, engagedBare: 0};
          const [own] = [wavesAmong([group(furnished + bare, bare)], usual, 0).length === 1];
          if (Math.abs(people - bare / 20) > 1e-6) expect(own).toBe(people < bare / 20);
        },
      ),
      {seed: 2005},
    );
  });

  test("finds a second wave where the first one is known", () => {
    // 100 readers of 1,100 fetch it; of the second group 4 beside 96: as many people as 4 where all readers do, and 36 where one in ten does.
    const both = [group(900, 900), group(100, 96)];
    expect(wavesAmong(both, {month, slight: 1100, slightBare: 996, engaged: 0, engagedBare: 0}, 0)).toEqual(both);
  });
});

describe("a browser is years old", () => {
  for (const [agent, want] of [
    // Chrome 94 came out on 2021-09-21, Firefox 100 on 2022-05-03, Safari 9 on 2015-09-30, Internet Explorer 6 on 2001-08-24.
    [chrome(94), "2024-09-20"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:100.0) Gecko/20100101 Firefox/100.0", "2025-05-02"],
    ["Mozilla/5.0 (Macintosh) AppleWebKit/601.1 (KHTML, like Gecko) Version/9.0 Safari/601.1", "2018-09-29"],
    ["Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)", "2004-08-23"],
    [chrome(900), null],
    ["NewsReader of the Example Press", null],
    ["", null],
  ] as const) {
    test(`${agent || "(no agent)"}: ${want ?? "not known"}`, () => expect(oldFrom(agent)).toBe(want));
  }

  test("a later version never before an earlier one", () => {
    const days = Array.from({length: 140}, (_, version) => oldFrom(chrome(version + 1)));
    expect(days.every((day) => day !== null)).toBe(true);
    expect(days).toEqual(days.toSorted());
  });
});
