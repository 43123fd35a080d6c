import {basename} from "node:path";
import {UserError} from "../base/error.ts";
import type {Catalogue} from "./catalogue.ts";
import {damagedFile, damageOf, type StoredFile} from "./checked-files.ts";

/** What readers of Parquet say of a file that is none any more. */
const unreadable =
  /parquet|snappy|zstd|decompress|out of buffer|thrift|TProtocol|magic bytes|invalid.*(?:page|encoding|dictionary)|utf-?8/i;

/**
 * Is a fault that looks like one of ours one of a file that was read? All files that were asked for are read again to tell.
 *
 * @param asked Files that were found whole before, today.
 * @returns The fault to tell; the one that was given, where the files have no part in it.
 */
export function asStoreFault(fault: unknown, asked: readonly StoredFile[], catalogue: Catalogue): unknown {
  if (fault instanceof UserError || asked.length === 0) return fault;
  const counted = catalogue.files().union(catalogue.placesFiles());
  if (asked.some(({path}) => !counted.has(basename(path)))) return changed();
  for (const file of asked) {
    const what = damageOf(file);
    if (what !== null) return damagedFile(file, what);
  }
  // A file that was damaged before anybody knew what it held.
  const isAboutParquet = fault instanceof Error && unreadable.test(fault.message);
  const [first] = asked;
  return isAboutParquet ? damagedFile(first!, "one of the files of facts and places cannot be read") : fault;
}

function changed(): UserError {
  return new UserError(
    "WORKSPACE_BUSY",
    "what was read was replaced or taken out meanwhile",
    "run the same command again",
  );
}
