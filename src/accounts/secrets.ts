import {createCipheriv, createDecipheriv, randomBytes, randomInt} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {UserError} from "../base/error.ts";
import {refuseLinks} from "../base/own-files.ts";
import {writeWhole} from "../base/whole-file.ts";
import {checkPrivate} from "./private-file.ts";

/** 256 bits for a cookie, in 43 letters. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Crockford's alphabet of 32: no letter that could be a digit, none that makes words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code to be typed, of 5 bits a letter, in groups that are read out: `7QKD-M2XA-…`. */
export function makeCode(letters: number, group: number): string {
  const code = Array.from({length: letters}, () => alphabet[randomInt(32)]).join("");
  return code.match(new RegExp(`.{1,${group}}`, "g"))!.join("-");
}

/** A code however it was typed: in small letters, without its groups, with O for 0 and I or L for 1. */
export function plainCode(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** Seals what has to be read again, for one key alone. */
export interface Sealing {
  /** @param purpose What it is and whose: it opens for the same alone. */
  seal(text: string, purpose: string): string;
  /** @throws {UserError} WORKSPACE_DAMAGED where it was sealed with another key or for another purpose. */
  open(sealed: string, purpose: string): string;
}

const [nonceBytes, tagBytes, keyBytes] = [12, 16, 32];

/**
 * Opens a key, or makes one where there is none.
 *
 * @param isNew May there be none? `place`: whose key it is, as faults tell it: the desk.
 * @throws {UserError} WORKSPACE_DAMAGED, WORKSPACE_EXPOSED; what the file system says
 */
export function openSealing(path: string, {isNew, place}: {readonly isNew: boolean; readonly place: string}): Sealing {
  refuseLinks([path]);
  if (!existsSync(path)) {
    if (!isNew) throw noKey("is missing", path, place);
    writeWhole(path, randomBytes(keyBytes), 0o600);
  }
  const what = `the key of the ${place} may be read or changed by others than its owner`;
  checkPrivate(path, what, "close it with chmod 600, and ask who could look into it until now");
  const key = readFileSync(path);
  if (key.length !== keyBytes) throw noKey("is not what it was", path, place);
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(text, purpose) {
      const bytes = Buffer.from(text, "base64url");
      try {
        const opener = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), {authTagLength: tagBytes});
        opener.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return opener.update(bytes.subarray(nonceBytes + tagBytes), undefined, "utf8") + opener.final("utf8");
      } catch {
        throw noKey("is another one", path, place);
      }
    },
  };
}

function noKey(what: string, path: string, place: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    `the key of the ${place} ${what}, and what it has sealed cannot be read`,
    `bring it back from a backup; where it is lost for good, move the folder of the ${place} away, and invite everybody anew`,
    path,
  );
}
