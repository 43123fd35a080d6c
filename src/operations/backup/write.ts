import {createHash} from "node:crypto";
import {createReadStream, createWriteStream} from "node:fs";
import {Readable, type Transform, type Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGzip, createZstdCompress} from "node:zlib";
import type {Pack} from "tar-stream";
import {UserError} from "../../base/error.ts";
import {damagedFile} from "../../workspace/checked-files.ts";
import type {Attendance} from "../listener.ts";
import {backupListName, printBackupManifest, workspacePrefix} from "./manifest.ts";
import type {BackupPlan, PlannedFile} from "./plan.ts";

/** How a backup is packed. */
export type BackupPacking = "none" | "gzip" | "zstd";

const packers: Readonly<Record<BackupPacking, () => readonly Transform[]>> = {
  none: () => [],
  gzip: () => [createGzip()],
  zstd: () => [createZstdCompress()],
};

/**
 * Writes a backup into a file that is not there yet, for its owner alone.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where a file of the store is not what was written, WORKSPACE_BUSY where another was changed meanwhile;
 *   what the file system says; an `AbortError`
 */
export async function writeBackup(
  path: string,
  plan: BackupPlan,
  packing: BackupPacking,
  {listener, signal}: Attendance,
): Promise<void> {
  const {pack} = await import("tar-stream");
  const archive = pack();
  // What ends it is thrown below.
  archive.on("error", () => {});
  const bytes = Readable.from(archive as AsyncIterable<Buffer>, {objectMode: false});
  const file = createWriteStream(path, {flags: "wx", mode: 0o600, flush: true});
  const written = pipeline([bytes, ...packers[packing](), file], signal === undefined ? {} : {signal});
  const fed = feed(archive, plan, listener).catch((fault) => {
    archive.destroy(fault as Error);
    throw fault;
  });
  // What ended the one ends the other, and the first to end says why.
  const faults: unknown[] = [];
  const noted = (fault: unknown): void => void faults.push(fault);
  await Promise.all([fed.catch(noted), written.catch(noted)]);
  if (faults.length > 0) throw faults.find((fault) => fault instanceof UserError) ?? faults[0];
}

async function feed(archive: Pack, plan: BackupPlan, listener: Attendance["listener"]): Promise<void> {
  const mtime = new Date(plan.manifest.madeAt);
  const entry = (name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> => {
    return new Promise((done, fail) => {
      const open = archive.entry({name, size, mtime, mode: 0o600}, (fault) => (fault ? fail(fault) : done()));
      open.on("error", fail);
      pour(content, open).catch((fault) => {
        fail(fault);
        open.destroy(fault as Error);
      });
    });
  };
  const list = Buffer.from(printBackupManifest(plan.manifest));
  await entry(backupListName, list.length, Readable.from([list]));
  const total = plan.files.reduce((sum, {bytes}) => sum + bytes, 0);
  let written = 0;
  for (const [place, file] of plan.files.entries()) {
    listener?.progress?.({bytesRead: written, bytes: total, inputsRead: place, inputs: plan.files.length});
    await entry(file.path, file.bytes, contentOf(file));
    written += file.bytes;
  }
  archive.finalize();
}

async function pour(content: AsyncIterable<Uint8Array>, entry: Writable): Promise<void> {
  for await (const piece of content) {
    if (entry.write(piece)) continue;
    await new Promise<void>((on) => {
      entry.once("drain", on);
      entry.once("close", on);
    });
    if (entry.destroyed) return;
  }
  entry.end();
}

/** The file's bytes: as many as were planned, and those that were. */
async function* contentOf(file: PlannedFile): AsyncGenerator<Uint8Array> {
  const {from, bytes, sha256} = file;
  const pieces =
    "text" in from ? Readable.from([Buffer.from(from.text)]) : createReadStream(from.file, {highWaterMark: 1 << 20});
  const hash = createHash("sha256");
  let length = 0;
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > bytes) throw changed(file);
    hash.update(piece);
    yield piece;
  }
  if (length !== bytes || hash.digest("hex") !== sha256) throw changed(file);
}

function changed({path, from, isStored}: PlannedFile): UserError {
  const where = "file" in from ? from.file : path;
  if (isStored)
    return damagedFile({path: where, holds: "facts", seal: null}, "a file of the store is not what was written");
  const what = `${path.slice(workspacePrefix.length)} was changed while it was backed up`;
  return new UserError("WORKSPACE_BUSY", what, "run the same command again", where);
}
