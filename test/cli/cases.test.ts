import {spawnSync} from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

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
const cases = fileURLToPath(new URL("../cases/", import.meta.url));
const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const own = new Set(["cmd", "stdout", "stderr", "exit"]);

let top = "";
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-cases-"));
  const bin = join(top, "bin");
  mkdirSync(bin);
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  writeFileSync(join(bin, "broadsheet"), `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(program)} "$@"\n`);
  chmodSync(join(bin, "broadsheet"), 0o755);
});
afterAll(() => rmSync(top, {recursive: true, force: true}));

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** One a line of `cmd`. */
  readonly exits: readonly (number | null)[];
}

function run(source: string, lines: readonly string[]): Ran {
  const folder = mkdtempSync(join(top, "case-"));
  cpSync(source, folder, {recursive: true, filter: (path) => !own.has(path.slice(source.length + 1))});
  const {NODE_OPTIONS: _, NO_COLOR: __, FORCE_COLOR: ___, ...env} = process.env;
  const ran = lines.map((line) =>
    spawnSync("/bin/sh", ["-c", line], {
      cwd: folder,
      encoding: "utf8",
      input: "",
      env: {...env, PATH: `${join(top, "bin")}:${env["PATH"]}`, TZ: "Asia/Kathmandu", LC_ALL: "C"},
    }),
  );
  const plain = (texts: readonly string[]): string =>
    texts.join("").replaceAll(folder, "CASE").replaceAll("\r\n", "\n");
  return {
    stdout: plain(ran.map(({stdout}) => stdout)),
    stderr: plain(ran.map(({stderr}) => stderr)),
    exits: ran.map(({status}) => status),
  };
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

const read = (folder: string, name: string): string =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";

for (const command of readdirSync(cases).sort()) {
  describe(command, () => {
    for (const name of readdirSync(join(cases, command)).sort()) {
      test(name.replaceAll("-", " "), () => {
        const folder = join(cases, command, name);
        const lines = read(folder, "cmd")
          .split("\n")
          .filter((line) => line !== "" && !line.startsWith("#"));
        const ran = run(folder, lines);
        check(ran.stderr, read(folder, "stderr"));
        check(ran.stdout, read(folder, "stdout"));
        const wanted = lines.slice(0, -1).map((line) => Number(/# exits (\d)$/.exec(line)?.[1] ?? 0));
        expect(ran.exits).toEqual([...wanted, Number(read(folder, "exit").trim() || 0)]);
      }, 30_000);
    }
  });
}
