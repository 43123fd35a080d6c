import {describe, expect, test} from "vitest";
import {tableIds} from "../../src/base/table-ids.ts";
import {languages} from "../../src/base/words/language.ts";
import {commands} from "../../src/cli/commands.ts";
import {candidatesFor} from "../../src/cli/completion/candidates.ts";
import {listedKinds} from "../../src/cli/completion/known-values.ts";
import {takesValue} from "../../src/cli/completion/typed-line.ts";
import {methodologyNames} from "../../src/workspace/config/methodology.ts";

/** What the workspace has: a month, and who asked of which folder. */
const folders: (string | null)[] = [];
const known = async (kind: string, folder: string | null): Promise<string[]> => {
  folders.push(folder);
  return kind === "periods" ? ["2005-07"] : [`one-of-${kind}`];
};

const typed = (line: string): string[] => line.split(" ").slice(1);

/** A line, the words that may be typed in the place of its last, and what else may be. */
const rows: readonly (readonly [line: string, words: readonly string[], rest: string])[] = [
  ["broadsheet inp", ["inputs"], "nothing"],
  ["broadsheet compl", ["completion"], "nothing"],
  ["broadsheet inputs ", ["drop"], "nothing"],
  ["broadsheet desk in", ["invite"], "nothing"],
  ["broadsheet desk x in", [], "nothing"],
  ["broadsheet report ", ["last-month", "2005-07"], "nothing"],
  ["broadsheet report 2005-07 ", [], "nothing"],
  ["broadsheet -C press report 2", ["2005-07"], "nothing"],
  ["broadsheet explain o", ["one-of-measures"], "nothing"],
  ["broadsheet explain readers 2", ["2005-07"], "nothing"],
  ["broadsheet restate 2005-06 2", ["2005-07"], "nothing"],
  ["broadsheet compare-methods 2", ["2005-07"], "files"],
  ["broadsheet ledger add ", ["one-of-books"], "nothing"],
  ["broadsheet report 2005 --paper ", ["a4", "letter"], "nothing"],
  ["broadsheet report 2005 --paper=l", ["--paper=letter"], "nothing"],
  ["broadsheet report 2005 --paper = l", ["--paper=letter"], "nothing"],
  ["broadsheet report 2005 --paper a4 --pa", [], "nothing"],
  ["broadsheet report -f csv --form", ["--format"], "nothing"],
  ["broadsheet report -f p", ["pdf"], "nothing"],
  ["broadsheet report --tables countries,ci", ["countries,cities"], "more"],
  ["broadsheet report --tables hours,ho", [], "more"],
  ["broadsheet report -o ", [], "files"],
  ["broadsheet -C ", [], "folders"],
  ["broadsheet report -- --pap", [], "nothing"],
  ["broadsheet --ver", ["--version"], "nothing"],
  ["broadsheet nosuch rep", [], "nothing"],
];

describe("what may be typed next", () => {
  for (const [line, words, rest] of rows) {
    test(line, async () => {
      const found = await candidatesFor(typed(line), commands, known);
      expect(found.values.map(({word}) => word)).toEqual(words);
      expect(found.rest).toBe(rest);
    });
  }
  test("the workspace is the one that -C names", async () => {
    folders.length = 0;
    await candidatesFor(typed("broadsheet -C press report "), commands, known);
    await candidatesFor(typed("broadsheet report -C there "), commands, known);
    await candidatesFor(typed("broadsheet report "), commands, known);
    expect(folders).toEqual(["press", "there", null]);
  });
});

describe("values that are offered", () => {
  for (const {name, options} of commands) {
    for (const {flags, help, values, default: standard, mayBeSeveral} of options.filter((option) => option.values)) {
      test(`${name} ${flags}: its help names each, and it takes one`, () => {
        expect(takesValue({flags, help})).toBe(true);
        if (standard !== undefined) expect(values).toContain(standard);
        if (!mayBeSeveral) expect(values!.filter((value) => !help.includes(value))).toEqual([]);
      });
    }
  }
  const valuesOf = (flags: string): readonly string[] =>
    commands.flatMap(({options}) => options).find((option) => option.flags.includes(flags))!.values!;
  test("are all that there are", () => {
    expect(valuesOf("--language").toSorted()).toEqual(Object.keys(languages).toSorted());
    expect(valuesOf("--methodology")).toEqual(methodologyNames);
    expect(valuesOf("--tables")).toEqual(["all", "none", ...tableIds]);
  });
  test("are of words that commands have", () => {
    const shown = commands.flatMap(({words, options}) => [words, ...options.map(({flags}) => flags)]).join(" ");
    const used = new Set([...shown.matchAll(/[<[]([a-z-]+)/g)].map((match) => match[1]!));
    expect(Object.keys(listedKinds).filter((kind) => !used.has(kind))).toEqual([]);
  });
});
