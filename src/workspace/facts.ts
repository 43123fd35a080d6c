import {closeSync, existsSync, fstatSync, openSync, readSync} from "node:fs";
import {UserError} from "../base/error.ts";

/** How a Parquet file begins and ends. */
const mark = "PAR1";

/**
 * Are the files of facts there, and whole as far as their two ends tell?
 *
 * @param places The files that say where their readers are.
 * @throws {UserError} WORKSPACE_DAMAGED naming the first that is not: figures without it would be too low.
 */
export function checkFacts(files: readonly string[], places: readonly string[] = []): void {
  for (const file of files) checkFile(file, "facts");
  for (const file of places) checkFile(file, "places");
}

function checkFile(file: string, holds: "facts" | "places"): void {
  if (!existsSync(file)) throw damaged(`a file of ${holds} is missing`, file);
  if (!hasBothEnds(file)) throw damaged(`a file of ${holds} breaks off or is something else`, file);
}

function hasBothEnds(file: string): boolean {
  const open = openSync(file, "r");
  try {
    const {size} = fstatSync(open);
    const ends = Buffer.alloc(2 * mark.length);
    readSync(open, ends, 0, mark.length, 0);
    readSync(open, ends, mark.length, mark.length, Math.max(0, size - mark.length));
    return ends.toString("latin1") === mark + mark;
  } finally {
    closeSync(open);
  }
}

function damaged(what: string, file: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    what,
    "bring the folder store back from a backup, or delete it and ingest all logs again",
    file,
  );
}
