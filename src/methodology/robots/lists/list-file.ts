import {UserError} from "../../../base/error.ts";
import {readKeptFile} from "../../../workspace/kept-file.ts";
import {decodeText} from "../../../workspace/text-file.ts";
import type {ListFile} from "./robot-list.ts";

/** No list of robots is as long; whoever names a log by mistake is told at once. */
const mostMegabytes = 16;

/**
 * Reads a file that is meant to be a list of robots.
 *
 * UTF-8, UTF-16 with a byte order mark, or Windows-1252.
 *
 * @throws {UserError} ROBOT_LIST_REFUSED where it is no text, or the text of a web page.
 */
export function readListFile(path: string): ListFile {
  const help = "check methodology.robots.lists in broadsheet.yaml";
  const bytes = readKeptFile(path, {code: "ROBOT_LIST_REFUSED", name: "list", help, mostMegabytes});
  const text = decodeText(bytes)?.text;
  const isText = text !== undefined && !/[\0-\x08\x0e-\x1f]/.test(text);
  if (!isText) throw refusedList("the file is not text", "name a list of robots, unpacked", path);
  if (text.trim() === "") throw refusedList("the file is empty", "fetch the list again", path);
  if (/^\s*<(!doctype|!--|html|head|body|\?xml)/i.test(text)) {
    throw refusedList("the file is a web page, not a list", "fetch the list itself, not the page about it", path);
  }
  return {path, bytes, text, json: /^\s*[[{]/.test(text) ? parseJson(text, path) : undefined};
}

/** The fault of a list of robots. */
export function refusedList(what: string, help: string, path: string, line?: number): UserError {
  return new UserError("ROBOT_LIST_REFUSED", what, help, line === undefined ? path : `${path}:${line}`);
}

/** A line of a list that says something, trimmed, and its number; the file's first line is 1. */
export interface ListLine {
  readonly text: string;
  readonly line: number;
}

/** The lines of a list that are neither blank nor comments, which begin with `#`. */
export function linesOf(text: string): ListLine[] {
  return text
    .split(/\r\n?|\n/)
    .map((one, index) => ({text: one.trim(), line: index + 1}))
    .filter(({text: one}) => one !== "" && !one.startsWith("#"));
}

// A list of texts may begin with a bracket, too; nobody's does.
function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    const line = /\(line (\d+) column/.exec((fault as Error).message)?.[1];
    const help = "fetch the list again: it may have broken off";
    throw refusedList(
      "the file begins like JSON, and is none",
      help,
      path,
      line === undefined ? undefined : Number(line),
    );
  }
}
