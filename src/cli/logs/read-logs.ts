import {UserError} from "../../base/error.ts";
import {plural, visible} from "../../base/text.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {formatNamed} from "../../intake/formats/named.ts";
import {clearLeftovers, clearWork, ingest, type Result, removeWork} from "../../intake/ingest.ts";
import {sourceNamed} from "../../intake/line/address-source.ts";
import type {ReadingSettings} from "../../intake/line/plan.ts";
import {openPlaceFinder, placesOf} from "../../intake/places/finder.ts";
import {type AskedSource, findSources, spoolInput, spoolStream} from "../../intake/sources.ts";
import {proposeParameters} from "../../operations/inputs/propose-parameters.ts";
import {isReadByOlderSettings, settingsOfReading} from "../../operations/inputs/reading.ts";
import type {OpenIntake} from "../../operations/store/intake.ts";
import {couldBeField, proxyFault} from "../../workspace/config/reading.ts";
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
  const bySettings = settingsOfReading(workspace);
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
    const again = isSet(args, "again");
    const context = {...open, engine, reading, bySettings, again, latest, places, closedMonths};
    const read = await ingest(sources, context, talk).finally(() => engine.close());
    const results = [...refused, ...read];
    talk.close();
    refuseFolderWithoutLogs(results);
    if (!isQuiet) {
      environment.stderr.write(`${sumUp(results)}\n${proposalOf(results)}`);
      const older = catalogue.inputs().filter((input) => isReadByOlderSettings(input, bySettings)).length;
      if (older > 0) environment.stderr.write(`${olderSettings(older)}\n`);
    }
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
 * How are logs to be read, by what was typed or else by the settings?
 *
 * @throws {UserError} FORMAT_UNKNOWN or COMMAND_INCOMPLETE
 */
export function readingFromArgs(args: ParsedArgs, workspace: Pick<Workspace, "config" | "folder">): ReadingSettings {
  const settings = settingsOfReading(workspace);
  const [format, client, trusted] = ["logFormat", "client", "trustedProxies"].map((name) => textOption(args, name));
  return {
    format: format === undefined ? settings.format : formatNamed(format),
    client: client === undefined ? settings.client : wordsOf(client, "--client", couldBeField).map(sourceNamed),
    trustedProxies:
      trusted === undefined
        ? settings.trustedProxies
        : wordsOf(trusted, "--trusted-proxies", (word) => proxyFault(word) === null),
    query: settings.query,
  };
}

/** The words of an option that stand between commas. */
function wordsOf(text: string, option: string, isOne: (word: string) => boolean): string[] {
  const words = text.split(",").map((word) => word.trim());
  const wrong = words.find((word) => !isOne(word));
  if (wrong === undefined) return words;
  const help =
    option === "--client"
      ? "name fields of the log, like x-forwarded-for, or connection, with commas between them"
      : (proxyFault(wrong)?.help ?? "");
  throw new UserError("COMMAND_INCOMPLETE", `"${visible(wrong)}" cannot be meant here`, help, option);
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

/** What a person is told whose settings of reading are others than when some of the inputs were read. */
function olderSettings(count: number): string {
  return `${plural(count, "input was", "inputs were")} read by older settings: broadsheet inputs names them, broadsheet ingest --again FILE reads one anew.`;
}

/** What to try where documents seem to be told apart by parameters; names alone, as values may say anything. */
function proposalOf(results: readonly Result[]): string {
  const names = proposeParameters(results.flatMap(({outcome}) => outcome?.queries ?? []));
  if (names.length === 0) return "";
  const tell = names.length === 1 ? "tells" : "tell";
  return `Most documents lie on one path, and differ in their queries: they count as one. Where ${names.join(", ")} ${tell} them apart,
write documents: {query: [${names.join(", ")}]} in broadsheet.yaml and read the logs again; with quick, --query ${names.join(",")}
`;
}

function sumUp(results: readonly Result[]): string {
  const outcomes = results.flatMap(({outcome}) => outcome ?? []);
  const lines = outcomes.reduce((sum, {addedLines}) => sum + addedLines, 0);
  const requests = outcomes.reduce((sum, {addedRequests}) => sum + addedRequests, 0);
  const refused = results.filter(isRefused).length;
  const read = `Read ${plural(lines, "line", "lines")} in ${plural(outcomes.length, "file", "files")}: ${plural(requests, "request", "requests")}.`;
  return refused === 0 ? read : `${read} Of ${plural(refused, "file", "files")} nothing was counted.`;
}
