import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, test} from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const top = mkdtempSync(join(tmpdir(), "broadsheet-old-node-"));
afterAll(() => rmSync(top, {recursive: true, force: true}));

interface NodeVersion {
  readonly leastNode: number;
  nodeFault(version: string, url: string): string | null;
}
const {leastNode, nodeFault} = (await import(join(root, "bin/node-version.js"))) as NodeVersion;

const withNode = "npx --package node@24 --package broadsheet broadsheet";
/** Where the program is, and what to do about a Node that is too old for it. */
const places = [
  ["fetched by npx", "home/.npm/_npx/1a2b3c/node_modules/broadsheet", `run ${withNode}`],
  [
    "installed for all",
    "usr/lib/node_modules/broadsheet",
    `get it from https://nodejs.org/en/download, or run ${withNode}`,
  ],
  ["a checkout", "home/broadsheet", "run npm ci here, which brings it along, and then npm run -s broadsheet --"],
] as const;

test("the Node that is asked for is the one that the package asks for", () => {
  const {engines} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {engines: {node: string}};
  expect(engines.node).toBe(`>=${leastNode}`);
});

for (const version of ["24.0.0", "24.21.0", "25.1.0", "100.0.0"]) {
  test(`Node ${version} will do`, () => expect(nodeFault(version, "file:///x/bin/broadsheet.js")).toBeNull());
}

describe("an older Node gets one line that says which is needed and how to get it", () => {
  for (const [what, folder, way] of places) {
    for (const version of ["18.19.0", "20.20.2", "23.11.1"]) {
      test(`${what}, Node ${version}`, () => {
        const bin = join(top, folder, "bin");
        mkdirSync(dirname(bin), {recursive: true});
        // Nothing but what says it: of all else nothing may be loaded.
        cpSync(join(root, "bin"), bin, {recursive: true});
        const old = `Object.defineProperty(process, "versions", {value: {...process.versions, node: "${version}"}})`;
        const as = ["--import", `data:text/javascript,${encodeURIComponent(old)}`];
        const {status, stdout, stderr} = spawnSync(process.execPath, [...as, join(bin, "broadsheet.js"), "quick"], {
          encoding: "utf8",
        });
        expect([status, stdout]).toEqual([3, ""]);
        expect(stderr).toBe(`error: Broadsheet needs Node 24 or later, and this is Node ${version}: ${way}\n`);
      });
    }
  }
});
