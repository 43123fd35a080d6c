import {gzipSync, zstdCompressSync} from "node:zlib";
import fc from "fast-check";
import {expect, test} from "vitest";
import {manyOf} from "../../long/sizes.ts";
import {amount, isWhole} from "../../run/amounts.ts";
import {lineOf, Workshop} from "../workshop.ts";

/** Lines of every kind, no two alike: requests of three months, robots, graphics, damage, comments, blanks. */
const kinds: readonly ((number: number) => string)[] = [
  (number) => lineOf(number),
  (number) => lineOf(number, {day: "15/Jan/2026"}),
  (number) => lineOf(number, {day: "31/Mar/2025", path: `/photo-${number}.jpg`}),
  (number) => lineOf(number, {path: "/robots.txt"}),
  (number) => lineOf(number, {path: `/say/"hello"/${number}`}),
  (number) => lineOf(number, {path: "/a b.html"}).replace("GET", "HEAD"),
  (number) => lineOf(number).replace(" 200 ", " 404 "),
  (number) => lineOf(number).replace(/Mozilla.*\d/, `Testbot/${number}`),
  (number) => lineOf(number).replace(/^\S+/, `2001:db8:${number.toString(16)}::1`),
  (number) => `damage ${number}\n`,
  (number) => `# comment ${number}\n`,
  (number) => `${" ".repeat(number % 7)}\n`,
  (number) => lineOf(number).replace("Firefox", "Fire\0fox"),
];

const packs = [Buffer.from, gzipSync, zstdCompressSync] as const;
const period = "2025-03..2026-02";

interface Split {
  readonly kinds: readonly number[];
  /** Which file each line goes to. */
  readonly files: readonly number[];
  readonly packs: readonly number[];
  readonly order: readonly number[];
}

const size = 60;
const splits: fc.Arbitrary<Split> = fc.record({
  kinds: fc.array(fc.nat({max: kinds.length - 1}), {minLength: size, maxLength: size}),
  files: fc.array(fc.nat({max: 3}), {minLength: size, maxLength: size}),
  packs: fc.array(fc.nat({max: 2}), {minLength: 4, maxLength: 4}),
  order: fc.shuffledSubarray([0, 1, 2, 3], {minLength: 4, maxLength: 4}),
});

/** The JSON report but for its inputs and what is said of them, as text; and the sums of what the inputs hold. */
async function read(workshop: Workshop): Promise<{text: string; sums: readonly number[]}> {
  const {stdout, status, stderr} = await workshop.run(
    "report",
    period,
    "--format",
    "json",
    "--quiet",
    ...(isWhole ? [] : ["--no-ranges"]),
  );
  if (status !== 0) throw new Error(stderr);
  const {inputs, doubts, summary, ...rest} = JSON.parse(stdout) as {
    inputs: unknown;
    doubts: string[];
    summary: string[];
  };
  expect(inputs).toBeDefined();
  // How much of a file could not be read is told file by file, and so is what that leaves in doubt.
  const told = summary.filter((sentence) => !doubts.includes(sentence));
  const rows = workshop.inputs();
  const sum = (count: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  for (const {lines, requests, quarantined, ignored} of rows) expect(requests + quarantined + ignored).toBe(lines);
  const sums = [
    sum((row) => row.lines),
    sum((row) => row.requests),
    sum((row) => row.quarantined),
    sum((row) => row.ignored),
  ];
  return {text: JSON.stringify({...rest, summary: told}), sums};
}

/** A workspace into which the files were read in one command. */
async function ingested(files: Readonly<Record<string, Uint8Array>>): Promise<Workshop> {
  const workshop = new Workshop();
  for (const [name, content] of Object.entries(files)) workshop.write(name, content);
  // Of a few lines half may be damage.
  await workshop.ingest(["--accept-unreadable", ...Object.keys(files)]);
  return workshop;
}

test("any split of the same lines over files, in any order and packing, gives the same bytes; again adds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(splits, async ({kinds: chosen, files, packs: packing, order}) => {
      // A first file of nothing but damage would not be taken for a log, in whole or in part.
      const lines = chosen.map((kind, number) => kinds[kind]!(number + 1));
      const starts = [0, 1, 2, 3].map((file) => lineOf(1000 + file));
      const whole = await ingested({"all.log": Buffer.from([...starts, ...lines].join(""))});
      const parts = order.map((file): [string, Uint8Array] => {
        const own = lines.filter((_, place) => files[place] === file);
        const pack = packs[packing[file]!] as (text: string) => Uint8Array;
        return [`part-${file}.log`, pack(starts[file]! + own.join(""))];
      });
      const split = await ingested(Object.fromEntries(parts));
      try {
        const [one, other] = [await read(whole), await read(split)];
        expect(other).toEqual(one);
        expect(other.sums[0]).toBe(size + 4);
        const account = (JSON.parse(one.text) as {account: {requests: number; verdicts: {requests: number}[]}[]})
          .account;
        for (const {requests, verdicts} of account) {
          expect(verdicts.reduce((sum, verdict) => sum + verdict.requests, 0)).toBe(requests);
        }
        expect(account.reduce((sum, {requests}) => sum + requests, 0)).toBe(one.sums[1]);
        await split.ingest(parts.map(([name]) => name).reverse());
        expect(await read(split)).toEqual(one);
      } finally {
        whole.remove();
        split.remove();
      }
    }),
    {seed: 2005, numRuns: amount({few: 1, all: manyOf({ci: 4, nightly: 8})})},
  );
});

test("a log that is read again whenever it has grown, at any byte, gives what one read gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({max: kinds.length - 1}), {minLength: 30, maxLength: 30}),
      fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 3, maxLength: 3}),
      async (chosen, places) => {
        const text = Buffer.from(lineOf(1000) + chosen.map((kind, number) => kinds[kind]!(number + 1)).join(""));
        const whole = await ingested({"access.log": text});
        const grown = new Workshop();
        try {
          const first = lineOf(1000).length;
          const ends = places.map((place) => first + Math.floor(place * (text.length - first))).sort((a, b) => a - b);
          for (const end of [...ends, text.length]) {
            grown.write("access.log", text.subarray(0, end));
            await grown.ingest(["access.log"]);
          }
          expect(await read(grown)).toEqual(await read(whole));
          const withoutId = ({inputs}: {inputs: ReturnType<Workshop["inputs"]>}) =>
            // How it was read holds estimates of its parts.
            inputs.map(({id, head, reading, ...row}) => row);
          expect(withoutId({inputs: grown.inputs()})).toEqual(withoutId({inputs: whole.inputs()}));
          const quarantine = async (workshop: Workshop) => (await workshop.run("quarantine")).stdout;
          expect(await quarantine(grown)).toBe(await quarantine(whole));
        } finally {
          whole.remove();
          grown.remove();
        }
      },
    ),
    {seed: 2006, numRuns: amount({few: 1, all: manyOf({ci: 4, nightly: 8})})},
  );
});
