import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {isDeepStrictEqual} from "node:util";
import {z} from "zod";
import {parsedJson} from "../../../base/json.ts";
import type {SealedPlace} from "../archive.ts";
import {refusedPlace, textOf} from "../place/place.ts";
import {withListsThen} from "./robot-lists.ts";

const shape = z.looseObject({
  settings: z.looseObject({
    publication: z.string(),
    timeZone: z.string().optional(),
    methodology: z.record(z.string(), z.unknown()).optional(),
  }),
  robotLists: z.array(
    z.looseObject({
      ...{name: z.string(), version: z.string(), sha256: z.string()},
      file: z.string().nullable(),
      expressions: z.string().optional(),
    }),
  ),
  private: z.array(z.looseObject({part: z.string(), entries: z.number(), isChanging: z.boolean().optional()})),
});

/** What figures rest on and is not in an edition: `blacklist`, with how many entries it has. */
interface HiddenRules {
  readonly part: string;
  readonly entries: number;
  /** Is there another from some month on? */
  readonly isChanging?: boolean | undefined;
}

/** The rules of an edition, as a workspace elsewhere can go by them. */
export interface ReplayedRules {
  /** What its `broadsheet.yaml` says. */
  readonly settings: Readonly<Record<string, unknown>> & {readonly publication: string};
  readonly hidden: readonly HiddenRules[];
  /** Lists of robots of which this version has another, and that cannot be taken from the edition. */
  readonly otherLists: readonly string[];
}

/**
 * Writes the lists of an edition into a folder, and says by which settings they are gone by.
 *
 * @param folder For lists alone; a name in the edition is never a path out of it.
 * @throws {UserError} EDITION_REFUSED where the edition does not say its rules.
 */
export function replayRules({place, name}: SealedPlace, folder: string): ReplayedRules {
  const said = shape.safeParse(parsedJson(textOf(place, "methodology.json", name)));
  if (!said.success) throw refusedPlace("it does not say by which rules to count again", `${name}/methodology.json`);
  const {settings, robotLists, private: hidden} = said.data;
  const files = new Map<string, string>();
  for (const [file, held] of place.files) {
    // As an edition writes them: nothing else of it is written anywhere.
    if (!/^lists\/[a-z0-9._-]+$/i.test(file) || file.includes("..")) continue;
    const path = join(folder, file);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, held.read());
    files.set(file, path);
  }
  const own = withPaths(settings, files) as typeof settings;
  const {rules, others} = withListsThen(own.methodology ?? {}, robotLists, place, folder);
  return {
    settings: {...own, methodology: rules, addresses: false, logs: []},
    hidden,
    otherLists: others,
  };
}

/** What an edition may say of the rules; of nothing else of a workspace: no server, no folder, no file of this machine. */
const known = [
  ...["publication", "timeZone", "language", "labels", "logFormat", "client", "overlap", "documents", "sections"],
  ...[
    "sentTo",
    "downloads",
    "sites",
    "site",
    "ranks",
    "smallest",
    "base",
    "compare",
    "tables",
    "ranges",
    "departments",
  ],
  ...["aliases", "titles", "episodes", "referrerSpam", "ledger", "methodology"],
];
/** Where files may be named: what is called so elsewhere, such as a label of the departments, is no file. */
const withFiles = new Set([
  "departments",
  "aliases",
  "titles",
  "episodes",
  "referrerSpam",
  "sites",
  "ledger",
  "methodology",
]);
/** Settings that name a file, wherever they stand there. */
const naming = new Set([
  "departments",
  "aliases",
  "titles",
  "episodes",
  "referrerSpam",
  "cities",
  "file",
  "robots",
  "browsers",
  "networks",
  // Never in an edition: one that names it names a file of this machine.
  "blacklist",
  "places",
  "ipv4",
  "ipv6",
  "owners",
]);

/**
 * The settings with the paths of the lists in place of their names in the edition.
 *
 * @throws {UserError} EDITION_REFUSED for a file that is not in the edition.
 */
function withPaths(value: unknown, files: ReadonlyMap<string, string>, key = "", depth = 0): unknown {
  if (depth > 20) throw refusedPlace("its settings are nested too deeply", "methodology.json");
  if (typeof value === "string") {
    if (!naming.has(key)) return value;
    const path = files.get(value);
    if (path === undefined)
      throw refusedPlace(`the setting ${key} names a file that is not in the edition`, "methodology.json");
    return path;
  }
  if (Array.isArray(value)) {
    const all = value.map((one) => withPaths(one, files, "", depth + 1));
    // Of a change of rules nothing may be left where it was one of a list that is not published: so older editions have it.
    return key === "changes"
      ? all.filter((one) => Object.keys(one as object).some((name) => name !== "from" && name !== "until"))
      : all;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => depth > 0 || known.includes(name));
  const own = entries.map(([name, held]) => {
    return [name, depth === 0 && !withFiles.has(name) ? held : withPaths(held, files, name, depth + 1)] as const;
  });
  return Object.fromEntries(own.filter(([name, held]) => !isEmptied(name, held)));
}

/** Is nothing left of what was added to the lists of robots? */
function isEmptied(name: string, held: unknown): boolean {
  if (name === "lists") return isDeepStrictEqual(held, {add: []});
  return name === "robots" && isDeepStrictEqual(held, {});
}
