import {spawn} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runArgs} from "../../src/cli/main.ts";
import {hasProgram} from "./process.ts";

/*
 * A person at each shell: a line, the tabulator, and what stands in the line then. The line is told by what is typed before it: `echo`.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const top = mkdtempSync(join(tmpdir(), "broadsheet-shells-"));
const press = join(top, "press");
afterAll(() => rmSync(top, {recursive: true, force: true}));

beforeAll(async () => {
  mkdirSync(join(top, "bin"));
  const program = join(top, "bin/broadsheet");
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${root}bin/broadsheet.js' "$@"\n`);
  chmodSync(program, 0o755);
  const environment = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: {},
    cwd: top,
    now: Date.now,
  };
  expect(await runArgs(["init", press, "--yes", "--quiet"], environment)).toBe(0);
  cpSync(join(root, "test/cases/init/where-a-file-stands/july.log"), join(press, "logs/july.log"));
  expect(await runArgs(["-C", press, "ingest", "--quiet"], environment)).toBe(0);
});

/** What is typed before the tabulator, and what stands in the line behind it. */
const lines = [
  ["broadsheet led", "broadsheet ledger"],
  ["broadsheet ledger ch", "broadsheet ledger check"],
  ["broadsheet report 2005-0", "broadsheet report 2005-07"],
  ["broadsheet explain megabytes", "broadsheet explain megabytes-per-day"],
  ["broadsheet report --lang", "broadsheet report --language"],
  ["broadsheet report 2005-07 --paper l", "broadsheet report 2005-07 --paper letter"],
  ["broadsheet report --format=j", "broadsheet report --format=json"],
  ["broadsheet report --tables hours,weekd", "broadsheet report --tables hours,weekdays"],
  ["broadsheet quick logs/ju", "broadsheet quick logs/july.log"],
  ["broadsheet nosuch x", "broadsheet nosuch x"],
] as const;

const shells = {
  bash: {
    command: "bash --noprofile --norc -i",
    begin: "PS1=; source <(broadsheet completion bash)",
  },
  zsh: {
    command: "zsh -f -i",
    begin: "PS1=; bindkey -e; autoload -U compinit; compinit -u -D; source <(broadsheet completion zsh)",
  },
  fish: {command: "fish --no-config -i", begin: "broadsheet completion fish | source"},
};

/** What the shell tells of the lines, typed one after the other, as a person types. */
async function typeInto({command, begin}: (typeof shells)["bash"]): Promise<string> {
  const env = {...process.env, PATH: `${top}/bin:${process.env["PATH"]}`, TERM: "xterm", HOME: top, LC_ALL: "C.UTF-8"};
  const shell = spawn("script", ["-qec", command, "/dev/null"], {cwd: press, env});
  let told = "";
  shell.stdout.on("data", (piece: Buffer) => (told += piece.toString()));
  const ended = new Promise((resolve) => shell.once("exit", resolve));
  const until = async (done: () => boolean): Promise<void> => {
    for (const begun = Date.now(); !done() && Date.now() - begun < 10_000; ) await sleep(20);
  };
  shell.stdin.write(`${begin}; echo BEGUN''HERE\n`);
  await until(() => told.includes("BEGUNHERE"));
  for (const [at, [line]] of lines.entries()) {
    const before = told.length;
    shell.stdin.write(`${line}\t`);
    // The answer comes within 0.2 s where nothing else runs; a shell that draws nothing new is waited for a second.
    await until(() => told.length > before + line.length);
    await sleep(700);
    shell.stdin.write(`\u0001echo LINE${at}: \n`);
    await until(() => new RegExp(`^(?:\\u001b\\S*)*LINE${at}: `, "m").test(told.replaceAll("\r", "\n")));
  }
  shell.stdin.write("exit\n");
  await ended;
  return told.replaceAll("\r", "\n");
}

for (const [shell, about] of Object.entries(shells)) {
  describe.skipIf(!process.env["CI"] && !hasProgram(shell))(shell, () => {
    let told = "";
    beforeAll(async () => {
      told = await typeInto(about);
    });
    for (const [at, [typed, want]] of lines.entries()) {
      test(`${typed} becomes ${want}`, () => {
        const found = [...told.matchAll(new RegExp(`LINE${at}: (broadsheet [^\\n\\u001b]*)`, "g"))].map((match) =>
          match[1]!.trimEnd(),
        );
        expect(found.at(-1), told).toBe(want);
      });
    }
  });
}
