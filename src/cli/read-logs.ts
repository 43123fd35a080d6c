import {UserError} from "../base/error.ts";
import {plural} from "../base/text.ts";
import {formatNamed} from "../intake/formats.ts";
import {ingest, type Result} from "../intake/ingest.ts";
import {type AskedSource, findSources, spoolInput} from "../intake/sources.ts";
import {isSet, type Typed, textOption} from "./command.ts";
import type {OpenWorkspace} from "./open.ts";
import type {Outside} from "./outside.ts";
import {openTalk} from "./talk.ts";

/** A clock that runs ahead by less than two days is not what makes a line's date absurd. */
const aheadSeconds = 2 * 86_400;

/**
 * Reads the logs that the words name into an open workspace whose lock is held, and tells what became of them.
 *
 * @param cwd Where the words' paths start from.
 * @returns The exit status: 3 where an input that was named could not be read.
 */
export async function readLogs(
  words: readonly string[],
  open: OpenWorkspace,
  typed: Typed,
  outside: Outside,
  cwd = outside.cwd,
): Promise<number> {
  const named = textOption(typed, "logFormat") ?? open.workspace.config.logFormat;
  const format = named === undefined ? null : formatNamed(named);
  const sources = await sourcesOf(words, open, outside, cwd);
  const isQuiet = isSet(typed, "quiet");
  const talk = await openTalk(outside, {isQuiet});
  const latest = Math.floor(outside.now() / 1000) + aheadSeconds;
  try {
    const results = await ingest(sources, {...open, format, latest}, talk);
    talk.close();
    refuseFolderWithoutLogs(results);
    if (!isQuiet) outside.stderr.write(`${sumUp(results)}\n`);
    return results.some(isRefused) ? 3 : 0;
  } finally {
    talk.close();
  }
}

async function sourcesOf(
  words: readonly string[],
  {workspace}: OpenWorkspace,
  outside: Outside,
  cwd: string,
): Promise<AskedSource[]> {
  const files = findSources(
    words.filter((word) => word !== "-"),
    cwd,
  );
  return words.includes("-") ? [...files, await spoolInput(outside.stdin, workspace.store.work)] : files;
}

/** Was an input refused that a person named? A file that merely lies in a folder of logs may be something else. */
function isRefused({fault, source}: Result): boolean {
  return fault !== null && !(source.isFromFolder && fault.code === "INPUT_NOT_A_LOG");
}

function refuseFolderWithoutLogs(results: readonly Result[]): void {
  if (results.length === 0 || results.some(({fault}) => fault?.code !== "INPUT_NOT_A_LOG")) return;
  if (results.some(isRefused)) return;
  throw new UserError("INPUT_NOT_A_LOG", "no file in the folder is a log", "name the folder that the logs are in");
}

function sumUp(results: readonly Result[]): string {
  const outcomes = results.flatMap(({outcome}) => outcome ?? []);
  const lines = outcomes.reduce((sum, {addedLines}) => sum + addedLines, 0);
  const requests = outcomes.reduce((sum, {addedRequests}) => sum + addedRequests, 0);
  const refused = results.filter(isRefused).length;
  const read = `Read ${plural(lines, "line", "lines")} in ${plural(outcomes.length, "file", "files")}: ${plural(requests, "request", "requests")}.`;
  return refused === 0 ? read : `${read} Of ${plural(refused, "file", "files")} nothing was counted.`;
}
