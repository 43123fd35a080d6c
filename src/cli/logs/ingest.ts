import {UserError} from "../../base/error.ts";
import type {Run} from "../command.ts";
import {waitFromArgs, whileHeld} from "../hold.ts";
import {withIntake, workspaceFromArgs} from "../open.ts";
import {readLogs} from "./read-logs.ts";

/** `broadsheet ingest`: reads logs into a workspace, each line once. */
export const runIngest: Run = async (args, environment) => {
  waitFromArgs(args);
  const workspace = workspaceFromArgs(args, environment);
  const {words} = args;
  if (words.length === 0 && workspace.config.logs.length === 0) {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "no log was named, and broadsheet.yaml names none",
      "run broadsheet ingest FILE…, or set logs in broadsheet.yaml",
    );
  }
  return whileHeld(workspace, "ingest", args, environment, () =>
    withIntake(workspace, (open) =>
      words.length > 0
        ? readLogs(words, open, args, environment)
        : readLogs(workspace.config.logs, open, args, environment, workspace.folder),
    ),
  );
};
