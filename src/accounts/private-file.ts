import {statSync} from "node:fs";
import {platform} from "node:os";
import {UserError} from "../base/error.ts";

/**
 * Is a file of the desk closed to everybody but its owner?
 *
 * @param what What is told where it is not.
 * @throws {UserError} WORKSPACE_EXPOSED
 */
export function checkPrivate(path: string, what: string, help: string): void {
  if (platform() === "win32") return;
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw new UserError("WORKSPACE_EXPOSED", `${what} (mode ${mode.toString(8).padStart(4, "0")})`, help, path);
}
