import {afterAll, describe, expect, test} from "vitest";
import {commands} from "../../src/cli/commands.ts";
import {allCases, type Case, expectOf} from "./case.ts";
import {CaseRoom, timeZone} from "./case-room.ts";
import {parseShellLine} from "./shell-line.ts";

/*
 * One case (test/cli/case.ts) of each command, the program in this process. Of every eighth command the first line that runs it is a
 * process of its own, and so is whatever needs a shell. All cases run as processes in test/long/cases.test.ts.
 */
/** Of no command by itself: every output of what strangers wrote, which `render/` and `test/long/hostile/` hold. */
const isLong = ({command}: Case): boolean => command === "hostile";
const cases = allCases().filter((one) => !isLong(one));
const room = new CaseRoom(cases);
afterAll(() => room.remove());

/** The command that a line runs, as far as it can be told without a shell. */
function commandOf(line: string): string | undefined {
  const args = parseShellLine(line)?.args ?? [];
  const said = `${(args[0] === "-C" ? args.slice(2) : args).join(" ")} `;
  const fitting = commands.map(({name}) => name).filter((name) => said.startsWith(`${name} `));
  return fitting.sort((one, other) => other.length - one.length)[0];
}

const firsts = new Map<string, readonly [Case, place: number]>();
for (const one of cases) {
  for (const [place, line] of one.lines.entries()) {
    const command = commandOf(line);
    if (command === undefined || firsts.has(command) || line.includes("--help")) continue;
    firsts.set(command, [one, place]);
  }
}
const asProcesses = new Map<Case, Set<number>>();
for (const [one, place] of [...firsts.values()].filter((_, at) => at % 8 === 0)) {
  asProcesses.set(one, (asProcesses.get(one) ?? new Set()).add(place));
}

test("dates of this process are those of the cases' time zone", () => expect(process.env["TZ"]).toBe(timeZone));

test("every command has a case, which runs it", () => {
  expect(commands.map(({name}) => name).filter((name) => !firsts.has(name))).toEqual([]);
});

for (const command of new Set(cases.map((one) => one.command))) {
  describe(command, () => {
    const own = cases.filter((other) => other.command === command);
    const taken = new Set([own[0]!, ...own.filter((one) => asProcesses.has(one))]);
    for (const one of taken) {
      test(one.name.replaceAll("-", " "), async () => expectOf(one, await room.runHere(one, asProcesses.get(one))));
    }
  });
}
