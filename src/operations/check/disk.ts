import {existsSync, statfsSync} from "node:fs";
import type {WorkspaceCheck} from "./check.ts";

/** With less room than this, a busy day's log may not fit beside what is read of it. */
const leastBytes = 500_000_000;

/** Is there room on the disk that the store is on? */
export const disk: WorkspaceCheck = {
  name: "disk",
  look: ({store, folder}) => {
    const path = existsSync(store.folder) ? store.folder : folder;
    const {bavail, bsize} = statfsSync(path);
    const free = bavail * bsize;
    const text = `${free < 10e9 ? `${Math.floor(free / 1e6)} MB` : `${Math.floor(free / 1e9)} GB`} free`;
    if (free >= leastBytes) return {text, faults: []};
    return {
      text,
      faults: [
        {
          what: `less than ${leastBytes / 1e6} MB are free`,
          where: path,
          help: "make room: logs that are read need some",
        },
      ],
    };
  },
};
