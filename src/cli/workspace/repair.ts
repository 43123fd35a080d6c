import {repairStore} from "../../operations/repair/repair-store.ts";
import {renderRepair} from "../../render/views/repair.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type Run} from "../command.ts";
import {holdingFromArgs, storeFromArgs} from "../from-args.ts";
import {readingFromArgs} from "../logs/ingest.ts";

/** `broadsheet repair`: reads damaged files of the store again, from the logs that they came from. */
export const runRepair: Run = async (args, environment) => {
  const {stdout, cwd} = environment;
  const store = storeFromArgs(args, environment);
  const {waitSeconds, ...attendance} = holdingFromArgs(args, environment);
  const request = {logs: args.words, folder: cwd, ...readingFromArgs(args), waitSeconds};
  const done = await repairStore(store, request, attendance);
  const parts = done.map((part) => ({
    ...part,
    damages: part.damages.map(({path, what}) => ({path: shortPath(path, cwd), what})),
  }));
  const isMended = parts.every(({left}) => left === null);
  if (!isSet(args, "quiet") || !isMended) stdout.write(renderRepair(parts));
  return isMended ? 0 : 3;
};
