import {sign} from "node:crypto";
import type {KeyEntry} from "./key-list.ts";
import {type PublicKey, printPublicKey} from "./public-key.ts";
import {type SigningKey, signingKey} from "./secret-key.ts";
import {hashOf} from "./signature.ts";

const heading = (publication: string): string =>
  `# Keys with which ${publication} signs. Lines are only ever added; each signs all that stands before it.\n`;

/** The list as it begins: one key, which signs that it is the first. */
export function beginKeyList(publication: string, key: SigningKey, on: string): string {
  return withEntry(heading(publication.replace(/[\p{C}\p{Z}]+/gu, " ")), {on, event: "first", key}, [key]);
}

/**
 * The list with a new key, signed by itself and by the one before.
 *
 * @param before Null where the key before is lost: the list says so, and nothing proves then that the new key is the same publisher's.
 */
export function addKey(list: string, key: SigningKey, before: SigningKey | null, on: string): string {
  return before === null
    ? withEntry(list, {on, event: "anew", key}, [key])
    : withEntry(list, {on, event: "next", key}, [key, before]);
}

/** The list with a key that is no longer to be trusted, signed by the one in use. */
export function revokeKey(list: string, revoked: PublicKey, current: SigningKey, on: string): string {
  return withEntry(list, {on, event: "revoked", key: revoked}, [current]);
}

function withEntry(list: string, {on, event, key}: KeyEntry, signers: readonly SigningKey[]): string {
  const said = `${on} ${event} ${printPublicKey(key)}`;
  const signatures = signers.map((signer) => sign(null, hashOf(list + said), signingKey(signer)).toString("base64"));
  return `${list}${said} signed ${signatures.join(" ")}\n`;
}
