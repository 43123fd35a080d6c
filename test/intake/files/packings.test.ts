import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync, zstdCompressSync} from "node:zlib";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {bunzip2} from "../../../src/intake/packings/bunzip2.ts";
import {asPlainText} from "../../../src/intake/packings/plain-text.ts";
import {unlz4} from "../../../src/intake/packings/unlz4.ts";
import {amount, longTest, rowsOf} from "../../run/amounts.ts";
import {Workshop} from "../workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/packings/${name}`, import.meta.url)));
const log = fixture("six.log");
const text = log.toString();
const utf16 = Buffer.from(text, "utf16le");
const [first, second] = [text.slice(0, 300), text.slice(300)];

/** The same log, packed and saved in every way that is read. Those of bzip2 and xz have two streams. */
const ways: Readonly<Record<string, Uint8Array>> = {
  "gzip of two members": Buffer.concat([gzipSync(first), gzipSync(second)]),
  "zstd of two frames": Buffer.concat([zstdCompressSync(first), zstdCompressSync(second)]),
  bzip2: fixture("six.log.bz2"),
  xz: fixture("six.log.xz"),
  lz4: fixture("six.log.lz4"),
  "lines ended as on Windows": Buffer.from(text.replaceAll("\n", "\r\n")),
  "UTF-8 with a mark": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), log]),
  "UTF-16 with a mark": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
  "UTF-16 without one": utf16,
  "UTF-16, the high byte first": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
  "UTF-16 of Windows, packed": gzipSync(Buffer.from(text.replaceAll("\n", "\r\n"), "utf16le")),
};

describe("a log is the same log however it is packed and saved", () => {
  for (const [way, bytes] of rowsOf(Object.entries(ways), 4)) {
    test(`${way}: each line counts, and the plain log adds nothing after it`, async () => {
      await workshop.ingest([workshop.write("packed.log", bytes)]);
      expect(workshop.counts()).toEqual({"packed.log": [6, 6, 0, 0]});
      const said = await workshop.ingest([workshop.write("plain.log", log)]);
      expect(said).toContain("plain.log: read before, adds nothing");
    });
  }
});

describe("what is packed and cannot be read is refused, and nothing of it counts", () => {
  for (const kind of ["bz2", "xz", "lz4"] as const) {
    const name = kind === "bz2" ? "bzip2" : kind;
    const packed = fixture(`six.log.${kind}`);
    test(`${name} that breaks off, wherever it is cut`, async () => {
      for (const length of rowsOf([20, 150, packed.length - 100, packed.length - 1], 2)) {
        const said = await workshop.ingest([workshop.write(`cut.${kind}`, packed.subarray(0, length))], 3);
        expect(said).toContain(`error INPUT_UNREADABLE: the ${name} file breaks off; nothing of it was counted`);
      }
    });

    test(`${name} of which a byte is another`, async () => {
      const bad = Buffer.from(packed);
      bad[90]! ^= 0x10;
      const said = await workshop.ingest([workshop.write(`bad.${kind}`, bad)], 3);
      expect(said).toMatch(new RegExp(`error INPUT_UNREADABLE: the ${name} file (is damaged|breaks off)`));
    });

    // LZ4 packs nothing to less than a 255th.
    if (kind === "lz4") continue;
    const once = kind === "bz2" ? test : longTest;
    once(`${name} that holds a thousand times and more what it is packed to`, async () => {
      const said = await workshop.ingest([workshop.write(`bomb.${kind}`, fixture(`zeros.${kind}`))], 3);
      expect(said).toMatch(/error INPUT_TOO_LARGE: \S+ (?:kB|bytes) of it hold \d+(\.\d)? MB/);
    });
  }

  test("lz4 that holds more than the settings let it", async () => {
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), "publication: X\nunpacking: {size: 1 kB}\n");
    const said = await workshop.ingest(
      [workshop.write("large.lz4", Buffer.concat(Array(200).fill(fixture("six.log.lz4"))))],
      3,
    );
    expect(said).toContain("error INPUT_TOO_LARGE: ");
  });

  test("lz4 of which the last block says that it is longer than a block may be", async () => {
    const bad = Buffer.from(fixture("six.log.lz4"));
    bad.writeUInt32LE(0x7fffffff, 7);
    const said = await workshop.ingest([workshop.write("bad.lz4", bad)], 3);
    expect(said).toContain("error INPUT_UNREADABLE: the lz4 file is damaged");
  });

  test("xz with a sum that is not read says how to unpack it", async () => {
    const said = await workshop.ingest([workshop.write("sha.xz", fixture("sha256.log.xz"))], 3);
    expect(said).toContain("the xz file is written with options that are not read");
    expect(said).toContain("xz -dc FILE | broadsheet quick -");
  });
});

for (const [name, unpack] of [
  ["bz2", bunzip2],
  ["lz4", unlz4],
] as const)
  test(`${name} that anybody has damaged ends, as what it was or as a fault`, async () => {
    const packed = fixture(`six.log.${name}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), {minLength: 1}), async (changes) => {
        const bad = Buffer.from(packed);
        for (const [place, byte] of changes) bad[place] = byte;
        const pieces: Buffer[] = [];
        try {
          for await (const piece of unpack(pieceBy(bad, 64))) pieces.push(piece);
        } catch (fault) {
          expect(["BreaksOff", "Damaged"]).toContain((fault as Error).constructor.name);
          return;
        }
        expect(Buffer.concat(pieces).equals(log.subarray(0, Buffer.concat(pieces).length))).toBe(true);
      }),
      {numRuns: amount({few: 100, all: 300})},
    );
  });

test("lz4 whose blocks repeat what stands before them, and of every length, comes out as it was", async () => {
  // Of one block, "ab" and a match of 20 that repeats it; of the next, a match of 5 of the block before, and "z".
  const blocks = [Buffer.of(0x2f, 97, 98, 2, 0, 1, 0x10, 99), Buffer.of(0x01, 1, 0, 0x10, 122)];
  const frame = Buffer.concat([
    Buffer.of(0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0xc0),
    ...blocks.flatMap((block) => [Buffer.of(block.length, 0, 0, 0), block]),
    Buffer.of(2, 0, 0, 0x80, 33, 10),
    Buffer.alloc(4),
  ]);
  for (const length of [1, 3, 100]) {
    const pieces: Buffer[] = [];
    for await (const piece of unlz4(pieceBy(frame, length))) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe(`${"ab".repeat(11)}c${"c".repeat(5)}z!\n`);
  }
});

test("a text comes out the same, wherever it is cut into pieces", async () => {
  const saved = "\ufeffa\r\nb\rc\n\r\r\nd\r";
  for (const bytes of [Buffer.from(saved.padEnd(600, "x")), Buffer.from(saved.padEnd(600, "x"), "utf16le")]) {
    for (let length = 1; length < 40; length++) {
      const pieces: Buffer[] = [];
      for await (const piece of asPlainText(pieceBy(bytes, length))) pieces.push(Buffer.from(piece));
      expect(Buffer.concat(pieces).toString()).toBe("a\nb\rc\n\r\nd\r".padEnd(597, "x"));
    }
  }
});

test("carriage returns that end lines alone are line ends, wherever the text is cut into pieces", async () => {
  for (const [saved, text] of [
    ["a\rb\r\rc\r", "a\nb\n\nc\n"],
    ["a\rb".padEnd(600, "x"), "a\nb".padEnd(600, "x")],
    // One that ends nothing: the lines end in newlines.
    ["a\rb\nc\rd\n", "a\rb\nc\rd\n"],
    ["a\r", "a\r"],
  ] as const) {
    for (let length = 1; length < 40; length++) {
      const pieces: Buffer[] = [];
      for await (const piece of asPlainText(pieceBy(Buffer.from(saved), length))) pieces.push(Buffer.from(piece));
      expect(Buffer.concat(pieces).toString()).toBe(text);
    }
  }
});

async function* pieceBy(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}
