import {UserError} from "../base/error.ts";
import {lockWorkspace} from "../workspace/lock.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {isSet, type ParsedArgs, textOption} from "./command.ts";
import type {Environment} from "./environment.ts";

/**
 * Does something to a workspace that one process at a time may do.
 *
 * @param what Who holds it meanwhile, as those who wait are told: `ingest`.
 * @throws {UserError} WORKSPACE_BUSY where another is at it for longer than `--wait`, or COMMAND_INCOMPLETE.
 */
export async function whileHeld<T>(
  workspace: Workspace,
  what: string,
  args: ParsedArgs,
  environment: Environment,
  act: () => Promise<T>,
): Promise<T> {
  const began = new Date(environment.now()).toISOString().slice(0, 19).replace("T", " ");
  const lock = await lockWorkspace(workspace.store, `the ${what} that began ${began} UTC, process ${process.pid}`, {
    wait: waitFromArgs(args),
    onWait: (holder) => {
      if (!isSet(args, "quiet")) environment.stderr.write(`Waiting for ${holder} to finish.\n`);
    },
  });
  try {
    return await act();
  } finally {
    lock.release();
  }
}

/**
 * How many seconds to wait where another is at work?
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function waitFromArgs(args: ParsedArgs): number {
  const wait = Number(textOption(args, "wait"));
  if (wait >= 0) return wait;
  throw new UserError("COMMAND_INCOMPLETE", "--wait takes a number of seconds", "write it like --wait 60", "--wait");
}
