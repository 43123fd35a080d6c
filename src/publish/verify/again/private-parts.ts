import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {readConfig} from "../../../workspace/config/config.ts";
import type {RobotListSetting} from "../../../workspace/config/robots.ts";
import {configName} from "../../../workspace/workspace-files.ts";

type Settings = Readonly<Record<string, unknown>>;

/** The settings with what a publisher has given to whoever counts again, and which parts those are. */
export interface WithPrivate {
  readonly settings: Settings;
  readonly given: ReadonlySet<string>;
}

/**
 * Puts a publisher's private lists to the rules of an edition.
 *
 * @param folder With `broadsheet.yaml`, which names them, and the files that it names; or with `blacklist.csv` alone.
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED
 */
export function withPrivate(settings: Settings, folder: string): WithPrivate {
  const path = join(folder, configName);
  const own = existsSync(path) ? readConfig(path) : null;
  const whole = (name: string): string => resolve(folder, name);
  const named = own?.methodology.blacklist ?? "blacklist.csv";
  const blacklist = existsSync(whole(named)) ? {blacklist: whole(named)} : {};
  const {developers, robots} = own?.methodology ?? {};
  const lists = robots?.lists ?? [];
  const networks = ("add" in lists ? lists.add : lists).flatMap((list) => {
    return typeof list !== "string" && list.networks !== undefined ? [{...list, networks: whole(list.networks)}] : [];
  });
  const places = own === null || typeof own.places === "boolean" ? {} : {places: wholePaths(own.places, whole)};
  const trustedProxies = own && own.trustedProxies.length > 0 ? {trustedProxies: own.trustedProxies} : {};
  const rules = (settings["methodology"] ?? {}) as Settings;
  const methodology = {
    ...rules,
    ...blacklist,
    ...(developers === undefined ? {} : {developers}),
    ...(networks.length === 0 ? {} : {robots: withNetworks((rules["robots"] ?? {}) as Settings, networks)}),
  };
  const parts = {blacklist: blacklist.blacklist, developers, networks: networks[0], places: places.places};
  const given = Object.entries({...parts, ...trustedProxies}).filter(([, value]) => value !== undefined);
  return {
    settings: {...settings, ...places, ...trustedProxies, methodology},
    given: new Set(given.map(([part]) => part)),
  };
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
