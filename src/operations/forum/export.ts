import {randomUUID} from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {UserError} from "../../base/error.ts";
import {syncFolder} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import type {Forum} from "../../forum/forum.ts";
import type {ForumPlace} from "./open.ts";
import {withForumCopy} from "./snapshot.ts";

/** The name of the file that holds all that is public. */
export const exportFileName = "forum.jsonl";

/** A file beside it: its path in the folder, with `/`, and what it holds. */
export type ExportPage = readonly [path: string, content: string];

/** What was written. */
export interface ExportSummary {
  readonly threads: number;
  readonly posts: number;
  /** Pages and feeds. */
  readonly pages: number;
  /** The last hash of the moderation log; "" where it has no row. */
  readonly head: string;
}

/**
 * Writes all that is public of the forum into a new folder, whole or not at all.
 *
 * @param folder Whole path of a folder that is not there, or is empty.
 * @param pages Makes what stands beside the export.
 * @throws {UserError} OUTPUT_REFUSED, FORUM_REFUSED, DISK_FULL
 */
export async function exportForum(
  place: ForumPlace,
  folder: string,
  pages: (forum: Forum) => Iterable<ExportPage>,
): Promise<ExportSummary> {
  checkTarget(folder);
  const draft = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`);
  const remove = (): void => rmSync(draft, {recursive: true, force: true});
  const done = removeAtEnd(remove);
  try {
    return await withForumCopy(place, (forum) => {
      mkdirSync(draft);
      const summary = {
        ...writeLines(join(draft, exportFileName), forum.exportLines()),
        pages: 0,
        head: forum.log.head(),
      };
      for (const [path, content] of pages(forum)) {
        mkdirSync(dirname(join(draft, path)), {recursive: true});
        writeFile(join(draft, path), [content]);
        summary.pages++;
      }
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(draft, folder);
      syncFolder(dirname(folder));
      return summary;
    });
  } catch (fault) {
    throw asWriteFault(fault, folder) ?? fault;
  } finally {
    remove();
    done();
  }
}

function checkTarget(folder: string): void {
  const found = lstatSync(folder, {throwIfNoEntry: false});
  if (found !== undefined && !(found.isDirectory() && readdirSync(folder).length === 0)) {
    throw new UserError(
      "OUTPUT_REFUSED",
      "something is there already, and nothing is written over it",
      "name a folder that is new or empty",
      folder,
    );
  }
  if (!existsSync(dirname(folder))) {
    throw new UserError(
      "OUTPUT_REFUSED",
      "the folder that it should be in does not exist",
      "make that folder, or name another",
      folder,
    );
  }
}

function writeLines(path: string, lines: Iterable<string>): {threads: number; posts: number} {
  const counts = {threads: 0, posts: 0};
  const counted = function* (): Generator<string> {
    for (const line of lines) {
      if (line.startsWith('{"thread":')) counts.threads++;
      else if (line.startsWith('{"post":')) counts.posts++;
      yield `${line}\n`;
    }
  };
  writeFile(path, counted());
  return counts;
}

const atOnce = 1 << 18;

function writeFile(path: string, texts: Iterable<string>): void {
  const file = openSync(path, "wx");
  try {
    let waiting = "";
    for (const text of texts) {
      waiting += text;
      if (waiting.length < atOnce) continue;
      writeSync(file, waiting);
      waiting = "";
    }
    if (waiting !== "") writeSync(file, waiting);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
