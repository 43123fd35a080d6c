import {existsSync, statSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {UserError} from "../../../base/error.ts";
import {readConfig} from "../../../workspace/config/config.ts";
import type {RuleChange, RuleSettings} from "../../../workspace/config/methodology.ts";
import type {RobotListSetting} from "../../../workspace/config/robots.ts";
import {readKeptFile} from "../../../workspace/kept-file.ts";
import {configName} from "../../../workspace/workspace-files.ts";

type Settings = Readonly<Record<string, unknown>>;

/** The settings with what a publisher has given to whoever counts again, and which parts those are. */
export interface WithPrivate {
  readonly settings: Settings;
  readonly given: ReadonlySet<string>;
}

/** Given is also what changes from month to month. */
export const changing = "changes";

/**
 * Puts a publisher's private lists to the rules of an edition.
 *
 * @param place A folder with `broadsheet.yaml`, which names them, and the files that it names; or with `blacklist.csv` or `developers.txt`; or one of
 *   those files alone: a table is a blacklist, and a text has a developers' address, network or name on each line.
 * @throws {UserError} INPUT_MISSING where there is none of them; CONFIG_UNREADABLE or CONFIG_REFUSED
 */
export function withPrivate(settings: Settings, place: string): WithPrivate {
  const {folder, config, blacklist: file, developers: listed} = privateFiles(place);
  const own = config === null ? null : readConfig(config);
  const whole = (name: string): string => resolve(folder, name);
  const {methodology} = own ?? {};
  const changes = (methodology?.changes ?? []).map((change) => privateRules(change, whole));
  // Where the settings name one from a month on, none stands before.
  const usual = config === null || changes.some(({blacklist}) => blacklist !== undefined) ? undefined : "blacklist.csv";
  const named = file ?? methodology?.blacklist ?? usual;
  const {blacklist: _, ...base} = privateRules(methodology ?? {}, whole);
  const blacklist = named !== undefined && existsSync(whole(named)) ? {blacklist: whole(named)} : {};
  const lists: PrivateRules = {...(listed === undefined ? {} : {developers: listed}), ...base, ...blacklist};
  const places = own === null || typeof own.places === "boolean" ? {} : {places: wholePaths(own.places, whole)};
  const trustedProxies = own && own.trustedProxies.length > 0 ? {trustedProxies: own.trustedProxies} : {};
  const rules = (settings["methodology"] ?? {}) as Settings;
  const {confirmed} = methodology ?? {};
  const whatIsGiven = [lists, ...changes].flatMap((one) => Object.keys(one));
  const more = Object.keys({...places, ...trustedProxies, ...(config === null ? {} : {[changing]: true})});
  const changed = changesWith(rules["changes"], methodology?.changes ?? [], changes);
  return {
    settings: {
      ...settings,
      ...places,
      ...trustedProxies,
      methodology: {
        ...rulesWith(rules, lists),
        ...(confirmed === undefined ? {} : {confirmed}),
        ...(changed === undefined ? {} : {changes: changed}),
      },
    },
    given: new Set([...whatIsGiven, ...more]),
  };
}

/** What rules say that is not published. */
interface PrivateRules {
  readonly blacklist?: string;
  readonly developers?: readonly string[];
  readonly networks?: readonly RobotListSetting[];
}

function privateRules({blacklist, developers, robots}: RuleSettings, whole: (name: string) => string): PrivateRules {
  const lists = robots?.lists ?? [];
  const networks = ("add" in lists ? lists.add : lists).flatMap((list) => {
    return typeof list !== "string" && list.networks !== undefined ? [{...list, networks: whole(list.networks)}] : [];
  });
  return {
    ...(blacklist === undefined ? {} : {blacklist: whole(blacklist)}),
    ...(developers === undefined ? {} : {developers}),
    ...(networks.length === 0 ? {} : {networks}),
  };
}

function rulesWith(rules: Settings, {networks, ...own}: PrivateRules): Settings {
  const robots = networks && {robots: withNetworks((rules["robots"] ?? {}) as Settings, networks)};
  return {...rules, ...own, ...robots};
}

/** The edition's changes of rules with what each had of private lists; of one that had nothing else, that alone. */
function changesWith(
  published: unknown,
  own: readonly RuleChange[],
  hidden: readonly PrivateRules[],
): readonly Settings[] | undefined {
  const changes = [...((published ?? []) as readonly Settings[])];
  for (const [index, {from, until}] of own.entries()) {
    if (Object.keys(hidden[index]!).length === 0) continue;
    const at = changes.findIndex((change) => change["from"] === from && change["until"] === until);
    const place = at < 0 ? changes.length : at;
    changes[place] = rulesWith(changes[at] ?? {from, ...(until === undefined ? {} : {until})}, hidden[index]!);
  }
  return changes.length === 0 ? undefined : changes;
}

/** What was named of private lists: whole paths, and the developers as they are listed. */
interface PrivateFiles {
  readonly folder: string;
  readonly config: string | null;
  readonly blacklist: string | undefined;
  readonly developers: readonly string[] | undefined;
}

function privateFiles(place: string): PrivateFiles {
  const stat = statSync(place, {throwIfNoEntry: false});
  const help = "name the folder that broadsheet.yaml, blacklist.csv or developers.txt lies in, or one of them";
  if (stat === undefined) throw new UserError("INPUT_MISSING", "there is no such file or folder", help, place);
  if (!stat.isDirectory()) {
    const isConfig = /\.ya?ml$/i.test(place);
    const isTable = /\.csv$/i.test(place);
    return {
      folder: dirname(place),
      config: isConfig ? place : null,
      blacklist: isTable ? place : undefined,
      developers: isConfig || isTable ? undefined : clientsIn(place),
    };
  }
  const [config, blacklist, developers] = [configName, "blacklist.csv", "developers.txt"].map((name) => {
    const path = join(place, name);
    return existsSync(path) ? path : undefined;
  });
  if (config === undefined && blacklist === undefined && developers === undefined) {
    throw new UserError("INPUT_MISSING", "there is no private list in the folder", help, place);
  }
  return {
    folder: place,
    config: config ?? null,
    blacklist: config === undefined ? blacklist : undefined,
    developers: developers === undefined ? undefined : clientsIn(developers),
  };
}

/** One on each line; comments begin with #. */
function clientsIn(path: string): readonly string[] {
  const file = {
    code: "INPUT_UNREADABLE",
    name: "list of developers",
    help: "see who may read it",
    mostMegabytes: 10,
  } as const;
  const lines = readKeptFile(path, file).toString("utf8").split(/\r?\n/);
  return lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
}

/** One database of places or several: each by its whole path. */
function wholePaths(places: unknown, whole: (name: string) => string): unknown {
  if (typeof places === "string") return whole(places);
  if (typeof places !== "object" || places === null) return places;
  return Object.fromEntries(Object.entries(places).map(([name, path]) => [name, whole(String(path))]));
}

function withNetworks(robots: Settings, networks: readonly RobotListSetting[]): Settings {
  const lists = robots["lists"] as readonly unknown[] | {readonly add: readonly unknown[]} | undefined;
  if (Array.isArray(lists)) return {...robots, lists: [...lists, ...networks]};
  const added = lists !== undefined && "add" in lists ? lists.add : [];
  return {...robots, lists: {add: [...added, ...networks]}};
}
