import {randomUUID} from "node:crypto";
import {createReadStream, createWriteStream, globSync, readdirSync, type Stats, statSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import type {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {UserError} from "../base/error.ts";
import {openNameless} from "../base/nameless-file.ts";
import {visible} from "../base/text.ts";
import type {Source} from "./input.ts";

/** A file that was asked for, and how: one found in a folder may turn out to be no log without that being a fault. */
export interface AskedSource extends Source {
  readonly isFromFolder: boolean;
  readonly bytes: number;
  /** Can it be read only once, like a pipe? Then it is kept as a file first. */
  readonly isStream: boolean;
  /** The archive that the file is in, and what that is, with its article. */
  readonly archive?: {readonly source: AskedSource; readonly what: string};
  /** Lets go of what was kept of a stream, or taken out of an archive. */
  readonly close?: () => void;
}

/** A file, and what it is to be called. */
export interface NamedFile {
  /** Whole. */
  readonly path: string;
  /** As the report lists it. */
  readonly name: string;
  /** May it turn out to be no log without that being a fault? */
  readonly isFromFolder: boolean;
}

/** A file that a word means, or why the word means none. */
export interface SourceFinding {
  readonly source: AskedSource;
  readonly fault: UserError | null;
}

/**
 * Which files are meant by the words of a command line?
 *
 * A folder means the files in it, not those in folders below; hidden files are passed over. A file meant twice is
 * read once.
 *
 * @param words Files, folders, patterns.
 * @returns Where a word means no file, a finding with the fault INPUT_MISSING or INPUT_UNREADABLE.
 */
export function findSources(words: readonly string[], cwd: string): SourceFinding[] {
  const found = new Map<string, SourceFinding>();
  for (const word of words) {
    for (const finding of findingsOf(word, cwd)) {
      if (!found.has(finding.source.path)) found.set(finding.source.path, finding);
    }
  }
  return [...found.values()];
}

/** Keeps what comes in on a stream as a file, so that it can be looked at before it counts. */
export async function spoolInput(
  input: Readable,
  name: string,
  folder: string,
  signal?: AbortSignal,
): Promise<AskedSource> {
  const {path, close} = openNameless(join(folder, `${randomUUID()}.input`));
  try {
    await pipeline(input, createWriteStream(path), signal ? {signal} : {});
  } catch (fault) {
    close();
    throw fault;
  }
  return {path, name, where: name, isFromFolder: false, bytes: statSync(path).size, isStream: false, close};
}

/** Keeps a source that can be read only once as a file; gives back any other as it is. */
export async function spoolStream(source: AskedSource, folder: string, signal?: AbortSignal): Promise<AskedSource> {
  return source.isStream ? spoolInput(createReadStream(source.path), source.name, folder, signal) : source;
}

/** A file under a name of its own, whatever it is called on the disk. */
export function namedSource({path, name, isFromFolder}: NamedFile): AskedSource {
  return {...sourceOf(path, statSync(path), isFromFolder), name};
}

function findingsOf(word: string, cwd: string): SourceFinding[] {
  const path = resolve(cwd, word);
  const none = {path, name: basename(path), where: path, isFromFolder: false, bytes: 0, isStream: false};
  try {
    const stat = statSync(path, {throwIfNoEntry: false});
    if (stat?.isDirectory()) {
      const files = filesIn(path);
      return files.length > 0 ? files : [{source: none, fault: emptyFolder(word)}];
    }
    if (stat) return [{source: sourceOf(path, stat, false), fault: null}];
    const matches = isPattern(word) ? globSync(word, {cwd}).sort() : [];
    const findings = matches.flatMap((match) => findingsOf(match, cwd));
    const good = findings.filter(({fault}) => fault?.code !== "INPUT_MISSING");
    return good.length > 0 ? good : [{source: none, fault: missing(word, cwd)}];
  } catch (cause) {
    return [{source: none, fault: unreachable(word, cause as NodeJS.ErrnoException)}];
  }
}

function filesIn(folder: string): SourceFinding[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name): SourceFinding[] => {
      const path = join(folder, name);
      const stat = statSync(path, {throwIfNoEntry: false});
      return stat?.isFile() ? [{source: sourceOf(path, stat, true), fault: null}] : [];
    });
}

function sourceOf(path: string, stat: Stats, isFromFolder: boolean): AskedSource {
  return {path, name: basename(path), where: path, isFromFolder, bytes: stat.size, isStream: !stat.isFile()};
}

function isPattern(word: string): boolean {
  return /[*?[{]/.test(word);
}

function emptyFolder(word: string): UserError {
  return new UserError(
    "INPUT_MISSING",
    "there is no file in the folder",
    "name the folder that the logs are in",
    visible(word),
  );
}

function missing(word: string, cwd: string): UserError {
  return new UserError(
    "INPUT_MISSING",
    isPattern(word) ? "no file fits the pattern" : "there is no such file or folder",
    `check the path; it was looked for from ${visible(cwd)}`,
    visible(word),
  );
}

function unreachable(word: string, {code, message}: NodeJS.ErrnoException): UserError {
  const isDenied = code === "EACCES" || code === "EPERM";
  return new UserError(
    "INPUT_UNREADABLE",
    isDenied ? "the folder may not be read" : `it cannot be looked at (${message.split(",")[0]})`,
    isDenied ? "run as a user who may read it, or copy the logs" : "check the path",
    visible(word),
  );
}
