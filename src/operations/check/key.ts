import {checkModes} from "../../workspace/store-modes.ts";
import type {WorkspaceCheck} from "./check.ts";
import {tryOut} from "./found.ts";

/** Is the key there, the one that the store was written with, and its owner's alone? */
export const key: WorkspaceCheck = {
  name: "key",
  look: ({key: {value, fault}, store}) => {
    const open = tryOut(() => checkModes(store), store.folder).fault;
    const faults = [fault, open].flatMap((one) => one ?? []);
    if (value === null && !fault) return {text: "none yet", faults};
    const text = fault ? "not the one that the store was written with" : "the one that the store was written with";
    return {text: open ? `${text}, and not for its owner alone` : text, faults};
  },
};
