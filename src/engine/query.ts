import {readdirSync, readFileSync} from "node:fs";
import {basename} from "node:path";

/** A question as it stands in `sql/`: the body, and what its header promises. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  /** Names of the `$parameters`, without the dollar. */
  readonly params: readonly string[];
  readonly returns: string;
  readonly grain: string;
  readonly exact: string;
  /** The page that defines it. */
  readonly source: string;
  readonly body: string;
}

const loaded = new Map<string, Question>();
const folder = new URL("../../sql/", import.meta.url);
/** Each question's file by its name, which is its own in all folders. */
let places: ReadonlyMap<string, string> | undefined;

function findPlaces(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".sql"));
  return new Map(files.map((file) => [basename(file, ".sql"), file]));
}

/**
 * What does the question of this name in a folder of `sql/` ask?
 *
 * @throws {Error} when there is none, or the header lacks a part, or names other parameters than the body uses: a bug, found by the tests.
 */
export function loadQuestion(name: string): Question {
  const known = loaded.get(name);
  if (known) return known;
  places ??= findPlaces();
  const place = places.get(name);
  if (place === undefined) throw new Error(`no folder of sql/ has ${name}.sql`);
  const question = parseQuestion(name, readFileSync(new URL(place, folder), "utf8"));
  loaded.set(name, question);
  return question;
}

/** The question in a file's text; see {@link loadQuestion}. */
export function parseQuestion(name: string, text: string): Question {
  const header = new Map<string, string>();
  let part = "";
  const body: string[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const opened = /^-- (\w+):\s*(.*)$/.exec(line);
    const continued = /^--\s+(.*)$/.exec(line);
    if (opened) {
      part = opened[1]!;
      header.set(part, opened[2]!);
    } else if (continued && body.length === 0) header.set(part, `${header.get(part)}\n${continued[1]}`);
    else body.push(line);
  }
  const read = (key: string): string => {
    const value = header.get(key);
    if (value === undefined) throw new Error(`sql/${name}.sql: the header lacks "${key}"`);
    return value;
  };
  const question = {
    name,
    asks: read("asks"),
    params: [...read("params").matchAll(/\$(\w+)/g)].map((match) => match[1]!),
    returns: read("returns"),
    grain: read("grain"),
    exact: read("exact"),
    source: read("source"),
    body: body.join("\n"),
  };
  checkParams(question);
  return question;
}

function checkParams({name, params, body}: Question): void {
  const used = new Set([...body.matchAll(/\$(\w+)/g)].map((match) => match[1]!));
  const declared = new Set(params);
  if (used.symmetricDifference(declared).size === 0) return;
  throw new Error(`sql/${name}.sql: the header declares [${[...declared]}], the body uses [${[...used]}]`);
}
