import {execFileSync} from "node:child_process";
import {globSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {commands} from "../src/cli/commands.ts";
import {
  findCommandTexts,
  findCycles,
  findHeaderFaults,
  findNameFaults,
  findPackageFaults,
  findProcessFaults,
  findTwinNames,
  findUndocumented,
  findUnusedQueries,
  findWallFaults,
  importsOf,
  type Sources,
} from "./architecture-scan.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

function read(pattern: string): Sources {
  const paths = globSync(pattern, {cwd: root}).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(root + path, "utf8")]));
}

const sources = read("src/**/*.ts");
const queries = read("sql/**/*.sql");
const {dependencies} = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {dependencies: object};

const tablesOfCommands: ReadonlySet<string> = new Set(["src/cli/commands.ts", "src/cli/publishing-commands.ts"]);

describe("the walls of the design", () => {
  test("there is something to look at", () => expect(Object.keys(sources).length).toBeGreaterThan(0));
  test("rooms import only the rooms below them", () => expect(findWallFaults(sources)).toEqual([]));
  test("files do not import each other in a circle", () => expect(findCycles(sources)).toEqual([]));
  test("packages are dependencies, and databases are engine's alone", () => {
    expect(findPackageFaults(sources, Object.keys(dependencies))).toEqual([]);
  });
  test("what fits a terminal alone is said by cli and render alone, and by what prints a verification", () => {
    const names = commands.map(({name}) => name);
    expect(findCommandTexts(sources, names)).toEqual([]);
  });
  test("only cli sees the process", () => expect(findProcessFaults(sources)).toEqual([]));
});

describe("the style of the house", () => {
  test("every file's name says what is in it", () => expect(findNameFaults(sources)).toEqual([]));
  test("no exported name means two things", () => expect(findTwinNames(sources)).toEqual([]));
  test("every export has its doc comment directly above", () => expect(findUndocumented(sources)).toEqual([]));

  test("files are short: none over 400 lines, 95 of 100 at most 250; but what a report says in one language", () => {
    const lengths = Object.entries(sources)
      .filter(([path]) => !/^src\/base\/words\/(?:(?:desk|forum)\/)?[a-z]{2}\.ts$/.test(path))
      .map(([path, source]) => ({path, lines: source.split("\n").length - 1}));
    expect(lengths.filter(({lines}) => lines > 400)).toEqual([]);
    const long = lengths.filter(({lines}) => lines > 250);
    expect(long.length, JSON.stringify(long)).toBeLessThanOrEqual(lengths.length * 0.05);
  });

  test("no folder holds more than 25 files, of the tests neither", () => {
    const tests = [...Object.keys(read("test/**/*.ts")), ...Object.keys(read("test/fixtures/**/*.*"))];
    const ofTests = tests.filter((path) => !path.includes("/node_modules/"));
    const files = [...Object.keys(sources), ...Object.keys(queries), ...ofTests];
    const folders = Map.groupBy(files, (path) => posix.dirname(path));
    expect([...folders].filter(([, files]) => files.length > 25).map(([folder]) => folder)).toEqual([]);
  });

  test("a command parses, calls and prints: no file of cli is over 120 lines but the table of commands", () => {
    const long = Object.entries(sources).filter(([path, source]) => {
      return path.startsWith("src/cli/") && !tablesOfCommands.has(path) && source.split("\n").length - 1 > 120;
    });
    expect(long.map(([path]) => path)).toEqual([]);
  });

  test("the root has at most 20 entries", () => {
    const listed = ["ls-files", "--cached", "--others", "--exclude-standard"];
    const files = execFileSync("git", listed, {cwd: root, encoding: "utf8"}).trim().split("\n");
    const entries = new Set(files.map((file) => file.split("/")[0]));
    expect(entries.size, [...entries].join(" ")).toBeLessThanOrEqual(20);
  });
});

describe("the questions in sql/", () => {
  test("each has its header: asks, params, returns, grain, exact, source", () => {
    expect(findHeaderFaults(queries)).toEqual([]);
  });
  test("each is named in src/", () => expect(findUnusedQueries(queries, sources)).toEqual([]));
});

describe("the scanner finds what it looks for", () => {
  test("imports of every form, and none in a comment", () => {
    const source = [
      'import {a} from "./a.ts";',
      'import type {B} from "./b.ts";',
      "import {",
      "  c,",
      '} from "./c.ts";',
      'export {d} from "./d.ts";',
      'export * from "./e.ts";',
      'import "./f.ts";',
      'const g = await import("./g.ts");',
      'type H = import("./h.ts").H;',
      '// import {x} from "./x.ts";',
      '/* import("./y.ts") */',
      "const i = await import(name);",
    ].join("\n");
    const want = [..."abcdefgh"].map((name) => `./${name}.ts`);
    expect([...importsOf(source)].sort()).toEqual([...want, "?"].sort());
  });

  for (const [what, path, source] of [
    ["base importing intake", "src/base/day.ts", 'import {x} from "../intake/read.ts";'],
    ["a type through a wall", "src/report/compose.ts", 'import type {X} from "../render/html.ts";'],
    ["a late import through a wall", "src/measures/web/readers.ts", 'await import("../../cli/main.ts");'],
    ["render importing the engine", "src/render/html/report.ts", 'export {x} from "../../engine/duckdb/engine.ts";'],
    ["an import from outside of src/", "src/base/day.ts", 'import {x} from "../../bench/run.ts";'],
    ["an import that is computed", "src/base/day.ts", "await import(name);"],
    ["a file without a room", "src/tools/day.ts", ""],
    ["a file beside the rooms", "src/day.ts", ""],
  ] as const) {
    test(`a wall: ${what}`, () => expect(findWallFaults({[path]: source})).toHaveLength(1));
  }

  test("a wall is open downwards", () => {
    const down = {"src/cli/main.ts": 'import {x} from "../base/day.ts"; import y from "../../package.json";'};
    expect(findWallFaults(down)).toEqual([]);
  });

  test("a circle of three, once", () => {
    const circle = {
      "src/base/a.ts": 'import "./b.ts";',
      "src/base/b.ts": 'import type {C} from "./c.ts";',
      "src/base/c.ts": 'const a = () => import("./a.ts");',
      "src/base/d.ts": 'import "./a.ts";',
    };
    expect(findCycles(circle)).toEqual(["src/base/a.ts → src/base/b.ts → src/base/c.ts → src/base/a.ts"]);
  });

  test("a database outside of engine, and a package that is no dependency", () => {
    const source = 'import {D} from "@duckdb/node-api";';
    expect(findPackageFaults({"src/engine/duckdb/engine.ts": source}, ["@duckdb/node-api"])).toEqual([]);
    expect(findPackageFaults({"src/intake/read.ts": source}, ["@duckdb/node-api"])).toHaveLength(1);
    expect(findPackageFaults({"src/engine/duckdb/engine.ts": source}, ["zod"])).toHaveLength(1);
  });

  for (const [source, faults] of [
    ["process.exit(1)", 1],
    ["const {env} = process?.foo", 1],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ["log(`${process.pid}`)", 1],
    ['import {argv} from "node:process";', 1],
    ["type Out = typeof process.stdout;", 0],
    ['const text = "it ends the process.exit"; // process.exit', 0],
  ] as const) {
    test(`process: ${faults} in ${source}`, () => {
      expect(findProcessFaults({"src/base/a.ts": source})).toHaveLength(faults);
      expect(findProcessFaults({"src/cli/a.ts": source})).toEqual([]);
    });
  }

  for (const [source, faults] of [
    ['const help = "run broadsheet ingest";', 1],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ["const help = `set ${a}, or broadsheet ledger check`;", 1],
    ['throw new UserError("A", "what", "pass --wait", "b");', 1],
    ['const help = "name one with -C DIR";', 1],
    ['const help = "change broadsheet.yaml"; // as broadsheet ingest --wait does', 0],
    ['const begins = "-----BEGIN CERTIFICATE-----";', 0],
    ['const sql = "select 1 -- one";', 0],
    ['const help = "as with gpg -d FILE";', 0],
  ] as const) {
    test(`a terminal: ${faults} in ${source}`, () => {
      expect(findCommandTexts({"src/workspace/a.ts": source}, ["ingest", "ledger"])).toHaveLength(faults);
      expect(findCommandTexts({"src/render/a.ts": source}, ["ingest", "ledger"])).toEqual([]);
    });
  }

  test("names that say nothing, but not the log format", () => {
    const files = ["src/base/utils.ts", "src/intake/index.ts", "src/base/common.ts", "src/base/types/day.ts"];
    expect(
      findNameFaults(Object.fromEntries([...files, "src/intake/formats/common.ts"].map((path) => [path, ""]))),
    ).toEqual(files);
  });

  for (const [what, source, faults] of [
    ["a doc comment directly above", "/** Day. */\nexport const day = 1;", 0],
    ["one over several lines", "/**\n * Day.\n */\nexport interface Day {}", 0],
    ["none", "export const day = 1;", 1],
    ["a line between", "/** Day. */\n\nexport const day = 1;", 1],
    ["a comment that is no doc comment", "/* Day. */\nexport const day = 1;", 1],
    ["a second signature", "/** Day. */\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;", 0],
    ["a list of exports", "const day = 1;\nexport {day};", 1],
  ] as const) {
    test(`an export with ${what}`, () => expect(findUndocumented({"src/base/a.ts": source})).toHaveLength(faults));
  }

  test("a name that two files export, but not the signatures of one function", () => {
    const twins = {
      "src/base/a.ts": "export function day(a: 1): 1;\nexport function day(a: 2): 2;\nexport type Month = 1;",
      "src/intake/b.ts": "export interface Month {}\n// export const day = 1;",
    };
    expect(findTwinNames(twins)).toEqual(["Month: src/base/a.ts, src/intake/b.ts"]);
  });

  test("a question without its header, or that no source names", () => {
    const good = ["asks:     How many?", "params:   none", "returns:  n bigint", "grain:    one row", "exact:    yes"];
    const header = [...good, "source:   docs/measures.md"].map((line) => `-- ${line}\n`).join("");
    const pair = {"sql/a.sql": `${header}select 1\n`, "sql/b.sql": `${header.replace("exact", "about")}select 1\n`};
    expect(findHeaderFaults(pair)).toHaveLength(1);
    expect(findUnusedQueries(pair, {"src/measures/a.ts": 'ask("a"); // "b"'})).toEqual(["sql/b.sql"]);
  });
});
