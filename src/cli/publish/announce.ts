import {announceEdition} from "../../publish/announcement.ts";
import {isSet, type Run} from "../command.ts";
import {dateFromArgs, dayFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet announce`: by which rules a period will be counted and when its edition comes out, before its figures are there. */
export const runAnnounce: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const request = {period: args.words[0]!, publishOn: dayFromArgs(args, "publishOn"), date: dateFromArgs(args)};
  const {record, folder} = await announceEdition(store, request);
  if (isSet(args, "quiet")) return 0;
  const {period, date, publishOn, methodology} = record;
  const day =
    publishOn === null ? "no day is named on which it comes out (--publish-on)" : `it comes out on ${publishOn}`;
  environment.stdout.write(
    folder === null
      ? `${period} was announced on ${date}, with the same rules; ${day}.\n`
      : `Announced: ${folder}\n${period} will be counted by rules with the hash ${methodology.sha256}; ${day}.\n`,
  );
  return 0;
};
