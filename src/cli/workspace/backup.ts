import {resolve} from "node:path";
import {backupWorkspace} from "../../operations/backup/backup.ts";
import {checkBackup} from "../../operations/backup/restore.ts";
import {renderBackup, renderCheckedBackup} from "../../render/views/backup.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import type {Environment} from "../environment.ts";
import {storeFromArgs, waitFromArgs} from "../from-args.ts";
import {openTalk} from "../logs/talk.ts";

/** `broadsheet backup`: one file of all that a workspace needs, or a look at such a file. */
export const runBackup: Run = async (args, environment) => {
  if (isSet(args, "check")) return runBackupCheck(args, environment);
  const {cwd, stdout, signal} = environment;
  const [name, isQuiet] = [args.words[0]!, isSet(args, "quiet")];
  const request = {path: resolve(cwd, name), withKey: isSet(args, "withKey"), waitSeconds: waitFromArgs(args)};
  const store = storeFromArgs(args, environment);
  const talk = await openTalk(environment, {isQuiet});
  try {
    const {manifest, bytes} = await backupWorkspace(store, request, {listener: talk, signal});
    talk.close();
    if (!isQuiet) stdout.write(renderBackup(name, bytes, manifest));
  } finally {
    talk.close();
  }
  return 0;
};

/** `broadsheet backup --check`, and `restore --check`: reads all of a backup, and restores nothing. */
export async function runBackupCheck(args: ParsedArgs, environment: Environment): Promise<number> {
  const {cwd, stdout, signal} = environment;
  const [name, isQuiet] = [args.words[0]!, isSet(args, "quiet")];
  const talk = await openTalk(environment, {isQuiet});
  try {
    const manifest = await checkBackup(resolve(cwd, name), {listener: talk, signal});
    talk.close();
    if (!isQuiet) stdout.write(renderCheckedBackup(name, manifest));
  } finally {
    talk.close();
  }
  return 0;
}
