import {type IngestRequest, ingestLogs} from "../../operations/ingest.ts";
import type {ReadingRequest} from "../../operations/reading.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {storeFromArgs, waitFromArgs} from "../from-args.ts";
import {openTalk} from "./talk.ts";

/** `broadsheet ingest`: reads logs into a workspace, each line once. */
export const runIngest: Run = async (args, environment) => {
  const waitSeconds = waitFromArgs(args);
  const store = storeFromArgs(args, environment);
  const talk = await openTalk(environment, {isQuiet: isSet(args, "quiet")});
  try {
    const request = {...logsFromArgs(args, environment), waitSeconds};
    const {refused} = await ingestLogs(store, request, {listener: talk, signal: environment.signal});
    return refused > 0 ? 3 : 0;
  } finally {
    talk.close();
  }
};

/** How the logs are to be read, where it was typed. */
export function readingFromArgs(args: ParsedArgs): ReadingRequest {
  const [client, trustedProxies] = ["client", "trustedProxies"].map((name) => {
    return textOption(args, name)
      ?.split(",")
      .map((word) => word.trim());
  });
  return {logFormat: textOption(args, "logFormat"), client, trustedProxies};
}

/** The logs that were typed, of which `-` is what comes in; none where none were. */
export function logsFromArgs(args: ParsedArgs, {cwd, stdin}: Environment): IngestRequest {
  const logs = args.words.filter((word) => word !== "-");
  const hasInput = logs.length < args.words.length;
  return {
    logs,
    folder: cwd,
    stream: hasInput ? {lines: stdin, name: "standard input"} : undefined,
    ...readingFromArgs(args),
    again: isSet(args, "again"),
    acceptUnreadable: isSet(args, "acceptUnreadable"),
  };
}
