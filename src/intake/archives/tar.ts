import {Readable} from "node:stream";
import {ArchiveFault, type Member} from "./member.ts";

/** Names that are longer than this are nobody's. */
const mostBetweenFiles = 1 << 22;

/**
 * The files of a tar archive, in order. Links, devices and folders hold nothing and are left out.
 *
 * @param unpacked The archive's bytes.
 * @throws {ArchiveFault} and what reading the bytes throws
 */
export async function* tarMembers(unpacked: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const {extract} = await import("tar-stream");
  const archive = extract();
  const bounds = {read: 0, most: mostBetweenFiles};
  const source = Readable.from(within(unpacked, bounds), {objectMode: false});
  source.on("error", (fault) => archive.destroy(fault));
  source.pipe(archive as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of archive) {
      const {name, type, size} = entry.header;
      if (size === undefined || !Number.isSafeInteger(size) || size < 0) throw new ArchiveFault("is damaged");
      bounds.most = bounds.read + size + mostBetweenFiles;
      if (type === "file" || type === "contiguous-file")
        yield {name, refused: null, bytes: () => contentOf(entry as unknown as AsyncIterable<Buffer>, source)};
      entry.resume();
    }
  } catch (cause) {
    throw asFault(source.errored ?? cause);
  } finally {
    source.destroy();
    archive.destroy();
  }
}

/** Where the archive breaks off within a file, its bytes are the first to tell. */
async function* contentOf(entry: AsyncIterable<Buffer>, archive: Readable): AsyncGenerator<Buffer> {
  try {
    yield* entry;
  } catch (cause) {
    throw asFault(archive.errored ?? cause);
  }
}

/** What the library finds wrong with the archive; anything else stays as it is. */
function asFault(cause: unknown): unknown {
  const {message} = cause as Error;
  if (/unexpected end|stream was destroyed/i.test(message)) return new ArchiveFault("breaks off");
  return /invalid tar|unknown tar/i.test(message) ? new ArchiveFault("is damaged") : cause;
}

/** What is between files (names, comments) is kept in memory by the library, however long it says that it is. */
async function* within(bytes: AsyncIterable<Buffer>, bounds: {read: number; most: number}): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    bounds.read += piece.length;
    if (bounds.read > bounds.most + piece.length && piece.some((byte) => byte !== 0))
      throw new ArchiveFault("is damaged");
    yield piece;
  }
}
