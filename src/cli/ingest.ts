import {UserError} from "../base/error.ts";
import type {Run} from "./command.ts";
import {waitTyped, whileHeld} from "./hold.ts";
import {withIntake, workspaceTyped} from "./open.ts";
import {readLogs} from "./read-logs.ts";

/** `broadsheet ingest`: reads logs into a workspace, each line once. */
export const runIngest: Run = async (typed, outside) => {
  waitTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  const {words} = typed;
  if (words.length === 0 && workspace.config.logs.length === 0) {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "no log was named, and broadsheet.yaml names none",
      "run broadsheet ingest FILE…, or set logs in broadsheet.yaml",
    );
  }
  return whileHeld(workspace, "ingest", typed, outside, () =>
    withIntake(workspace, (open) =>
      words.length > 0
        ? readLogs(words, open, typed, outside)
        : readLogs(workspace.config.logs, open, typed, outside, workspace.folder),
    ),
  );
};
