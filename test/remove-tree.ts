import {chmodSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";

/** Removes a folder with all that is in it, of what is published, too, in which nobody may write. */
export function removeTree(path: string): void {
  openAll(path);
  rmSync(path, {recursive: true, force: true});
}

function openAll(path: string): void {
  try {
    for (const entry of readdirSync(path, {withFileTypes: true})) {
      if (!entry.isDirectory()) continue;
      chmodSync(join(path, entry.name), 0o755);
      openAll(join(path, entry.name));
    }
  } catch {
    // Nothing is there, or it is no folder.
  }
}
