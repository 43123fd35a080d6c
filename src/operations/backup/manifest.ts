import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {visible} from "../../base/text.ts";
import {schemaVersion} from "../../workspace/catalogue/schema.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {nameFault, sameNames} from "./names.ts";

/** The name of the list of files, which is the first file of a backup. */
export const backupListName = "manifest.json";

/** Where the files of the workspace stand in a backup. */
export const workspacePrefix = "workspace/";

/** What a backup is written in; one higher whenever an older Broadsheet could not restore it. */
export const backupForm = 1;

const path = z.string().max(1000);
const paths = z.array(path).max(100_000);
const count = z.number().int().min(0);

const file = z.strictObject({
  path,
  bytes: count.max(Number.MAX_SAFE_INTEGER),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `private` is for its owner alone, `sealed` may only be read. */
  access: z.enum(["usual", "private", "sealed"]),
});

const missing = z.strictObject({
  /** Keys that the workspace has: `store/key`, `store/signing-key`. */
  keys: paths,
  /** Files of passwords that settings name. */
  passwords: paths,
  /** Sealed books of addresses. */
  books: count,
  /** Servers that keep what was read. */
  servers: z.array(z.string().max(1000)).max(1000),
  /** Files that settings name outside of the workspace. */
  elsewhere: paths,
  /** What else lies in the workspace's folder, and is no part of it. */
  others: paths,
});

const manifest = z.strictObject({
  format: z.literal("backup of a broadsheet workspace"),
  form: z.literal(backupForm),
  broadsheet: z.string().max(100),
  publication: z.string().max(10_000),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** What its catalogue is written in; null where it has none. */
  catalogue: count.nullable(),
  withKey: z.boolean(),
  missing,
  files: z.array(file).min(1).max(1_000_000),
});

/** What a backup holds, and what it does not. */
export type BackupManifest = z.output<typeof manifest>;

/** One file of a backup. */
export type BackedUpFile = BackupManifest["files"][number];

/** The manifest as it stands in a backup. */
export function printBackupManifest(given: BackupManifest): string {
  return printJson(given);
}

/**
 * Reads what a backup says of itself: everything in it is from a stranger.
 *
 * @param where What the backup is called.
 * @throws {UserError} BACKUP_REFUSED, or WORKSPACE_NEWER where a newer Broadsheet wrote it
 */
export function parseBackupManifest(text: string, where: string): BackupManifest {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refusedBackup("its list of files is not JSON", where);
  }
  const {format, form} = (given ?? {}) as {format?: unknown; form?: unknown};
  if (format === "backup of a broadsheet workspace" && typeof form === "number" && form > backupForm)
    throw newerBackup(where);
  const read = manifest.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refusedBackup(`its list of files cannot be used: ${issue!.path.join(".") || "it"}: ${issue!.message}`, where);
  }
  checkPaths(read.data, where);
  if ((read.data.catalogue ?? 0) > schemaVersion) throw newerBackup(where);
  return read.data;
}

function checkPaths({files}: BackupManifest, where: string): void {
  for (const {path: name} of files) {
    const fault = nameFault(name);
    if (fault !== null) throw refusedBackup(`its list names ${name}, which ${fault}`, where);
  }
  const twins = sameNames(files.map(({path: name}) => name));
  if (twins !== null)
    throw refusedBackup(`its list names ${twins.join(" and ")}, which are one file on some disks`, where);
  if (!files.some(({path: name}) => name === workspacePrefix + configName)) {
    throw refusedBackup(`it holds no ${configName}`, where);
  }
}

/** The fault of a file that is no backup, or not what was written. */
export function refusedBackup(what: string, where: string): UserError {
  return new UserError(
    "BACKUP_REFUSED",
    visible(what),
    "take another copy of it, or an earlier backup; nothing was restored",
    where,
  );
}

function newerBackup(where: string): UserError {
  return new UserError(
    "WORKSPACE_NEWER",
    "the backup was written by a newer Broadsheet",
    "update Broadsheet and run the command again",
    where,
  );
}
