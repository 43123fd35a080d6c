import {spawnSync} from "node:child_process";
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";

const bin = (name: string): string => fileURLToPath(new URL(`../../bin/${name}`, import.meta.url));

type CacheFolder = (env: Record<string, string>, home: string, uid: number) => string | null;
const {cacheFolder} = (await import(bin("cache-folder.js"))) as {cacheFolder: CacheFolder};

let home: string;
const me = process.getuid!();
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-home-")));
});
afterEach(() => rmSync(home, {recursive: true, force: true}));

describe("what Node has compiled is kept", () => {
  test("in .cache of the user's home, closed to others", () => {
    const folder = join(home, ".cache/broadsheet");
    expect(cacheFolder({}, home, me)).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(cacheFolder({}, home, me)).toBe(folder);
  });

  test("where XDG_CACHE_HOME says, if that is a whole path", () => {
    expect(cacheFolder({XDG_CACHE_HOME: join(home, "x")}, home, me)).toBe(join(home, "x/broadsheet"));
    expect(cacheFolder({XDG_CACHE_HOME: "x"}, home, me)).toBe(join(home, ".cache/broadsheet"));
  });

  test("by the program itself, and not in the folder for temporary files", () => {
    const [cache, temporary] = ["cache", "tmp"].map((name) => join(home, name));
    mkdirSync(temporary!);
    const env = {...process.env, XDG_CACHE_HOME: cache, TMPDIR: temporary};
    const ran = spawnSync(process.execPath, [bin("broadsheet.js"), "--version"], {env, encoding: "utf8"});
    expect(ran.status, ran.stderr).toBe(0);
    expect(readdirSync(join(cache!, "broadsheet"))).toHaveLength(1);
    expect(readdirSync(temporary!)).toEqual([]);
  });
});

describe("nothing is kept, and nothing is run,", () => {
  const cases: Readonly<Record<string, (cache: string) => number>> = {
    "in a folder of another user": (cache) => {
      mkdirSync(join(cache, "broadsheet"), {recursive: true, mode: 0o700});
      return me + 1;
    },
    "in a folder that others may read": (cache) => {
      mkdirSync(join(cache, "broadsheet"), {recursive: true});
      chmodSync(join(cache, "broadsheet"), 0o755);
      return me;
    },
    "in a folder that is a link": (cache) => {
      mkdirSync(join(home, "elsewhere"), {mode: 0o700});
      mkdirSync(cache);
      symlinkSync(join(home, "elsewhere"), join(cache, "broadsheet"));
      return me;
    },
    "in one that is a link to nowhere": (cache) => {
      mkdirSync(cache);
      symlinkSync(join(home, "nowhere"), join(cache, "broadsheet"));
      return me;
    },
    "below a folder in which others may put another in its place": (cache) => {
      mkdirSync(join(cache, "broadsheet"), {recursive: true, mode: 0o700});
      chmodSync(cache, 0o777);
      return me;
    },
    "further below one": (cache) => {
      mkdirSync(join(cache, "broadsheet"), {recursive: true, mode: 0o700});
      chmodSync(home, 0o777);
      return me;
    },
    "where there is no home": () => {
      rmSync(home, {recursive: true});
      return me;
    },
    "where no folder can be made": () => {
      symlinkSync("/dev/null", join(home, "cache"));
      return me;
    },
  };
  for (const [what, prepare] of Object.entries(cases)) {
    test(what, () => {
      const cache = join(home, "cache");
      const uid = prepare(cache);
      expect(cacheFolder({XDG_CACHE_HOME: cache}, home, uid)).toBeNull();
    });
  }

  test("but it is where others may not move what is not theirs", () => {
    chmodSync(home, 0o1777);
    expect(cacheFolder({}, home, me)).toBe(join(home, ".cache/broadsheet"));
  });
});
