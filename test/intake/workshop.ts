import {type ChildProcess, spawn} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {Readable} from "node:stream";
import {fileURLToPath} from "node:url";
import type {Environment} from "../../src/cli/environment.ts";
import {runArgs} from "../../src/cli/main.ts";
import {DuckDbEngine} from "../../src/engine/duckdb/engine.ts";
import {linesSql} from "../../src/engine/duckdb/facts-sql.ts";
import {quoteText} from "../../src/engine/duckdb/literal.ts";
import type {Row} from "../../src/engine/values.ts";
import {openNames} from "../../src/workspace/address-book.ts";
import {Catalogue, type InputRow, type PartRow} from "../../src/workspace/catalogue/catalogue.ts";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {type StorePaths, storePaths} from "../../src/workspace/workspace-files.ts";
import {removeTree} from "../remove-tree.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));

/** What a command printed and how it ended. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the tests compare of a report's JSON. */
export interface JsonReport {
  readonly measures: readonly {readonly id: string; readonly values: readonly (number | null)[]}[];
  readonly notes: unknown;
  readonly account: readonly {
    readonly period: string;
    readonly requests: number;
    readonly verdicts: readonly {readonly id: string; readonly requests: number}[];
  }[];
  readonly inputs: readonly {readonly name: string}[];
}

/** A workspace of a test's own, with a folder beside it for logs. */
export class Workshop {
  readonly root: string;
  readonly folder: string;
  readonly store: StorePaths;

  constructor(config = "publication: The Test Press\n", name = "press") {
    this.root = mkdtempSync(join(tmpdir(), "broadsheet-test-"));
    this.folder = join(this.root, name);
    this.store = storePaths(this.folder);
    makeWorkspace(this.folder, config);
  }

  /** The workspace as it is now, with the files beside it, once more: what is read once serves many tests. */
  copy(): Workshop {
    const other = new Workshop(undefined, basename(this.folder));
    removeTree(other.root);
    cpSync(this.root, other.root, {recursive: true, preserveTimestamps: true});
    return other;
  }

  /** Writes a file beside the workspace, and says where. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.root, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
    return path;
  }

  /** Runs a command in this process, on 1 March 2026. */
  async run(...words: string[]): Promise<Said> {
    return runHere(["-C", this.folder, ...words], this.root);
  }

  /** The same, with something to read on standard input. */
  async pipe(input: string | Uint8Array, ...words: string[]): Promise<Said> {
    return runHere(["-C", this.folder, ...words], this.root, input);
  }

  /** Ingests; fails the test when the status is not the one expected. */
  async ingest(words: readonly string[], status = 0): Promise<string> {
    const said = await this.run("ingest", ...words);
    if (said.status !== status) throw new Error(`ended with ${said.status}, not ${status}:\n${said.stderr}`);
    return said.stderr;
  }

  /** The main table of a period, and the account. */
  async report(period: string): Promise<JsonReport> {
    const words = ["--tables", "none", "--no-ranges", "--format", "json", "--quiet"];
    const said = await this.run("report", period, ...words);
    if (said.status !== 0) throw new Error(said.stderr);
    return JSON.parse(said.stdout) as JsonReport;
  }

  /** The inputs as the catalogue has them, without what differs from one workspace to the next. */
  inputs(): InputRow[] {
    const catalogue = Catalogue.open(this.store.catalogue);
    try {
      return catalogue.inputs();
    } finally {
      catalogue.close();
    }
  }

  /** Lines, requests, quarantined and ignored of each input, by name. */
  counts(): Record<string, [number, number, number, number]> {
    return Object.fromEntries(
      this.inputs().map(({name, lines, requests, quarantined, ignored}) => [
        name,
        [lines, requests, quarantined, ignored],
      ]),
    );
  }

  /** What the store knows of the requests that count, in the order of the bytes they had. */
  async facts(columns: string): Promise<Row[]> {
    return this.#lines(`select ${columns} from fact where "at" is not null order by bytes, path`);
  }

  /** What the files of facts hold of lines that are no request. */
  async refused(): Promise<Row[]> {
    return this.#lines('select columns(* exclude (line))::varchar from fact where "at" is null order by line');
  }

  /** The files of facts that count, in the order in which they were added. */
  parts(): PartRow[] {
    const catalogue = Catalogue.open(this.store.catalogue);
    try {
      return catalogue.inputs().flatMap(({id}) => catalogue.partsOf(id));
    } finally {
      catalogue.close();
    }
  }

  /** What the store knows of where readers are, in the order of their numbers; those of each input on their own. */
  async places(): Promise<Row[]> {
    const files = this.parts().flatMap(({places}) => (places === null ? [] : [places]));
    if (files.length === 0) return [];
    const list = files.map((file) => quoteText(join(this.store.facts, file))).join(", ");
    return this.#ask((engine) =>
      engine.rows(`select reader::varchar as reader, country, region, city from read_parquet([${list}]) as place
        order by place.reader`),
    );
  }

  /** Whose addresses the store keeps, by month, in order; those of each book on their own. */
  addresses(): Record<string, string[]> {
    const catalogue = Catalogue.open(this.store.catalogue);
    try {
      const found: Record<string, string[]> = {};
      for (const {file, month, clients} of catalogue.books()) {
        const names = openNames(join(this.store.addresses, file), this.key, month) ?? [];
        if (names.length !== clients) throw new Error(`${file} has ${names.length} names, not ${clients}`);
        found[month] = [...(found[month] ?? []), ...names].sort();
      }
      return found;
    } finally {
      catalogue.close();
    }
  }

  /** @param sql Over the lines that were read, as `fact`. */
  async #lines(sql: string): Promise<Row[]> {
    return this.#ask(async (engine) => {
      const files = this.parts().map(({file}) => linesSql(engine, quoteText(join(this.store.facts, file))));
      const all = (await Promise.all(files)).map((lines) => `select * from ${lines}`).join(" union all ");
      return engine.rows(sql.replace("from fact", `from (${all}) as fact`));
    });
  }

  async #ask(question: (engine: DuckDbEngine) => Promise<Row[]>): Promise<Row[]> {
    const engine = await DuckDbEngine.open(join(this.root, "spill"), {folders: [this.root]});
    try {
      return await question(engine);
    } finally {
      await engine.close();
    }
  }

  /** The workspace's key. */
  get key(): string {
    return readFileSync(this.store.key, "utf8").trim();
  }

  /** Starts the real program. */
  start(words: readonly string[], options: Partial<RunOptions> = {}): Running {
    return new Running(["-C", this.folder, ...words], {cwd: this.root, ...options});
  }

  remove(): void {
    removeTree(this.root);
  }
}

/** How the real program is started. */
export interface RunOptions {
  readonly cwd: string;
  /** A command that runs it with fewer rights than the test has. */
  readonly under?: readonly string[];
  /** For its standard input. */
  readonly input?: string;
}

/** The real program, running. */
export class Running {
  readonly process: ChildProcess;
  readonly done: Promise<Said>;

  constructor(words: readonly string[], options: RunOptions) {
    const {cwd, under = [], input} = options;
    const [command, ...args] = [...under, process.execPath, program, ...words];
    this.process = spawn(command!, args, {cwd, env: {...process.env, TZ: "Pacific/Chatham"}});
    this.process.stdin?.on("error", () => {});
    this.process.stdin?.end(input);
    this.done = collect(this.process);
  }
}

/** What a child printed, when it has ended. */
export function collect(child: ChildProcess): Promise<Said> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (text) => (stdout += text));
  child.stderr?.on("data", (text) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({status, stdout, stderr}));
  });
}

/** Runs a command line in this process. */
export async function runHere(words: readonly string[], cwd: string, input: string | Uint8Array = ""): Promise<Said> {
  let stdout = "";
  let stderr = "";
  const environment = {
    stdin: Readable.from(input.length > 0 ? [input] : []),
    stdout: {write: (text: string) => (stdout += text)},
    stderr: {write: (text: string) => (stderr += text)},
    env: {},
    cwd,
    now: () => Date.UTC(2026, 2, 1, 12),
  } as unknown as Environment;
  return {status: await runArgs(words, environment), stdout, stderr};
}

/** A combined line that tells its number: no two are alike. */
export function lineOf(number: number, {path = `/page-${number}.html`, day = "02/Feb/2026"} = {}): string {
  const clock = [number / 3600, (number / 60) % 60, number % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  const client = `198.18.${(number >> 8) & 255}.${number & 255}`;
  return `${client} - - [${day}:${clock.join(":")} +0000] "GET ${path} HTTP/1.1" 200 ${1000 + number} "-" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"\n`;
}

/** So many lines, from one number on. */
export function linesFrom(first: number, count: number): string {
  return Array.from({length: count}, (_, index) => lineOf(first + index)).join("");
}
