import {UserError} from "../base/error.ts";
import {lockWorkspace} from "../workspace/lock.ts";
import {isSet, type Run, textOption} from "./command.ts";
import {withOpen, workspaceTyped} from "./open.ts";
import {readLogs} from "./read-logs.ts";

/** `broadsheet ingest`: reads logs into a workspace, each line once. */
export const runIngest: Run = async (typed, outside) => {
  const wait = Number(textOption(typed, "wait"));
  if (!(wait >= 0))
    throw new UserError("COMMAND_INCOMPLETE", "--wait takes a number of seconds", "write it like --wait 60", "--wait");
  const workspace = workspaceTyped(typed, outside);
  const {words} = typed;
  if (words.length === 0 && workspace.config.logs.length === 0) {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "no log was named, and broadsheet.yaml names none",
      "run broadsheet ingest FILE…, or set logs in broadsheet.yaml",
    );
  }
  const lock = await lockWorkspace(workspace.store, holderName(outside.now()), {
    wait,
    onWait: (holder) => {
      if (!isSet(typed, "quiet")) outside.stderr.write(`Waiting for ${holder} to finish.\n`);
    },
  });
  try {
    return await withOpen(workspace, (open) =>
      words.length > 0
        ? readLogs(words, open, typed, outside)
        : readLogs(workspace.config.logs, open, typed, outside, workspace.folder),
    );
  } finally {
    lock.release();
  }
};

function holderName(now: number): string {
  return `the ingest that began ${new Date(now).toISOString().slice(0, 19).replace("T", " ")} UTC, process ${process.pid}`;
}
