import {sha256} from "../../base/sha256.ts";
import type {PublicKey} from "./public-key.ts";
import {checkSignature, type Signature} from "./signature.ts";

/** What ends the trusted comment of a signature that stands for a statement beside the signed file, too: the statement's SHA-256. */
export function statementPart(hash: string): string {
  return `\tstatement:${hash}`;
}

/** A statement about an edition. */
export interface SaidStatement {
  /** Of its own bytes. */
  readonly sha256: string;
  /** SHA-256 of the edition's file of sums, as the statement says. */
  readonly sums: string;
}

/** Was the statement signed with the key, together with the sums that it is of? */
export function isSignedStatement(said: SaidStatement, sums: Buffer, signature: Signature, key: PublicKey): boolean {
  const isOwn = said.sums === sha256(sums) && signature.trustedComment.endsWith(statementPart(said.sha256));
  return isOwn && checkSignature(sums, signature, key) === "right";
}
