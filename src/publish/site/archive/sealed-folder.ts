import {readFileSync} from "node:fs";
import {join} from "node:path";
import {sha256} from "../../../base/sha256.ts";
import {joinAnd, visible} from "../../../base/text.ts";
import {damaged} from "../../../report/restate/published.ts";
import {type PublicKey, printPublicKey} from "../../signatures/public-key.ts";
import {checkSignature, parseSignature} from "../../signatures/signature.ts";
import {parseSums} from "../../signatures/sums.ts";
import type {ArchivedFile} from "./archive.ts";
import type {FoundFile} from "./cache.ts";

/** What a sealed folder holds, checked against its sums and its signature. */
export interface CheckedFolder {
  readonly files: readonly ArchivedFile[];
  /** The SHA-256 of its file of sums. */
  readonly sums: string;
  /** The public key that signed it, as one line. */
  readonly key: string;
}

const sumsName = "SHA256SUMS";
const mostNamed = 3;

/**
 * Is a folder what was sealed and signed? Every file is read.
 *
 * @param keys Those of the archive, of which one has to have signed.
 * @throws {UserError} PUBLISHED_DAMAGED naming what was changed, added or taken away; SUMS_REFUSED, SIGNATURE_REFUSED
 */
export function readSealedFolder(
  folder: string,
  found: readonly FoundFile[],
  keys: readonly PublicKey[],
): CheckedFolder {
  const names = new Set(found.map(({name}) => name));
  for (const needed of [sumsName, `${sumsName}.minisig`]) {
    if (!names.has(needed)) throw damaged(`${needed} was taken away`, join(folder, needed));
  }
  const bytes = readFileSync(join(folder, sumsName));
  const key = signerOf(bytes, folder, keys);
  const sealed = parseSums(bytes.toString("utf8"), join(folder, sumsName));
  const files = found.map(({name, bytes: size}): ArchivedFile => {
    return {name, bytes: size, sha256: sha256(readFileSync(join(folder, name)))};
  });
  const there = new Map(files.map(({name, sha256}) => [name, sha256]));
  const known = new Set(sealed.map(({name}) => name));
  const faults = [
    ...sealed.flatMap(({name, sha256}) => {
      const now = there.get(name);
      return now === sha256 ? [] : [{name, what: now === undefined ? "was taken away" : "was changed"}];
    }),
    // Signatures, and what others countersign, stand beside the sums.
    ...files.flatMap(({name}) => {
      return known.has(name) || name === sumsName || name.startsWith(`${sumsName}.`) ? [] : [{name, what: "was added"}];
    }),
  ];
  if (faults.length > 0) {
    const told = faults.slice(0, mostNamed).map(({name, what}) => `${visible(name)} ${what}`);
    const rest = faults.length - told.length;
    throw damaged(joinAnd(rest > 0 ? [...told, `${rest} more`] : told), join(folder, faults[0]!.name));
  }
  return {files, sums: sha256(bytes), key: printPublicKey(key)};
}

function signerOf(bytes: Buffer, folder: string, keys: readonly PublicKey[]): PublicKey {
  const path = join(folder, `${sumsName}.minisig`);
  const signature = parseSignature(readFileSync(path, "utf8"), path);
  const key = keys.find(({id}) => id.equals(signature.id));
  if (key === undefined) throw damaged("it is signed by a key that keys.txt does not have", path);
  if (checkSignature(bytes, signature, key) !== "right") {
    throw damaged(`${sumsName} is not what was signed`, join(folder, sumsName));
  }
  return key;
}
