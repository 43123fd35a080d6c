import {resolve} from "node:path";
import type {AskedPath} from "../../base/paths/asked-path.ts";
import {type PathPattern, readPattern} from "../../base/paths/pattern.ts";
import type {QueryCondition} from "../../base/paths/query.ts";
import {sha256} from "../../base/sha256.ts";
import type {Config} from "../../workspace/config/config.ts";
import {namedIn} from "../../workspace/config/sites.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {parseHostList, spamHosts} from "../referrers/spam.ts";
import {aliasesFile, readAliases, readTitles} from "./aliases-and-titles.ts";
import {type DepartmentTable, readDepartments} from "./departments.ts";
import {askedIn, type DocumentNaming, documentOf} from "./path.ts";
import {documentCell} from "./path-cell.ts";

/** A part of the site that is asked about by name, and the path prefixes that make it up. */
export interface Area {
  readonly name: string;
  /** As the publisher writes them: beginnings, and patterns. */
  readonly prefixes: readonly string[];
}

/** The same, ready to be asked about documents. */
export interface OpenArea extends Area {
  readonly patterns: readonly PathPattern[];
}

/** What one of several sites may say of itself. */
export interface SiteParts {
  /** Null without a table of departments. */
  readonly departments: DepartmentTable | null;
  readonly sections: readonly OpenArea[];
}

/** What a publisher says about its documents; parts and departments are those of all sites together. */
export interface SiteDescription extends SiteParts {
  /** What holds for sites that say nothing of themselves, and what others say, by their names. */
  readonly general: SiteParts;
  readonly ofSites: ReadonlyMap<string, SiteParts>;
  /** Document to printed title and the list it stands in. */
  readonly titles: ReadonlyMap<string, {readonly title: string; readonly group: string | null}>;
  /** Paths that lead readers to an outside place. */
  readonly sentTo: readonly OpenArea[];
  /** What is taken home, by names of the publisher's. */
  readonly downloads: readonly OpenArea[];
  /** Hosts whose referrers are made up: those that Broadsheet knows and the publisher's own list. */
  readonly referrerSpam: ReadonlySet<string>;
  /** SHA-256 of the table of aliases, which decides what is one document; undefined without one. */
  readonly aliasesSha256: string | undefined;
  /** How documents of a site are told apart, where that is not as usual; undefined where it is. */
  readonly documentNaming: string | undefined;
  /** The same with the sites that have names, which tell documents apart, too. */
  readonly naming: string | undefined;
  /** What was asked for, in one spelling. @param text As facts hold it. */
  asked(text: string): AskedPath;
  /** The document that a cell of a person's table means; null where it is the path of none. */
  documentNamed(text: string): string | null;
  /** Which document was asked for, now that documents have moved? */
  documentAt(asked: AskedPath): string;
}

/**
 * What does the workspace say about its documents?
 *
 * @param folder The workspace's, which the files' paths start from.
 * @throws {UserError} DEPARTMENTS_REFUSED, ALIASES_REFUSED, TITLES_REFUSED or CONFIG_REFUSED
 */
export function readHoldings(config: Config, folder: string): SiteDescription {
  const {departments, aliases, titles, documents} = config;
  const isOneCase = documents.case === "same";
  const table = departments === undefined ? null : readDepartments(resolve(folder, departments), {isOneCase});
  const areas = areasOf(config);
  const general: SiteParts = {departments: table, sections: openAreas(config.sections, isOneCase)};
  const ofSites = partsOfSites(config, folder, general);
  const tables = [...new Set([general, ...ofSites.values()].flatMap((parts) => parts.departments ?? []))];
  const conditions = [...conditionsOf(areas), ...tables.flatMap((one) => one.conditions)].map(({text}) => text);
  const naming: DocumentNaming = {
    query: new Set(documents.query),
    conditions: new Set(conditions),
    isOneCase,
    isOneSlash: documents.trailingSlash === "same",
  };
  const moved = aliases === undefined ? null : readAliases(resolve(folder, aliases), naming);
  return {
    general,
    ofSites,
    departments: joinDepartments(tables),
    titles: titles === undefined ? new Map() : readTitles(resolve(folder, titles), naming),
    ...areas,
    referrerSpam: config.referrerSpam === undefined ? spamHosts : readSpam(resolve(folder, config.referrerSpam)),
    aliasesSha256: aliases === undefined ? undefined : sha256(readKeptFile(resolve(folder, aliases), aliasesFile)),
    documentNaming: namingText(naming),
    naming: [namingText(naming), sitesText(config)].filter((text) => text !== undefined).join(" ") || undefined,
    asked: (text) => askedIn(text, naming),
    documentNamed: (text) => documentCell(naming).safeParse(text).data ?? null,
    documentAt: (asked) => (moved === null ? documentOf(asked, naming) : moved(documentOf(asked, naming))),
  };
}

/** What a site says of itself, or what is said of all. @param site Its name. */
export function partsOf({general, ofSites}: SiteDescription, site: string): SiteParts {
  return ofSites.get(site) ?? general;
}

function partsOfSites({sites, documents}: Config, folder: string, general: SiteParts): Map<string, SiteParts> {
  const isOneCase = documents.case === "same";
  const own = namedIn(sites).flatMap(([name, {own}]) => {
    if (own.sections === undefined && own.departments === undefined) return [];
    const {departments: file} = own;
    const departments = file === undefined ? general.departments : readDepartments(resolve(folder, file), {isOneCase});
    const sections = own.sections === undefined ? general.sections : openAreas(own.sections, isOneCase);
    return [[name, {departments, sections}] as const];
  });
  return new Map(own);
}

/** Areas of one name are one, on whichever sites. */
function joinAreas(areas: readonly OpenArea[]): OpenArea[] {
  return [...Map.groupBy(areas, ({name}) => name)].map(([name, own]) => ({
    name,
    prefixes: own.flatMap(({prefixes}) => prefixes),
    patterns: own.flatMap(({patterns}) => patterns),
  }));
}

/** The departments of several tables: which documents are in them is asked of each site's own. */
function joinDepartments(tables: readonly DepartmentTable[]): DepartmentTable | null {
  const [first = null] = tables;
  if (first === null || tables.length === 1) return first;
  return {
    departments: [...new Set(tables.flatMap(({departments}) => departments))],
    departmentOf: (document) => first.departmentOf(document),
    conditions: tables.flatMap(({conditions}) => conditions),
    titleOf: (department) => {
      return (tables.find(({departments}) => departments.includes(department)) ?? first).titleOf(department);
    },
  };
}

/** In which of the areas does a document lie? It may be several. */
export function areasWith(document: AskedPath, areas: readonly OpenArea[]): string[] {
  return areas.filter(({patterns}) => patterns.some((pattern) => pattern.fits(document))).map(({name}) => name);
}

/** How the area of downloads is called among sections. */
export function downloadArea(name: string): string {
  return `download:${name}`;
}

/** The parts of the site that have names. */
export type NamedAreas = Pick<SiteDescription, "sections" | "sentTo" | "downloads">;

/** The parts that `broadsheet.yaml` names, of all sites or of one of them. */
export function areasOf({
  sections,
  sentTo,
  downloads,
  documents,
  sites,
}: Pick<Config, "sections" | "sentTo" | "downloads" | "documents" | "sites">): NamedAreas {
  const isOneCase = documents.case === "same";
  const all = [sections, ...namedIn(sites).map(([, {own}]) => own.sections ?? {})];
  return {
    sections: joinAreas(all.flatMap((setting) => openAreas(setting, isOneCase))),
    sentTo: openAreas(sentTo, isOneCase),
    downloads: openAreas(downloads, isOneCase),
  };
}

/** The areas of a setting, ready to be asked. */
export function openAreas(setting: Readonly<Record<string, readonly string[]>>, isOneCase: boolean): OpenArea[] {
  return Object.entries(setting).map(([name, prefixes]) => {
    return {name, prefixes, patterns: prefixes.map((text) => readPattern(text, {plain: "under", isOneCase}))};
  });
}

/** What their patterns ask of queries. */
export function conditionsOf(areas: NamedAreas): QueryCondition[] {
  const all = [...areas.sections, ...areas.sentTo, ...areas.downloads];
  return all.flatMap(({patterns}) => patterns.flatMap(({conditions}) => conditions));
}

function namingText({query, conditions, isOneCase, isOneSlash}: DocumentNaming): string | undefined {
  if (query.size + conditions.size === 0 && !isOneCase && !isOneSlash) return undefined;
  return JSON.stringify([[...query].sort(), [...conditions].sort(), isOneCase, isOneSlash]);
}

function sitesText({sites}: Config): string | undefined {
  const named = namedIn(sites);
  return named.length === 0 ? undefined : JSON.stringify(named.map(([name, {hosts, files}]) => [name, hosts, files]));
}

function readSpam(path: string): ReadonlySet<string> {
  const help = "check referrerSpam in broadsheet.yaml";
  const bytes = readKeptFile(path, {code: "CONFIG_REFUSED", name: "list of referrer spam", help, mostMegabytes: 16});
  return spamHosts.union(parseHostList(bytes.toString("utf8")));
}
