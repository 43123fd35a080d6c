import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterEach, describe, expect, test} from "vitest";
import {Workshop} from "../workshop.ts";

const request = '192.0.2.7 - - [10/Oct/2005:13:55:36 +0000] "GET /a HTTP/1.1" 200 5 "-" "Lynx"\n';
/** A thousand requests, and behind them 48 MB of comments: more than a thousand times as much as what it is packed to. */
const bomb = Buffer.concat([Buffer.from(request.repeat(1000)), Buffer.alloc(48e6, `#${" ".repeat(99_998)}\n`)]);
const packed = {gz: gzipSync(bomb), zst: zstdCompressSync(bomb)};

let workshop: Workshop;
afterEach(() => workshop.remove());

describe("a packed file that holds too much is refused, and nothing of it counts", () => {
  for (const kind of ["gz", "zst"] as const) {
    test(`${kind}: for its size, as it is; the others go on`, async () => {
      workshop = new Workshop();
      const files = [workshop.write(`bomb.${kind}`, packed[kind]), workshop.write("good.log", request)];
      const said = await workshop.ingest(files, 3);
      expect(said).toMatch(/error INPUT_TOO_LARGE: \S+ kB of it hold 3\d(\.\d)? MB, \d+ times as much/);
      expect(said).toContain(
        `bomb.${kind}\n  help  look what is in it; if it is a log, unpack it first, or set unpacking.ratio`,
      );
      expect(workshop.counts()).toEqual({"good.log": [1, 1, 0, 0]});
    });
  }

  test("for a size that is set", async () => {
    workshop = new Workshop("publication: The Test Press\nunpacking: {size: 40 kB}\n");
    const said = await workshop.ingest([workshop.write("a.log.gz", gzipSync(request.repeat(1000)))], 3);
    expect(said).toContain("error INPUT_TOO_LARGE: it holds more than 40 kB, unpacked");
    expect(workshop.counts()).toEqual({});
  });
});

test("it may be allowed, and what is not packed may be of any size", async () => {
  workshop = new Workshop("publication: The Test Press\nunpacking: {ratio: 1000000, size: 1 GB}\n");
  await workshop.ingest([workshop.write("bomb.gz", packed.gz)]);
  expect(workshop.counts()).toEqual({"bomb.gz": [1480, 1000, 0, 480]});
  workshop.remove();
  workshop = new Workshop("publication: The Test Press\nunpacking: {size: 40 kB}\n");
  await workshop.ingest([workshop.write("a.log", request.repeat(1000))]);
  expect(workshop.counts()).toEqual({"a.log": [1000, 1000, 0, 0]});
});
