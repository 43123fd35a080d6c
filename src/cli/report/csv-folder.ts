import {lstatSync, readFileSync, rmSync, statSync} from "node:fs";
import {join, sep} from "node:path";
import {UserError} from "../../base/error.ts";
import {makeFolder} from "../../base/make-folder.ts";
import {sha256} from "../../base/sha256.ts";
import {visible} from "../../base/text.ts";

/** Names each file and its SHA-256, by which our own files are known again. */
const listName = "files.csv";
const listHead = "file,sha256";

/** Is a folder meant? A name that ends as one, or one that is there. */
export function isFolderName(path: string, typed: string): boolean {
  return (
    /[/\\]$/.test(typed) || typed.endsWith(sep) || (statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false)
  );
}

/**
 * Puts files into a folder, which is made where there is none, and beside them a list of them.
 *
 * What an earlier call wrote and nobody has changed is replaced, and removed where it is no longer among the files. Anything else of the
 * same name is left as it is: then nothing is written at all.
 *
 * @throws {UserError} OUTPUT_REFUSED
 */
export function writeFolder(
  path: string,
  files: ReadonlyMap<string, string>,
  typed: string,
  write: (path: string, content: string, shown: string) => void,
): void {
  const before = listedIn(path);
  for (const name of [...files.keys(), listName]) {
    const place = join(path, name);
    const there = lstatSync(place, {throwIfNoEntry: false});
    if (there === undefined || (name === listName && before.size > 0)) continue;
    if (there.isFile() && before.get(name) === sha256(readFileSync(place))) continue;
    throw new UserError(
      "OUTPUT_REFUSED",
      `the folder has a file ${name} that no report has put there, or that was changed since`,
      "name another folder, such as one that is not there yet",
      visible(typed),
    );
  }
  try {
    makeFolder(path);
  } catch {
    const help = "name a folder that you may write in";
    throw new UserError("OUTPUT_REFUSED", "the folder cannot be made", help, visible(typed));
  }
  for (const [name, content] of files) write(join(path, name), content, join(typed, name));
  const gone = [...before].filter(([name, hash]) => !files.has(name) && hashOf(join(path, name)) === hash);
  for (const [name] of gone) rmSync(join(path, name));
  const list = [...files].map(([name, content]) => `${name},${sha256(content)}`);
  write(join(path, listName), `${[listHead, ...list].join("\r\n")}\r\n`, join(typed, listName));
}

function hashOf(place: string): string | null {
  return lstatSync(place, {throwIfNoEntry: false})?.isFile() ? sha256(readFileSync(place)) : null;
}

/** The files that an earlier report put there, with their hashes. */
function listedIn(path: string): Map<string, string> {
  const place = join(path, listName);
  const there = lstatSync(place, {throwIfNoEntry: false});
  if (!there?.isFile() || there.size > 100_000) return new Map();
  const [head, ...lines] = readFileSync(place, "utf8").split("\r\n");
  if (head !== listHead) return new Map();
  // A name with a slash would lead out of the folder.
  const rows = lines.flatMap((line) => /^([a-z0-9-]+\.csv),([0-9a-f]{64})$/i.exec(line) ?? []);
  return new Map(Array.from({length: rows.length / 3}, (_, i) => [rows[3 * i + 1]!, rows[3 * i + 2]!]));
}
