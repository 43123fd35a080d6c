/** A file in an archive. */
export interface Member {
  /** As the archive has it, with folders; from a stranger, and never a path on this machine. */
  readonly name: string;
  /** Why it cannot be read; null where it can. */
  readonly refused: string | null;
  /** What it holds, in pieces; to be read before the next member is asked for, or not at all. */
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** What holds several files. */
export type ArchiveKind = "tar" | "zip";

/** An archive that cannot be read to its end. */
export class ArchiveFault extends Error {}

const blockLength = 512;

/** So many bytes of its beginning, unpacked, tell an archive. */
export const archiveHeadLength = blockLength;

/** Is it an archive that begins so? A tar archive is told by the sum that its first header has of itself. */
export function archiveKindOf(head: Buffer): ArchiveKind | null {
  const magic = head.toString("latin1", 0, 4);
  if (magic === "PK\x03\x04" || magic === "PK\x05\x06") return "zip";
  if (head.length < blockLength || head[0] === 0) return null;
  const stored = /^[\0 ]*([0-7]{1,7})[\0 ]*$/.exec(head.toString("latin1", 148, 156))?.[1];
  if (stored === undefined) return null;
  let sum = 8 * 32;
  for (let at = 0; at < blockLength; at++) if (at < 148 || at >= 156) sum += head[at]!;
  return sum === Number.parseInt(stored, 8) ? "tar" : null;
}

/** Is it an archive of another kind, whose files' texts stand in it as they are? Each would lose its first line. */
export function isOtherArchive(head: Buffer): boolean {
  return /^(?:!<arch>\n|07070[127])/.test(head.toString("latin1", 0, 8));
}
