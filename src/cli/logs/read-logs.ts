import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {formatNamed} from "../../intake/formats/named.ts";
import {clearLeftovers, clearWork, ingest, type Result, removeWork} from "../../intake/ingest.ts";
import type {ReadingSettings} from "../../intake/line/plan.ts";
import {openPlaceFinder, placesOf} from "../../intake/places/finder.ts";
import {type AskedSource, findSources, spoolInput, spoolStream} from "../../intake/sources.ts";
import type {OpenIntake} from "../../operations/store/intake.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {openTalk} from "./talk.ts";

/** A clock that runs ahead by less than two days is not what makes a line's date absurd. */
export const aheadSeconds = 2 * 86_400;

/**
 * Reads the logs that the words name into an open workspace whose lock is held, and tells what became of them.
 *
 * @param cwd Where the words' paths start from.
 * @returns The exit status: 3 where an input that was named could not be read.
 */
export async function readLogs(
  words: readonly string[],
  open: OpenIntake,
  args: ParsedArgs,
  environment: Environment,
  cwd = environment.cwd,
): Promise<number> {
  const {workspace, catalogue} = open;
  const reading = readingFromArgs(args, workspace);
  const wanted = placesOf(workspace);
  const places = wanted && (await openPlaceFinder(wanted));
  const closedMonths = workspace.config.addresses ? new Set(catalogue.closedMonths().keys()) : null;
  const isQuiet = isSet(args, "quiet");
  const talk = await openTalk(environment, {isQuiet});
  const latest = Math.floor(environment.now() / 1000) + aheadSeconds;
  // What is still unfinished holds readers' addresses: it goes, too, when a person interrupts.
  const remove = (): void => removeWork(workspace.store);
  process.once("exit", remove);
  const sources: AskedSource[] = [];
  try {
    // The files of a workspace that has moved to a cluster are not the cluster's to clear.
    if (open.shared) clearWork(workspace.store);
    else clearLeftovers(workspace.store, catalogue);
    const refused = await findAll(words, open, environment, cwd, sources);
    for (const result of refused) talk.onResult(result);
    const engine = await open.openReader(sources.map(({path}) => path));
    const context = {...open, engine, reading, latest, places, closedMonths};
    const read = await ingest(sources, context, talk).finally(() => engine.close());
    const results = [...refused, ...read];
    talk.close();
    refuseFolderWithoutLogs(results);
    if (!isQuiet) environment.stderr.write(`${sumUp(results)}\n`);
    return results.some(isRefused) ? 3 : 0;
  } catch (cause) {
    throw asWriteFault(cause, workspace.store.folder) ?? cause;
  } finally {
    process.off("exit", remove);
    talk.close();
    for (const {close} of sources) close?.();
    clearWork(workspace.store);
  }
}

/**
 * How are logs to be read, by what was args or else by the settings?
 *
 * @throws {UserError} FORMAT_UNKNOWN
 */
export function readingFromArgs(args: ParsedArgs, {config}: Pick<Workspace, "config">): ReadingSettings {
  const named = textOption(args, "logFormat") ?? config.logFormat;
  return {format: named === undefined ? null : formatNamed(named), client: null, trustedProxies: []};
}

/**
 * Finds the inputs that the words name, and keeps streams as files.
 *
 * @param sources Takes them, so that those which were kept are let go of even where another fails.
 * @returns What cannot be one.
 */
async function findAll(
  words: readonly string[],
  {workspace}: OpenIntake,
  {stdin}: Environment,
  cwd: string,
  sources: AskedSource[],
): Promise<Result[]> {
  const {work} = workspace.store;
  const files = words.filter((word) => word !== "-");
  const refused: Result[] = [];
  for (const {source, fault} of findSources(files, cwd)) {
    if (fault) refused.push({source, outcome: null, fault});
    else sources.push(await spoolStream(source, work));
  }
  if (files.length < words.length) sources.push(await spoolInput(stdin, "standard input", work));
  return refused;
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
