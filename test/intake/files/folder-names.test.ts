import {rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";
import {rowsOf} from "../../run/amounts.ts";
import {lineOf, linesFrom, runHere, Workshop} from "../workshop.ts";

/*
 * Figures come of the logs: a workspace gives the same report wherever it lies, whatever its folders and its logs are called.
 */

let workshop: Workshop;
let plain: string;
const lines = `${linesFrom(0, 20)}not a request\n${lineOf(30, {path: "/a.html"})}`;

/** One that the scanner does not know. */
const format = '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"';

beforeAll(async () => {
  workshop = new Workshop(undefined, "press1");
  // Who looks into the neighbours' folders finds more than the report has.
  workshop.write("press1.log", linesFrom(100, 50));
  await workshop.ingest(["press1.log"]);
  plain = await reportIn("plain");
});
afterAll(() => workshop.remove());

/** The report of a workspace in a folder of that name, over a log beside it, and over one that the engine itself reads. */
async function reportIn(name: string): Promise<string> {
  const folder = join(workshop.root, name);
  makeWorkspace(folder, "publication: The Test Press\n");
  const log = workshop.write(join(name, "logs", "a.log"), lines);
  const other = workshop.write(join(name, "logs", "b.log"), linesFrom(40, 20));
  try {
    for (const words of [[log], ["--log-format", format, other]]) {
      const said = await runHere(["-C", folder, "ingest", ...words], workshop.root);
      expect(said.status, said.stderr).toBe(0);
    }
    const said = await runHere(
      ["-C", folder, "report", "2026-02", "--no-ranges", "--format", "json", "--tables", "countries"],
      workshop.root,
    );
    expect(said.status, said.stderr).toBe(0);
    return said.stdout;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

for (const name of rowsOf(
  [
    "site=example.org/press",
    "reader=3/path=2005/status=404",
    "country=DE/second=5/word=x",
    "press[12]",
    "press*",
    '-C it\'s "a" \\ ~\n\té {a,b} [a-z]*?\\',
  ],
  3,
)) {
  test(`${JSON.stringify(name)} gives the report of any other`, async () => expect(await reportIn(name)).toBe(plain));
}

for (const name of rowsOf(["press*.log", "reader=3.log", "[a] \\*-.log"], 1)) {
  test(`a log called ${JSON.stringify(name)} gives the figures of any other`, async () => {
    const figures = async (folder: string): Promise<unknown> => {
      const said = await runHere(
        ["-C", folder, "report", "2026-02", "--no-ranges", "--format", "json", "--tables", "none"],
        workshop.root,
      );
      return {...(JSON.parse(said.stdout) as object), inputs: null};
    };
    const path = workshop.write(join("reader=7", name), linesFrom(100, 50));
    const folder = join(workshop.root, `named ${name}`);
    makeWorkspace(folder, "publication: The Test Press\n");
    const said = await runHere(["-C", folder, "ingest", "--log-format", format, path], workshop.root);
    expect(said.status, said.stderr).toBe(0);
    expect(await figures(folder)).toEqual(await figures(workshop.folder));
  });
}
