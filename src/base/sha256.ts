import {createHash} from "node:crypto";

/** The SHA-256 of a text, as UTF-8, or of bytes: 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A hash in groups of four digits, for somebody who compares two by eye. */
export function inGroups(hash: string): string {
  return hash.match(/.{4}/g)!.join(" ");
}
