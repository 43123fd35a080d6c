import {randomUUID} from "node:crypto";
import {closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {UserError} from "../../base/error.ts";
import {clearDrafts} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import type {ForeignLeftOut} from "../../forum/ends/foreign/collect.ts";
import {refusedImport} from "../../forum/ends/foreign/collect.ts";
import {readDiscourseDump} from "../../forum/ends/foreign/discourse-dump.ts";
import {
  type DiscourseJson,
  namesOfCategories,
  noTopic,
  readDiscourseJson,
  takeTopic,
} from "../../forum/ends/foreign/discourse-topics.ts";
import {readPhpbbDump} from "../../forum/ends/foreign/phpbb.ts";
import {Staging} from "../../forum/ends/staging.ts";
import {forumFolder} from "../../forum/store.ts";
import {openDumpOf} from "./dump.ts";
import {exportFileName} from "./export.ts";
import {type ForumPlace, withForum} from "./open.ts";

/** Of what forum a file can be. */
export const foreignForums = ["discourse", "phpbb"] as const;

/** What is to be taken in. */
export interface ImportRequest {
  /** Whole path of a file or folder. */
  readonly path: string;
  /** Of what forum; left out, an export of this one. */
  readonly from?: (typeof foreignForums)[number] | undefined;
  /** The section that all threads of another forum go to. */
  readonly section?: string | undefined;
}

/** What was taken in, and what was not. */
export interface ImportSummary {
  readonly threads: number;
  readonly posts: number;
  /** Rows of the moderation log. */
  readonly rows: number;
  readonly leftOut: ReadonlyMap<ForeignLeftOut, number>;
}

/**
 * Takes threads into the forum of a workspace, whole or not at all.
 *
 * @throws {UserError} FORUM_REFUSED, INPUT_MISSING, INPUT_UNREADABLE, WORKSPACE_NEWER, DISK_FULL
 */
export async function importForum(place: ForumPlace, {path, from, section}: ImportRequest): Promise<ImportSummary> {
  const where = basename(path);
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat === undefined)
    throw new UserError("INPUT_MISSING", "there is no such file", "name an export of a forum", path);
  try {
    if (from === undefined) {
      const file = stat.isDirectory() ? join(path, exportFileName) : path;
      if (stat.isDirectory() && !statSync(file, {throwIfNoEntry: false}))
        throw refusedImport(`there is no ${exportFileName} in it`);
      return await withForum(place, {isFirst: true}, (forum) => ({
        ...forum.takeInOwn(linesIn(file)),
        leftOut: new Map(),
      }));
    }
    return await withStaging(place, async (staging) => {
      if (from === "discourse") await collectDiscourse(path, staging);
      else await readPhpbbDump(await openDumpOf(path, where), staging);
      staging.finish();
      return withForum(place, {isFirst: true}, (forum) => {
        return {...forum.takeInForeign(staging, {from, section}), rows: 0, leftOut: staging.leftOut};
      });
    });
  } catch (fault) {
    throw told(fault, where);
  }
}

/** SQLite tells what stands there twice; the file's name is said where the fault has no place of its own. */
function told(fault: unknown, where: string): unknown {
  if (((fault as {errcode?: number} | null)?.errcode ?? 0) % 256 === 19) {
    return new UserError(
      "FORUM_REFUSED",
      "the same thread, post or decision stands in it twice",
      "take another copy of the export",
      where,
    );
  }
  if (!(fault instanceof UserError)) return fault;
  return fault.where === undefined ? new UserError(fault.code, fault.found, fault.help, where) : fault;
}

async function withStaging<T>(place: ForumPlace, work: (staging: Staging) => Promise<T>): Promise<T> {
  // The folder is the forum's own, and made where there is none.
  await withForum(place, {isFirst: true}, () => undefined);
  const folder = forumFolder(place.folder);
  clearDrafts(folder, ".import.");
  const path = join(folder, `.import.${randomUUID()}`);
  const remove = (): void => ["", "-wal", "-shm"].forEach((end) => void rmSync(path + end, {force: true}));
  const done = removeAtEnd(remove);
  try {
    const staging = new Staging(path);
    try {
      return await work(staging);
    } finally {
      staging.close();
    }
  } catch (fault) {
    throw asWriteFault(fault, path) ?? fault;
  } finally {
    remove();
    done();
  }
}

/** A file of JSON that is longer is no topic. */
const longestJson = 1 << 28;

async function collectDiscourse(path: string, staging: Staging): Promise<void> {
  const isFolder = statSync(path).isDirectory();
  if (!isFolder && !/\.json$/i.test(path)) {
    await readDiscourseDump(await openDumpOf(path, basename(path)), staging);
    return;
  }
  const files = isFolder
    ? readdirSync(path)
        .filter((name) => /\.json$/i.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const read = (file: string): DiscourseJson => {
    if (statSync(file).size > longestJson) throw refusedImport(`${basename(file)} is longer than any topic`);
    return readDiscourseJson(readFileSync(file, "utf8"));
  };
  // First the lists of categories: which of them are for everybody. A topic is read again, so that one is in memory at a time.
  const lists = files.map(read).flatMap((one) => (one.kind === "categories" ? [one.categories] : []));
  const names = namesOfCategories(lists);
  let topics = 0;
  for (const file of files) {
    const one = read(file);
    if (one.kind === "topic") {
      topics++;
      takeTopic(one.topic, names, staging);
    } else if (one.kind === "other") staging.leaveOut("unreadable");
  }
  if (topics === 0) throw noTopic();
}

const pieceLength = 1 << 18;
/** A line of an export is a post: no post is as long. */
const longestLine = 1 << 20;

/** The lines of a file, one after the other; they are not all in memory. */
function* linesIn(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const decoder = new TextDecoder();
    const piece = Buffer.alloc(pieceLength);
    let rest = "";
    for (;;) {
      const length = readSync(file, piece);
      const lines = (rest + decoder.decode(piece.subarray(0, length), {stream: length > 0})).split("\n");
      rest = lines.pop()!;
      yield* lines;
      if (rest.length > longestLine) throw refusedImport("a line of it is longer than any post");
      if (length === 0) break;
    }
    if (rest !== "") throw refusedImport("it breaks off within a line");
  } finally {
    closeSync(file);
  }
}
