import {existsSync} from "node:fs";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";
import {parseSigningKey, printSigningKey, type SigningKey} from "./secret-key.ts";

const file = {
  code: "KEY_REFUSED",
  name: "key for signing",
  help: "bring it back from a backup",
  mostMegabytes: 1,
} as const;

/**
 * The key with which the workspace signs; null where none was made yet.
 *
 * @throws {UserError} KEY_REFUSED where the file is not what was written.
 */
export function readKeptKey({signing}: Pick<StorePaths, "signing">): SigningKey | null {
  if (!existsSync(signing)) return null;
  return parseSigningKey(readKeptFile(signing, file).toString("utf8"), signing);
}

/**
 * Keeps a key for its owner alone, in the place of the one before. To be called while what is published is held.
 *
 * @throws {UserError} WORKSPACE_DENIED, DISK_FULL
 */
export function keepKey({signing}: Pick<StorePaths, "signing">, key: SigningKey, publication: string): void {
  try {
    writeWhole(signing, printSigningKey(key, `secret key with which ${publication} signs; keep it to yourself`), 0o600);
  } catch (fault) {
    throw asWriteFault(fault, signing) ?? fault;
  }
}
