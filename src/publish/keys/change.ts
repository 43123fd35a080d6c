import {existsSync, renameSync} from "node:fs";
import {UserError} from "../../base/error.ts";
import {refuseLinks} from "../../base/own-files.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {dayAt} from "../../base/zone.ts";
import type {Store} from "../../operations/store/store.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {keepKey, readKeptKey} from "../signatures/kept-key.ts";
import {type KeyEntry, keyInUse, revokedOn} from "../signatures/key-list.ts";
import {isSameKey, keyNumber, type PublicKey, printPublicKey} from "../signatures/public-key.ts";
import {makeSigningKey, type SigningKey} from "../signatures/secret-key.ts";
import {addKey, beginKeyList} from "../signatures/sign-key-list.ts";
import {nextKeyPath, ownSigningKey, readKeyList, settleNextKey, writeKeyList} from "./own-key.ts";

/** A key with which a publisher signs or has signed. */
export interface ShownKey {
  /** As `minisign -P` takes it. */
  readonly key: string;
  /** As minisign prints it. */
  readonly number: string;
  /** The day from which on it was used, `YYYY-MM-DD`. */
  readonly on: string;
  /** How it came into the list. */
  readonly event: Exclude<KeyEntry["event"], "revoked">;
  /** The day since which it is not to be trusted; null where nobody has said so. */
  readonly revokedOn: string | null;
}

/** The keys of a workspace. */
export interface ShownKeys {
  /** In the order of the list, the one in use last; none where nothing was signed yet. */
  readonly keys: readonly ShownKey[];
  /** Is the key that is in use in the store? */
  readonly isThere: boolean;
}

/** With which keys does a workspace sign, and has it signed? Changes nothing. @throws {UserError} KEYS_REFUSED or KEY_REFUSED */
export function showKeys({workspace}: Store): ShownKeys {
  const list = readKeyList(workspace);
  const kept = readKeptKey(workspace.store);
  if (list === null) return {keys: [], isThere: kept !== null};
  const entries = list.entries.filter(({event}) => event !== "revoked");
  const keys = entries.map(({key, on, event}): ShownKey => {
    return {...shown(key), on, event: event as ShownKey["event"], revokedOn: revokedOn(list.entries, key)};
  });
  return {keys, isThere: kept !== null && isSameKey(kept, keyInUse(list.entries))};
}

/** How a key is to follow the one before it. */
export interface KeyChange {
  /** The key; a new one is made where it is left out. */
  readonly key?: SigningKey;
  /** Is the key before lost? Then nothing proves the new one to be the same publisher's, and the list says so. */
  readonly isLost?: boolean;
}

/**
 * Takes another key for signing from now on, signed by the one before. The first key of a workspace begins the list.
 *
 * @throws {UserError} KEY_MISSING where the key before is not there and is not said to be lost, KEY_REFUSED where the key was in the list before, or
 *   where one that is there is said to be lost; KEYS_REFUSED, WORKSPACE_BUSY, WORKSPACE_DENIED or DISK_FULL
 */
export async function changeKey(store: Store, {key, isLost = false}: KeyChange = {}): Promise<ShownKey> {
  const {workspace, now} = store;
  const on = dayAt(now(), workspace.config.timeZone);
  return whilePublishing(workspace.store, "a change of keys", () => {
    settleNextKey(workspace);
    const list = readKeyList(workspace);
    const next = key ?? makeSigningKey();
    if (list === null) {
      keepKey(workspace.store, next, workspace.config.publication);
      writeKeyList(workspace, beginKeyList(workspace.config.publication, next, on));
      return {...shown(next), on, event: "first", revokedOn: null};
    }
    checkNew(list.entries, next);
    const before = isLost ? lostKey(store, list.entries) : ownSigningKey(workspace, on);
    const changed = addKey(list.text, next, before, on);
    // The list is what counts: a key that waits beside it is taken up or forgotten by what it says.
    const waiting = nextKeyPath(workspace);
    keepKey({signing: waiting}, next, workspace.config.publication);
    writeKeyList(workspace, changed);
    takeUp(waiting, workspace.store.signing);
    return {...shown(next), on, event: isLost ? "anew" : "next", revokedOn: null};
  });
}

/** A key that is there signs the next one: who says that it is lost would make readers doubt for nothing. */
function lostKey({workspace}: Store, entries: readonly KeyEntry[]): null {
  const {signing} = workspace.store;
  const kept = readKeptKey(workspace.store);
  if (kept === null || !isSameKey(kept, keyInUse(entries))) return null;
  throw new UserError("KEY_REFUSED", "the key is not lost: it is in the store", "let it sign the next one", signing);
}

function checkNew(entries: readonly KeyEntry[], key: PublicKey): void {
  if (!entries.some((entry) => isSameKey(entry.key, key) || keyNumber(entry.key) === keyNumber(key))) return;
  const what = `the key ${keyNumber(key)} was in use before`;
  throw new UserError("KEY_REFUSED", what, "take one that the list of keys does not have");
}

function takeUp(waiting: string, signing: string): void {
  refuseLinks([waiting, signing]);
  try {
    if (existsSync(waiting)) renameSync(waiting, signing);
  } catch (fault) {
    throw asWriteFault(fault, signing) ?? fault;
  }
}

function shown(key: PublicKey): Pick<ShownKey, "key" | "number"> {
  return {key: printPublicKey(key), number: keyNumber(key)};
}
