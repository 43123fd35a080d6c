import {printJson} from "../../base/json.ts";
import {sha256} from "../../base/sha256.ts";
import {sumsName} from "../../workspace/published.ts";
import {trustedComment} from "../signatures/comment.ts";
import type {SigningKey} from "../signatures/secret-key.ts";
import {signBytes} from "../signatures/sign.ts";
import {printSums} from "../signatures/sums.ts";

/** Content by the path in a folder. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** What is sealed, and by whom. */
export interface Seal {
  readonly key: SigningKey;
  /** What the signature says that it signs: `edition 2005-H2, The Example Press`. */
  readonly what: string;
  /** `YYYY-MM-DD`, which stands as the time of the signature. */
  readonly date: string;
}

/** The files with their sums and the signature of those: what a folder holds that is sealed. */
export function sealFiles(files: FolderFiles, {key, what, date}: Seal): Map<string, string | Uint8Array> {
  const sums = printSums([...files].map(([name, content]) => ({name, sha256: sha256(content)})));
  const trusted = trustedComment(what, date, sumsName);
  const signature = signBytes(Buffer.from(sums), key, {trusted, untrusted: `signature of ${what}`});
  return new Map([...files, [sumsName, sums], [`${sumsName}.minisig`, signature]]);
}

/** One JSON file, sealed. */
export function sealJson(name: string, value: object, seal: Seal): Map<string, string | Uint8Array> {
  return sealFiles(new Map([[name, printJson(value)]]), seal);
}
