import {statSync, writeFileSync} from "node:fs";
import {UserError} from "../../base/error.ts";
import {writeWhole} from "../../base/whole-file.ts";

/**
 * Puts an output where it was asked for.
 *
 * @throws {UserError} OUTPUT_REFUSED, DISK_FULL
 */
export function writeOutput(path: string, made: string | Uint8Array, shown: string): void {
  try {
    const there = statSync(path, {throwIfNoEntry: false});
    // A device or a pipe (/dev/stdout) is written to, never replaced by a file.
    if (there && !there.isFile() && !there.isDirectory()) writeFileSync(path, made);
    else writeWhole(path, made);
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code === "ENOSPC")
      throw new UserError(
        "DISK_FULL",
        "there is no room left on the disk",
        "make room and run the command again",
        shown,
      );
    const why =
      code === "ENOENT" || code === "ENOTDIR"
        ? "its folder does not exist"
        : code === "EISDIR"
          ? "it is a folder"
          : "it may not be written";
    throw new UserError(
      "OUTPUT_REFUSED",
      `the report cannot be written: ${why}`,
      "name a file in a folder that you may write in",
      shown,
    );
  }
}
