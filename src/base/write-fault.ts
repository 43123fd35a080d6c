import {UserError} from "./error.ts";

const full = /ENOSPC|EDQUOT|EFBIG|No space left|disk quota|File too large|disk is full|failed to offload|max_temp_dir/i;
const denied = /EACCES|EPERM|EROFS|Permission denied|Read-only file system|readonly database|unable to open database/i;

/** What SQLite says where there is no room: SQLITE_FULL, and SQLITE_IOERR_SHMSIZE for the file that it shares with other processes. */
const fullOfSqlite: readonly unknown[] = [13, 4874];

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
  if (full.test(said) || fullOfSqlite.includes((cause as {errcode?: unknown}).errcode)) {
    return new UserError(
      "DISK_FULL",
      "there is no room left on the disk",
      "make room and run the same command again; nothing was counted twice",
      where,
    );
  }
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
