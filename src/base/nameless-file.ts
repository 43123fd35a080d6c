import {closeSync, constants, openSync, rmSync, statSync, symlinkSync} from "node:fs";

/** A file that is there for as long as it is open. */
export interface NamelessFile {
  /** Where it is written and read, in this process and its threads. */
  readonly path: string;
  close(): void;
}

/**
 * Makes a file that nobody else finds, and of which nothing is left however the process ends, killed or not.
 *
 * It has no name of its own: the system keeps what is in it for as long as it is open, and what stands in its place is a link that leads
 * there in this process alone. Where there is no such link (only Linux has it), the file keeps its name until it is closed.
 *
 * @param path Of a file that is not there yet, on the disk where there is room for it.
 */
export function openNameless(path: string): NamelessFile {
  const {O_RDWR, O_CREAT, O_EXCL} = constants;
  const file = openSync(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
  const held = `/proc/self/fd/${file}`;
  if (!isSameFile(held, path)) {
    closeSync(file);
    return {path, close: () => rmSync(path, {force: true})};
  }
  rmSync(path);
  symlinkSync(held, path);
  return {
    path,
    close() {
      rmSync(path, {force: true});
      closeSync(file);
    },
  };
}

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, {throwIfNoEntry: false}));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}
