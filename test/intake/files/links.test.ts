import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {storeEntries, storePaths} from "../../../src/workspace/workspace-files.ts";
import {linesFrom, Workshop} from "../workshop.ts";

let workshop: Workshop;
let precious: string;
const old = new Date(Date.now() - 2 * 3_600_000);
beforeAll(async () => {
  workshop = new Workshop(
    "publication: The Test Press\nmethodology: {blacklist: blacklist.csv, heavyReaders: {documents: 10}}\n",
  );
  // One client takes more than the others, so that there is somebody to decide about.
  workshop.write("a.log", linesFrom(0, 20) + linesFrom(20, 20).replaceAll(/^198\.18\.0\.\d+/gm, "198.18.0.1"));
  await workshop.ingest(["a.log"]);
  precious = join(workshop.root, "precious");
});
afterAll(() => workshop.remove());

/** A folder of somebody's, whose files even have names of ours. */
function makePrecious(): string[] {
  rmSync(precious, {recursive: true, force: true});
  mkdirSync(join(precious, "sub"), {recursive: true});
  const uuid = "0f0e0d0c-1b1a-4918-8716-151413121110";
  const names = ["thesis.txt", `${"b".repeat(32)}-0.parquet`, `${"b".repeat(32)}-0-0.book`, `${uuid}.input`];
  for (const name of names) {
    writeFileSync(join(precious, name), "mine");
    utimesSync(join(precious, name), old, old);
  }
  return [...names, "sub"].sort();
}

const commands: Readonly<Record<string, readonly string[]>> = {
  ingest: ["ingest", "a.log"],
  report: ["report", "2026-02", "--no-ranges"],
  publish: ["publish", "2026-02", "--no-ranges", "--accept", "a test"],
  restate: ["restate"],
  close: ["close", "2026-02", "--undecided"],
  account: ["account", "2026-02"],
  quarantine: ["quarantine"],
};

describe("no command follows a link in the store", () => {
  const {folder} = storePaths("");
  // What SQLite makes beside the catalogue is tried by the first of them.
  const entries = storeEntries(storePaths(""))
    .map((path) => path.slice(folder.length))
    .filter((one) => !/-shm$|-journal$/.test(one));

  for (const entry of entries) {
    test(`store${entry}: each command says where the link points, and nothing is touched there`, async () => {
      const names = makePrecious();
      const path = `${workshop.store.folder}${entry}`;
      const aside = join(workshop.root, "aside");
      if (existsSync(path)) renameSync(path, aside);
      symlinkSync(precious, path);
      try {
        for (const [what, words] of Object.entries(commands)) {
          const {status, stderr} = await workshop.run(...words);
          expect(`${what} ${status}`).toBe(`${what} 3`);
          expect(stderr).toContain(`error WORKSPACE_DAMAGED: a symbolic link stands where`);
          expect(stderr).toContain(`  at    ${path} -> ${precious}\n  help  put what it points to in its place`);
        }
        expect(readlinkSync(path)).toBe(precious);
        expect(readdirSync(precious).sort()).toEqual(names);
      } finally {
        rmSync(path);
        if (existsSync(aside)) renameSync(aside, path);
      }
    });
  }
});

describe("what is written beside the store", () => {
  const cases: Readonly<Record<string, readonly [link: string, words: readonly string[], code: string]>> = {
    "what was published": ["published", commands["publish"]!, "WORKSPACE_DAMAGED"],
    "what was published, when it is read": ["published", commands["restate"]!, "WORKSPACE_DAMAGED"],
    "the ledger": ["ledger", ["ledger", "init"], "OUTPUT_REFUSED"],
    "a book, that rows are added to": [
      "ledger/credits.csv",
      ["ledger", "import", "e.csv", "--book", "credits"],
      "OUTPUT_REFUSED",
    ],
  };
  for (const [what, [link, words, code]] of Object.entries(cases)) {
    test(`${what} does not go through a link that leads out`, async () => {
      const names = makePrecious();
      workshop.write("e.csv", "period,post,what,by\n2026-H1,editor,all of it,Mole\n");
      const path = join(workshop.folder, link);
      mkdirSync(join(path, ".."), {recursive: true});
      symlinkSync(link.includes("/") ? join(precious, "new.csv") : precious, path);
      try {
        const {status, stderr} = await workshop.run(...words);
        expect(stderr).toContain(`error ${code}: `);
        expect(stderr).toContain(` -> ${precious}`);
        expect(status).toBe(3);
        expect(readdirSync(precious).sort()).toEqual(names);
      } finally {
        rmSync(path);
      }
    });
  }

  test("decisions do not go through a link that leads out, and do by its whole path", async () => {
    const names = makePrecious();
    const path = join(workshop.folder, "blacklist.csv");
    const list = join(precious, "blacklist.csv");
    renameSync(path, list);
    symlinkSync(list, path);
    const before = readFileSync(list, "utf8");
    workshop.write("d.csv", "entry,decision,reason\n198.18.0.1,robot,a test\n");
    const refused = await workshop.run("review", "2026-02", "--decide", "d.csv", "--by", "A Test");
    expect(refused.stderr).toContain(
      "error OUTPUT_REFUSED: blacklist.csv leads out of the workspace by a symbolic link",
    );
    expect(refused.stderr).toContain(`  at    ${path} -> ${list}\n`);
    expect(readFileSync(list, "utf8")).toBe(before);
    writeFileSync(
      join(workshop.folder, "broadsheet.yaml"),
      `publication: The Test Press\nmethodology: {blacklist: ${path}, heavyReaders: {documents: 10}}\n`,
    );
    const meant = await workshop.run("review", "2026-02", "--decide", "d.csv", "--by", "A Test");
    expect(meant.status, meant.stderr).toBe(0);
    expect(readFileSync(list, "utf8")).toContain("198.18.0.1");
    expect(readdirSync(precious).sort()).toEqual([...names, "blacklist.csv"].sort());
  });
});
