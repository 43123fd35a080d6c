import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {readKeptFile, readKeptFileIfAny} from "../../src/workspace/kept-file.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-kept-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const kind = {code: "TITLES_REFUSED", name: "table of titles", help: "check titles in broadsheet.yaml"} as const;
const made = (name: string, make: (path: string) => void): string => {
  const path = join(folder, name);
  make(path);
  return path;
};
const large = made("large", (path) => writeFileSync(path, ""));
truncateSync(large, 10 * 2 ** 30);

describe("is refused:", () => {
  for (const [what, path, message] of [
    ["a device without end", "/dev/zero", "the table of titles is a device, and no file"],
    [
      "a link to one",
      made("link", (path) => symlinkSync("/dev/zero", path)),
      "the table of titles is a device, and no file",
    ],
    [
      "a pipe that nobody writes into",
      made("pipe", (path) => execFileSync("mkfifo", [path])),
      "the table of titles is a pipe, and no file",
    ],
    ["a folder", made("folder", (path) => mkdirSync(path)), "the table of titles is a folder, and no file"],
    ["a file of 10 GB", large, "the table of titles has more than 64 megabytes"],
    ["a file below a file", join(large, "a.csv"), "the table of titles cannot be read (ENOTDIR)"],
    ["a file that is not there", join(folder, "none"), "there is no such table of titles"],
  ] as const) {
    test(what, () => {
      const read = (): unknown => readKeptFile(path, kind);
      expect(read).toThrow(expect.objectContaining({code: "TITLES_REFUSED", message, where: path}));
    });
  }
  test("a file with a byte more than is allowed", () => {
    const path = made("most", (path) => writeFileSync(path, "x".repeat(2 ** 20)));
    expect(readKeptFile(path, {...kind, mostMegabytes: 1})).toHaveLength(2 ** 20);
    writeFileSync(path, "x", {flag: "a"});
    expect(() => readKeptFile(path, {...kind, mostMegabytes: 1})).toThrow("more than 1 megabytes");
  });
});

test("what is read is what the file holds, whatever its size is said to be", () => {
  expect(
    readKeptFile(
      made("a", (path) => writeFileSync(path, "ä")),
      kind,
    ).toString("utf8"),
  ).toBe("ä");
  expect(
    readKeptFile(
      made("b", (path) => writeFileSync(path, "")),
      kind,
    ),
  ).toHaveLength(0);
  expect(readKeptFile("/proc/self/status", kind).toString("utf8")).toContain("Pid:");
});

test("a file that may be missing is none", () => expect(readKeptFileIfAny(join(folder, "none"), kind)).toBeNull());
