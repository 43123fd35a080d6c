import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {refuseLinks} from "../../base/own-files.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {readKeptFileIfAny} from "../../workspace/kept-file.ts";
import {openPublishedFolder, publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {keepKey, readKeptKey} from "../signatures/kept-key.ts";
import {type KeyEntry, keyInUse, parseKeyList} from "../signatures/key-list.ts";
import {isSameKey, keyNumber} from "../signatures/public-key.ts";
import {makeSigningKey, type SigningKey} from "../signatures/secret-key.ts";
import {beginKeyList} from "../signatures/sign-key-list.ts";

/** Where everybody finds the keys with which a publisher signs. */
export const keyListName = "keys.txt";

/** The list of a publisher's keys. */
export interface KeyList {
  readonly text: string;
  readonly entries: readonly KeyEntry[];
}

/** The list of the workspace's keys; null where nothing was signed yet. @throws {UserError} KEYS_REFUSED */
export function readKeyList({folder}: Pick<Workspace, "folder">): KeyList | null {
  const path = join(folder, publishedFolder, keyListName);
  refuseLinks([join(folder, publishedFolder), path]);
  const help = "bring it back from a copy of what was published";
  const bytes = readKeptFileIfAny(path, {code: "KEYS_REFUSED", name: "list of keys", help, mostMegabytes: 1});
  if (bytes === null) return null;
  const text = bytes.toString("utf8");
  return {text, entries: parseKeyList(text, path)};
}

/** Keeps the list; lines of it are only ever added. To be called while what is published is held. */
export function writeKeyList({folder}: Pick<Workspace, "folder">, text: string): void {
  const path = join(openPublishedFolder(folder), keyListName);
  refuseLinks([path]);
  try {
    writeWhole(path, text);
  } catch (fault) {
    throw asWriteFault(fault, path) ?? fault;
  }
}

/** Where a key lies that is to be the next, until the list of keys says so. */
export function nextKeyPath({store}: Pick<Workspace, "store">): string {
  return `${store.signing}.next`;
}

/**
 * The key with which the workspace signs, made with the list of keys where there is none. To be called while what is published is held.
 *
 * @param on The day that the list says of a key that is made, `YYYY-MM-DD`.
 * @param proposed Is taken where there is none.
 * @throws {UserError} KEY_MISSING where the list has a key that is not in the store, KEY_REFUSED, KEYS_REFUSED, WORKSPACE_DENIED, DISK_FULL
 */
export function ownSigningKey(workspace: Workspace, on: string, proposed?: SigningKey): SigningKey {
  settleNextKey(workspace);
  const list = readKeyList(workspace);
  const kept = readKeptKey(workspace.store);
  if (list === null) {
    const key = kept ?? proposed ?? makeSigningKey();
    // In this order: a key that no list has is taken up by the next attempt, a list whose key is lost by none.
    if (kept === null) keepKey(workspace.store, key, workspace.config.publication);
    writeKeyList(workspace, beginKeyList(workspace.config.publication, key, on));
    return key;
  }
  const wanted = keyInUse(list.entries);
  if (kept !== null && isSameKey(kept, wanted)) return kept;
  const what = kept === null ? "the key for signing is gone" : "the key for signing is not the one that was used last";
  throw new UserError(
    "KEY_MISSING",
    `${what}, ${keyNumber(wanted)}`,
    advise("find-signing-key"),
    workspace.store.signing,
  );
}

/** The key with which an edition will be signed, as far as is known before its turn to be written: nothing is kept. */
export function proposeSigningKey({store}: Pick<Workspace, "store">): SigningKey {
  return readKeptKey(store) ?? makeSigningKey();
}

/** A change of keys that was interrupted is finished, where the list says that it took place, and else forgotten. */
export function settleNextKey(workspace: Workspace): void {
  const path = nextKeyPath(workspace);
  refuseLinks([path]);
  if (!existsSync(path)) return;
  const next = readKeptKey({signing: path});
  const list = readKeyList(workspace);
  if (next !== null && list !== null && isSameKey(keyInUse(list.entries), next)) {
    keepKey(workspace.store, next, workspace.config.publication);
  }
  rmSync(path, {force: true});
}
