import {existsSync, readdirSync} from "node:fs";
import {joinAnd, plural, visible} from "../../base/text.ts";
import type {WorkspaceCheck} from "./check.ts";
import {notLookedAt} from "./found.ts";

/** So many names are told. */
const mostNames = 3;

/** Are there files that the catalogue does not name? They count for nothing, and may be what a restored catalogue has forgotten. */
export const unnamedFiles: WorkspaceCheck = {
  name: "unnamed",
  look: ({catalogue: {value, fault}, store}) => {
    if (fault) return notLookedAt("the catalogue cannot be opened");
    const named = value ? [...value.files(), ...value.placesFiles(), ...value.books().map(({file}) => file)] : [];
    const known = new Set(named);
    const folders = [store.facts, store.addresses, store.work];
    const found = folders
      .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
      .filter((name) => !known.has(name));
    if (found.length === 0) return {text: "no file that nobody names", faults: []};
    const names = found.slice(0, mostNames).map(visible);
    const rest = found.length - names.length;
    const note = `${joinAnd(rest > 0 ? [...names, `${rest} more`] : names)}: left by what was interrupted or replaced, or read after the backup that the catalogue is of`;
    return {
      text: `${plural(found.length, "file", "files")} that nobody names, and nothing counts`,
      faults: [],
      notes: [note],
    };
  },
};
