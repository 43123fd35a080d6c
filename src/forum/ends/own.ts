import {UserError} from "../../base/error.ts";
import {parsedJson} from "../../base/json.ts";
import type {ForumStore} from "../store.ts";
import {FormerAuthors} from "./authors.ts";
import {refusedImport} from "./foreign/collect.ts";
import {type ExportHead, exportForm, exportName, headShape, postShape, rowShape, threadShape} from "./record.ts";
import {ThreadTaker} from "./take-in.ts";

/** What was taken in. */
export interface TakenIn {
  readonly threads: number;
  readonly posts: number;
  /** Rows of the moderation log. */
  readonly rows: number;
}

/**
 * Takes an export of a forum into an empty one, whole or not at all: threads, posts and the moderation log as they were.
 *
 * @param lines Its lines, one after the other.
 * @throws {UserError} FORUM_REFUSED, WORKSPACE_NEWER
 */
export function takeInOwn(store: ForumStore, lines: Iterable<string>): TakenIn {
  if (store.file.one("isAnything") !== undefined) {
    throw new UserError(
      "FORUM_REFUSED",
      "this forum is not empty: it has members, threads or rows of the log",
      "take an export into a new workspace, before anybody is invited",
    );
  }
  return store.act(() => {
    let head: ExportHead | null = null;
    let last = "";
    const taken = {threads: 0, posts: 0, rows: 0};
    const taker = new ThreadTaker(store, new FormerAuthors(store));
    let place = 0;
    for (const line of lines) {
      place++;
      const given = parsedJson(line);
      if (head === null) {
        head = readHead(given);
        checkSections(store, head);
        continue;
      }
      const kind = kindOf(given);
      if (kind === "thread") taker.begin(checked(threadShape.safeParse(given), place));
      else if (kind === "post") taker.post(checked(postShape.safeParse(given), place));
      else {
        const {row, ...rest} = checked(rowShape.safeParse(given), place);
        if (!store.log.take({number: row, ...rest})) {
          throw refusedImport(
            `row ${taken.rows + 1} of its moderation log does not hold: it was changed since it was written`,
          );
        }
        last = rest.hash;
      }
      taken[({thread: "threads", post: "posts", row: "rows"} as const)[kind]]++;
    }
    taker.end();
    if (head === null) throw refusedImport("it is empty");
    const isWhole = taken.threads === head.threads && taken.posts === head.posts && taken.rows === head.log;
    if (!isWhole || head.head !== last) throw refusedImport("it breaks off, or lines of it are missing");
    return taken;
  });
}

function readHead(given: unknown): ExportHead {
  const {format, form} = (given ?? {}) as {format?: unknown; form?: unknown};
  if (format === exportName && typeof form === "number" && form > exportForm) {
    throw new UserError(
      "WORKSPACE_NEWER",
      "the export was written by a newer Broadsheet",
      "update Broadsheet and run the command again",
    );
  }
  const read = headShape.safeParse(given);
  if (!read.success) {
    throw refusedImport(
      "it does not begin as an export of a forum does",
      "name the forum.jsonl of an export; or say that it is of Discourse, or of phpBB",
    );
  }
  return read.data;
}

function checkSections({settings}: ForumStore, {sections}: ExportHead): void {
  const missing = sections.filter(({id}) => !settings.sections.some((own) => own.id === id));
  if (missing.length > 0) throw lacksSections(missing);
}

/** The fault of a forum that has not the sections of what it is to take in. */
export function lacksSections(
  missing: readonly {readonly id: string; readonly name: string; readonly language?: string}[],
): UserError {
  const rows = missing.map(({id, name, language}) => {
    return `{id: ${id}, name: ${JSON.stringify(name)}${language === undefined ? "" : `, language: ${language}`}}`;
  });
  return new UserError(
    "FORUM_REFUSED",
    `the forum has no section ${missing.map(({id}) => id).join(", ")}`,
    `add to forum: sections: in broadsheet.yaml: ${rows.join(", ")}`,
  );
}

function kindOf(given: unknown): "thread" | "post" | "row" {
  if (typeof given !== "object" || given === null) return "row";
  return "thread" in given ? "thread" : "post" in given ? "post" : "row";
}

function checked<Value>(
  read:
    | {success: true; data: Value}
    | {success: false; error: {issues: readonly {path: readonly PropertyKey[]; message: string}[]}},
  place: number,
): Value {
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "it" : issue.path.map(String).join(".");
  throw refusedImport(`line ${place} cannot be used: ${where}: ${issue?.message ?? "is none"}`);
}
