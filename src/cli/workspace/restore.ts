import {basename, resolve} from "node:path";
import {restoreWorkspace} from "../../operations/backup/restore.ts";
import {renderRestored} from "../../render/views/backup.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type Run, textOption} from "../command.ts";
import {openTalk} from "../logs/talk.ts";
import {runBackupCheck} from "./backup.ts";

/** `broadsheet restore`: a workspace from its backup, into a new folder. */
export const runRestore: Run = async (args, environment) => {
  if (isSet(args, "check")) return runBackupCheck(args, environment);
  const {cwd, stdout, signal} = environment;
  const [name, isQuiet] = [args.words[0]!, isSet(args, "quiet")];
  const named = textOption(args, "workspace") ?? textOption(args, "folder");
  const folder = resolve(cwd, named ?? basename(name).replace(/\.(?:tar(?:\.gz|\.zst)?|tgz|tzst)$/i, ""));
  const talk = await openTalk(environment, {isQuiet});
  try {
    const manifest = await restoreWorkspace({path: resolve(cwd, name), folder}, {listener: talk, signal});
    talk.close();
    if (!isQuiet) stdout.write(renderRestored(shortPath(folder, cwd), manifest));
  } finally {
    talk.close();
  }
  return 0;
};
