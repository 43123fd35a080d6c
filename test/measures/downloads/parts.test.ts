import fc from "fast-check";
import {expect, test} from "vitest";
import {reportPress} from "../../press.ts";
import {amount} from "../../run/amounts.ts";
import {at, day, type Given, pressOf, rowsOf} from "./asked-files.ts";

const robot = {agent: "Googlebot/2.1 (+http://www.google.com/bot.html)", client: "192.0.2.90"};
const leastBytes = 32_768;

/** One request for a file: who asked, how many seconds after July began, and what came; 200, 206 and what brings nothing. */
interface Asked {
  readonly client: number;
  readonly second: number;
  readonly status: number;
  readonly bytes: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  client: fc.nat(2),
  // From two days before the month to two days after it, often within one day.
  second: fc.oneof(fc.integer({min: -2 * day, max: 33 * day}), fc.integer({min: 10 * day, max: 12 * day})),
  status: fc.constantFrom(200, 206, 206, 206, 304),
  bytes: fc.integer({min: 1, max: 20_000}),
});

/** The downloads, the downloaders and their bytes in July, worked out in time order, request by request. */
function recount(requests: readonly Asked[]): number[] {
  const found: {client: number; start: number; bytes: number; isWhole: boolean}[] = [];
  const near = requests.filter(({second}) => second >= -day && second < 32 * day);
  for (const {client, second, status, bytes} of near.toSorted((one, two) => one.second - two.second)) {
    if (status === 304) continue;
    let window = found.findLast((one) => one.client === client);
    if (window === undefined || second >= window.start + day) {
      window = {client, start: second, bytes: 0, isWhole: false};
      found.push(window);
    }
    window.bytes += bytes;
    window.isWhole ||= status === 200;
  }
  const own = found.filter(
    ({start, bytes, isWhole}) => start >= 0 && start < 31 * day && (isWhole || bytes >= leastBytes),
  );
  return [own.length, new Set(own.map(({client}) => client)).size, own.reduce((sum, {bytes}) => sum + bytes, 0)];
}

function linesOf(file: string, requests: readonly Asked[], place: number): Given[] {
  return requests.map(({client, second, status, bytes}) =>
    at(second, {path: file, client: `198.51.${place}.${client + 1}`, status, bytes}),
  );
}

test("whatever is asked for, in whichever order it is written, downloads are what a recount in time order finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(asked, {minLength: 1, maxLength: 12}), {minLength: 40, maxLength: 60}),
      fc.infiniteStream(fc.nat()),
      async (files, draw) => {
        const lines = files.flatMap((requests, place) => [
          ...linesOf(`/${place}.pdf`, requests, place),
          // A robot's parts, at the same times.
          ...requests.map(({second, status, bytes}) => at(second, {path: `/${place}.pdf`, status, bytes, ...robot})),
        ]);
        const mixed = lines
          .map((line) => [draw.next().value, line] as const)
          .sort(([one], [two]) => one - two)
          .map(([, line]) => line);
        const want = files.map(recount).flatMap((counts, place) => (counts[0]! > 0 ? [[`/${place}.pdf`, counts]] : []));
        expect(rowsOf(await reportPress(pressOf(mixed)))).toEqual(Object.fromEntries(want));
      },
    ),
    {seed: 2005, numRuns: amount({few: 3, all: 60})},
  );
}, 600_000);

test("a file that is cut into any parts within a day is one download", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          start: fc.integer({min: 0, max: 31 * day - 1}),
          cuts: fc.array(fc.integer({min: 1, max: 99_999}), {maxLength: 30}),
        }),
        {minLength: 30, maxLength: 60},
      ),
      async (files) => {
        const lines = files.flatMap(({start, cuts}, place) => {
          const ends = [...new Set(cuts), 100_000].sort((one, two) => one - two);
          return ends.map((end, part) =>
            at(start + Math.floor((part * (day - 1)) / ends.length), {
              ...{path: `/${place}.pdf`, client: `198.51.100.${place + 1}`, status: 206},
              bytes: end - (ends[part - 1] ?? 0),
            }),
          );
        });
        const want = files.map((_, place) => [`/${place}.pdf`, [1, 1, 100_000]]);
        expect(rowsOf(await reportPress(pressOf(lines)))).toEqual(Object.fromEntries(want));
      },
    ),
    {seed: 2005, numRuns: amount({few: 2, all: 40})},
  );
}, 600_000);
