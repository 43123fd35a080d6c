import {UserError} from "./error.ts";

const full = /ENOSPC|EDQUOT|EFBIG|No space left|disk quota|File too large|disk is full|failed to offload|max_temp_dir/i;
const denied = /EACCES|EPERM|EROFS|Permission denied|Read-only file system|readonly database|unable to open database/i;

/** SQLite's numbers for a disk that is full: where it writes, and where it makes room for what processes share. */
const fullDatabase = [13, 4874];

/**
 * Does the fault say that a disk is full, by its code alone? For faults that may come from anywhere, whose words say nothing for certain.
 *
 * @returns null when it says something else.
 */
export function asFullDisk(cause: unknown): UserError | null {
  if (!(cause instanceof Error) || cause instanceof UserError) return null;
  const {code = "", path} = cause as NodeJS.ErrnoException;
  return fullDatabase.includes(numberOf(cause)) || ["ENOSPC", "EDQUOT", "EFBIG"].includes(code) ? noRoom(path) : null;
}

function numberOf(cause: Error): number {
  return (cause as {errcode?: number}).errcode ?? 0;
}

function noRoom(where: string | undefined): UserError {
  return new UserError(
    "DISK_FULL",
    "there is no room left on the disk",
    "make room and run the same command again; nothing was counted twice",
    where,
  );
}

/**
 * Does the fault say that something could not be written, and why? Told by Node, SQLite and DuckDB in their own words.
 *
 * @param where What was to be written, where that is known.
 * @returns null when it says something else.
 */
export function asWriteFault(cause: unknown, where?: string): UserError | null {
  if (cause instanceof UserError) return placed(cause, where);
  if (!(cause instanceof Error)) return null;
  const said = `${(cause as NodeJS.ErrnoException).code ?? ""} ${cause.message}`;
  if (full.test(said) || fullDatabase.includes(numberOf(cause))) return noRoom(where);
  if (!denied.test(said)) return null;
  return new UserError(
    "WORKSPACE_DENIED",
    "a file of the workspace may not be written",
    "run as the user who owns the workspace's files, or change who may write them",
    where,
  );
}

function placed(fault: UserError, where: string | undefined): UserError {
  const {code, message, help} = fault;
  const isNowhere = fault.where === undefined && (code === "DISK_FULL" || code === "WORKSPACE_DENIED");
  return isNowhere ? new UserError(code, message, help, where) : fault;
}
