import {createPublicKey, type KeyObject} from "node:crypto";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {decodeBase64} from "./base64.ts";
import {commentLine} from "./comment.ts";

/** With what signatures are checked, in minisign's form. */
export interface PublicKey {
  /** Eight bytes, of chance: a signature says with them which key it wants. */
  readonly id: Buffer;
  /** Thirty-two bytes, of Ed25519. */
  readonly point: Buffer;
}

const algorithm = "Ed";
/** How SubjectPublicKeyInfo begins for an Ed25519 key. */
const spki = Buffer.from("302a300506032b6570032100", "hex");

/** The key as one line of 56 characters, as `minisign -P` takes it. */
export function printPublicKey({id, point}: PublicKey): string {
  return Buffer.concat([Buffer.from(algorithm), id, point]).toString("base64");
}

/** The key as a file that `minisign -p` reads: a comment and the key. */
export function publicKeyFile(key: PublicKey, comment: string): string {
  return `untrusted comment: ${commentLine(comment, 1000)}\n${printPublicKey(key)}\n`;
}

/**
 * Reads a public key: the line itself, or a file with a comment before it.
 *
 * @param where Of the text, for the message.
 * @throws {UserError} KEY_REFUSED
 */
export function parsePublicKey(text: string, where: string): PublicKey {
  const lines = text.slice(0, 4096).trim().split(/\r?\n/);
  const bytes = decodeBase64(lines.at(-1) ?? "");
  const isWhole = lines.length === 1 || (lines.length === 2 && lines[0]!.startsWith("untrusted comment:"));
  if (!isWhole || bytes?.length !== 42 || bytes.toString("latin1", 0, 2) !== algorithm) {
    throw new UserError(
      "KEY_REFUSED",
      `${visible(lines[0]!.slice(0, 60)) || "nothing"} is not a public key of minisign`,
      'give the line of 56 characters that begins with "RW", or a file with it',
      where,
    );
  }
  return {id: bytes.subarray(2, 10), point: bytes.subarray(10)};
}

/** The key's number as minisign prints it: hexadecimal, the last byte first, sixteen digits at most, since it begins with no zero. */
export function keyNumber({id}: Pick<PublicKey, "id">): string {
  return id.readBigUInt64LE().toString(16).toUpperCase();
}

/** Are they the same key, and not only of the same number? */
export function isSameKey(one: PublicKey, other: PublicKey): boolean {
  return one.id.equals(other.id) && one.point.equals(other.point);
}

/** The key as node:crypto takes it. */
export function verifyingKey({point}: PublicKey): KeyObject {
  return createPublicKey({key: Buffer.concat([spki, point]), format: "der", type: "spki"});
}
