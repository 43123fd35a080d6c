import {resolve} from "node:path";
import {findWorkspace} from "../workspace/workspace-files.ts";
import {type ParsedArgs, textOption} from "./command.ts";
import type {Environment} from "./environment.ts";

/**
 * The folder of the workspace that the command line means: that which is named, or the nearest above.
 *
 * @throws {UserError} WORKSPACE_MISSING where none is named and none is near.
 */
export function workspaceFolderFromArgs(args: ParsedArgs, {cwd}: Pick<Environment, "cwd">): string {
  const named = textOption(args, "folder");
  return named === undefined ? findWorkspace(cwd) : resolve(cwd, named);
}
