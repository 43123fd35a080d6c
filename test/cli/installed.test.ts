import {spawnSync} from "node:child_process";
import {cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {install} from "../../bench/install.ts";
import {printed, runScript} from "../operations/library.ts";
import {isWhole} from "../run/amounts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "examples/second-half-2005");
const workbook = join(root, "test/cases/ledger-import/takes-a-workbook-sheet-by-sheet/workbook.ods");

const top = mkdtempSync(join(tmpdir(), "broadsheet-installed-"));
const [press, plain] = [join(top, "press"), join(top, "plain")];
afterAll(() => rmSync(top, {recursive: true, force: true}));

let installed = "";
beforeAll(async () => {
  installed = await install(top);
  symlinkSync(join(root, "node_modules"), join(top, "node_modules/broadsheet/node_modules"), "junction");
  mkdirSync(plain);
  for (const name of ["broadsheet.yaml", "places.mmdb", "ledger", ...globSync("*.csv", {cwd: example})]) {
    cpSync(join(example, name), join(press, name), {recursive: true});
  }
  cpSync(join(example, "referrer-spam.txt"), join(press, "referrer-spam.txt"));
  mkdirSync(join(press, "commentary"));
  writeFileSync(
    join(press, "commentary", "2005-H2.md"),
    "---\nby: The editors\ndate: 2006-01-15\n---\nGood *news* for July.\n",
  );
  cpSync(workbook, join(press, "workbook.ods"));
  // One key for both: lists of clients are sealed with it.
  mkdirSync(join(press, "store"), {mode: 0o700});
  writeFileSync(join(press, "store/key"), `${"0123456789abcdef".repeat(2)}\n`, {mode: 0o600});
  for (const folder of [press, plain]) writeFileSync(join(folder, "july.log"), july);
});

/** A month of five hundred lines: clients whom the bundled database and the example's know, a robot, and lines that are no plain ones. */
const july = Array.from({length: 500}, (_, at) => {
  const client = at % 3 === 0 ? `203.0.113.${at % 250}` : `8.8.${at % 4}.${at % 250}`;
  const agent =
    at % 11 === 0
      ? "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
      : "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  const path = at % 17 === 0 ? "/caf\\xc3\\xa9.html" : `/news/${at % 40}.html`;
  const day = String((at % 31) + 1).padStart(2, "0");
  return `${client} - - [${day}/Jul/2005:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 ${1000 + at} "-" "${agent}"\n`;
}).join("");

const rows = [
  {what: "the version that package.json has", words: ["--version"]},
  {what: "the formats of logs", words: ["formats"]},
  {what: "a workspace that is made", words: ["init", "other", "--yes"]},
  {what: "logs that are read in threads", words: ["ingest", "july.log"]},
  {what: "a report in Arabic", words: ["report", "2005-07", "--language", "ar"]},
  {
    what: "a report with every table, chart and map",
    words: [
      "report",
      "2005-H2",
      ...["html", "pdf", "docx", "json", "md", "csv"].flatMap((name) => ["-o", `report.${name}`]),
    ],
    files: ["report.html", "report.pdf", "report.docx", "report.json", "report.md", "report.csv"],
  },
  {what: "the way to a figure, with its queries", words: ["explain", "readers", "2005-07"]},
  {what: "the lists of robots, with their versions", words: ["robots"]},
  {what: "a workbook that is read in a thread", words: ["-C", "other", "ledger", "import", "workbook.ods"]},
  {what: "places from the database that comes along", words: ["quick", "july.log", "--tables", "countries"], in: plain},
];

test("the script of docs/library.md prints what the page says, from the package", () => {
  const {stdout, stderr} = runScript(join(top, "library"));
  expect({stdout, stderr}).toEqual({stdout: printed, stderr: ""});
});

/** A PDF says by its hash which program made it, and has a mark that follows from that: nothing else may differ. */
function withoutProgram(text: string): string {
  const [, mark] = /\/ID \[\([^)]*\) \(([^)]*)\)\]/.exec(text) ?? [];
  const bare = text.replaceAll(/program SHA-256 [0-9a-f]{64}/g, "program");
  return mark === undefined ? bare : bare.replaceAll(mark, "");
}

describe("the installed program, which is a bundle, does what the sources do:", () => {
  for (const {what, words, files = [], in: folder = press} of isWhole ? rows : rows.slice(0, 4)) {
    test(what, () => {
      const [want, got] = ["sources", "installed"].map((name) => {
        const own = `${folder}-${name}`;
        if (!globSync(own).length) cpSync(folder, own, {recursive: true});
        const program = name === "sources" ? join(root, "bin/broadsheet.js") : installed;
        const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...words], {cwd: own, encoding: "utf8"});
        expect(status, stderr).toBe(0);
        return {stdout, stderr, written: files.map((file) => withoutProgram(readFileSync(join(own, file), "utf8")))};
      });
      expect(got).toEqual(want);
    });
  }
});

test("what is installed holds no sources", () => {
  expect(globSync("**/*.ts", {cwd: join(top, "node_modules/broadsheet/dist")})).toEqual([]);
  expect(globSync("src", {cwd: join(top, "node_modules/broadsheet")})).toEqual([]);
});
