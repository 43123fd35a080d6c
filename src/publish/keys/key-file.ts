import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {isLocked, parseSigningKey, type SigningKey} from "../signatures/secret-key.ts";

/** A secret key as it lay in a file. */
export interface OpenedKey {
  readonly key: SigningKey;
  /** Was it locked with a password? */
  readonly wasLocked: boolean;
}

/**
 * Reads a file that `minisign -G` wrote.
 *
 * @param askPassword Is called where the key is locked; null where nobody knows the password.
 * @throws {UserError} KEY_REFUSED
 */
export async function readKeyFile(path: string, askPassword: () => Promise<string | null>): Promise<OpenedKey> {
  const help = "name the file that minisign -G wrote, minisign.key";
  const file = {code: "KEY_REFUSED", name: "key", help, mostMegabytes: 1} as const;
  const text = readKeptFile(path, file).toString("utf8");
  const wasLocked = isLocked(text);
  const password = wasLocked ? await askPassword() : null;
  if (wasLocked && password === null) {
    throw new UserError("KEY_REFUSED", "the key is locked with a password", advise("give-password"), path);
  }
  return {key: parseSigningKey(text, path, password), wasLocked};
}
