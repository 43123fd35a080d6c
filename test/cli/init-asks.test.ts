import {spawn} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {stripVTControlCharacters} from "node:util";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

/* `broadsheet init` on a terminal: what a person types, key by key, and what becomes of it. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const top = mkdtempSync(join(tmpdir(), "broadsheet-init-"));
afterAll(() => rmSync(top, {recursive: true, force: true}));
beforeAll(() => {
  mkdirSync(join(top, "var"));
  cpSync(join(root, "test/cases/init/where-a-file-stands/july.log"), join(top, "var/access.log"));
});

const [enter, backspace, interrupt] = ["\r", "\u007f", "\u0003"];

/** What the terminal shows after each answer to a question. */
async function answer(
  words: string,
  answers: readonly (readonly [question: string, typed: string])[],
): Promise<string> {
  const command = `stty cols 80 rows 40; '${process.execPath}' '${root}bin/broadsheet.js' ${words}; echo ENDED $?`;
  const env = {...process.env, TERM: "xterm", TZ: "Europe/Paris", HOME: top, CI: ""};
  const terminal = spawn("script", ["-qec", command, "/dev/null"], {cwd: top, env});
  const ended = new Promise((resolve) => terminal.once("exit", resolve));
  let shown = "";
  terminal.stdout.on("data", (piece: Buffer) => (shown += piece.toString()));
  const until = async (text: string, from: number): Promise<void> => {
    for (const begun = Date.now(); !shown.slice(from).includes(text) && Date.now() - begun < 60_000; ) await sleep(20);
  };
  let from = 0;
  for (const [question, typed] of answers) {
    await until(question, from);
    from = shown.length;
    await sleep(50);
    terminal.stdin.write(typed);
  }
  await until("ENDED", from);
  terminal.stdin.end();
  await ended;
  return stripVTControlCharacters(shown).replaceAll("\r", "");
}

const name = "What is the publication called?";
const zone = "In which time zone does its day begin?";
const logs = "Where are the logs?";

describe("on a terminal, broadsheet init", () => {
  test("asks, says what is wrong at once, reads the logs and ends with a first table", async () => {
    const shown = await answer("init press", [
      [name, `The Weekly${enter}`],
      [zone, `Pariss${enter}`],
      ["written like UTC", `${backspace.repeat(6)}${enter}`],
      [logs, `var/nothing.log${enter}`],
      ["There is no such file", `${backspace.repeat(11)}access.log*${enter}`],
      ["Read one file (1.5 kB) now?", enter],
    ]);
    expect(shown).toContain("Made a workspace in press.\n");
    expect(shown).toContain("Format combined; 10 requests from 2005-07-01 to 2005-07-02.");
    expect(shown).toMatch(/The Weekly · readership, July 2005 +Europe\/Paris/);
    expect(shown).toMatch(/Distinct users \S+ \S+ \S+ +2\n/);
    expect(shown).toContain("All of it: broadsheet report 2005-07.");
    expect(shown).toContain("ENDED 0");
    const settings = readFileSync(join(top, "press/broadsheet.yaml"), "utf8");
    expect(settings).toContain('publication: "The Weekly"\ntimeZone: Europe/Paris ');
    expect(settings).toContain(`logs: [${top}/var/access.log*] `);
  });
  test("takes what it proposes where nothing is typed, and proposes the name of the folder", async () => {
    const shown = await answer("init daily", [
      [name, enter],
      [zone, enter],
      [logs, `logs${enter}`],
    ]);
    expect(shown).toContain("Put logs into its folder logs, then: cd daily && broadsheet ingest\n");
    expect(readFileSync(join(top, "daily/broadsheet.yaml"), "utf8")).toContain('"daily"\ntimeZone: Europe/Paris ');
  });
  test("does not ask what was given, and makes nothing where it is interrupted", async () => {
    const shown = await answer("init never --publication Never --time-zone UTC", [[logs, interrupt]]);
    expect(shown).not.toContain(name);
    expect(shown).toContain("no workspace was made");
    expect(shown).toContain("ENDED 2");
    expect(() => readFileSync(join(top, "never/broadsheet.yaml"))).toThrow();
  });
});
