import {createReadStream, statSync} from "node:fs";
import {createGunzip, createZstdDecompress} from "node:zlib";
import {bunzip2} from "./bunzip2.ts";
import type {UnpackingMeter} from "./limit.ts";
import type {Packing} from "./packing.ts";
import {unlz4} from "./unlz4.ts";
import {unxz} from "./unxz.ts";

const readLength = 1 << 16;
const roomy = {chunkSize: 1 << 20};

/**
 * What is packed in a file, in pieces; all members of it, one after the other.
 *
 * @param meter Is told what was unpacked; null where it is known that it is not too much.
 * @throws {BreaksOff | Damaged}, what `zlib` throws, {UserError} INPUT_TOO_LARGE
 */
export async function* unpack(
  path: string,
  packing: Exclude<Packing, "none">,
  meter: UnpackingMeter | null,
): AsyncGenerator<Buffer> {
  if (packing === "gzip" || packing === "zstd") {
    yield* inflate(path, packing, meter);
    return;
  }
  const taken = {bytes: 0};
  for await (const piece of decoders[packing](bytesOf(path, taken))) {
    meter?.add(piece.length, taken.bytes);
    yield piece;
  }
}

const decoders = {bzip2: bunzip2, xz: unxz, lz4: unlz4} as const;

async function* bytesOf(path: string, taken: {bytes: number}): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, {highWaterMark: readLength}) as AsyncIterable<Buffer>) {
    taken.bytes += piece.length;
    yield piece;
  }
}

/** Node goes on to the next member of a gzip file by itself, but takes a zstd file to end with its first frame. */
async function* inflate(path: string, packing: "gzip" | "zstd", meter: UnpackingMeter | null): AsyncGenerator<Buffer> {
  const size = statSync(path).size;
  for (let start = 0, used = 1; used > 0 && start < size; start += used) {
    const file = createReadStream(path, {highWaterMark: readLength, start});
    const unpacker = packing === "gzip" ? createGunzip(roomy) : createZstdDecompress(roomy);
    file.on("error", (fault) => unpacker.destroy(fault));
    try {
      for await (const piece of file.pipe(unpacker) as AsyncIterable<Buffer>) {
        meter?.add(piece.length, start + unpacker.bytesWritten);
        yield piece;
      }
    } finally {
      file.destroy();
    }
    used = packing === "gzip" ? size : unpacker.bytesWritten;
  }
}
