import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {clearWork, removeWork} from "../../intake/leftovers.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";

/**
 * Does something that works in a store's folder for what is unfinished; however it ends, nothing of it is left there.
 *
 * @throws Whatever `act` throws; where it could not write, {UserError} DISK_FULL or WORKSPACE_DENIED.
 */
export async function withWorkFolder<T>(store: StorePaths, act: () => Promise<T>): Promise<T> {
  // What is still unfinished may hold readers' addresses: it goes, too, when the process ends.
  const done = removeAtEnd(() => removeWork(store));
  try {
    return await act();
  } catch (cause) {
    throw asWriteFault(cause, store.folder) ?? cause;
  } finally {
    done();
    clearWork(store);
  }
}
