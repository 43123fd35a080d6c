import {resolveMethodology} from "../../methodology/resolve.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import type {WorkspaceCheck} from "./check.ts";
import {tryOut} from "./found.ts";

/** Are the settings readable, and the lists that they name? */
export const config: WorkspaceCheck = {
  name: "settings",
  look: ({config: {value, fault}, key, folder}) => {
    if (value === null) return {text: "cannot be read", faults: fault ? [fault] : []};
    const read = tryOut(() => {
      resolveMethodology({config: value, folder, key: key.value ?? ""});
      readHoldings(value, folder);
    }, folder);
    const faults = read.fault ? [read.fault] : [];
    return {
      text: faults.length > 0 ? "a list that they name cannot be used" : "readable, with the lists that they name",
      faults,
    };
  },
};
