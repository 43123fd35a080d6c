import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {publish, reportOf} from "../../publish/site/archive-fixture.ts";
import {build, filesIn, fullPress, isPage} from "../../publish/site/built.ts";
import {chanceOf, manyOf, seed} from "../sizes.ts";
import {runUntil} from "./scene.ts";

/*
 * The public archive, built for the first time and with one edition more, and killed meanwhile: at every moment it is whole, and the
 * next build completes it.
 */

const kills = manyOf({ci: 6, nightly: 200});
const words = ["site", "build", "--anew", "--quiet"];

let top = "";
const folderOf = {first: "", more: ""};
/** The archive before the last edition, and with it. */
const archive = {before: new Map<string, string>(), after: new Map<string, string>()};

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-killed-"));
  const folder = join(top, "more");
  const press = fullPress(folder);
  await build(folder, {isAnew: true});
  archive.before = filesIn(join(folder, "public"));
  publish(press, reportOf("2005-H2", [39_000, 41_000, 42_000, 45_000, 44_000, 46_000]), "2006-01-20");
  const first = join(top, "first");
  cpSync(folder, first, {recursive: true});
  rmSync(join(first, "public"), {recursive: true});
  await build(first, {isAnew: true, output: join(top, "whole")});
  archive.after = filesIn(join(top, "whole"));
  Object.assign(folderOf, {first, more: folder});
});

afterAll(() => rmSync(top, {recursive: true, force: true}));

const isOurs = (path: string): boolean => !path.startsWith(".broadsheet-site.") && path !== "site.json";

/** Links that lead to nothing, of the pages to which a reader comes from the first one. */
function lostLinks(files: ReadonlyMap<string, string>): string[] {
  const seen = new Set(["index.html"]);
  const lost: string[] = [];
  // What is put into the set meanwhile is walked, too.
  for (const path of seen) {
    if (!isPage(path)) continue;
    for (const [, written] of files.get(path)!.matchAll(/ href="([^"#]+)/g)) {
      const link = posix.join(posix.dirname(path), decodeURIComponent(written!));
      if (files.has(link)) seen.add(link);
      else lost.push(`${path}: ${link}`);
    }
  }
  return lost;
}

for (const which of ["first", "more"] as const) {
  describe(`${which === "first" ? "a first archive" : "one more edition"}, killed ${kills} times (seed ${seed})`, () => {
    const chance = chanceOf(`site ${which}`);
    let [steps, caught] = [0, 0];

    beforeAll(async () => {
      const folder = join(top, `${which}-whole`);
      cpSync(folderOf[which], folder, {recursive: true});
      const ended = await runUntil(null, folder, words, folder);
      expect(ended.status, ended.stderr).toBe(0);
      steps = ended.steps;
      rmSync(folder, {recursive: true});
    }, 60_000);

    for (let place = 0; place < kills; place++) {
      test(`after ${Math.round((place / kills) * 100)} % of its steps`, async () => {
        const folder = join(top, `${which}-${place}`);
        const output = join(folder, "public");
        cpSync(folderOf[which], folder, {recursive: true});
        const step = Math.floor(((place + chance.next()) / kills) * steps);
        const {status} = await runUntil({step}, folder, words, folder);
        if (status === null) caught++;
        if (which === "first" && !existsSync(output)) expect(status).toBeNull();
        else {
          const between = new Map([...filesIn(output)].filter(([path]) => isOurs(path)));
          if (which === "first")
            expect(new Set(between.keys())).toEqual(new Set([...archive.after.keys()].filter(isOurs)));
          for (const [path, text] of between)
            expect([archive.before.get(path), archive.after.get(path)], path).toContain(text);
          expect(lostLinks(between)).toEqual([]);
        }
        const again = await runUntil(null, folder, words, folder);
        expect(again.status, again.stderr).toBe(0);
        expect(filesIn(output)).toEqual(archive.after);
        expect(readdirSync(dirname(output)).filter((name) => name.startsWith(".broadsheet-site."))).toEqual([]);
        rmSync(folder, {recursive: true});
      }, 60_000);
    }

    test("enough of those kills came while it was at work", () => expect(caught).toBeGreaterThan(kills / 2));
  });
}
