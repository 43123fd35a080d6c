import {lstatSync, readlinkSync, realpathSync} from "node:fs";
import {basename, dirname, isAbsolute, join, normalize, relative, resolve, sep} from "node:path";
import {UserError} from "../base/error.ts";

/**
 * Does a path of the settings stay in the workspace, or is it meant to lead elsewhere?
 *
 * A whole path is meant. One that climbs out (`../lists/robots.txt`) means something else as soon as the workspace is moved, copied
 * or opened by somebody who did not write it.
 */
export function staysInside(path: string): boolean {
  if (isAbsolute(path)) return true;
  const [first] = normalize(path).split(/[/\\]/);
  // A pattern may spell the way out among its choices.
  return first !== ".." && !/[{,]\.\.[/\\,}]|[*?\]}][/\\]\.\.(?:[/\\]|$)/.test(path);
}

/**
 * Where is written what is to be written to a path of the workspace?
 *
 * A link that stays in the workspace is followed: its target is what a person reads. One that leads out is not: what is written there
 * would change something else. A whole path that the settings name is meant, whatever it leads to.
 *
 * @param named As the settings name it; whole, or from the workspace.
 * @throws {UserError} OUTPUT_REFUSED
 */
export function writablePath(folder: string, named: string): string {
  const path = resolve(folder, named);
  if (isAbsolute(named)) return path;
  const real = realPath(path);
  const inside = relative(realpathSync(folder), real);
  if (inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) return path;
  throw new UserError(
    "OUTPUT_REFUSED",
    `${named} leads out of the workspace by a symbolic link, and nothing of it is written elsewhere`,
    "put the file itself in the place of the link, or name it by its whole path where broadsheet.yaml names it",
    `${path} -> ${real}`,
  );
}

/** Where a path leads, as far as it is there; a link that leads nowhere leads where it points. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code === "ELOOP" || links > 40) return join(sep, "a circle of links");
    if (code !== "ENOENT" || path === dirname(path)) throw fault;
    const there = join(realPath(dirname(path), links + 1), basename(path));
    if (!lstatSync(there, {throwIfNoEntry: false})?.isSymbolicLink()) return there;
    return realPath(resolve(dirname(there), readlinkSync(there)), links + 1);
  }
}
