import {createPrivateKey, createPublicKey, type KeyObject, randomBytes, scryptSync} from "node:crypto";
import {UserError} from "../../base/error.ts";
import {decodeBase64} from "./base64.ts";
import {commentLine} from "./comment.ts";
import type {PublicKey} from "./public-key.ts";

/** A key pair: with what is signed, and with what that is checked. */
export interface SigningKey extends PublicKey {
  /** Thirty-two bytes that everything else follows from. */
  readonly seed: Buffer;
}

/** How PKCS 8 begins for an Ed25519 key. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
/** Algorithm, way of making the password's key, that of the checksum. */
const [open, locked] = [Buffer.from("Ed\0\0B2", "latin1"), Buffer.from("EdScB2", "latin1")];
/** Of a password's key as minisign makes it: more is asked by no honest file. */
const most = {operations: 33_554_432n, bytes: 1_073_741_824n};

/** A new key, of chance. */
export function makeSigningKey(): SigningKey {
  return fromSeed(randomBytes(8), randomBytes(32));
}

/**
 * The key as a file that `minisign -S -W -s` reads, without a password: the mode of the file is what keeps it.
 *
 * The checksum is left at zeros; minisign does not look at it where there is no password.
 */
export function printSigningKey({id, seed, point}: SigningKey, comment: string): string {
  const body = Buffer.concat([open, Buffer.alloc(48), id, seed, point, Buffer.alloc(32)]);
  return `untrusted comment: ${commentLine(comment, 1000)}\n${body.toString("base64")}\n`;
}

/** Is a password wanted for the key in the file? */
export function isLocked(text: string): boolean {
  return bodyOf(text)?.subarray(0, 6).equals(locked) ?? false;
}

/**
 * Reads a secret key of minisign's.
 *
 * @param password Of a key that is locked; takes some seconds and a gigabyte.
 * @param where Of the file, for the message.
 * @throws {UserError} KEY_REFUSED
 */
export function parseSigningKey(text: string, where: string, password: string | null = null): SigningKey {
  const body = bodyOf(text);
  const isOpen = body?.subarray(0, 6).equals(open) ?? false;
  if (!body || !(isOpen || isLocked(text))) {
    throw refused("not a secret key of minisign", "name the file that minisign -G wrote, minisign.key", where);
  }
  if (isOpen) return checked(body.subarray(54), "its two halves are not of one key", where);
  if (password === null) throw refused("the key is locked with a password", "give the password", where);
  return checked(unlock(body, password, where), "the password is not that of the key", where);
}

/** The key as node:crypto takes it. */
export function signingKey({seed}: Pick<SigningKey, "seed">): KeyObject {
  return createPrivateKey({key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8"});
}

function fromSeed(id: Buffer, seed: Buffer): SigningKey {
  const point = createPublicKey(signingKey({seed})).export({format: "der", type: "spki"}).subarray(-32);
  return {id, seed, point};
}

function bodyOf(text: string): Buffer | null {
  const lines = text.slice(0, 4096).trimEnd().split(/\r?\n/);
  if (lines.length !== 2 || !lines[0]!.startsWith("untrusted comment:")) return null;
  const body = decodeBase64(lines[1]!);
  return body?.length === 158 ? body : null;
}

/** Number, seed and public half: the public half tells whether the others are right, as the checksum would. */
function checked(bytes: Buffer, fault: string, where: string): SigningKey {
  const key = fromSeed(Buffer.from(bytes.subarray(0, 8)), Buffer.from(bytes.subarray(8, 40)));
  if (!key.point.equals(bytes.subarray(40, 72))) throw refused(fault, "look for the right one", where);
  return key;
}

function unlock(body: Buffer, password: string, where: string): Buffer {
  const [operations, bytes] = [body.readBigUInt64LE(38), body.readBigUInt64LE(46)];
  if (operations > most.operations || bytes > most.bytes) {
    throw refused("its password would take more memory than any key of minisign", "look where it comes from", where);
  }
  const cost = costOf(Number(operations), Number(bytes));
  const stream = scryptSync(password, body.subarray(6, 38), 104, {...cost, maxmem: 2 ** 31 - 1});
  return Buffer.from(body.subarray(54).map((byte, place) => byte ^ stream[place]!));
}

/** The numbers of scrypt that libsodium makes of its two limits. */
function costOf(limit: number, bytes: number): {N: number; r: number; p: number} {
  const operations = Math.max(limit, 32_768);
  const r = 8;
  const isShortOfWork = operations < bytes / 32;
  const most = isShortOfWork ? operations / (r * 4) : bytes / (r * 128);
  let power = 1;
  while (power < 63 && 2 ** power <= most / 2) power++;
  const p = isShortOfWork ? 1 : Math.max(1, Math.floor(Math.min(operations / 4 / 2 ** power, 0x3fffffff) / r));
  return {N: 2 ** power, r, p};
}

function refused(fault: string, help: string, where: string): UserError {
  return new UserError("KEY_REFUSED", fault, help, where);
}
