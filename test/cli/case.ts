import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect} from "vitest";

/*
 * A case is a folder test/cases/<command>/<name>/ of plain text:
 *
 *   cmd       lines for a shell; `broadsheet` is the program. All but the last have to succeed, unless a line ends in
 *             `# exits N`. Lines that begin with # are comments.
 *   stdout    what all of them together write to standard output; missing: nothing
 *   stderr    the same for standard error
 *   exit      the last line's exit status; missing: 0
 *   others    the files that the commands find in the folder they run in, a copy
 *
 * In stdout and stderr `…` stands for anything: on a line by itself for any lines, within a line for any text of it.
 * The copy's folder is written CASE. Carriage returns before a line's end are not looked at.
 */
const top = fileURLToPath(new URL("../cases/", import.meta.url));
const own: ReadonlySet<string> = new Set(["cmd", "stdout", "stderr", "exit"]);

/** One case as it stands in the project. */
export interface Case {
  /** The folder it is in, which is a command's name or that of what several commands have in common. */
  readonly command: string;
  readonly name: string;
  readonly folder: string;
  /** Those of `cmd`, without comments. */
  readonly lines: readonly string[];
}

/** What came of a case's lines. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** One a line. */
  readonly exits: readonly (number | null)[];
}

/** Every case, in the order of the names. */
export function allCases(): Case[] {
  return readdirSync(top)
    .sort()
    .flatMap((command) =>
      readdirSync(join(top, command))
        .sort()
        .map((name) => {
          const folder = join(top, command, name);
          const lines = read(folder, "cmd").split("\n");
          return {command, name, folder, lines: lines.filter((line) => line !== "" && !line.startsWith("#"))};
        }),
    );
}

/** Is this what the case expects, and no file that its commands find? */
export function isExpectation(path: string): boolean {
  return own.has(path);
}

/** Fails the test where something else came of a case than it expects. */
export function expectOf({folder, lines}: Case, ran: Ran): void {
  check(ran.stderr, read(folder, "stderr"));
  check(ran.stdout, read(folder, "stdout"));
  const wanted = lines.slice(0, -1).map((line) => Number(/# exits (\d)$/.exec(line)?.[1] ?? 0));
  expect(ran.exits).toEqual([...wanted, Number(read(folder, "exit").trim() || 0)]);
}

/** Does the text fit what is expected? Comparing the texts themselves where it does not shows the difference. */
function check(got: string, want: string): void {
  const pattern = want
    .split("\n")
    .map((line) => (line === "…" ? "(?:[^\\n]*\\n)*?" : `${line.split("…").map(escapeText).join("[^\\n]*?")}\\n`))
    .join("");
  // The last part stands for what follows the last line's end: nothing.
  if (!new RegExp(`^${pattern.replace(/\\n$/, "")}$`).test(got)) expect(got).toBe(want);
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function read(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";
}
