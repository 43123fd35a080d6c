import {randomUUID} from "node:crypto";
import {renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {makeFolder} from "../../../base/make-folder.ts";
import type {IngestRequest} from "../../../operations/ingest.ts";
import type {SentFile} from "../../forms/route.ts";
import {keptLogsFolder} from "../leftovers.ts";

/** How much may be sent at a time. More is read from a folder on the machine. */
export const sentLimits = {most: 100, bytes: 4_000_000_000, bytesInAll: 4_000_000_000} as const;

type NamedFiles = NonNullable<IngestRequest["files"]>;

/** Logs that were sent, kept until they are read. */
export interface SentLogs {
  readonly files: NamedFiles;
  readonly release: () => void;
}

/**
 * Keeps what was sent beyond the answer to its request: it lies on the same disk, and is not copied.
 *
 * @param folder Of the workspace.
 */
export function keepSentLogs(files: readonly SentFile[], folder: string): SentLogs {
  const top = keptLogsFolder(folder);
  makeFolder(top, 0o700);
  const own = join(top, randomUUID());
  makeFolder(own, 0o700);
  const kept = files.map((file, place): NamedFiles[number] => {
    const path = join(own, String(place));
    renameSync(file.path, path);
    return {path, name: file.name, isFromFolder: false};
  });
  const release = (): void => rmSync(own, {recursive: true, force: true});
  return {files: kept, release};
}
