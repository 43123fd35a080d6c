import {accessSync, constants} from "node:fs";

/** May a file or folder be written by this process, on this disk? */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
