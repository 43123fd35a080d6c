import {verify} from "node:crypto";
import {UserError} from "../../base/error.ts";
import {decodeBase64} from "./base64.ts";
import {isSameKey, keyNumber, type PublicKey, parsePublicKey, verifyingKey} from "./public-key.ts";
import {hashOf} from "./signature.ts";

/**
 * What an entry says of its key: it is the first; it follows the one before, which signs that; it begins anew, because the one before is
 * lost and signs nothing; or it is no longer to be trusted.
 */
export type KeyEvent = "first" | "next" | "anew" | "revoked";

/** One line of the list of keys. */
export interface KeyEntry {
  /** `YYYY-MM-DD`, as the publisher says. */
  readonly on: string;
  readonly event: KeyEvent;
  /** The new key; of `revoked`, the one that is no longer to be trusted. */
  readonly key: PublicKey;
}

const form = /^(\d{4}-\d{2}-\d{2}) (first|next|anew|revoked) (\S{56}) signed (\S{88})(?: (\S{88}))?$/;
const mostCharacters = 200_000;

/**
 * Reads a list of keys and checks every signature in it.
 *
 * @param where Of the list, for the message.
 * @throws {UserError} KEYS_REFUSED naming the first line that is none, or whose signature is not right.
 */
export function parseKeyList(text: string, where: string): readonly KeyEntry[] {
  const lines = text.split("\n");
  if (text.length > mostCharacters || lines.pop() !== "") throw refused("its last line breaks off", where);
  const entries: KeyEntry[] = [];
  const inUse: PublicKey[] = [];
  let before = "";
  for (const [place, line] of lines.entries()) {
    const at = `${where}:${place + 1}`;
    if (line.startsWith("#") ? entries.length > 0 : !form.test(line)) throw refused("the line is no entry", at);
    if (!line.startsWith("#")) {
      const entry = checkedEntry(before, line, inUse, at);
      entries.push(entry);
      if (entry.event !== "revoked") inUse.push(entry.key);
    }
    before += `${line}\n`;
  }
  if (inUse.length === 0) throw refused("it names no key", where);
  return entries;
}

/** The key that signs from the last entry on. */
export function keyInUse(entries: readonly KeyEntry[]): PublicKey {
  return entries.findLast(({event}) => event !== "revoked")!.key;
}

/**
 * Which keys of the list are the same publisher's, for whoever knows one of them?
 *
 * Later ones as far as each was signed by the one before; earlier ones all, since a key signs what stands before it.
 *
 * @returns None where the list does not have the key.
 */
export function vouchedFor(entries: readonly KeyEntry[], known: PublicKey): readonly PublicKey[] {
  const keys = entries.filter(({event}) => event !== "revoked");
  const at = keys.findIndex(({key}) => isSameKey(key, known));
  if (at < 0) return [];
  const broken = keys.findIndex(({event}, place) => place > at && event === "anew");
  return keys.slice(0, broken < 0 ? keys.length : broken).map(({key}) => key);
}

/** Since which day is the key not to be trusted? Null where nobody has said so. */
export function revokedOn(entries: readonly KeyEntry[], key: PublicKey): string | null {
  const days = entries.filter((entry) => entry.event === "revoked" && isSameKey(entry.key, key)).map(({on}) => on);
  // It may turn out later that it was stolen earlier.
  return days.sort()[0] ?? null;
}

/** On which day did the key itself sign for the one after it? Null where it did not. */
export function followedOn(entries: readonly KeyEntry[], key: PublicKey): string | null {
  const keys = entries.filter(({event}) => event !== "revoked");
  const at = keys.findIndex((entry) => isSameKey(entry.key, key));
  const next = at < 0 ? undefined : keys[at + 1];
  return next?.event === "next" ? next.on : null;
}

function checkedEntry(before: string, line: string, inUse: readonly PublicKey[], at: string): KeyEntry {
  const [, on, event, written, first, second] = form.exec(line)! as unknown as [
    string,
    string,
    KeyEvent,
    string,
    string,
    string?,
  ];
  const key = parsePublicKey(written, at);
  const current = inUse.at(-1);
  if ((event === "first") !== (current === undefined)) throw refused("only the first key is the first", at);
  const isNew = event !== "revoked";
  const isIn = inUse.some((one) => isSameKey(one, key) || keyNumber(one) === keyNumber(key));
  if (isIn === isNew) throw refused(isNew ? "the key is in the list already" : "no such key is in the list", at);
  if ((event === "next") !== (second !== undefined)) throw refused("the line is not signed by whom it has to be", at);
  const signers = isNew ? [key, ...(event === "next" ? [current!] : [])] : [current!];
  const said = hashOf(before + line.slice(0, line.indexOf(" signed ")));
  const areRight = signers.every((signer, place) => {
    const signature = decodeBase64([first, second][place]!);
    return signature?.length === 64 && verify(null, said, verifyingKey(signer), signature);
  });
  if (!areRight) throw refused("the line, or one before it, is not what was signed", at);
  return {on, event, key};
}

function refused(fault: string, where: string): UserError {
  return new UserError(
    "KEYS_REFUSED",
    fault,
    "take the list from an older copy, or ask the publisher for the key",
    where,
  );
}
