import {statSync} from "node:fs";
import {sep} from "node:path";
import type {Check, Fault} from "./check.ts";

/** Is the key there, the one that the store was written with, and its owner's alone? */
export const key: Check = {
  name: "key",
  look: ({key: {value, fault}, store}) => {
    const faults = [
      ...(fault ? [fault] : []),
      ...openTo(store.key, 0o600, "the key"),
      ...openTo(store.folder, 0o700, "the store"),
    ];
    if (value === null && !fault) return {text: "none yet", faults};
    return {
      text: fault ? "not the one that the store was written with" : "the one that the store was written with",
      faults,
    };
  },
};

const isWindows = sep !== "/";

/** Others who may read the key can name the readers. */
function openTo(path: string, mode: number, what: string): Fault[] {
  const stat = statSync(path, {throwIfNoEntry: false});
  // Windows has no such modes.
  if (!stat || isWindows || (stat.mode & 0o077) === 0) return [];
  const has = (stat.mode & 0o777).toString(8).padStart(4, "0");
  return [
    {
      what: `${what} has mode ${has}: others of this machine may read it`,
      where: path,
      help: `run chmod ${mode.toString(8)} on it`,
    },
  ];
}
