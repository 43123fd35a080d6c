import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, sep} from "node:path";
import {expect} from "vitest";
import {openNames} from "../../../src/workspace/address-book.ts";
import {Catalogue} from "../../../src/workspace/catalogue/catalogue.ts";
import {storePaths} from "../../../src/workspace/workspace-files.ts";
import {runHere} from "../../intake/workshop.ts";

/** A workspace as the person sees it: each part by its name, such that a command changes a part whole or not at all. */
export type State = Readonly<Record<string, string>>;

interface Reported {
  readonly columns: readonly {readonly period: string}[];
  readonly measures: readonly {readonly id: string; readonly values: readonly unknown[]}[];
  readonly account: readonly {readonly period: string}[];
}

/** What do the workspace's figures, files and lists say? */
export async function stateOf(folder: string, period: string): Promise<State> {
  return {...(await figuresOf(folder, period)), ...filesOf(folder), ...countedIn(folder)};
}

/** The figures of each month, and where each of its requests went. */
async function figuresOf(folder: string, period: string): Promise<State> {
  const said = await runHere(
    ["-C", folder, "report", period, "--format", "json", "--tables", "none", "--no-ranges", "--quiet"],
    folder,
  );
  // Before anything is read there is nothing to report.
  if (said.status === 3 && said.stderr.includes("PERIOD_EMPTY")) return {};
  expect(said.status, said.stderr).toBe(0);
  const {columns, measures, account} = JSON.parse(said.stdout) as Reported;
  const rows = columns.map(({period: month}, place) => [
    `figures of ${month}`,
    JSON.stringify([
      measures.map(({id, values}) => [id, values[place]]),
      account.filter((one) => one.period === month),
    ]),
  ]);
  return Object.fromEntries(rows) as State;
}

/** What a person wrote or was given: every file beside the store. */
function filesOf(folder: string): State {
  const paths = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter(
      (path) => path !== "store" && !path.startsWith(`store${sep}`) && !statSync(join(folder, path)).isDirectory(),
    )
    .toSorted();
  return Object.fromEntries(paths.map((path) => [`file ${path}`, readFileSync(join(folder, path), "utf8")]));
}

/** What the catalogue counts. */
function countedIn(folder: string): State {
  const store = storePaths(folder);
  if (!existsSync(store.catalogue)) return {};
  const catalogue = Catalogue.open(store.catalogue);
  try {
    const key = readFileSync(store.key, "utf8").trim();
    const names = catalogue.books().map(({file, month}) => {
      const found = openNames(join(store.addresses, file), key, month);
      expect(found, `${file} cannot be opened`).not.toBeNull();
      return [`addresses of ${month} ${file}`, JSON.stringify(found)] as const;
    });
    const closed = [...catalogue.closedMonths()].map(([month, on]) => [`closed ${month}`, on] as const);
    const inputs = catalogue
      .inputs()
      .map(({name, lines, requests, quarantined}) => [`input ${name}`, [lines, requests, quarantined].join()] as const);
    return Object.fromEntries([...names, ...closed, ...inputs]);
  } finally {
    catalogue.close();
  }
}

/** Files of the store that nothing counts, and that no report of a moment ago may be reading. */
export function strayIn(folder: string): string[] {
  const store = storePaths(folder);
  const catalogue = Catalogue.open(store.catalogue);
  const counted = new Set(catalogue.books().map(({file}) => file));
  catalogue.close();
  const list = (path: string): string[] => (existsSync(path) ? readdirSync(path) : []);
  return [
    ...list(store.work),
    ...list(store.addresses).filter((name) => !counted.has(name)),
    // The note of who changes what is published, or what people edit, says nothing while nobody holds that lock, and is written anew by who does.
    ...list(store.folder).filter((name) => name.endsWith(".holder") && !/^(?:publishing|editing)\./.test(name)),
  ];
}
