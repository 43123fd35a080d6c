import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {sha256} from "../../src/base/sha256.ts";
import {trustedComment} from "../../src/publish/signatures/comment.ts";
import type {SigningKey} from "../../src/publish/signatures/secret-key.ts";
import {signBytes} from "../../src/publish/signatures/sign.ts";
import {printSums} from "../../src/publish/signatures/sums.ts";

/** Writes files of The Example Press with their sums and the signature of those. @returns the hash of the sums. */
export function sealFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  {what, by, date}: {readonly what: string; readonly by: SigningKey; readonly date: string},
): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  const sums = printSums(Object.entries(files).map(([name, content]) => ({name, sha256: sha256(content)})));
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  const trusted = trustedComment(`${what}, The Example Press`, date, "SHA256SUMS");
  writeFileSync(
    join(folder, "SHA256SUMS.minisig"),
    signBytes(Buffer.from(sums), by, {trusted, untrusted: "as published"}),
  );
  return sha256(sums);
}
