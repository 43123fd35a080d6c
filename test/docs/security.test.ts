import {describe, expect, test} from "vitest";
import {readPages} from "./markdown.ts";

const page = readPages()["docs/security.md"] ?? "";
const promised = page.slice(page.indexOf("## What is promised"), page.indexOf("## What is not promised"));

describe("docs/security.md", () => {
  const promises = [...promised.matchAll(/^\| (?!What|---)(.+?) \| (.+?) \| (.+?) \|$/gm)];
  test("names promises", () => expect(promises.length).toBeGreaterThan(20));
  for (const [, promise, tests] of promises) {
    // That the files exist is held for links of every page.
    test(`names what holds: ${promise}`, () => expect(tests).toMatch(/\]\(\.\.\/test\/\S+\.ts\)/));
  }
});
