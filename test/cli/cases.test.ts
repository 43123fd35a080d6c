import {afterAll, describe, expect, test} from "vitest";
import {commands} from "../../src/cli/commands.ts";
import {allCases, type Case, expectOf} from "./case.ts";
import {CaseRoom, timeZone} from "./case-room.ts";
import {parseShellLine} from "./shell-line.ts";

/*
 * Every case (test/cli/case.ts), the program in this process. The first line that runs a command, by the order of cases, is a process of
 * its own, and so is whatever needs a shell. All of them run as processes in test/long/cases.test.ts.
 */
const cases = allCases();
const room = new CaseRoom(cases);
afterAll(() => room.remove());

/** The command that a line runs, as far as it can be told without a shell. */
function commandOf(line: string): string | undefined {
  const args = parseShellLine(line)?.args ?? [];
  const said = `${(args[0] === "-C" ? args.slice(2) : args).join(" ")} `;
  const fitting = commands.map(({name}) => name).filter((name) => said.startsWith(`${name} `));
  return fitting.sort((one, other) => other.length - one.length)[0];
}

const asProcesses = new Map<Case, Set<number>>();
const met = new Set<string>();
for (const one of cases) {
  for (const [place, line] of one.lines.entries()) {
    const command = commandOf(line);
    if (command === undefined || met.has(command) || line.includes("--help")) continue;
    met.add(command);
    asProcesses.set(one, (asProcesses.get(one) ?? new Set()).add(place));
  }
}

test("dates of this process are those of the cases' time zone", () => expect(process.env["TZ"]).toBe(timeZone));

test("every command has a case, and one that runs as a process", () => {
  expect(commands.map(({name}) => name).filter((name) => !met.has(name))).toEqual([]);
});

for (const command of new Set(cases.map((one) => one.command))) {
  describe(command, () => {
    for (const one of cases.filter((other) => other.command === command)) {
      test(one.name.replaceAll("-", " "), async () => expectOf(one, await room.runHere(one, asProcesses.get(one))));
    }
  });
}
