import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {sha256} from "../../../src/base/sha256.ts";
import {parseSums, printSums} from "../../../src/publish/signatures/sums.ts";
import {amount} from "../../run/amounts.ts";

const names = ["report.json", "with blanks and ☕", "back\\slash", "line\nbreak", "return\rhere", "*star", "-dash"];
const sums = names.map((name) => ({name, sha256: sha256(name)}));
const hash = sha256("x");

/** Runs coreutils in a folder that holds a file of each name, with its name in it. */
function inFolder<T>(
  use: (run: (args: readonly string[]) => {status: number | null; stdout: string}, folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "sums-test-"));
  try {
    for (const name of names) writeFileSync(join(folder, name), name);
    return use((args) => spawnSync("sha256sum", args, {cwd: folder, encoding: "utf8", env: {LC_ALL: "C"}}), folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

test("sha256sum finds our sums right, and a changed file not", () => {
  inFolder((run, folder) => {
    writeFileSync(join(folder, "SHA256SUMS"), printSums(sums));
    expect(run(["--strict", "-c", "SHA256SUMS"]).status).toBe(0);
    writeFileSync(join(folder, "line\nbreak"), "changed");
    expect(run(["--strict", "-c", "SHA256SUMS"]).status).toBe(1);
  });
});

test("we write the bytes that sha256sum writes, and read them, in both of its modes", () => {
  inFolder((run) => {
    const sorted = names.toSorted();
    const text = run(["--", ...sorted]).stdout;
    expect(text).toBe(printSums(sums));
    const read = parseSums(run(["-b", "--", ...names]).stdout, "SHA256SUMS");
    expect(read).toEqual(sums);
  });
});

describe("refused, with the line:", () => {
  for (const [what, lines, at] of [
    ["a hash in capitals", [`${hash.toUpperCase()}  a`], 1],
    ["a hash that is too short", [`${hash.slice(1)}  a`], 1],
    ["one blank", [`${hash} a`], 1],
    ["BSD's form", [`SHA256 (a) = ${hash}`], 1],
    ["an empty line", [`${hash}  a`, ""], 2],
    ["a return at the end", [`${hash}  a\r`], 1],
    ["an escape that is none", [`\\${hash}  a\\tb`], 1],
    ["a backslash that is not escaped", [`${hash}  a\\b`], 1],
    ["an absolute name", [`${hash}  a`, `${hash}  /etc/passwd`], 2],
    ["a name that goes upwards", [`${hash}  data/../../b`], 1],
    ["one that goes upwards on Windows", [`\\${hash}  data\\\\..\\\\..\\\\b`], 1],
    ["a drive", [`${hash}  C:b`], 1],
    ["a name that is a point", [`${hash}  ./b`], 1],
    ["a folder", [`${hash}  data/`], 1],
    ["two slashes", [`${hash}  data//b`], 1],
    ["a name twice", [`${hash}  a`, `${hash}  a`], 2],
    ["another case", [`${hash}  Report.json`, `${hash}  report.json`], 2],
    ["another case of letters that have one only in one direction", [`${hash}  straße`, `${hash}  STRASSE`], 2],
    ["an accent written otherwise", [`${hash}  caf\u00e9`, `${hash}  cafe\u0301`], 2],
    ["a file that is a folder, too", [`${hash}  data/a`, `${hash}  Data`], 2],
    ["a folder that is a file, too", [`${hash}  data`, `${hash}  data/a`], 2],
    ["a folder in another case", [`${hash}  data/a`, `${hash}  Data/b`], 2],
    ["a name of 241 bytes", [`${hash}  ${"a".repeat(241)}`], 1],
  ] as const) {
    test(what, () => {
      const text = lines.map((line) => `${line}\n`).join("");
      const refused = expect.objectContaining({code: "SUMS_REFUSED", where: `S:${at}`});
      expect(() => parseSums(text, "S")).toThrow(refused);
    });
  }
  test("a last line that breaks off", () => {
    expect(() => parseSums(`${hash}  a`, "S")).toThrow("breaks off");
  });
  test("more files than any edition has, in no time", () => {
    const text = Array.from({length: 10_001}, (_, place) => `${hash}  ${place}\n`).join("");
    expect(() => parseSums(text, "S")).toThrow("more than 10000 files");
  });
  test("to be written, a name that leads out", () => {
    expect(() => printSums([{name: "../a", sha256: hash}])).toThrow("leads out of the folder");
  });
});

test("what is written is read again, and what is read is in the folder", () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: "binary", maxLength: 12}), {maxLength: 5}), (drawn) => {
      const own = drawn.map((name) => ({name, sha256: sha256(name)}));
      let text: string;
      try {
        text = printSums(own);
      } catch (fault) {
        expect(fault).toBeInstanceOf(UserError);
        return;
      }
      const read = parseSums(text, "S");
      expect(new Set(read.map(({name}) => name))).toEqual(new Set(drawn));
      for (const {name} of read) expect(join("/folder", name).startsWith("/folder/")).toBe(true);
    }),
    {numRuns: amount({few: 300, all: 10_000}), seed: 2005},
  );
});
