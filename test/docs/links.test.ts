import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {anchorsOf, headingsOf, linksOf, readPages} from "./markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = readPages();

/** What is wrong with a page's links, one entry a link; none when all lead somewhere. */
function brokenLinks(path: string, text: string): string[] {
  return linksOf(text).filter((link) => {
    if (/^[a-z]+:/i.test(link)) return false;
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? path : relative(root, join(root, dirname(path), decodeURIComponent(file)));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(pages[target] ?? "").includes(anchor);
  });
}

describe("every link leads somewhere", () => {
  for (const [path, text] of Object.entries(pages)) {
    test(path, () => expect(brokenLinks(path, text)).toEqual([]));
  }
});

test("every page in docs/ can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  for (const path of reached) {
    for (const link of linksOf(pages[path] ?? "")) {
      const target = relative(root, join(root, dirname(path), link.split("#")[0]!));
      if (target in pages) reached.add(target);
    }
  }
  expect(Object.keys(pages).filter((path) => path.startsWith("docs/") && !reached.has(path))).toEqual([]);
});

test("the picture is a PNG, 1000 to 1200 pixels wide, under 300 kB", () => {
  const picture = readFileSync(`${root}docs/report.png`);
  expect(picture.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(1000);
  expect(picture.readUInt32BE(16)).toBeLessThanOrEqual(1200);
  expect(statSync(`${root}docs/report.png`).size).toBeLessThan(300_000);
});

describe("the reader of Markdown sees what GitHub does", () => {
  for (const [heading, anchor] of [
    ["What a format cannot tell", "what-a-format-cannot-tell"],
    ["`methodology.heavyReaders.months`", "methodologyheavyreadersmonths"],
    ["WORKSPACE_NEWER", "workspace_newer"],
    ["1. The engine reads lines, not fields", "1-the-engine-reads-lines-not-fields"],
    ["A [link](there.md) in it", "a-link-in-it"],
  ] as const) {
    test(heading, () => expect(anchorsOf(`## ${heading}\n`)).toEqual([anchor]));
  }
  test("the second heading of a name has a number", () => expect(anchorsOf("# A\n\n## A\n")).toEqual(["a", "a-1"]));
  test("what stands in a block of code is no heading and no link", () => {
    const text = "# A\n\n```sh\n# B\n[x](y)\n```\n\n`[p](q)` [r](s#t)\n";
    expect(headingsOf(text)).toEqual(["A"]);
    expect(linksOf(text)).toEqual(["s#t"]);
  });
});
