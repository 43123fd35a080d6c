import {createHash, verify} from "node:crypto";
import {UserError} from "../../base/error.ts";
import {decodeBase64} from "./base64.ts";
import {type PublicKey, verifyingKey} from "./public-key.ts";

/** What a file beside another says of it, not yet checked. */
export interface Signature {
  /** Of the key that it wants. */
  readonly id: Buffer;
  /** Are the bytes hashed first? Those of older minisigns are not. */
  readonly isHashed: boolean;
  /** Of the file's bytes. */
  readonly ofFile: Buffer;
  /** What is signed, too; nobody else can have written it. */
  readonly trustedComment: string;
  /** Of the signature and its comment. */
  readonly ofComment: Buffer;
}

/** What came of checking. */
export type SignatureFinding = "right" | "other key" | "file changed" | "comment changed";

/**
 * Reads a signature.
 *
 * @param where Of the file, for the message.
 * @throws {UserError} SIGNATURE_REFUSED
 */
export function parseSignature(text: string, where: string): Signature {
  const lines = text.slice(0, 16_384).split(/\r?\n/);
  const [, ofFile, comment = "", ofComment] = lines;
  const [first, last] = [decodeBase64(ofFile ?? ""), decodeBase64(ofComment ?? "")];
  const algorithm = first?.toString("latin1", 0, 2);
  const isWhole = lines.length === 4 || (lines.length === 5 && lines[4] === "");
  const prefix = "trusted comment: ";
  if (
    !(isWhole && lines[0]!.startsWith("untrusted comment: ") && comment.startsWith(prefix)) ||
    !(first?.length === 74 && last?.length === 64 && (algorithm === "ED" || algorithm === "Ed")) ||
    /[\0-\x08\x0a-\x1f\x7f\ufffd]/.test(comment)
  ) {
    const help = "bring the signature back as it was published";
    throw new UserError("SIGNATURE_REFUSED", "not a signature of minisign", help, where);
  }
  return {
    id: first.subarray(2, 10),
    isHashed: algorithm === "ED",
    ofFile: first.subarray(10),
    trustedComment: comment.slice(prefix.length),
    ofComment: last,
  };
}

/** Are these the bytes that were signed with the key, and is the comment what was signed with them? */
export function checkSignature(bytes: Uint8Array, signature: Signature, key: PublicKey): SignatureFinding {
  if (!signature.id.equals(key.id)) return "other key";
  const point = verifyingKey(key);
  const {ofFile, ofComment, trustedComment} = signature;
  if (!verify(null, signature.isHashed ? hashOf(bytes) : bytes, point, ofFile)) return "file changed";
  const comment = Buffer.concat([ofFile, Buffer.from(trustedComment)]);
  return verify(null, comment, point, ofComment) ? "right" : "comment changed";
}

/** What is signed in the place of bytes, or of a text in UTF-8. */
export function hashOf(content: string | Uint8Array): Buffer {
  return createHash("blake2b512").update(content).digest();
}
