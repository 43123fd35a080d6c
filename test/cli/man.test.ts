import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {writeManual} from "../../packaging/man.ts";
import {bold, escapeRoff, escapeTyped, paragraph} from "../../packaging/roff.ts";
import {commands} from "../../src/cli/commands.ts";
import {isWhole} from "../run/amounts.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-man-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("text for man is escaped", () => {
  for (const [text, want] of [
    [".TH is no request", "\\&.TH is no request"],
    ["'br neither", "\\&'br neither"],
    ["C:\\n", "C:\\(rsn"],
    ["¹ – 你", "\\[u00B9] \\[u2013] \\[u4F60]"],
    ["😀", "\\[u1F600]"],
    ["a\u001bb", "a\\[u001B]b"],
  ] as const) {
    test(text, () => expect(escapeRoff(text)).toBe(want));
  }
  test("what is typed keeps the signs of the keyboard", () => {
    expect(escapeTyped("-o '~/a-b' `x` ^")).toBe("\\-o \\(aq\\(ti/a\\-b\\(aq \\(gax\\(ga \\(ha");
  });
  test("no line of a paragraph begins as a request does, or is longer than a terminal's", () => {
    const lines = paragraph(`${"word ".repeat(14)} then .5 or 'so' ${"more ".repeat(30)}`).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(paragraph(`${"x".repeat(77)} .5`)).toBe(`${"x".repeat(77)}\n\\&.5`);
  });
  test("what stands between backticks is bold, and keeps its spaces", () => {
    expect(paragraph("run `a -b`.")).toBe(`run ${bold("a -b")}.`);
  });
});

const pages = writeManual("2026-12-01");

test("there is a page for each command that a person types, and one for all", () => {
  const names = commands.filter(({isHidden}) => !isHidden).map(({name}) => `broadsheet-${name.replaceAll(" ", "-")}.1`);
  expect([...pages.keys()]).toEqual(["broadsheet.1", ...names]);
});

test("a page has each option with what it says, the examples, and the command among all", () => {
  const text = pages.get("broadsheet-account.1")!;
  expect(text).toContain('.TH BROADSHEET-ACCOUNT 1 2026-12-01 "Broadsheet');
  expect(text).toContain(".SH NAME\nbroadsheet-account \\-\nwhere every request of a period went\n");
  expect(text).toContain("\\fB\\-f\\fP, \\fB\\-\\-format\\fP \\fIname\\fP\nText or json. Default: text.");
  expect(text).toContain(".EX\nbroadsheet account 2005\\-H2\n");
  expect(pages.get("broadsheet.1")).toContain(".TP\n\\fBledger check\\fP\nRead all books");
});

/** Checkers of manual pages that the machine has; each says nothing of a page without faults. */
const checkers = [
  {name: "man", words: ["--warnings", "-E", "UTF-8", "-l"], isQuiet: ({stderr}: {stderr: string}) => stderr === ""},
  {
    name: "mandoc",
    words: ["-Tlint"],
    isQuiet: ({stdout, stderr}: {stdout: string; stderr: string}) => stdout + stderr === "",
  },
];

for (const {name, words, isQuiet} of checkers) {
  const isThere = spawnSync(name, ["--help"]).error === undefined;
  describe.skipIf(!isThere && !process.env["CI"])(`${name} has nothing to say against`, () => {
    const some = isWhole ? [...pages] : [...pages].slice(0, 3);
    for (const [page, text] of some) {
      test(page, () => {
        const file = join(folder, page);
        writeFileSync(file, text);
        const done = spawnSync(name, [...words, file], {
          encoding: "utf8",
          env: {...process.env, MANWIDTH: "80", LC_ALL: "C.UTF-8"},
        });
        expect(isQuiet(done), done.stdout + done.stderr).toBe(true);
        expect(done.status).toBe(0);
      });
    }
  });
}
