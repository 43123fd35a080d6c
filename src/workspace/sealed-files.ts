import {createHash} from "node:crypto";
import {closeSync, openSync, readSync} from "node:fs";

/** What a file of the store held when it was written: the catalogue vouches for it from then on. */
export interface FileSeal {
  /** Its name in the store's folder of facts or of addresses. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const piece = Buffer.allocUnsafeSlow(1 << 20);

/**
 * Size and hash of what a file holds now.
 *
 * @param name As the catalogue is to know it.
 */
export function sealFile(path: string, name: string): FileSeal {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    for (;;) {
      const read = readSync(file, piece, 0, piece.length, null);
      if (read === 0) break;
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
  return {name, bytes, sha256: hash.digest("hex")};
}
