import {basename} from "node:path";
import {EngineBug} from "../base/engine-bug.ts";
import {UserError} from "../base/error.ts";
import type {Catalogue} from "./catalogue/catalogue.ts";
import {damagedFile, damageOf, type StoredFile} from "./checked-files.ts";

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
  const isAboutFile = fault instanceof EngineBug && fault.isAboutFile;
  const [first] = asked;
  return isAboutFile ? damagedFile(first!, "one of the files of facts and places cannot be read") : fault;
}

function changed(): UserError {
  return new UserError(
    "WORKSPACE_BUSY",
    "what was read was replaced or taken out meanwhile",
    "run the same command again",
  );
}
