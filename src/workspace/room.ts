import {statfsSync} from "node:fs";
import {UserError} from "../base/error.ts";
import {formatSize} from "../base/size.ts";

/** With less room than this, in bytes, a busy day's log may not fit beside what is read of it. */
export const leastRoom = 500_000_000;

/** How many bytes are free, for whoever asks, on the disk that the folder is on. */
export function roomAt(folder: string): number {
  const {bavail, bsize} = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Is there room for so much more, so that enough is left to work with?
 *
 * @throws {UserError} DISK_FULL
 */
export function checkRoom(folder: string, bytes: number): void {
  const free = roomAt(folder);
  if (free - bytes >= leastRoom) return;
  const left = Math.max(0, free - leastRoom);
  throw new UserError(
    "DISK_FULL",
    `${formatSize(bytes)} do not fit: the disk has room for ${formatSize(left)} beside what has to stay free`,
    "make room, or take less at a time",
    folder,
  );
}
