import {join} from "node:path";
import type {ForumPlace} from "../../operations/forum/open.ts";
import {readConfig} from "../../workspace/config/config.ts";
import {configName} from "../../workspace/workspace-files.ts";
import type {ParsedArgs} from "../command.ts";
import type {Environment} from "../environment.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";

/** The workspace whose forum is meant. @throws {UserError} WORKSPACE_MISSING, CONFIG_REFUSED, CONFIG_UNREADABLE */
export function forumPlaceFromArgs(args: ParsedArgs, environment: Environment): ForumPlace {
  const folder = workspaceFolderFromArgs(args, environment);
  return {folder, config: readConfig(join(folder, configName)), now: environment.now};
}
