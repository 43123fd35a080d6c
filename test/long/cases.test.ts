import {afterAll, describe, test} from "vitest";
import {allCases, expectOf} from "../cli/case.ts";
import {CaseRoom} from "../cli/case-room.ts";

/* Every case of the command line with the program as a process of its own, as a person has it: test/cli/cases.test.ts runs most of them in one. */
const cases = allCases();
const room = new CaseRoom();
afterAll(() => room.remove());

for (const command of new Set(cases.map((one) => one.command))) {
  describe(command, () => {
    for (const one of cases.filter((other) => other.command === command)) {
      test(one.name.replaceAll("-", " "), () => expectOf(one, room.runAsProcesses(one)));
    }
  });
}
