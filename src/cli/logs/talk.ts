import {formatPercent} from "../../base/number.ts";
import {monthTitle} from "../../base/period.ts";
import {plural, visible} from "../../base/text.ts";
import {doubtsOf} from "../../intake/doubts.ts";
import type {Result} from "../../intake/ingest.ts";
import type {RecordedReading} from "../../intake/recorded-reading.ts";
import {isDoubtful, isMostlyUnread} from "../../intake/unread-share.ts";
import type {IngestSummary} from "../../operations/ingest-summary.ts";
import type {Listener} from "../../operations/listener.ts";
import type {Notice} from "../../operations/notice.ts";
import {countQuarantined} from "../../workspace/quarantined.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {openBar} from "./bar.ts";
import {doubtLines} from "./doubt-lines.ts";
import {proposalOf, sitesTold} from "./proposals.ts";
import {manyUnread, reasonLines} from "./unread-lines.ts";

/** Tells a person how an ingest goes: a bar on a terminal, a line an input elsewhere, nothing but faults when quiet. */
export interface Talk extends Listener {
  close(): void;
}

/** @param options `isQuiet`: say nothing but faults. */
export async function openTalk(environment: Environment, {isQuiet}: {isQuiet: boolean}): Promise<Talk> {
  const bar = !isQuiet && environment.stderr.isTTY ? await openBar(environment) : null;
  const say = (text: string): void => {
    bar?.hide();
    if (!isQuiet) environment.stderr.write(`${text}\n`);
  };
  const onResult = (result: Result): void => {
    const isNoLogInFolder = result.fault?.code === "INPUT_NOT_A_LOG" && result.source.isFromFolder;
    const doubt = isQuiet ? manyUnread(result, isMostlyUnread) : null;
    bar?.hide();
    if (doubt !== null) environment.stderr.write(`${doubt}\n`);
    if (result.fault && !isNoLogInFolder) printFault(result.fault, environment);
    else say(linesFor(result).join("\n"));
  };
  return {
    progress: (progress) => bar?.show(progress),
    waiting: (holder) => say(`Waiting for ${holder} to finish.`),
    notice: (notice) => {
      const text = sentenceOf(notice);
      if (notice.about === "input") onResult(notice.result);
      else if (text !== null) say(text);
    },
    close: () => bar?.hide(),
  };
}

function sentenceOf(notice: Notice): string | null {
  if (notice.about === "logs-read") return sumUp(notice.summary);
  if (notice.about === "parameters") return proposalOf(notice.names);
  if (notice.about === "older-settings") {
    return `${plural(notice.inputs, "input was", "inputs were")} read by older settings: broadsheet inputs names them, broadsheet ingest --again FILE reads one anew.`;
  }
  if (notice.about === "several-hosts") return sitesTold(notice.hosts);
  if (notice.about !== "months-left-out") return null;
  return `The files cover ${notice.covered}; the report shows ${notice.shown}. Others: --period`;
}

function sumUp({files, lines, requests, refused}: IngestSummary): string {
  const read = `Read ${plural(lines, "line", "lines")} in ${plural(files, "file", "files")}: ${plural(requests, "request", "requests")}.`;
  return refused === 0 ? read : `${read} Of ${plural(refused, "file", "files")} nothing was counted.`;
}

/** What became of one input, in a sentence, and which of its lines could not be read. */
function linesFor(result: Result): string[] {
  const name = visible(result.source.name);
  if (result.fault) return [`${name}: passed over, no line of it fits a log format`];
  const {kind, addedLines, addedRequests, quarantined, ignored, repeated, closedMonths, passedOver, reading} =
    result.outcome;
  if (kind === "known") return [`${name}: read before, adds nothing`];
  const unread = countQuarantined(quarantined);
  const share = unread === 0 ? "" : ` (${formatPercent(unread / Math.max(1, addedLines))})`;
  const parts = [
    `${kind === "again" ? "read again: " : ""}${plural(addedLines, kind === "grown" ? "new line" : "line", kind === "grown" ? "new lines" : "lines")}`,
    plural(addedRequests, "request", "requests"),
    ...(unread > 0 ? [`${plural(unread, "line", "lines")} could not be read${share}`] : []),
    ...(ignored > 0 ? [`${plural(ignored, "blank or comment line", "blank or comment lines")} ignored`] : []),
  ];
  const closed = closedMonths.map((month) => `  ${monthTitle(month)} is closed: no addresses of it were kept`);
  const other = repeated.map(({name: one, lines, haveOtherSizes}) => {
    const sizes = haveOtherSizes ? " but for their sizes," : "";
    return `  ${plural(lines, "line stands", "lines stand")} in ${visible(one)}, too,${sizes} and ${lines === 1 ? "counts" : "count"} there`;
  });
  const before = [...passedOver].map(
    ([what, lines]) => `  before ${plural(lines, "line", "lines")}: ${what}, passed over`,
  );
  return [
    ...[manyUnread(result, isDoubtful)].filter((doubt) => doubt !== null),
    ...doubtsTold(name, reading),
    `${name}: ${parts.join("; ")}`,
    ...other,
    ...clientLines(reading),
    ...before,
    ...reasonLines(name, quarantined),
    ...closed,
  ];
}

function doubtsTold(name: string, reading: RecordedReading | null): string[] {
  if (reading === null) return [];
  const {clients, order} = reading;
  return doubtLines(name, doubtsOf(reading), {requests: clients.requests, order});
}

/** Which header clients were taken from, where nobody said so. */
function clientLines(reading: RecordedReading | null): string[] {
  const first = reading?.order[0];
  const isFound = first !== undefined && first !== "connection" && reading?.said.client === null;
  return isFound ? [`  clients are taken from ${first}: the connections are a proxy's`] : [];
}
