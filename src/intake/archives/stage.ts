import {randomUUID} from "node:crypto";
import {createReadStream, createWriteStream} from "node:fs";
import {type FileHandle, open} from "node:fs/promises";
import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {constants, createZstdCompress} from "node:zlib";
import {UserError} from "../../base/error.ts";
import {type NamelessFile, openNameless} from "../../base/nameless-file.ts";
import {visible} from "../../base/text.ts";
import {unpackedBytes} from "../bytes/read.ts";
import type {UnpackingMeter} from "../packings/limit.ts";
import {type PackedFile, packingOf} from "../packings/packing.ts";
import {type ArchiveKind, archiveKindOf, type Member} from "./member.ts";
import {tarMembers} from "./tar.ts";
import {zipMembers} from "./zip.ts";

/** A file of an archive, kept where it can be read again. */
export interface StagedMember {
  readonly name: string;
  /** Why it cannot be read; null where it can. */
  readonly refused: string | null;
  /** Where it is in the staged file, packed. */
  readonly from: number;
  readonly until: number;
}

/** An archive whose files were taken out, once and in order. */
export interface StagedArchive {
  readonly members: readonly StagedMember[];
  /** Copies a member out, as a file that is there until it is closed. */
  copy(member: StagedMember): Promise<NamelessFile>;
  close(): void;
}

/** More files are no logs' archive. */
const mostMembers = 100_000;

/** Packing at the quickest: it is read again at once. */
const quickest = {params: {[constants.ZSTD_c_compressionLevel]: 1}};

/**
 * Takes the files out of an archive, to its end: nothing of one that breaks off is ever read.
 *
 * @param work Folder for what is taken out; it has room for some tenth of what is in the archive.
 * @throws {UserError} INPUT_TOO_LARGE; {ArchiveFault} and what unpacking throws
 */
export async function stageArchive(
  archive: PackedFile,
  kind: ArchiveKind,
  meter: UnpackingMeter,
  work: string,
): Promise<StagedArchive> {
  const kept = openNameless(join(work, `${randomUUID()}.spool`));
  const file = await open(kept.path, "r+");
  const members: StagedMember[] = [];
  let end = 0;
  try {
    for await (const member of membersOf(archive, kind, meter)) {
      if (members.length === mostMembers) throw tooMany(archive.where);
      const from = end;
      if (member.refused === null) end = await keep(member, file, end, kind === "zip" ? meter : null);
      if (end > from || member.refused !== null)
        members.push({name: nameOf(member), refused: member.refused, from, until: end});
    }
  } catch (fault) {
    kept.close();
    throw fault;
  } finally {
    await file.close();
  }
  return {
    members,
    async copy({from, until}) {
      const own = openNameless(join(work, `${randomUUID()}.input`));
      await pipeline(createReadStream(kept.path, {start: from, end: until - 1}), createWriteStream(own.path));
      return own;
    },
    close: () => kept.close(),
  };
}

function membersOf(archive: PackedFile, kind: ArchiveKind, meter: UnpackingMeter): AsyncIterable<Member> {
  if (kind === "zip") return zipMembers(archive.path);
  // The pieces of an unpacked file are written over, and these are kept for a while.
  return tarMembers(archive.packing === "none" ? createReadStream(archive.path) : unpackedBytes(archive, meter));
}

/** Writes a member to the file, packed unless it is packed already. @returns Where it ends; where it began, if it is empty. */
async function keep(member: Member, file: FileHandle, from: number, meter: UnpackingMeter | null): Promise<number> {
  const pieces = metered(member.bytes(), meter)[Symbol.asyncIterator]();
  const start: Buffer[] = [];
  let length = 0;
  while (length < headLength) {
    const {value, done} = await pieces.next();
    if (done) break;
    start.push(Buffer.from(value));
    length += value.length;
  }
  if (length === 0) return from;
  const head = Buffer.concat(start);
  const all = Readable.from(joined(head, pieces), {objectMode: false});
  const isPacked = packingOf(head) !== "none" || archiveKindOf(head) !== null;
  const stream: Readable = isPacked ? all : all.pipe(createZstdCompress(quickest));
  all.on("error", (fault) => stream.destroy(fault));
  let end = from;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    await file.write(piece, 0, piece.length, end);
    end += piece.length;
  }
  return end;
}

const headLength = 512;

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* metered(bytes: AsyncIterable<Buffer>, meter: UnpackingMeter | null): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    meter?.add(piece.length, 0);
    yield piece;
  }
}

/** A member's own name, without the folders that an archive puts it in. */
function nameOf({name}: Member): string {
  const own = name.split(/[/\\]/).findLast((part) => part !== "") ?? "";
  return own.replaceAll("\0", "").slice(0, 255) || "(without a name)";
}

function tooMany(where: string): UserError {
  return new UserError(
    "INPUT_TOO_LARGE",
    `the archive holds more than ${mostMembers.toLocaleString("en")} files`,
    "unpack it, and name the folder that the logs are in",
    visible(where),
  );
}
