import {type ChosenPeriod, withQuickWorkspace} from "../../operations/quick.ts";
import type {OpenWorkspace} from "../../operations/store/open.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {worldOf} from "../from-args.ts";
import {logsFromArgs} from "./ingest.ts";
import {openTalk} from "./talk.ts";

/**
 * Reads the logs that were typed into a workspace that is gone when `use` is done, and says what was read.
 *
 * @param settings What its `broadsheet.yaml` says beside its name and time zone.
 * @returns The exit status.
 */
export async function withTypedLogs(
  args: ParsedArgs,
  environment: Environment,
  settings: object,
  use: (open: OpenWorkspace, chosen: ChosenPeriod) => Promise<void>,
): Promise<number> {
  const talk = await openTalk(environment, {isQuiet: isSet(args, "quiet")});
  const request = {
    publication: textOption(args, "publication"),
    timeZone: textOption(args, "timeZone")!,
    period: textOption(args, "period"),
    ...logsFromArgs(args, environment),
    settings,
  };
  try {
    const attendance = {listener: talk, signal: environment.signal};
    const {summary} = await withQuickWorkspace(request, worldOf(environment), attendance, use);
    return summary.refused > 0 ? 3 : 0;
  } finally {
    talk.close();
  }
}
