import {globSync, statSync} from "node:fs";
import {join} from "node:path";

/** How much there is to read, by a whole path or a pattern: of plain files and packed ones alike, in bytes of the disk; 0 files where nothing fits. */
export function sizeOfLogs(path: string): {readonly files: number; readonly bytes: number} {
  const sizes = globSync(path).flatMap((file) => {
    const stats = statSync(file, {throwIfNoEntry: false});
    return stats?.isFile() ? [stats.size] : stats?.isDirectory() ? sizesIn(file) : [];
  });
  return {files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}

function sizesIn(folder: string): number[] {
  const files = globSync("**", {cwd: folder, withFileTypes: true}).filter((entry) => entry.isFile());
  return files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
}
