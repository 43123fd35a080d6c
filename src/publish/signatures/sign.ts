import {sign} from "node:crypto";
import {commentLine} from "./comment.ts";
import {type SigningKey, signingKey} from "./secret-key.ts";
import {hashOf} from "./signature.ts";

/**
 * Signs bytes as minisign does: the same bytes, key and comments give the same signature.
 *
 * @param comments `untrusted` says what the file is, and anybody may change it; `trusted` is signed.
 * @returns The text of a file `.minisig`.
 */
export function signBytes(
  bytes: Uint8Array,
  key: SigningKey,
  comments: {readonly trusted: string; readonly untrusted: string},
): string {
  const trusted = commentLine(comments.trusted, 8000);
  const secret = signingKey(key);
  const ofFile = sign(null, hashOf(bytes), secret);
  const ofComment = sign(null, Buffer.concat([ofFile, Buffer.from(trusted)]), secret);
  return [
    `untrusted comment: ${commentLine(comments.untrusted, 1000)}`,
    Buffer.concat([Buffer.from("ED"), key.id, ofFile]).toString("base64"),
    `trusted comment: ${trusted}`,
    ofComment.toString("base64"),
    "",
  ].join("\n");
}
