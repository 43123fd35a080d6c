import {type Stats, statSync} from "node:fs";
import {platform} from "node:os";
import {UserError} from "../base/error.ts";
import type {StorePaths} from "./workspace-files.ts";

/**
 * Is the key for its owner alone, and is the store not for others to write in?
 *
 * With the key, a number is told from an address. Whoever may write in the store decides what is counted. As with a key of ssh, it is
 * the person who closes what is open: what was read or changed meanwhile is for a person to find out.
 *
 * Windows has no such modes.
 *
 * @throws {UserError} WORKSPACE_EXPOSED with the command that closes it
 */
export function checkModes({key, signing, folder, facts, addresses, retained, work}: StorePaths): void {
  if (platform() === "win32") return;
  for (const path of [key, signing]) {
    const mode = modeOf(path);
    if (mode & 0o077) throw exposed("the key may be read or changed by others than its owner", "600", path, mode);
  }
  for (const path of [folder, facts, addresses, retained, work]) {
    const mode = modeOf(path);
    if (mode & 0o022)
      throw exposed("a folder of the store may be written in by others than its owner", "go-w", path, mode);
  }
}

function modeOf(path: string): number {
  const stat: Stats | undefined = statSync(path, {throwIfNoEntry: false});
  return (stat?.mode ?? 0) & 0o777;
}

function exposed(what: string, change: string, path: string, mode: number): UserError {
  const quoted = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  return new UserError(
    "WORKSPACE_EXPOSED",
    `${what} (mode ${mode.toString(8).padStart(4, "0")})`,
    `run chmod ${change} ${quoted}, and ask who could look into it until now`,
    path,
  );
}
