import {lockWorkspace, whileEditing} from "../../workspace/lock.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "./store.ts";

/** How long others are waited for, in seconds, where nothing is said. */
const usualWaitSeconds = 3600;

/**
 * Does something to a workspace that one process at a time may do.
 *
 * @param what Who holds it meanwhile, as those who wait are told: `ingest`.
 * @param options `waitSeconds`: how long another is waited for.
 * @throws {UserError} WORKSPACE_BUSY where another is at it for longer, or ABORTED.
 */
export async function whileHeld<T>(
  {workspace, worker, now}: Store,
  what: string,
  {waitSeconds = usualWaitSeconds, listener, signal}: Attendance & {readonly waitSeconds?: number | undefined},
  act: () => Promise<T>,
): Promise<T> {
  const began = new Date(now()).toISOString().slice(0, 19).replace("T", " ");
  const lock = await lockWorkspace(workspace.store, `the ${what} that began ${began} UTC, ${worker}`, {
    wait: waitSeconds,
    onWait: (holder) => listener?.waiting?.(holder),
    signal,
  });
  try {
    return await act();
  } finally {
    lock.release();
  }
}

/**
 * Does something to a file that people edit, such as `blacklist.csv`, that one process at a time may do. Logs may be read meanwhile.
 *
 * @throws {UserError} WORKSPACE_BUSY where another is at it for a minute, WORKSPACE_DENIED, DISK_FULL or ABORTED.
 */
export function whileEdited<T>(
  {workspace, worker}: Pick<Store, "workspace" | "worker">,
  file: string,
  {listener, signal}: Attendance,
  act: () => T | Promise<T>,
): Promise<T> {
  const onWait = (holder: string): void => listener?.waiting?.(holder);
  return whileEditing(workspace.store, `an edit of ${file}, ${worker}`, {onWait, signal}, act);
}
