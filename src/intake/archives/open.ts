import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import type {UnpackingLimits} from "../../workspace/config/limits.ts";
import {readStart, unpackedBytes} from "../bytes/read.ts";
import {UnpackingMeter} from "../packings/limit.ts";
import {packingLength, packingOf} from "../packings/packing.ts";
import type {AskedSource, SourceFinding} from "../sources.ts";
import {binaryStranger} from "../strangers/binary.ts";
import {ArchiveFault, type ArchiveKind, archiveHeadLength, archiveKindOf, isOtherArchive} from "./member.ts";
import {stageArchive} from "./stage.ts";

/** Archives in archives are opened so deep. */
const mostDeep = 3;

/** Where archives are opened, and how much may be in them. */
export interface OpeningPlace {
  /** Folder for what is taken out of them. */
  readonly work: string;
  readonly limits: UnpackingLimits;
}

/**
 * The logs that a file holds: itself, or, where it is an archive, each file in it, one after the other.
 *
 * A file of an archive is there until the next is asked for by whoever had it, by its `close`.
 */
export async function* openSource(source: AskedSource, place: OpeningPlace, depth = 0): AsyncGenerator<SourceFinding> {
  try {
    const {head, isPacked} = await headOf(source);
    const found = archiveKindOf(head);
    const kind = isPacked && found === "zip" ? null : found;
    if (kind === null) yield {source, fault: isOtherArchive(head) ? otherArchive(source, head) : null};
    else if (depth === mostDeep) yield {source, fault: tooDeep(source)};
    else yield* openArchive(source, kind, place, depth);
  } catch (cause) {
    const fault = cause instanceof ArchiveFault ? brokenArchive(source, cause) : asWriteFault(cause, place.work);
    if (!fault?.code.startsWith("INPUT_")) throw fault ?? cause;
    yield {source, fault};
  }
}

/** How the file begins, unpacked. */
async function headOf(source: AskedSource): Promise<{readonly head: Buffer; readonly isPacked: boolean}> {
  const {path, where} = source;
  const start = readStart(source, archiveHeadLength);
  const packing = packingOf(start.subarray(0, packingLength));
  if (packing === "none") return {head: start, isPacked: false};
  let head = Buffer.alloc(0);
  try {
    for await (const piece of unpackedBytes({path, where, packing})) {
      head = Buffer.concat([head, piece]);
      if (head.length >= archiveHeadLength) break;
    }
  } catch {
    // What is wrong with the file is told when it is read.
    head = Buffer.alloc(0);
  }
  return {head: head.subarray(0, archiveHeadLength), isPacked: true};
}

async function* openArchive(
  source: AskedSource,
  kind: ArchiveKind,
  place: OpeningPlace,
  depth: number,
): AsyncGenerator<SourceFinding> {
  const {path, where} = source;
  const packing = packingOf(readStart(source, packingLength));
  const meter = source.meter ?? new UnpackingMeter(place.limits, where, source.bytes);
  const staged = await stageArchive({path, packing, where}, kind, meter, place.work);
  const archive = source.archive ?? {source, what: kind === "zip" ? "a ZIP archive" : "a tar archive"};
  try {
    if (staged.members.length === 0) yield {source, fault: withoutLog(archive)};
    for (const member of staged.members) {
      const own = {
        name: member.name,
        where: `${where}/${member.name}`,
        isFromFolder: true,
        isStream: false,
        // What is told of progress is told of the archive as a whole.
        bytes: source.bytes / staged.members.length,
        archive,
        meter,
      };
      if (member.refused !== null) {
        yield {source: {...own, path}, fault: refusedMember(own.where, member.refused)};
        continue;
      }
      const copy = await staged.copy(member);
      yield* openSource({...own, path: copy.path, close: copy.close}, place, depth + 1);
    }
  } finally {
    staged.close();
    if (depth > 0) source.close?.();
  }
}

/** The fault of an archive of which no file is a log. */
export function withoutLog({source, what}: NonNullable<AskedSource["archive"]>): UserError {
  return new UserError(
    "INPUT_NOT_A_LOG",
    `it is ${what} that holds no log`,
    "look what is in it, and name the archive that the logs are in",
    visible(source.where),
  );
}

function refusedMember(where: string, why: string): UserError {
  return new UserError(
    "INPUT_UNREADABLE",
    `the file in the archive ${why}; nothing of it was counted`,
    why === "is encrypted"
      ? "unpack the archive with its password, as with unzip FILE, and name what was in it"
      : "unpack the archive with the program that made it, and name what was in it",
    visible(where),
  );
}

function brokenArchive({where}: AskedSource, {message}: ArchiveFault): UserError {
  return new UserError(
    "INPUT_UNREADABLE",
    `the archive ${message}; nothing of it was counted`,
    "fetch the file again and run the same command",
    visible(where),
  );
}

function otherArchive({where}: AskedSource, head: Buffer): UserError {
  const {what, help} = binaryStranger(head)!;
  return new UserError("INPUT_NOT_A_LOG", `it is ${what}`, help ?? "unpack it first", visible(where));
}

function tooDeep({where}: AskedSource): UserError {
  return new UserError(
    "INPUT_UNREADABLE",
    `an archive in an archive in an archive: what is deeper than ${mostDeep} is not opened; nothing of it was counted`,
    "unpack the outermost, and name the folder",
    visible(where),
  );
}
