import {globSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {withErrorTable, withFormats, withManualPages, writeCliPage} from "../../docs/generate.ts";
import {errorCodes, UserError} from "../../src/base/error.ts";
import {tableIds} from "../../src/base/table-ids.ts";
import {labelIds} from "../../src/base/words/labels.ts";
import {languages} from "../../src/base/words/language.ts";
import {commands} from "../../src/cli/commands.ts";
import {refusals} from "../../src/intake/facts/quarantine.ts";
import {anyMeasures} from "../../src/measures/all.ts";
import {ledgerMeasures, ledgerTables} from "../../src/measures/ledger/ledger-measures.ts";
import {parseBlacklist} from "../../src/methodology/decisions/read.ts";
import {presets} from "../../src/methodology/presets.ts";
import {builtInList} from "../../src/methodology/robots/lists/built-in.ts";
import {verdicts} from "../../src/methodology/rules/all.ts";
import {outputs} from "../../src/render/outputs.ts";
import {standingNotes} from "../../src/report/compose.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {english, inEnglish} from "../in-english.ts";
import {readersReport} from "../render/rich-fixture.ts";
import {anchorsOf, blocksOf, firstCellsOf, headingsOf, readPages} from "./markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = readPages();
const page = (name: string): string => pages[`docs/${name}.md`] ?? "";
/** The text in one line, so that where a line breaks makes no difference. */
const flat = (text: string): string => text.replace(/\s+/g, " ");

/** The settings that are known in a part of `broadsheet.yaml`, as the fault of an unknown one lists them. */
function settingsIn(path: readonly string[]): string[] {
  const text = path.map((key, depth) => `${"  ".repeat(depth)}${key}:\n`).join("");
  try {
    // What a part may say depends on which engine it is about.
    const kind = path[0] === "engine" ? "  kind: clickhouse\n" : "";
    parseConfig(
      `${path.length > 0 ? "publication: Press\n" : ""}${text}${kind}${"  ".repeat(path.length)}qqqqqqqqqq: 1\n`,
    );
  } catch (fault) {
    if (fault instanceof UserError) return /^the settings here are (.+)$/.exec(fault.help)?.[1]?.split(", ") ?? [];
    throw fault;
  }
  return [];
}

/** The keys of a value and of what is in it, in order; of a list, those of its first entry. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(keysOf);
  if (value === null || typeof value !== "object") return "";
  return Object.entries(value).map(([key, within]) => [key, keysOf(within)]);
}

describe("what is made by npm run docs is as it would be made now", () => {
  test("docs/cli.md", () => expect(page("cli")).toBe(writeCliPage()));
  test("the pages of the manual in package.json", () => {
    const description = readFileSync(`${root}package.json`, "utf8");
    expect(description).toBe(withManualPages(description));
  });
  test("the codes in docs/errors.md", () => expect(page("errors")).toBe(withErrorTable(page("errors"))));
});

const area = [{name: "NAME", prefixes: ["/NAME/"]}];
const measures = inEnglish(anyMeasures({sections: area, sentTo: area, downloads: area}));

describe("docs/measures.md", () => {
  for (const {id, label, unit, decimals} of measures) {
    const anchor = id.replace(":NAME", "");
    test(`${id} has its section`, () => expect(headingsOf(page("measures"))).toContain(anchor));
    test(`${id} has its row, as it is printed`, () => {
      const row = page("measures")
        .split("\n")
        .find((line) => line.startsWith(`| [\`${id}\`](#${anchor})`));
      expect(row).toContain(`| ${label} | ${unit} | ${decimals} |`);
    });
  }
  test("every reason for a missing figure that can occur is there", () => {
    for (const reason of ["no logs for this month", "no logs for this period", "no counted request"]) {
      expect(page("measures")).toContain(reason);
    }
    for (const {onlyTotal} of measures) expect(page("measures")).toContain(onlyTotal ?? "");
    expect(page("measures")).toContain(measures.find(({id}) => id === "megabytes-per-day")!.unrecorded);
  });
});

describe("docs/tables.md", () => {
  for (const id of tableIds) {
    test(`${id} has its section and its row`, () => {
      expect(headingsOf(page("tables"))).toContain(id);
      expect(page("tables")).toContain(`| [\`${id}\`](#${id}) |`);
    });
  }
});

describe("docs/methodology.md", () => {
  test("has every verdict in its order", () => {
    const linked = [...page("methodology").matchAll(/^\| \d+ \| \[`([a-z-]+)`\]\(#\1\) \|/gm)].map((match) => match[1]);
    expect(linked).toEqual(verdicts.map(({id}) => id));
  });
  for (const {id} of verdicts) {
    test(`has a section for ${id}`, () => expect(anchorsOf(page("methodology"))).toContain(id));
  }
  const preset = presets["central-task"];
  for (const [what, list] of [
    ["graphics", preset.graphics],
    ["page furniture", preset.pageFurniture.extensions],
  ] as const) {
    test(`has the endings of ${what}`, () => expect(flat(page("methodology"))).toContain(`> ${list.join(" ")}`));
    test(`docs/configuration.md has the endings of ${what}`, () => {
      expect(flat(page("configuration"))).toContain(`\`[${list.join(", ")}]\``);
    });
  }
  for (const {name, version} of preset.robots.lists.map(builtInList)) {
    test(`names the version of ${name}`, () => expect(page("methodology")).toContain(`\`${name}\` ${version}`));
  }
  test("its blacklists can be read", () => {
    const blacklists = blocksOf(page("methodology"), "csv");
    expect(blacklists.length).toBeGreaterThan(0);
    for (const text of blacklists) expect(parseBlacklist(text, "blacklist.csv").length).toBeGreaterThan(0);
  });
});

describe("docs/methodologies.md", () => {
  for (const [name, {rules, measures: own}] of Object.entries(presets)) {
    const rows = page("methodologies").split("\n");
    test(`${name} has its section and its row, with its rules and measures`, () => {
      expect(headingsOf(page("methodologies"))).toContain(name);
      const row = rows.find((line) => line.startsWith(`| [\`${name}\`](`)) ?? "";
      const left = presets["central-task"].rules.filter((id) => !rules.includes(id));
      const more = rules.filter((id) => !presets["central-task"].rules.includes(id));
      for (const id of [...left, ...more, ...own]) expect(row).toContain(`\`${id}\``);
    });
  }
  for (const [what, list] of [
    ["what is no page to wikimedia", presets.wikimedia.notPages.extensions],
    ["the static files of goaccess", presets.goaccess.notPages.extensions],
    ["the formats of counter-5.1", presets["counter-5.1"].formats],
  ] as const) {
    test(`has the endings of ${what}`, () => expect(flat(page("methodologies"))).toContain(`> ${list.join(" ")}`));
  }
});

describe("docs/formats.md", () => {
  test("lists every format with its example, as `npm run docs` writes it", () => {
    expect(page("formats")).toBe(withFormats(page("formats")));
  });
  for (const reason of Object.keys(refusals)) {
    test(`explains ${reason}`, () => expect(firstCellsOf(page("formats"))).toContain(reason));
  }
});

describe("docs/configuration.md", () => {
  const top = settingsIn([]);
  const nested = [
    "engine",
    "documents",
    "ledger",
    "methodology",
    "methodology.heavyReaders",
    "methodology.doubleClicks",
    "methodology.pageFurniture",
    "methodology.notPages",
    "methodology.robots",
    "methodology.reader",
    "unpacking",
  ].flatMap((path) => settingsIn(path.split(".")).map((key) => `${path}.${key}`));
  test("the settings can be found out", () => {
    expect(top).toContain("publication");
    expect(nested).toContain("methodology.heavyReaders.months");
    expect(nested).toContain("methodology.robots.lists");
    expect(nested).toContain("methodology.pageFurniture.paths");
  });
  test("has every setting, and no other", () => {
    const headings = headingsOf(page("configuration")).filter((heading) => /^[a-z]/.test(heading));
    expect(headings.toSorted()).toEqual([...top, ...nested].toSorted());
  });
  for (const [path, text] of Object.entries(pages).flatMap(([path, text]) =>
    blocksOf(text, "yaml").map((block) => [path, block] as const),
  )) {
    test(`${path}: this example is allowed: ${JSON.stringify(text.slice(0, 50))}`, () => {
      parseConfig(/^publication:/m.test(text) ? text : `publication: Press\n${text}`);
    });
  }
});

describe("docs/errors.md", () => {
  for (const code of Object.keys(errorCodes)) {
    test(`says what to do about ${code}`, () => expect(headingsOf(page("errors"))).toContain(code));
  }
  test("has no code that is none", () => {
    const codes = headingsOf(page("errors")).filter((heading) => /^[A-Z_]+$/.test(heading));
    expect(codes.toSorted()).toEqual(Object.keys(errorCodes).toSorted());
  });
});

describe("docs/outputs.md", () => {
  for (const {name, extension, what} of outputs) {
    test(`has ${name}`, () => expect(page("outputs")).toContain(`| \`${name}\` | \`${extension}\` | ${what} |`));
  }
});

test("docs/outputs.md shows the JSON with the keys that it has, in their order", () => {
  const [shown = "null"] = blocksOf(page("outputs"), "json");
  expect(keysOf(JSON.parse(shown))).toEqual(keysOf(JSON.parse(renderJson(readersReport))));
});

describe("commands in the pages exist", () => {
  const names = commands.flatMap(({name}) => [name, ...name.split(" ")]);
  for (const [path, text] of Object.entries(pages)) {
    const typed = [...text.matchAll(/(?<!\/)\bbroadsheet (?:-- )?(?:-C \S+ )?([a-z]+)\b(?= [^a-z]|`|$)/gm)];
    const used = [...new Set(typed.map((match) => match[1]!))].filter((word) => /^[a-z]+$/.test(word));
    if (path.startsWith("docs/") && used.length > 0) {
      test(`${path}: ${used.join(", ")}`, () => expect(used.filter((name) => !names.includes(name))).toEqual([]));
    }
  }
});

describe("the questions in sql/", () => {
  for (const path of globSync("sql/**/*.sql", {cwd: root}).sort()) {
    test(`${path} is defined where its header says`, () => {
      const source = /^-- source: +(\S+)$/m.exec(readFileSync(root + path, "utf8"))?.[1] ?? "";
      const [file = "", anchor = ""] = source.split("#");
      expect(anchorsOf(pages[file] ?? "")).toContain(anchor);
    });
  }
});

test("the README says what a reader is not, as the report does", () => {
  expect(english.t(standingNotes[0])).toContain("a computer, not a person");
  expect(flat(pages["README.md"] ?? "")).toContain("a reader here is a computer");
});

describe("docs/languages.md", () => {
  for (const [id, {name}] of Object.entries(languages)) {
    test(`has ${name}`, () => expect(page("languages")).toMatch(new RegExp(`^\\| \`${id}\` \\| ${name}`, "m")));
  }
  for (const id of labelIds.section) {
    test(`has section.${id}`, () => expect(firstCellsOf(page("languages"))).toContain(`section.${id}`));
  }
});

test("every measure, table and verdict has a label that can be renamed", () => {
  expect(labelIds.measure.toSorted()).toEqual([...new Set([...measures, ...ledgerMeasures].map(({id}) => id))].sort());
  expect(labelIds.verdict).toEqual(expect.arrayContaining(verdicts.map(({id}) => id)));
  expect(labelIds.table).toEqual(expect.arrayContaining(ledgerTables.map(({id}) => id)));
});
