import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Methodology} from "../../src/methodology/methodology.ts";
import {hashMethodology, resolveMethodology} from "../../src/methodology/resolve.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {lineOf, logOf, run} from "../press.ts";
import {removeTree} from "../remove-tree.ts";
import {longTest} from "../run/amounts.ts";

// One client on every kind of list; whoever looks for it knows its network, and all else that the workspace says.
const listed = "198.51.100.77";
const candidates = Array.from({length: 256}, (_, host) => `198.51.100.${host}`);
const blacklistHead = "entry,from,until,decision,reason,decided_by,decided_on\n";

let top: string;
/** Every output of a workspace, and every text in it that people hand on. */
let outputs: string;
beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-sealed-"));
  const clients = [...Array.from({length: 12}, (_, host) => `192.0.2.${host}`), listed];
  writeFileSync(join(top, "a.log"), logOf(clients.map((client) => lineOf({client}))));
  outputs = await outputsWith("w", {
    developers: `[${listed}]`,
    blacklist: `${blacklistHead}${listed},,,robot,mirror,Anna,2005-08-01\n`,
    networks: `${listed}\n`,
  });
});
afterAll(() => removeTree(top));

async function outputsWith(
  name: string,
  lists: {readonly developers: string; readonly blacklist: string; readonly networks: string | null},
): Promise<string> {
  const folder = join(top, name);
  await run(["init", name, "--publication", "X", "--quiet"], top);
  writeFileSync(join(folder, "blacklist.csv"), lists.blacklist);
  const robots = lists.networks === null ? "" : "  robots: {lists: [isbot, {name: own, networks: own.txt}]}\n";
  if (lists.networks !== null) writeFileSync(join(folder, "own.txt"), lists.networks);
  writeFileSync(
    join(folder, "broadsheet.yaml"),
    `publication: X\nmethodology:\n  blacklist: blacklist.csv\n  developers: ${lists.developers}\n${robots}`,
  );
  await run(["-C", folder, "ingest", join(top, "a.log"), "--quiet"], top);
  const files = ["json", "html", "csv", "md", "txt"].flatMap((ending) => ["-o", join(folder, `pub.${ending}`)]);
  await run(["-C", folder, "report", "2005-07", ...files], top);
  await run(["-C", folder, "publish", "2005-07", "--accept", "a test", "--quiet"], top);
  const printed = [];
  for (const words of [["robots"], ["account", "2005-07"], ["restate", "2005-07"], ["explain", "readers", "2005-07"]]) {
    for (const format of ["text", "json"]) printed.push(await run(["-C", folder, ...words, "--format", format], top));
  }
  const written = readdirSync(folder)
    .filter((file) => file.startsWith("pub."))
    .map((file) => join(folder, file));
  const published = readdirSync(join(folder, "published"), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name: file}) => join(parentPath, file));
  return [...printed, ...[...written, ...published].map((file) => readFileSync(file, "utf8"))].join("\n");
}

/** Everything in a text that may be a hash or the beginning of one. */
function hashesIn(text: string): Set<string> {
  return new Set(text.match(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{8,64}\b/g) ?? []);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The methodology as whoever tries addresses would put it together, and its hash without any key. */
function plainHash(yaml: string, change: (methodology: Methodology) => object): string {
  const plain = resolveMethodology({config: parseConfig(`publication: X\n${yaml}`), folder: top, key: "theirs"});
  const {
    rules,
    notPages,
    doubleClicks,
    formats,
    measures,
    stretches,
    siteFurniture,
    feeds,
    downloads,
    listening,
    leftOut,
    ...said
  } = plain;
  const all = {...said, ...change(plain), aliasesSha256: undefined};
  // A setting that came later is part of it only where it is not as usual.
  const unusual = (name: string, value: unknown): unknown =>
    name === "withoutAgent" && value === true ? undefined : value;
  return sha256(
    JSON.stringify(all, (name, value) => (value instanceof Set ? [...value].sort() : unusual(name, value))),
  );
}

describe("a hash in an output", () => {
  longTest("is found by whoever knows all that enters it, where nothing secret does", async () => {
    const without = await outputsWith("plain", {developers: "[]", blacklist: blacklistHead, networks: null});
    expect(hashesIn(without)).toContain(plainHash("", () => ({})));
  });

  test("is none that fits a list of clients, whichever address is tried", () => {
    const found = hashesIn(outputs);
    expect(found.size).toBeGreaterThan(5);
    const tried = candidates.flatMap((client) => {
      const row = {who: {client}, from: null, until: null};
      const blacklists = [[], [row], [{...row, decision: "robot"}]];
      const developers = [[], [client]];
      const file = sha256(`${client}\n`);
      const list = {
        name: "own",
        version: file.slice(0, 12),
        sha256: file,
        form: "networks",
        entryCount: 1,
        networks: [client],
      };
      return [
        ...[client, `${client}\n`, `${blacklistHead}${client},,,robot,mirror,Anna,2005-08-01\n`].map(sha256),
        ...[[client], {client}, row, list, [list], [row]].map((one) => sha256(JSON.stringify(one))),
        ...blacklists.flatMap((blacklist) =>
          developers.flatMap((developers) =>
            [false, true].map((hasList) =>
              plainHash("methodology: {robots: {lists: [isbot]}}\n", ({robots}) => ({
                ...{developers, blacklist},
                robots: {...robots, lists: [...robots.lists, ...(hasList ? [list] : [])]},
              })),
            ),
          ),
        ),
      ];
    });
    const beginnings = new Set([...found].map((hash) => hash.slice(0, 8)));
    expect(tried.filter((hash) => beginnings.has(hash.slice(0, 8)))).toEqual([]);
  });

  test("is in no output in clear either", () => expect(outputs).not.toContain(listed));
});

describe("the methodology's hash", () => {
  const hashWith = (yaml: string, key: string): string => {
    const config = parseConfig(`publication: X\nmethodology: ${yaml}\n`);
    return hashMethodology(resolveMethodology({config, folder: top, key}), {aliasesSha256: undefined, key});
  };
  const one = `{developers: [${listed}]}`;

  test("is the same for the same list and workspace", () => expect(hashWith(one, "a")).toBe(hashWith(one, "a")));
  test("is another in another workspace", () => expect(hashWith(one, "a")).not.toBe(hashWith(one, "b")));
  test("is another for another list", () => {
    expect(hashWith(one, "a")).not.toBe(hashWith("{developers: [198.51.100.78]}", "a"));
  });
  test("of one list alone is none that fits it", () => {
    const file = join(top, "one.csv");
    writeFileSync(file, `${blacklistHead}${listed},,,robot,mirror,Anna,2005-08-01\n`);
    const own = [hashWith(one, "a"), hashWith(`{blacklist: ${JSON.stringify(file)}}`, "a")];
    const tried = candidates.flatMap((client) => [
      plainHash("", () => ({developers: [client]})),
      ...[{}, {decision: "robot"}].map((decided) => {
        return plainHash("", () => ({blacklist: [{who: {client}, from: null, until: null, ...decided}]}));
      }),
    ]);
    expect(tried.filter((hash) => own.includes(hash))).toEqual([]);
  });
  test("is the same in every workspace that lists nobody", () => {
    expect(hashWith("{statuses: [206]}", "a")).toBe(hashWith("{statuses: [206]}", "b"));
  });
  test("without lists is what it was before lists were sealed", () => {
    expect(hashWith("{}", "a")).toBe(plainHash("", () => ({})));
  });
});
