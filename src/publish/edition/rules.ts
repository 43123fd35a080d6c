import {extname, resolve} from "node:path";
import {printJson} from "../../base/json.ts";
import {sha256} from "../../base/sha256.ts";
import {Translator} from "../../base/words/translator.ts";
import type {Methodology} from "../../methodology/methodology.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import type {RobotList} from "../../methodology/robots/lists/robot-list.ts";
import {stretchesOf} from "../../methodology/rule-periods.ts";
import {rulesShown} from "../../operations/report/rules-shown.ts";
import type {Report} from "../../report/report.ts";
import type {RobotListSetting} from "../../workspace/config/robots.ts";
import {namedIn, type SitesSetting} from "../../workspace/config/sites.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {judgedBy, judgedByHash} from "./judged-by.ts";

/** Settings that figures rest on and that anybody may know. */
const openSettings = [
  ...["timeZone", "language", "labels", "logFormat", "client", "overlap", "documents", "sections", "sentTo"],
  ...["downloads", "site", "ranks", "smallest", "base", "compare", "tables", "ranges"],
] as const;

/** Settings that name a file with a list of the publisher's. */
const fileSettings = ["departments", "aliases", "titles", "episodes", "referrerSpam"] as const;

const english = new Translator("en");
const keptList = {code: "WORKSPACE_DAMAGED", name: "list", help: "bring it back from a backup"} as const;

/**
 * The rules of an edition as they were: `methodology.json`, and in `lists/` what the rules look things up in.
 *
 * Who is on the blacklist or among the developers, and which networks are listed, is not published: only that there is such a list.
 *
 * @returns Content by the path in the edition.
 */
export function ruleFiles(workspace: Workspace, report: Report): Map<string, string | Uint8Array> {
  const {config, folder} = workspace;
  const files = new Map<string, string | Uint8Array>();
  const put = (stem: string, path: string): string => {
    const content = readKeptFile(resolve(folder, path), keptList);
    const name = `lists/${stem}${extname(path).toLowerCase() || ".txt"}`;
    files.set(name, content);
    return name;
  };
  const named = Object.fromEntries(
    fileSettings.flatMap((setting) => {
      const path = config[setting];
      return path === undefined ? [] : [[setting, put(fileStem(setting), path)]];
    }),
  );
  const {ledger} = config;
  const cities = typeof ledger.cities === "string" ? put("cities", ledger.cities) : ledger.cities;
  const openOf = (value: unknown): unknown => openRules(value, (list) => openList(list, put));
  const {changes, ...lasting} = config.methodology;
  const openChanges = changes?.map(openOf).filter((one) => Object.keys(one as object).some(isRule)) ?? [];
  const rules = {
    ...(openOf(lasting) as object),
    ...(openChanges.length === 0 ? {} : {changes: openChanges}),
  };
  const all = stretchesOf(resolveMethodology(workspace));
  const lists = robotLists(all).map((list) => {
    const {name, version, sha256: hash, form, entryCount} = list;
    const own = `lists/robots-${name.toLowerCase()}-${hash.slice(0, 8)}.txt`;
    if (list.patternsText !== undefined) files.set(own, list.patternsText());
    const file = list.patternsText === undefined ? null : own;
    if (list.asExpressions === undefined) return {name, version, sha256: hash, form, entries: entryCount, file};
    const expressions = own.replace(/txt$/, "json");
    // As Project COUNTER writes its list, so that any version can go by it.
    files.set(expressions, printJson(list.asExpressions().map((pattern) => ({pattern}))));
    return {name, version, sha256: hash, form, entries: entryCount, file, expressions};
  });
  const shown = rulesShown(workspace).map(({from, until, sha256: hash, settings}) => {
    const values = Object.entries(settings).map(([setting, {shown: value}]) => {
      return [setting, Array.isArray(value) ? value : english.translate(value as string)];
    });
    return {from, until, sha256: hash, settings: Object.fromEntries(values)};
  });
  const settings = {
    publication: config.publication,
    ...Object.fromEntries(openSettings.flatMap((name) => (config[name] === undefined ? [] : [[name, config[name]]]))),
    ...named,
    sites: openSites(config.sites, put),
    ledger: {...ledger, ...(cities === undefined ? {} : {cities}), publish: "rows"},
    methodology: rules,
  };
  const judged = judgedBy(
    workspace,
    report.columns.map(({period}) => period),
  );
  const text = printJson({
    format: 1,
    name: report.methodology.name,
    sha256: report.methodology.sha256,
    rules: shown,
    robotLists: lists,
    settings,
    private: privateParts(workspace, all),
    judgedBy: judged,
    judgedBySha256: judgedByHash(judged),
  });
  return files.set("methodology.json", text);
}

function fileStem(setting: string): string {
  return setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Sites as they are written, their tables of departments among the lists. */
function openSites(sites: SitesSetting, put: (stem: string, path: string) => string): unknown {
  if (Array.isArray(sites)) return sites;
  const named = namedIn(sites).map(([name, {hosts, files, own}]) => {
    const {departments, ...said} = own;
    return [
      name,
      {
        ...(hosts.length > 0 ? {hosts} : {}),
        ...(files.length > 0 ? {files} : {}),
        ...said,
        ...(departments === undefined ? {} : {departments: put(`departments-of-${name}`, departments)}),
      },
    ];
  });
  return Object.fromEntries(named);
}

/** Every list of robots that some month goes by, once. */
function robotLists(all: readonly Methodology[]): RobotList[] {
  const found = all.flatMap(({robots}) => robots.lists);
  return [...new Map(found.map((list) => [`${list.name} ${list.sha256}`, list])).values()];
}

/** The settings of rules without those that list clients, at every place where they may stand; null where nothing is left. */
function openRules(value: unknown, listOf: (list: RobotListSetting) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => openRules(one, listOf));
  const kept = Object.entries(value).filter(([name, held]) => !isPrivate.has(name) && held !== undefined);
  const open = kept.map(([name, held]) => [name, name === "lists" ? openLists(held, listOf) : openRules(held, listOf)]);
  const said = open.filter(([, held]) => held !== null);
  return said.length === 0 && kept.length > 0 ? null : Object.fromEntries(said);
}

/** What a change of rules says besides when. */
function isRule(name: string): boolean {
  return name !== "from" && name !== "until";
}

const isPrivate: ReadonlySet<string> = new Set(["developers", "blacklist", "confirmed"]);

/** null where nothing but private ones is added. */
function openLists(value: unknown, listOf: (list: RobotListSetting) => unknown): unknown {
  const isAdded = typeof value === "object" && value !== null && "add" in value;
  const lists = (isAdded ? value.add : value) as readonly RobotListSetting[];
  const open = lists.map(listOf).filter((one) => one !== null);
  if (!isAdded) return open;
  return open.length === 0 ? null : {add: open};
}

/** A list of networks may hold a single client: it is not published. */
function openList(list: RobotListSetting, put: (stem: string, path: string) => string): unknown {
  if (typeof list === "string") return list;
  const {name, file, robots, browsers, networks} = list;
  if (networks !== undefined) return null;
  const stem = (kind: string, path: string): string =>
    `robots-own-${name.toLowerCase()}-${kind}-${sha256(path).slice(0, 8)}`;
  return {
    name,
    ...(file === undefined ? {} : {file: put(stem("file", file), file)}),
    ...(robots === undefined ? {} : {robots: put(stem("robots", robots), robots)}),
    ...(browsers === undefined ? {} : {browsers: put(stem("browsers", browsers), browsers)}),
  };
}

/** What the figures rest on and is not in the edition, so that nobody can count it again without. */
function privateParts({config}: Workspace, all: readonly Methodology[]): object[] {
  // One list that somebody is given is then not all of it.
  const isChanging = (setting: "developers" | "blacklist") => {
    return config.methodology.changes?.some((one) => one[setting] !== undefined) ? {isChanging: true} : {};
  };
  const most = (count: (one: Methodology) => number): number => Math.max(...all.map(count));
  const parts = [
    {part: "developers", entries: most(({developers}) => developers.length), ...isChanging("developers")},
    {part: "blacklist", entries: most(({blacklist}) => blacklist.length), ...isChanging("blacklist")},
    {part: "networks", entries: most(({robots}) => robots.lists.reduce((sum, one) => sum + one.networks.length, 0))},
    {part: "trustedProxies", entries: config.trustedProxies.length},
    {part: "places", entries: typeof config.places === "boolean" ? 0 : 1},
  ];
  return parts.filter(({entries}) => entries > 0);
}
