import {UserError} from "../../../base/error.ts";
import {type IngestRequest, ingestLogs} from "../../../operations/ingest.ts";
import {listLogFolder, logFolders, logsInside} from "../../../operations/inputs/log-folders.ts";
import type {SentFile} from "../../forms/route.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";
import {type FolderPlace, folderAt} from "./read-page.ts";
import {keepSentLogs} from "./sent-logs.ts";

/** What may be said of how logs are to be read. */
export type ReadingWish = Required<Pick<IngestRequest, "again" | "acceptUnreadable">>;

/**
 * Reads logs of a folder on the machine, as long work.
 *
 * @param names Files in it; null for all.
 * @throws {UserError} INPUT_MISSING, INPUT_UNREADABLE; COMMAND_INCOMPLETE where none was chosen
 */
export function readFromFolder(
  desk: Desk,
  visitor: Visitor,
  {top, below, names, ...wish}: FolderPlace & ReadingWish & {readonly names: readonly string[] | null},
): DeskAnswer {
  const folder = folderAt(logFolders(desk.store().workspace), top);
  const chosen =
    names ??
    listLogFolder(folder, below, Number.POSITIVE_INFINITY).entries.flatMap(({name, isFolder}) =>
      isFolder ? [] : [name],
    );
  if (chosen.length === 0) throw nothingChosen();
  const files = logsInside(folder, below, chosen).map((path, place) => {
    return {path, name: chosen[place]!, isFromFolder: names === null};
  });
  return begin(desk, visitor, {files, ...wish}, () => {});
}

/**
 * Reads logs that were sent, as long work, and takes them away afterwards: what they hold is in the store, and the addresses in them nowhere else.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where none was sent
 */
export function readSent(desk: Desk, visitor: Visitor, sent: readonly SentFile[], wish: ReadingWish): DeskAnswer {
  if (sent.length === 0) throw nothingChosen();
  const {files, release} = keepSentLogs(sent, desk.folder);
  try {
    return begin(desk, visitor, {files, ...wish}, release);
  } catch (fault) {
    release();
    throw fault;
  }
}

function begin(
  desk: Desk,
  visitor: Visitor,
  request: IngestRequest & {readonly files: NonNullable<IngestRequest["files"]>},
  release: () => void,
): DeskAnswer {
  const title = desk.words.t("desk-read-job", {files: request.files.length});
  const store = desk.store();
  const answer = goToJob(desk, visitor, {
    title,
    run: async (attendance) => {
      try {
        await ingestLogs(store, request, attendance);
        return {to: "/months"};
      } finally {
        release();
      }
    },
  });
  desk.visitors.record(visitor, "logs-read", request.files.map(({name}) => name).join(", "));
  return answer;
}

function nothingChosen(): UserError {
  return new UserError("COMMAND_INCOMPLETE", "no log was chosen", "go back and choose one, or several");
}
