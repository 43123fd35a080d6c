import {resolve} from "node:path";
import {sha256} from "../../base/sha256.ts";
import type {Config} from "../../workspace/config/config.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {parseHostList, spamHosts} from "../referrers/spam.ts";
import {readAliases, readTitles} from "./aliases-and-titles.ts";
import {type DepartmentTable, readDepartments} from "./departments.ts";
import {documentOf, isUnder} from "./path.ts";

/** A part of the site that is asked about by name, and the path prefixes that make it up. */
export interface Area {
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** What a publisher says about its documents. */
export interface SiteDescription {
  /** Null without a table of departments. */
  readonly departments: DepartmentTable | null;
  /** Document to printed title and the list it stands in. */
  readonly titles: ReadonlyMap<string, {readonly title: string; readonly group: string | null}>;
  readonly sections: readonly Area[];
  /** Paths that lead readers to an outside place. */
  readonly sentTo: readonly Area[];
  /** Hosts whose referrers are made up: those that Broadsheet knows and the publisher's own list. */
  readonly referrerSpam: ReadonlySet<string>;
  /** SHA-256 of the table of aliases, which decides what is one document; undefined without one. */
  readonly aliasesSha256: string | undefined;
  /** Which document does the path lead to, now that documents have moved? */
  documentAt(path: string): string;
}

/**
 * What does the workspace say about its documents?
 *
 * @param folder The workspace's, which the files' paths start from.
 * @throws {UserError} DEPARTMENTS_REFUSED, ALIASES_REFUSED, TITLES_REFUSED or CONFIG_REFUSED
 */
export function readHoldings(config: Config, folder: string): SiteDescription {
  const {departments, aliases, titles, sections, sentTo} = config;
  const moved = aliases === undefined ? null : readAliases(resolve(folder, aliases));
  return {
    departments: departments === undefined ? null : readDepartments(resolve(folder, departments)),
    titles: titles === undefined ? new Map() : readTitles(resolve(folder, titles)),
    sections: areasOf(sections),
    sentTo: areasOf(sentTo),
    referrerSpam: config.referrerSpam === undefined ? spamHosts : readSpam(resolve(folder, config.referrerSpam)),
    aliasesSha256: aliases === undefined ? undefined : sha256Of(resolve(folder, aliases)),
    documentAt: moved ?? documentOf,
  };
}

/** In which of the areas does a document lie? It may be several. */
export function areasWith(document: string, areas: readonly Area[]): string[] {
  return areas.filter(({prefixes}) => prefixes.some((prefix) => isUnder(document, prefix))).map(({name}) => name);
}

function areasOf(setting: Readonly<Record<string, readonly string[]>>): Area[] {
  return Object.entries(setting).map(([name, prefixes]) => ({name, prefixes}));
}

function readSpam(path: string): ReadonlySet<string> {
  const help = "check referrerSpam in broadsheet.yaml";
  const bytes = readKeptFile(path, {code: "CONFIG_REFUSED", name: "list of referrer spam", help, mostMegabytes: 16});
  return spamHosts.union(parseHostList(bytes.toString("utf8")));
}

const aliasesFile = {
  code: "ALIASES_REFUSED",
  name: "table of aliases",
  help: "check aliases in broadsheet.yaml",
} as const;

function sha256Of(path: string): string {
  return sha256(readKeptFile(path, aliasesFile));
}
