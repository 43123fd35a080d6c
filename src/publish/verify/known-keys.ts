import {readFileSync} from "node:fs";
import {dirname} from "node:path";
import {UserError} from "../../base/error.ts";
import {makeFolder} from "../../base/make-folder.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {type PublicKey, parsePublicKey, printPublicKey} from "../signatures/public-key.ts";

/** A publication's key that somebody has given or taken for right on this machine. */
export interface RememberedKey {
  readonly publication: string;
  readonly key: PublicKey;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
}

/**
 * The keys that are remembered on this machine; none where there is no such file.
 *
 * @throws {UserError} KEYS_REFUSED where the file is not what was written.
 */
export function readRemembered(path: string): readonly RememberedKey[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new UserError("KEYS_REFUSED", "the file of remembered keys cannot be read", "see who may read it", path);
  }
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line, place) => {
    const [on = "", key = "", publication = ""] = line.split("\t");
    const at = `${path}:${place + 2}`;
    if (publication === "" || !/^\d{4}-\d{2}-\d{2}$/.test(on)) {
      const help = "mend the line, or delete it and give the key again";
      throw new UserError("KEYS_REFUSED", "the line is no remembered key", help, at);
    }
    return {on, key: parsePublicKey(key, at), publication};
  });
}

/** The key that is remembered of a publication; null where none is. */
export function rememberedOf(all: readonly RememberedKey[], publication: string): RememberedKey | null {
  return all.findLast((one) => one.publication === foldPublication(publication)) ?? null;
}

/**
 * Remembers a key, in the place of the one before.
 *
 * @throws {UserError} WORKSPACE_DENIED, DISK_FULL
 */
export function rememberKey(path: string, all: readonly RememberedKey[], {publication, key, on}: RememberedKey): void {
  const name = foldPublication(publication);
  const kept = [...all.filter((one) => one.publication !== name), {publication: name, key, on}];
  const lines = kept.map((one) => `${one.on}\t${printPublicKey(one.key)}\t${one.publication}\n`);
  try {
    makeFolder(dirname(path), 0o700);
    writeWhole(path, `# Keys of publications, given or taken for right on this machine.\n${lines.join("")}`, 0o600);
  } catch (fault) {
    throw asWriteFault(fault, path) ?? fault;
  }
}

/** One name, however it is put together. */
function foldPublication(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
}
