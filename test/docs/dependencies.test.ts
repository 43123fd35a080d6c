import {globSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {readPages} from "./markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readPages()["docs/dependencies.md"] ?? "";

describe("docs/dependencies.md", () => {
  const declared = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Record<string, Record<string, string>>;
  const rows = page.matchAll(/^\| `([^`]+)` \| (.+) \| `([^`]+)` \| (.+) \|$/gm);
  const written = new Map([...rows].map(([, name, what, place, licence]) => [name!, {what, place: place!, licence}]));
  const names = Object.keys({...declared["dependencies"], ...declared["devDependencies"]});
  test("has every dependency, and no other", () => expect([...written.keys()].toSorted()).toEqual(names.toSorted()));
  for (const [name, {place, licence}] of written) {
    test(`${name} is loaded where it says, and has the licence`, () => {
      const files = globSync([place, `${place}/**/*.{ts,js}`], {cwd: root}).filter((file) =>
        /\.(?:ts|js|json)$/.test(file),
      );
      const uses = new RegExp(`["/\`]${name.replace("@types/", "")}["/\`]`);
      expect(files.some((file) => uses.test(readFileSync(root + file, "utf8")))).toBe(true);
      expect(JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8"))).toMatchObject({
        license: licence,
      });
    });
  }
});
