import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable, Writable} from "node:stream";
import {fileURLToPath} from "node:url";
import type {Environment} from "../../src/cli/environment.ts";
import {runArgs} from "../../src/cli/main.ts";
import {removeTree} from "../remove-tree.ts";
import {type Case, isExpectation, type Ran} from "./case.ts";
import {parseShellLine, type ShellLine} from "./shell-line.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));

/** Where people are who have cases: not on the hour from UTC. */
export const timeZone = "Asia/Kathmandu";

/** What one line came to. */
interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

/** Runs cases one after the other, all in the same folder, so that paths in a store that was copied still hold. */
export class CaseRoom {
  readonly #top = mkdtempSync(join(tmpdir(), "broadsheet-cases-"));
  readonly #folder = join(this.#top, "case");
  readonly #env: Readonly<Record<string, string | undefined>>;
  /** By what cases begin with: what it came to, and a copy of the folder as it was then. */
  readonly #kept = new Map<string, {readonly said: readonly Said[]; readonly folder: string}>();
  /** How many cases begin so. */
  readonly #beginnings = new Map<string, number>();

  /** @param cases Those to come: what several begin with is done once. */
  constructor(cases: readonly Case[] = []) {
    const bin = join(this.#top, "bin");
    mkdirSync(bin);
    const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
    writeFileSync(join(bin, "broadsheet"), `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(program)} "$@"\n`);
    chmodSync(join(bin, "broadsheet"), 0o755);
    const {NODE_OPTIONS: _, NO_COLOR: __, FORCE_COLOR: ___, ...env} = process.env;
    this.#env = {...env, PATH: `${bin}:${env["PATH"]}`, TZ: timeZone, LC_ALL: "C"};
    for (const one of cases) {
      for (const beginning of beginningsOf(one).values()) {
        this.#beginnings.set(beginning, (this.#beginnings.get(beginning) ?? 0) + 1);
      }
    }
  }

  /** Runs every line in a shell, and the program as a process of its own. */
  runAsProcesses(one: Case): Ran {
    this.#lay(one.folder);
    return this.#sum(one.lines.map((line) => this.#shell(line)));
  }

  /**
   * Runs the program in this process, but where a line needs a shell to run it.
   *
   * @param processes The places of lines that run it as a process of its own, too.
   */
  async runHere(one: Case, processes: ReadonlySet<number> = new Set()): Promise<Ran> {
    const beginnings = processes.size > 0 ? new Map<number, string>() : beginningsOf(one);
    const known = [...beginnings].findLast(([, beginning]) => this.#kept.has(beginning));
    const kept = known && this.#kept.get(known[1])!;
    this.#lay(kept?.folder ?? one.folder);
    const said = [...(kept?.said ?? [])];
    for (const [place, line] of one.lines.entries()) {
      if (place < said.length) continue;
      const parsed = processes.has(place) ? null : parseShellLine(line);
      said.push(parsed === null ? this.#shell(line) : await this.#here(parsed));
      this.#keep(beginnings.get(place), said);
    }
    return this.#sum(said);
  }

  remove(): void {
    removeTree(this.#top);
  }

  #lay(source: string): void {
    removeTree(this.#folder);
    const filter = (path: string): boolean => !isExpectation(path.slice(source.length + 1));
    cpSync(source, this.#folder, {recursive: true, preserveTimestamps: true, filter});
  }

  #keep(beginning: string | undefined, said: readonly Said[]): void {
    if (beginning === undefined || (this.#beginnings.get(beginning) ?? 0) < 2) return;
    const folder = join(this.#top, `kept-${this.#kept.size}`);
    cpSync(this.#folder, folder, {recursive: true, preserveTimestamps: true});
    this.#kept.set(beginning, {said: [...said], folder});
  }

  #shell(line: string, input = ""): Said {
    const options = {cwd: this.#folder, encoding: "utf8", input, env: this.#env} as const;
    const {stdout, stderr, status} = spawnSync("/bin/sh", ["-c", line], options);
    return {stdout, stderr, exit: status};
  }

  async #here(line: ShellLine): Promise<Said> {
    const [stdout, stderr] = [new Collector(), new Collector()];
    const streams = {stdin: Readable.from([]), stdout, stderr} as unknown as Environment;
    // A shell makes the files before the program begins.
    for (const file of [line.stdout, line.stderr]) if (file !== null) writeFileSync(join(this.#folder, file), "");
    const exit = await runArgs(line.args, {...streams, env: this.#env, cwd: this.#folder, now: Date.now});
    if (line.stdout !== null) writeFileSync(join(this.#folder, line.stdout), stdout.text);
    if (line.stderr !== null) writeFileSync(join(this.#folder, line.stderr), stderr.text);
    const said = {
      stdout: line.stdout === null ? stdout.text : "",
      stderr: line.stderr === null ? stderr.text : "",
      exit,
    };
    if (line.pipe === null) return said;
    const behind = this.#shell(line.pipe, said.stdout);
    return {...behind, stderr: said.stderr + behind.stderr};
  }

  #sum(said: readonly Said[]): Ran {
    const plain = (texts: readonly string[]): string =>
      texts.join("").replaceAll(this.#folder, "CASE").replaceAll("\r\n", "\n");
    return {
      stdout: plain(said.map(({stdout}) => stdout)),
      stderr: plain(said.map(({stderr}) => stderr)),
      exits: said.map(({exit}) => exit),
    };
  }
}

/** A stream that is no terminal and keeps what is written to it. */
class Collector extends Writable {
  readonly #pieces: Buffer[] = [];

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.#pieces.push(piece);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#pieces).toString("utf8");
  }
}

/** By the place of a line that reads logs, but the last: all that decides what there is after it. */
function beginningsOf({folder, lines}: Case): Map<number, string> {
  const found = new Map<number, string>();
  if (!lines.slice(0, -1).some(readsLogs)) return found;
  const hash = createHash("sha256");
  for (const name of globSync("**", {cwd: folder}).sort()) {
    if (isExpectation(name) || !statSync(join(folder, name)).isFile()) continue;
    hash.update(JSON.stringify(name)).update(readFileSync(join(folder, name)));
  }
  for (const [place, line] of lines.slice(0, -1).entries()) {
    hash.update(JSON.stringify(line));
    if (readsLogs(line)) found.set(place, hash.copy().digest("hex"));
  }
  return found;
}

function readsLogs(line: string): boolean {
  return /^broadsheet (?:-C \S+ )?ingest\b/.test(line);
}
