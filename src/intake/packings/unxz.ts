import {Readable} from "node:stream";
import type {ReadableStream} from "node:stream/web";
import {BreaksOff, Damaged} from "./packing.ts";

/** What the library calls what went wrong, by its number. */
const [unsupportedCheck, noMemory, tooMuchMemory, unknownOption, endsEarly] = ["2", "3", "4", "6", "8"];

/**
 * Unpacks xz, of several streams, too.
 *
 * @throws {BreaksOff | Damaged}
 */
export async function* unxz(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const {default: xz} = await import("xz-decompress");
  const source = Readable.from(packed, {objectMode: false});
  const unpacked = Readable.fromWeb(
    new xz.XzReadableStream(Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>) as ReadableStream,
  );
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>)
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
  } catch (cause) {
    const fault = source.errored ?? (cause as Error);
    const code = /failed with error code (\d+)/.exec(fault.message)?.[1];
    if (code === undefined) throw fault;
    if (code === endsEarly) throw new BreaksOff();
    if (code === unsupportedCheck || code === unknownOption)
      throw new Damaged("is written with options that are not read");
    throw new Damaged(code === noMemory || code === tooMuchMemory ? "takes too much memory" : "says what cannot be");
  } finally {
    unpacked.destroy();
    source.destroy();
  }
}
