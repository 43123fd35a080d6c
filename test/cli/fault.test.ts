import {describe, expect, test} from "vitest";
import {advise} from "../../src/base/advice.ts";
import {errorCodes, UserError} from "../../src/base/error.ts";
import {type Environment, isColored, outsideOf} from "../../src/cli/environment.ts";
import {exitFor, printFault} from "../../src/cli/fault.ts";

/** What a fault looks like on standard error. */
function printed(fault: unknown, {isTTY = false, env = {}}: {isTTY?: boolean; env?: Environment["env"]} = {}): string {
  let text = "";
  const write = (piece: string): void => {
    text += piece;
  };
  const stderr = {isTTY, write};
  printFault(fault, {stderr, env} as unknown as Environment);
  return text;
}

test("a fault has its parts: code, what was found, where, what to try", () => {
  const fault = new UserError("INPUT_MISSING", "there is no such file", "check the path", "access.log");
  expect(printed(fault)).toBe(
    "error INPUT_MISSING: there is no such file\n  at    access.log\n  help  check the path\n",
  );
});

test("a fault that is nowhere has no place", () => {
  const fault = new UserError("COMMAND_INCOMPLETE", "no command was named", "run broadsheet --help");
  expect(printed(fault)).toBe("error COMMAND_INCOMPLETE: no command was named\n  help  run broadsheet --help\n");
});

test("a terminal says what is typed, and everybody else what is done", () => {
  const more = advise("other-ledger-faults", {count: 2});
  const fault = new UserError("PERIOD_EMPTY", "there is nothing", advise("read-logs"), {field: "logFormat"}, more);
  expect(printed(fault)).toBe(
    "error PERIOD_EMPTY: there is nothing; 2 more faults: broadsheet ledger check lists them\n  at    --log-format\n  help  run broadsheet ingest FILE…\n",
  );
  const {message, help, where} = fault;
  expect({message, help, where}).toEqual({
    message: "there is nothing; 2 more faults in the ledger",
    help: "read logs into the workspace",
    where: "logFormat",
  });
});

test("text of strangers in a fault does nothing on a terminal", () => {
  const evil = "\x1b[2Ja\nb";
  const fault = new UserError("INPUT_MISSING", evil, evil, evil);
  expect(printed(fault)).toBe(
    "error INPUT_MISSING: \\x1b[2Ja\\x0ab\n  at    \\x1b[2Ja\\x0ab\n  help  \\x1b[2Ja\\x0ab\n",
  );
});

test("a bug keeps its stack and says that it is one", () => {
  const text = printed(new TypeError("x is not\x1b a function"));
  expect(text).toMatch(/^bug: TypeError: x is not\\x1b a function\n {4}at /);
  expect(text).toMatch(
    /\n {2}help {2}this is a fault in Broadsheet; nothing was counted twice\. Report it with the lines above\n$/,
  );
});

for (const thrown of ["words", null, undefined, 7]) {
  test(`${JSON.stringify(thrown)} thrown is a bug, too`, () => {
    expect(printed(thrown)).toContain(`bug: ${thrown}\n`);
    expect(exitFor(thrown)).toBe(1);
  });
}

for (const [isTTY, env, want] of [
  [true, {}, true],
  [true, {NO_COLOR: "1"}, false],
  [true, {NO_COLOR: ""}, true],
  [true, {TERM: "dumb"}, false],
  [false, {}, false],
] as const) {
  test(`${isTTY ? "a terminal" : "a pipe"} with ${JSON.stringify(env)} is ${want ? "" : "not "}coloured`, () => {
    const fault = new UserError("INPUT_MISSING", "a", "b");
    expect(printed(fault, {isTTY, env}).includes("\x1b[31m")).toBe(want);
    expect(isColored({isTTY} as NodeJS.WriteStream, {env} as unknown as Environment)).toBe(want);
  });
}

describe("exit statuses", () => {
  for (const [code, want] of [
    ["COMMAND_UNKNOWN", 2],
    ["COMMAND_INCOMPLETE", 2],
    ["PERIOD_UNREADABLE", 2],
    ["FORMAT_UNKNOWN", 2],
    ["CONFIG_REFUSED", 3],
    ["WORKSPACE_BUSY", 3],
    ["INPUT_UNREADABLE", 3],
    ["DISK_FULL", 3],
    ["ENGINE_FAILED", 4],
  ] as const) {
    test(`${code} ends with ${want}`, () => expect(exitFor(new UserError(code, "a", "b"))).toBe(want));
  }

  test("a bug ends with 1", () => expect(exitFor(new Error("a"))).toBe(1));

  test("every code has a status for people's faults, and says what it means", () => {
    for (const {exit, means} of Object.values(errorCodes)) {
      expect([2, 3, 4, 130]).toContain(exit);
      expect(means).toMatch(/^[a-z].*[^.]$/);
    }
  });
});

for (const [what, env, want] of [
  ["npm's script of the project", {npm_lifecycle_event: "broadsheet", INIT_CWD: "/home/a"}, "/home/a"],
  ["another script", {npm_lifecycle_event: "test", INIT_CWD: "/home/a"}, "/project"],
  ["itself", {}, "/project"],
] as const) {
  test(`called by ${what}, paths start from ${want}`, () => {
    const called = {env, cwd: () => "/project"} as unknown as NodeJS.Process;
    expect(outsideOf(called).cwd).toBe(want);
  });
}
