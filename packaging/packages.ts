import {existsSync, globSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * What the bundle finds by name, outside of itself: native parts, public lists whose versions are told, and data. All else is in it
 * (docs/decisions/0014-installed-as-a-bundle.md).
 */
const roots = [
  ...["@duckdb/node-bindings", "@myriaddreamin/typst-ts-node-compiler", "@resvg/resvg-js"],
  ...["crawler-user-agents", "isbot"],
  ...["@ip-location-db/geo-whois-asn-country-mmdb", "city-timezones", "world-atlas"],
];

interface Description {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package as npm has installed it. */
export interface InstalledPackage extends Description {
  /** Its whole path. */
  readonly folder: string;
}

/** What stands in a `package.json`. */
export function readDescription(folder: string): Description {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Description;
}

/** The packages that the bundle needs beside it on a machine like this one, by path; those for other machines npm has left out. */
export function packagesBeside(): InstalledPackage[] {
  return closureOf(roots);
}

/** Every package that something of is in the bundle or beside it: whose licence belongs to what is given away. */
export function packagesWithin(): InstalledPackage[] {
  return closureOf(Object.keys(readDescription(root).dependencies ?? {}));
}

function closureOf(names: readonly string[]): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const add = (name: string, from: string): void => {
    const folder = placeOf(name, from);
    if (folder === null || found.has(folder)) return;
    const description = readDescription(folder);
    found.set(folder, {...description, folder});
    const {dependencies = {}, optionalDependencies = {}} = description;
    for (const needed of [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]) add(needed, folder);
  };
  for (const name of names) add(name, root);
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Where Node would find the package from there; null where npm has not installed it. */
function placeOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return place;
    if (folder === dirname(folder)) return null;
  }
}

/** The licences of all that is given away, one after the other, with what says them in the packages' own words. */
export function licenceText(): string {
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  const [ofNode] = globSync("node_modules/node/node_modules/node-*/LICENSE", {cwd: root});
  if (ofNode === undefined) throw new Error("Node's licence is not there: run npm ci");
  const node = readFileSync(join(root, ofNode), "utf8").trim();
  const parts = packagesWithin().map(({name, version, license = "", folder}) => {
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
    return `${name} ${version} (${license})\n\n${texts.join("\n\n") || "Its package has no other text of it."}`;
  });
  return [`Broadsheet\n\n${own}`, `Node.js ${process.version}\n\n${node}`, ...parts]
    .join(`\n\n${"-".repeat(78)}\n\n`)
    .concat("\n");
}
