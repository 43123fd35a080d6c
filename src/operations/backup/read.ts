import {createHash} from "node:crypto";
import {createReadStream, statSync} from "node:fs";
import {Readable} from "node:stream";
import {checkRunning} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {readStart} from "../../intake/bytes/read.ts";
import {packingLength, packingOf} from "../../intake/packings/packing.ts";
import {unpack} from "../../intake/packings/unpack.ts";
import type {Attendance, Progress} from "../listener.ts";
import {
  type BackedUpFile,
  type BackupManifest,
  backupListName,
  parseBackupManifest,
  refusedBackup,
} from "./manifest.ts";

/** Takes what a backup holds, a file after the other. */
export interface BackupTaker {
  /** Is told first what is to come. */
  begin(manifest: BackupManifest): void;
  /** Gets a file's bytes; whether they are the right ones is known only when all are there. */
  take(file: BackedUpFile, bytes: AsyncIterable<Buffer>): Promise<void>;
}

const mostManifestBytes = 256 << 20;
/** What a name and what is said of a file may take in the archive. */
const mostHeaderBytes = 1 << 16;
const blockBytes = 512;

/**
 * Reads a backup to its last file and compares every one with the list: kinds, names, sizes and hashes. Nothing in it is believed before.
 *
 * What is behind the last file is not looked at, and unpacked is no more than the list says.
 *
 * @throws {UserError} BACKUP_REFUSED, WORKSPACE_NEWER; ABORTED, and what `taker` throws
 */
export async function readBackup(
  path: string,
  taker: BackupTaker,
  {listener, signal}: Attendance,
): Promise<BackupManifest> {
  const allowed = {bytes: mostManifestBytes + 2 * mostHeaderBytes};
  const {extract} = await import("tar-stream");
  const archive = extract();
  const source = Readable.from(bounded(bytesOf(path), allowed, path), {objectMode: false});
  source.on("error", (fault) => archive.destroy(fault));
  source.pipe(archive as unknown as NodeJS.WritableStream);
  let open: OpenBackup | null = null;
  try {
    for await (const entry of archive) {
      checkRunning(signal);
      const {name, type, size = 0} = entry.header;
      if (type !== "file" && type !== "contiguous-file") {
        throw refusedBackup(`it holds ${name}, a ${type ?? "thing of no known kind"}: a backup has files alone`, path);
      }
      const bytes = entry as unknown as AsyncIterable<Buffer>;
      if (open === null) {
        open = openBackup(await manifestOf({name, size}, bytes, path));
        allowed.bytes += open.manifest.files.reduce((sum, file) => sum + file.bytes + mostHeaderBytes + blockBytes, 0);
        taker.begin(open.manifest);
      } else {
        listener?.progress?.(progressOf(open));
        await takeFile(open, {name, size}, bytes, taker, path);
        open.bytesRead += size;
      }
      if (open.left.size === 0) return open.manifest;
    }
    throw refusedBackup(
      open === null ? "there is nothing in it" : "it breaks off: not all files of its list are there",
      path,
    );
  } catch (cause) {
    throw asRefused(source.errored ?? cause, path);
  } finally {
    source.destroy();
    archive.destroy();
  }
}

interface OpenBackup {
  readonly manifest: BackupManifest;
  /** What has not come yet, by its path. */
  readonly left: Map<string, BackedUpFile>;
  readonly bytes: number;
  bytesRead: number;
}

function openBackup(manifest: BackupManifest): OpenBackup {
  const {files} = manifest;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {manifest, left: new Map(files.map((file) => [file.path, file])), bytes, bytesRead: 0};
}

function progressOf({manifest: {files}, left, bytes, bytesRead}: OpenBackup): Progress {
  return {bytesRead, bytes, inputsRead: files.length - left.size, inputs: files.length};
}

interface Header {
  readonly name: string;
  readonly size: number;
}

async function manifestOf({name, size}: Header, bytes: AsyncIterable<Buffer>, path: string): Promise<BackupManifest> {
  if (name !== backupListName) throw refusedBackup(`it is no backup: its first file is not ${backupListName}`, path);
  if (size > mostManifestBytes) throw refusedBackup("its list of files is longer than any", path);
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return parseBackupManifest(Buffer.concat(pieces).toString("utf8"), path);
}

async function takeFile(
  {left}: OpenBackup,
  {name, size}: Header,
  bytes: AsyncIterable<Buffer>,
  taker: BackupTaker,
  path: string,
): Promise<void> {
  const file = left.get(name);
  if (file === undefined) throw refusedBackup(`it holds ${name}, which its list does not have, or twice`, path);
  if (size !== file.bytes) throw refusedBackup(`${name} has ${size} bytes, and ${file.bytes} by its list`, path);
  const hash = createHash("sha256");
  await taker.take(
    file,
    hashed(bytes, (piece) => hash.update(piece)),
  );
  if (hash.digest("hex") !== file.sha256) throw refusedBackup(`${name} is not what was backed up`, path);
  left.delete(name);
}

async function* hashed(bytes: AsyncIterable<Buffer>, note: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    note(piece);
    yield piece;
  }
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat === undefined) throw refusedBackup("there is no such file", path);
  if (!stat.isFile()) throw refusedBackup("it is no file", path);
  const packing = packingOf(readStart({path, where: path}, packingLength));
  if (packing === "none") return createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>;
  if (packing === "gzip" || packing === "zstd") return unpack(path, packing, null);
  throw refusedBackup(`it is packed with ${packing}, and a backup with gzip, zstd or nothing`, path);
}

async function* bounded(
  bytes: AsyncIterable<Buffer>,
  allowed: {readonly bytes: number},
  path: string,
): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (read > allowed.bytes) throw refusedBackup("it unpacks to more than its list says", path);
    yield piece;
  }
}

/** What the libraries say of an archive that is none, or is cut. */
function asRefused(cause: unknown, path: string): unknown {
  if (cause instanceof UserError) return cause;
  const {message, code = ""} = cause as NodeJS.ErrnoException;
  if (/unexpected end|stream was destroyed|premature close/i.test(message) || code === "Z_BUF_ERROR") {
    return refusedBackup("it breaks off", path);
  }
  if (/^(?:Z_|ZSTD_|ERR_ZSTD)/.test(code) || /invalid tar|unknown tar|zstd/i.test(message)) {
    return refusedBackup("it is damaged, or no backup", path);
  }
  if (code === "EACCES" || code === "EIO") return refusedBackup(`it cannot be read (${code})`, path);
  return cause;
}
