import {existsSync} from "node:fs";
import {leastRoom, roomAt} from "../../workspace/room.ts";
import type {WorkspaceCheck} from "./check.ts";

/** Is there room on the disk that the store is on? */
export const disk: WorkspaceCheck = {
  name: "disk",
  look: ({store, folder}) => {
    const path = existsSync(store.folder) ? store.folder : folder;
    const free = roomAt(path);
    const text = `${free < 10e9 ? `${Math.floor(free / 1e6)} MB` : `${Math.floor(free / 1e9)} GB`} free`;
    if (free >= leastRoom) return {text, faults: []};
    return {
      text,
      faults: [
        {
          what: `less than ${leastRoom / 1e6} MB are free`,
          where: path,
          help: "make room: logs that are read need some",
        },
      ],
    };
  },
};
