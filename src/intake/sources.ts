import {randomUUID} from "node:crypto";
import {createWriteStream, globSync, readdirSync, statSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import type {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {Source} from "./ingest-input.ts";

/** A file that was asked for, and how: one found in a folder may turn out to be no log without that being a fault. */
export interface AskedSource extends Source {
  readonly isFromFolder: boolean;
  readonly bytes: number;
}

/**
 * Which files are meant by the words of a command line?
 *
 * A folder means the files in it, not those in folders below; hidden files are passed over. A file meant twice is
 * read once.
 *
 * @param words Files, folders, patterns; `-` is handled by {@link spoolInput} before.
 * @throws {UserError} INPUT_MISSING naming the first word that means no file.
 */
export function findSources(words: readonly string[], cwd: string): AskedSource[] {
  const found = new Map<string, AskedSource>();
  for (const word of words) {
    for (const source of sourcesOf(word, cwd)) if (!found.has(source.path)) found.set(source.path, source);
  }
  return [...found.values()];
}

/** Keeps what comes in on a stream as a file, so that it can be looked at before it counts. */
export async function spoolInput(input: Readable, folder: string): Promise<AskedSource> {
  const path = join(folder, `${randomUUID()}.input`);
  await pipeline(input, createWriteStream(path, {mode: 0o600}));
  return {path, name: "standard input", isFromFolder: false, bytes: statSync(path).size};
}

function sourcesOf(word: string, cwd: string): AskedSource[] {
  const path = resolve(cwd, word);
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat?.isDirectory()) return filesIn(path, word);
  if (stat) return [{path, name: basename(path), isFromFolder: false, bytes: stat.size}];
  const matches = /[*?[{]/.test(word) ? globSync(word, {cwd}).sort() : [];
  if (matches.length > 0) return matches.flatMap((match) => sourcesOf(match, cwd));
  throw missing(word, cwd);
}

function filesIn(folder: string, word: string): AskedSource[] {
  const files = readdirSync(folder, {withFileTypes: true})
    .filter(
      (entry) => !entry.name.startsWith(".") && statSync(join(folder, entry.name), {throwIfNoEntry: false})?.isFile(),
    )
    .map(({name}) => join(folder, name))
    .sort();
  if (files.length === 0)
    throw new UserError(
      "INPUT_MISSING",
      "there is no file in the folder",
      "name the folder that the logs are in",
      visible(word),
    );
  return files.map((path) => ({path, name: basename(path), isFromFolder: true, bytes: statSync(path).size}));
}

function missing(word: string, cwd: string): UserError {
  const isPattern = /[*?[{]/.test(word);
  return new UserError(
    "INPUT_MISSING",
    isPattern ? "no file fits the pattern" : "there is no such file or folder",
    `check the path; it was looked for from ${visible(cwd)}`,
    visible(word),
  );
}
