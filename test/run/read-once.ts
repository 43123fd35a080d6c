import {createHash, randomUUID} from "node:crypto";
import {cpSync, existsSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";

/**
 * Fills a folder, or takes a copy of what another test, in whatever process, filled one of the same description with.
 *
 * @param what All that decides what is read.
 * @param read Fills the folder; not called where there is a copy.
 */
export async function readOnce(what: unknown, folder: string, read: () => Promise<void>): Promise<void> {
  const top = process.env["BROADSHEET_READ_ONCE"];
  // A test that is run by other means than the suite reads for itself.
  if (top === undefined) return read();
  const kept = join(top, createHash("sha256").update(JSON.stringify(what)).digest("hex"));
  if (existsSync(kept)) {
    rmSync(folder, {recursive: true, force: true});
    cpSync(kept, folder, {recursive: true, preserveTimestamps: true});
    return;
  }
  await read();
  const own = `${kept}-${randomUUID()}`;
  cpSync(folder, own, {recursive: true, preserveTimestamps: true});
  // Another process may have read the same meanwhile.
  if (existsSync(kept)) rmSync(own, {recursive: true});
  else renameSync(own, kept);
}
