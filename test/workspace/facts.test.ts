import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {checkFacts} from "../../src/workspace/facts.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-facts-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const whole = "PAR1 and so on PAR1";

test("files that begin and end as Parquet does are taken for whole", () => {
  const [facts, places] = [write("a.parquet", whole), write("a-places.parquet", whole)];
  expect(() => checkFacts([facts], [places])).not.toThrow();
  expect(() => checkFacts([])).not.toThrow();
});

describe("a file that is not whole: WORKSPACE_DAMAGED", () => {
  for (const [what, content, says] of [
    ["one that breaks off", "PAR1 and so", "breaks off or is something else"],
    ["one that lost its beginning", " and so on PAR1", "breaks off or is something else"],
    ["an empty one", "", "breaks off or is something else"],
    ["one that is not there", null, "is missing"],
  ] as const) {
    for (const holds of ["facts", "places"] as const) {
      test(`of ${holds}: ${what}`, () => {
        const path = content === null ? join(folder, "nowhere.parquet") : write("b.parquet", content);
        const good = write("good.parquet", whole);
        const check = (): void =>
          holds === "facts" ? checkFacts([good, path], [good]) : checkFacts([good], [good, path]);
        expect(check).toThrow(
          expect.objectContaining({code: "WORKSPACE_DAMAGED", where: path, message: `a file of ${holds} ${says}`}),
        );
      });
    }
  }
});
