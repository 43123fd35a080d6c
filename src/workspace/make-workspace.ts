import {randomBytes} from "node:crypto";
import {chmodSync, existsSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {makeFolder} from "../base/make-folder.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {mayWrite} from "./may-write.ts";
import {configName, type StorePaths, storeEntries, storePaths} from "./workspace-files.ts";

/**
 * Makes a workspace: folders, `broadsheet.yaml`, an empty blacklist and the key.
 *
 * @param text The text of `broadsheet.yaml`.
 * @param beside Other files beside it, text by name, that are left as they are where they are there.
 * @throws {UserError} WORKSPACE_EXISTS, or OUTPUT_REFUSED where nothing may be written
 */
export function makeWorkspace(folder: string, text: string, beside: Readonly<Record<string, string>> = {}): void {
  const path = join(folder, configName);
  if (existsSync(path)) {
    throw new UserError(
      "WORKSPACE_EXISTS",
      `there is a ${configName} already`,
      "edit it, or choose another folder",
      path,
    );
  }
  try {
    makeFolder(join(folder, "logs"));
    writeMissing(join(folder, "blacklist.csv"), "entry,from,until,decision,reason,decided_by,decided_on\n");
    for (const [name, content] of Object.entries(beside)) writeMissing(join(folder, name), content);
    makeStore(storePaths(folder));
    writeNew(path, text);
  } catch (fault) {
    throw notMade(fault, folder);
  }
}

/**
 * Makes what is missing of a store; nothing of one that may only be read.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where the key is gone, but not what was written with it, or where a link leads elsewhere
 */
export function makeStore(store: StorePaths): void {
  refuseLinks(storeEntries(store));
  if ([store.key, store.facts, store.addresses, store.work].every((path) => existsSync(path))) return;
  if (!existsSync(store.key) && existsSync(store.catalogue)) {
    throw new UserError(
      "WORKSPACE_DAMAGED",
      "the key is gone, and without it new readers could not be told from known ones",
      "bring store/key back from a backup, or delete store/ and ingest all logs again",
      store.key,
    );
  }
  if (existsSync(store.key) && !mayWrite(store.folder)) return;
  for (const path of [store.facts, store.addresses, store.work]) makeFolder(path, 0o700);
  if (!existsSync(store.key)) {
    writeNew(store.key, `${newKey()}\n`, 0o600);
    chmodSync(store.key, 0o600);
  }
}

/**
 * A key that no workspace has.
 *
 * @returns Hexadecimal; 128 bits: with them and an address in front of it, SHA-256 has one block to work through, not two.
 */
export function newKey(): string {
  return randomBytes(16).toString("hex");
}

function writeMissing(path: string, text: string): void {
  try {
    writeNew(path, text);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  }
}

/** Never through a link, not even one that leads nowhere. What a full disk leaves of it goes, so that it is made when there is room. */
function writeNew(path: string, text: string, mode?: number): void {
  try {
    writeFileSync(path, text, {flag: "wx", ...(mode === undefined ? {} : {mode})});
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") rmSync(path, {force: true});
    throw fault;
  }
}

function notMade(fault: unknown, folder: string): unknown {
  const {code} = fault as NodeJS.ErrnoException;
  if (code !== "EEXIST" && code !== "ENOTDIR") return asWriteFault(fault, folder) ?? fault;
  return new UserError(
    "OUTPUT_REFUSED",
    "the workspace cannot be made: a file stands in its way",
    "choose another folder",
    folder,
  );
}
