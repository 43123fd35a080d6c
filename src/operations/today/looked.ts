import {UserError} from "../../base/error.ts";
import type {Fault} from "../check/check.ts";
import {checkFault} from "../check/found.ts";

/** Something that is found out at some cost. */
export type Looked<T> =
  | {readonly is: "found"; readonly value: T}
  /** Nobody has found it out yet, as the workspace is now. */
  | {readonly is: "unknown"}
  /** What a person can mend keeps it from being found out. */
  | {readonly is: "refused"; readonly fault: Fault};

/**
 * What was found out, or the fault in its place, so that one thing that is wrong does not hide the rest.
 *
 * @throws {UserError} ABORTED, and whatever is a bug.
 */
export async function lookAt<T>(where: string, look: () => Promise<Looked<T>>): Promise<Looked<T>> {
  try {
    return await look();
  } catch (fault) {
    if (fault instanceof UserError && fault.code === "ABORTED") throw fault;
    return {is: "refused", fault: checkFault(fault, where)};
  }
}

/** What was found out; null where nothing was. */
export function foundIn<T>(looked: Looked<T>): T | null {
  return looked.is === "found" ? looked.value : null;
}
