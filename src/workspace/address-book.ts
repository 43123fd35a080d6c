import {createCipheriv, createDecipheriv, hkdfSync, randomBytes} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {zstdCompressSync, zstdDecompressSync} from "node:zlib";
import {UserError} from "../base/error.ts";

/** How a book begins, then salt, nonce, what is sealed, and the seal. */
const mark = Buffer.from("BSBOOK1\n");
const [saltLength, nonceLength, sealLength] = [16, 12, 16];

/**
 * Writes the names of clients where only the workspace's key opens them.
 *
 * Packed with zstd, sealed with AES-256-GCM under a key of the book's own, that HKDF makes of the workspace's key and a
 * salt. Readable by the owner alone.
 *
 * @param names Canonical, a name a line; sorted, they take less room.
 * @param key The workspace's, hexadecimal.
 * @param month `YYYY-MM`; bound into the seal, so that a book is not read as that of another month.
 */
export function sealNames(path: string, names: string, key: string, month: string): void {
  const [salt, nonce] = [randomBytes(saltLength), randomBytes(nonceLength)];
  const cipher = createCipheriv("aes-256-gcm", bookKey(key, salt), nonce, {authTagLength: sealLength});
  cipher.setAAD(Buffer.from(month));
  const packed = zstdCompressSync(names);
  const sealed = [cipher.update(packed), cipher.final()];
  writeFileSync(path, Buffer.concat([mark, salt, nonce, ...sealed, cipher.getAuthTag()]), {mode: 0o600});
}

/**
 * The names in a book that is a file; null where it is gone, as it may be: a book is kept apart so that it can be thrown away.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where it is not what was sealed.
 */
export function openNames(path: string, key: string, month: string): string[] | null {
  const bytes = readSealed(path);
  return bytes && unsealNames(bytes, {key, month, where: path});
}

/** With what a book is opened. */
interface Unsealing {
  /** The workspace's, hexadecimal. */
  readonly key: string;
  readonly month: string;
  /** Where the book was found. */
  readonly where: string;
}

/**
 * The names in a book.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where it is not what was sealed.
 */
export function unsealNames(bytes: Buffer, {key, month, where}: Unsealing): string[] {
  try {
    if (!bytes.subarray(0, mark.length).equals(mark)) throw new Error("no book");
    const body = bytes.subarray(mark.length);
    const [salt, rest] = [body.subarray(0, saltLength), body.subarray(saltLength)];
    const nonce = rest.subarray(0, nonceLength);
    const decipher = createDecipheriv("aes-256-gcm", bookKey(key, salt), nonce, {authTagLength: sealLength});
    decipher.setAAD(Buffer.from(month));
    decipher.setAuthTag(rest.subarray(-sealLength));
    const packed = Buffer.concat([decipher.update(rest.subarray(nonceLength, -sealLength)), decipher.final()]);
    return zstdDecompressSync(packed).toString("utf8").split("\n");
  } catch {
    throw new UserError(
      "WORKSPACE_DAMAGED",
      "a book of addresses is not what was written",
      "bring it back from a backup, or delete it: then its clients are shown by their numbers",
      where,
    );
  }
}

/** A book as it was sealed; null where it is gone. */
export function readSealed(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new UserError("WORKSPACE_DENIED", "a book of addresses may not be read", "run as its owner", path);
  }
}

function bookKey(key: string, salt: Buffer): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", Buffer.from(key, "hex"), salt, "broadsheet address book", 32));
}
