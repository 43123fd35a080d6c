import {posix} from "node:path";

/** Source text by path from the project's root, such as `src/base/error.ts`. */
export type Sources = Readonly<Record<string, string>>;

/** The rooms of src/ and, for each, the rooms below it that it may import. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  workspace: ["base"],
  engine: ["base"],
  intake: ["engine", "workspace", "base"],
  methodology: ["engine", "workspace", "base"],
  ledger: ["workspace", "base"],
  measures: ["methodology", "ledger", "engine", "base"],
  report: ["measures", "base"],
  operations: [
    "forum",
    "accounts",
    "report",
    "measures",
    "methodology",
    "ledger",
    "intake",
    "workspace",
    "engine",
    "base",
  ],
  render: ["report", "base"],
  publish: [
    ...["operations", "render", "report", "measures", "ledger", "methodology", "intake", "engine", "workspace"],
    "base",
  ],
  accounts: ["base"],
  forum: ["accounts", "base"],
  serve: ["forum", "accounts", "publish", "operations", "render", "report", "workspace", "base"],
  cli: [
    ...[
      "serve",
      "forum",
      "accounts",
      "publish",
      "operations",
      "render",
      "report",
      "measures",
      "ledger",
      "methodology",
      "intake",
      "engine",
      "workspace",
    ],
    "base",
  ],
};

const bannedNames = new Set("utils util helpers helper common misc manager service types index".split(" "));

/** Blanks comments and, unless told to keep them, the text of quoted strings; lines stay where they are. */
function withoutComments(source: string, {keepStrings}: {keepStrings: boolean}): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(`(?:[^`\\]|\\[\s\S])*`)|\/\/.*|\/\*[\s\S]*?\*\//g,
    (found, quoted?: string, template?: string) => {
      if (template !== undefined || (quoted !== undefined && keepStrings)) return found;
      return quoted === undefined ? found.replace(/[^\n]/g, " ") : '""';
    },
  );
}

/** What does this source import: statements, types, re-exports, `import("…")`, `require("…")`? Computed imports give `?`. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source, {keepStrings: true});
  const patterns = [
    /^[ \t]*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
    /^[ \t]*import\s*["']([^"']+)["']/gm,
    /\b(?:import|require)\s*\(\s*["']([^"']+)["']/g,
    /\b(?:import|require)\s*\(\s*([^"'\s])/g,
  ];
  return patterns.flatMap((pattern, place) =>
    [...code.matchAll(pattern)].map((found) => (place === 3 ? "?" : (found[1] ?? ""))),
  );
}

const roomOf = (path: string): string => path.split("/")[1] ?? "";
const targetOf = (path: string, imported: string): string => posix.join(posix.dirname(path), imported);
const isRelative = (imported: string): boolean => imported.startsWith(".");

function* wallFaults(path: string, imported: string): Generator<string> {
  if (imported === "?") yield `${path} imports a name that it computes; write it out`;
  if (!isRelative(imported)) return;
  const target = targetOf(path, imported);
  if (target === "package.json") return;
  const [from, to] = [roomOf(path), roomOf(target)];
  if (!target.startsWith("src/")) yield `${path} imports ${target}, outside of src/`;
  else if (!imported.endsWith(".ts")) yield `${path} imports ${imported} without .ts`;
  else if (from !== to && !mayImport[from]?.includes(to)) yield `${path} (${from}) may not import ${target} (${to})`;
}

/** Which files stand outside of a room, and which imports go through a wall between rooms? */
export function findWallFaults(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const homeless = mayImport[roomOf(path)] === undefined ? [`${path} is in no room of the design`] : [];
    return [...homeless, ...importsOf(source).flatMap((imported) => [...wallFaults(path, imported)])];
  });
}

/** Which packages are imported where they may not be: databases outside of engine/, or ones that are not dependencies? */
export function findPackageFaults(sources: Sources, dependencies: readonly string[]): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    importsOf(source)
      .filter((imported) => !isRelative(imported) && imported !== "?" && !imported.startsWith("node:"))
      .flatMap((imported) => {
        const name = imported
          .split("/")
          .slice(0, imported.startsWith("@") ? 2 : 1)
          .join("/");
        if (!dependencies.includes(name)) return [`${path} imports ${name}, which is no dependency`];
        const isDatabase = name.startsWith("@duckdb/") || name.startsWith("@clickhouse/");
        return isDatabase && roomOf(path) !== "engine" ? [`${path} imports ${name}; only engine/ may`] : [];
      }),
  );
}

/** Which files import each other in a circle? Each circle once, as the way round it; types count too. */
export function findCycles(sources: Sources): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const seenAt = way.indexOf(path);
    if (seenAt >= 0) cycles.push([...way.slice(seenAt), path].join(" → "));
    if (seenAt >= 0 || done.has(path)) return;
    for (const imported of importsOf(sources[path] ?? "").filter(isRelative)) {
      follow(targetOf(path, imported), [...way, path]);
    }
    done.add(path);
  };
  for (const path of Object.keys(sources)) follow(path, []);
  return cycles;
}

/** Which files outside of cli/ reach for the process? `typeof process` is a type, and passes. */
export function findProcessFaults(sources: Sources): readonly string[] {
  return Object.entries(sources)
    .filter(([path]) => roomOf(path) !== "cli")
    .flatMap(([path, source]) => {
      const code = withoutComments(source, {keepStrings: false}).replace(/\btypeof process\b/g, "");
      const imported = importsOf(source).some((name) => name === "node:process" || name === "process");
      return imported || /\bprocess(?:\.\w|\?\.|\[)/.test(code) ? [`${path} uses process; only cli/ may`] : [];
    });
}

/** Rooms whose texts a page, a job and a program show as well as a terminal. */
const placeless = new Set([
  "base",
  "workspace",
  "engine",
  "intake",
  "methodology",
  "ledger",
  "measures",
  "report",
  "operations",
  "forum",
  "accounts",
  "publish",
  "serve",
]);

/** What prints a verification at a terminal, pages that say what their readers type, and a style sheet, whose names of colors look alike. */
const ofTerminals = /^src\/publish\/(?:verify\/print\.ts|site\/pages\/)|^src\/serve\/.*style\.ts$/;

/** What other programs are told: their options are no options of ours. */
const otherPrograms = /\b(?:journalctl|gpg|age|xz|zstd|unzip|tar)\b/;

/**
 * Which texts in the rooms below say what is typed at a terminal: a command of ours, or an option? What to try is an `Advice`, and a value
 * that was passed is named by its `field`.
 *
 * @param commands Their names.
 */
export function findCommandTexts(sources: Sources, commands: readonly string[]): readonly string[] {
  const command = new RegExp(`\\bbroadsheet (?:${commands.join("|")})\\b`);
  const option = /(?<![-\w])--[a-z][a-z-]*|(?<![-\w])-[A-Za-z] [A-Z]{2,}/;
  return Object.entries(sources)
    .filter(([path]) => placeless.has(roomOf(path)) && !ofTerminals.test(path))
    .flatMap(([path, source]) => {
      const texts = textsOf(source).filter(
        (text) => command.test(text) || (option.test(text) && !otherPrograms.test(text)),
      );
      return texts.map((text) => `${path} says ${text}`);
    });
}

/** The quoted strings and templates of a source, without comments. */
function textsOf(source: string): string[] {
  const code = withoutComments(source, {keepStrings: true});
  return code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g) ?? [];
}

/** Which files have a name that says nothing? `common` is a log format, and may stand under intake/formats/. */
export function findNameFaults(sources: Sources): readonly string[] {
  return Object.keys(sources).filter((path) => {
    const name = posix.basename(path, ".ts");
    if (name === "common" && path.startsWith("src/intake/formats/")) return false;
    return (
      bannedNames.has(name) ||
      path
        .split("/")
        .slice(1, -1)
        .some((folder) => bannedNames.has(folder))
    );
  });
}

/** Which exports have no doc comment directly above? Further signatures of one function share the first one's. */
export function findUndocumented(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const lines = source.split("\n");
    return lines.flatMap((line, place) => {
      if (!/^export\b/.test(line)) return [];
      const name = /^export (?:async )?function (\w+)/.exec(line)?.[1];
      if (name !== undefined && isSignatureOf(name, lines[place - 1])) return [];
      return hasDoc(lines, place) ? [] : [`${path}:${place + 1} ${line.slice(0, 60)}`];
    });
  });
}

function isSignatureOf(name: string, line = ""): boolean {
  return new RegExp(`^export (?:async )?function ${name}\\b.*;$`).test(line);
}

function hasDoc(lines: readonly string[], place: number): boolean {
  let above = place - 1;
  while (lines[above]?.startsWith("// biome-ignore")) above--;
  if (!lines[above]?.trimEnd().endsWith("*/")) return false;
  while (above >= 0 && !lines[above]!.trimStart().startsWith("/*")) above--;
  return lines[above]?.startsWith("/**") ?? false;
}

/** What is wrong with the header of a question in sql/? Its six parts in their order, each with something in it. */
export function findHeaderFaults(queries: Sources): readonly string[] {
  const parts = ["asks", "params", "returns", "grain", "exact", "source"];
  return Object.entries(queries).flatMap(([path, query]) => {
    const header = query.split("\n").slice(
      0,
      query.split("\n").findIndex((line) => !line.startsWith("--")),
    );
    const found = header.map((line) => /^-- (\w+): +\S/.exec(line)?.[1]).filter((part) => part !== undefined);
    return found.join() === parts.join() ? [] : [`${path} has the header ${found.join(", ") || "(none)"}`];
  });
}

/** Which questions in sql/ does no source name? A name stands in quotes, with or without `.sql`. */
export function findUnusedQueries(queries: Sources, sources: Sources): readonly string[] {
  const code = Object.values(sources)
    .map((source) => withoutComments(source, {keepStrings: true}))
    .join("\n");
  return Object.keys(queries).filter((path) => {
    const name = posix.basename(path, ".sql");
    return !["", ".sql"].some((ending) =>
      [`"`, "`"].some((quote) => code.includes(`${quote}${name}${ending}${quote}`)),
    );
  });
}

/** Which names are exported by more than one file, for different things? */
export function findTwinNames(sources: Sources): readonly string[] {
  const declared = /^export (?:abstract |async )?(?:interface|type|class|function\*?|const|enum) (\w+)/gm;
  const files = new Map<string, Set<string>>();
  for (const [path, source] of Object.entries(sources)) {
    for (const [, name] of withoutComments(source, {keepStrings: false}).matchAll(declared)) {
      files.set(name!, (files.get(name!) ?? new Set()).add(path));
    }
  }
  return [...files].flatMap(([name, paths]) => (paths.size > 1 ? [`${name}: ${[...paths].join(", ")}`] : []));
}
