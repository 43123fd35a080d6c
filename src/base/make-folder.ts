import {mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";

/**
 * Makes a folder and those above it, where they are missing.
 *
 * @param mode Of those that are made, before the person's mask.
 * @throws What the file system says.
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, {recursive: true, mode});
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
    // On a disk that takes no writes Node says of a folder and those above it that there is none. Of one alone it says why.
    mkdirSync(firstMissing(path), {mode});
    mkdirSync(path, {recursive: true, mode});
  }
}

function firstMissing(path: string): string {
  const above = dirname(path);
  return above === path || statSync(above, {throwIfNoEntry: false}) ? path : firstMissing(above);
}
