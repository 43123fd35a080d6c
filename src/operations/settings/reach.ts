import {isAbsolute} from "node:path";
import {UserError} from "../../base/error.ts";
import type {Config} from "../../workspace/config/config.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {namedFiles} from "../files/named-files.ts";

/** Where requests are kept and with which password file, where the machine listens, and which of its folders are read from. */
const ofTheMachine = ["engine", "serve", "desk", "forum"] as const;

/**
 * Do changed settings reach no further beyond the workspace than those before?
 *
 * Whoever has no shell is let into the workspace, not into the machine: a password file that is sent to a server, a table that is written wherever
 * the program may write, or another folder to read from would be a way out.
 *
 * @throws {UserError} CONFIG_REFUSED naming what does
 */
export function checkReach(before: Config, after: Config): void {
  for (const name of ofTheMachine) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    throw refused(`${name} is about the machine, and is not changed here`, name);
  }
  const known = new Set(namedFiles(before).map(([name]) => name));
  const far = namedFiles(after).find(([name]) => isAbsolute(name) && !known.has(name));
  if (far !== undefined) throw refused("a file outside of the workspace is not named here", far[0]);
}

function refused(found: string, where: string): UserError {
  return new UserError("CONFIG_REFUSED", found, `change it in ${configName} on the machine itself`, where);
}
