import {crc32} from "node:zlib";
import type {Entry, ZipFile} from "yauzl";
import {ArchiveFault, type Member} from "./member.ts";

const [stored, deflated] = [0, 8];

/** What the high half of a member's attributes says of its kind, where it was written on Unix. */
const [kindMask, regularFile] = [0o170000, 0o100000];

/**
 * The files of a ZIP archive, in the order of its directory. Links and folders are left out.
 *
 * @throws {ArchiveFault}
 */
export async function* zipMembers(path: string): AsyncGenerator<Member> {
  const zip = await opened(path);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = (entry.fileName as unknown as Buffer).toString();
      if (name.endsWith("/") || isLink(entry)) continue;
      yield {name, refused: refusalOf(entry), bytes: () => contentOf(zip, entry)};
    }
  } catch (cause) {
    throw asFault(cause);
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  const {default: yauzl} = await import("yauzl");
  try {
    // Names are no paths here, and may be anything.
    return await yauzl.openPromise(path, {lazyEntries: true, autoClose: false, decodeStrings: false});
  } catch (cause) {
    throw asFault(cause);
  }
}

function isLink({externalFileAttributes}: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & kindMask;
  return kind !== 0 && kind !== regularFile;
}

function refusalOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return "is encrypted";
  const {compressionMethod: method} = entry;
  return method === stored || method === deflated ? null : `is packed in a way that is not read (method ${method})`;
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (cause) {
    throw asFault(cause);
  }
  if (sum !== entry.crc32) throw new ArchiveFault("is damaged");
}

/** What the library finds wrong with the archive; what the system says of the file stays as it is. */
function asFault(cause: unknown): unknown {
  const {code, message} = cause as NodeJS.ErrnoException;
  if (cause instanceof ArchiveFault || (code !== undefined && !code.startsWith("Z_"))) return cause;
  return new ArchiveFault(/not found|unexpected EOF|truncated/i.test(message) ? "breaks off" : "is damaged");
}
