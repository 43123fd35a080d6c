import {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {OpenDump} from "../../forum/ends/foreign/collect.ts";
import {archiveHeadLength, archiveKindOf} from "../../intake/archives/member.ts";
import {tarMembers} from "../../intake/archives/tar.ts";
import {readStart, unpackedBytes} from "../../intake/bytes/read.ts";
import {type PackedFile, packingLength, packingOf} from "../../intake/packings/packing.ts";

/**
 * The dump that a file is: as it stands, packed, or in a backup that is an archive.
 *
 * @param where What messages call the file.
 * @throws {UserError} When it is read: INPUT_UNREADABLE, FORUM_REFUSED
 */
export async function openDumpOf(path: string, where: string): Promise<OpenDump> {
  const packing = packingOf(readStart({path, where}, packingLength));
  const file: PackedFile = {path, where, packing};
  if (archiveKindOf(await headOf(file)) !== "tar") return () => unpackedBytes(file);
  return () => dumpInArchive(file);
}

async function headOf(file: PackedFile): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const piece of unpackedBytes(file)) {
    head = Buffer.concat([head, piece.subarray(0, archiveHeadLength)]);
    if (head.length >= archiveHeadLength) break;
  }
  return head.subarray(0, archiveHeadLength);
}

/** A backup of Discourse is `….tar.gz` with `dump.sql.gz` and what was uploaded. */
async function* dumpInArchive(file: PackedFile): AsyncGenerator<Uint8Array> {
  try {
    for await (const {name, bytes} of tarMembers(unpackedBytes(file))) {
      if (!/(?:^|\/)[^/]*\.sql(?:\.gz)?$/.test(name)) continue;
      if (name.endsWith(".gz")) yield* Readable.from(bytes()).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
      else yield* bytes();
      return;
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      "INPUT_UNREADABLE",
      `the archive breaks off or is damaged: ${visible((cause as Error).message)}`,
      "take another copy of it",
      file.where,
    );
  }
  throw new UserError(
    "FORUM_REFUSED",
    "there is no dump (….sql or ….sql.gz) in the archive",
    "name the backup whole, or the dump that is in it",
    file.where,
  );
}
