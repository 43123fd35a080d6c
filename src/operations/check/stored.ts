import {setImmediate as others} from "node:timers/promises";
import {plural} from "../../base/text.ts";
import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import {damagedFile, damageOf, isGone, type StoredFile} from "../../workspace/checked-files.ts";
import {storedBooks, storedFiles} from "../../workspace/stored-files.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";
import type {CheckFinding, Fault, WorkspaceCheck} from "./check.ts";
import {checkFault, withoutCatalogue} from "./found.ts";

/** Is every file of facts there, and what was written? */
export const facts = checkOf("facts");

/** Is every file of places there, and what was written? */
export const places = checkOf("places");

/** Is every book of addresses what was written? One that is gone was thrown away, as it may be. */
export const addresses = checkOf("addresses");

function checkOf(kind: StoredFile["holds"]): WorkspaceCheck {
  return {
    name: kind,
    look: async (context) => {
      const {catalogue, store} = context;
      if (catalogue.value === null) return withoutCatalogue(context);
      return compare(filesOf(kind, catalogue.value, store), kind);
    },
  };
}

function filesOf(kind: StoredFile["holds"], catalogue: Catalogue, store: StorePaths): StoredFile[] {
  if (kind === "addresses") return storedBooks(store, catalogue);
  const parts = catalogue.inputs().flatMap(({id}) => catalogue.partsOf(id));
  return storedFiles(parts, store, catalogue).filter(({holds}) => holds === kind);
}

async function compare(files: readonly StoredFile[], kind: StoredFile["holds"]): Promise<CheckFinding> {
  const faults: Fault[] = [];
  let gone = 0;
  for (const file of files) {
    if (kind === "addresses" && isGone(file)) gone++;
    else {
      const what = damageOf(file);
      if (what !== null) faults.push(checkFault(damagedFile(file, what), file.path));
    }
    // A person may want to interrupt.
    await others();
  }
  const bytes = files.reduce((sum, {seal}) => sum + (seal?.bytes ?? 0), 0);
  const count = `${plural(files.length, "file", "files")}, ${Math.ceil(bytes / 1e6)} MB`;
  const unsealed = files.filter(({seal}) => seal === null).length;
  const notes = [
    ...(gone > 0 ? [`${plural(gone, "book is", "books are")} gone: clients of theirs are shown by their numbers`] : []),
    ...(unsealed > gone + faults.length ? [`${plural(unsealed, "file has", "files have")} no hash`] : []),
  ];
  const text =
    faults.length > 0 ? `${faults.length} of ${count} not what was written` : `${count}, all what was written`;
  return {text, faults, notes};
}
