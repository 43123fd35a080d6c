/** How a file is packed, told by its first bytes, never by its name. */
export type Packing = "none" | "gzip" | "zstd" | "bzip2" | "xz" | "lz4";

/** A file as it lies on the disk. */
export interface PackedFile {
  readonly path: string;
  readonly packing: Packing;
  /** What messages call it. */
  readonly where: string;
}

/** How a frame of LZ4 begins that holds something. */
export const lz4Magic = 0x184d2204;

/** How is the file packed that begins so? */
export function packingOf(head: Buffer): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.length < 4) return "none";
  if (head.toString("latin1", 0, 3) === "BZh" && head[3]! >= 0x31 && head[3]! <= 0x39) return "bzip2";
  if (head.toString("latin1", 0, 6) === "\xfd7zXZ\0") return "xz";
  const magic = head.readUInt32LE(0);
  if (magic === lz4Magic) return "lz4";
  // pzstd begins with a frame to be skipped.
  return magic === 0xfd2fb528 || magic >>> 4 === 0x184d2a5 ? "zstd" : "none";
}

/** So many bytes of its beginning tell how a file is packed. */
export const packingLength = 6;

/** A packed text that ends before it is complete. */
export class BreaksOff extends Error {}

/** A packed text that says what cannot be. */
export class Damaged extends Error {}
