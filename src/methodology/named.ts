import {UserError} from "../base/error.ts";
import {nearest} from "../base/nearest.ts";
import {listWith} from "../workspace/config/list.ts";
import type {MethodologyConfig, MethodologyName} from "../workspace/config/methodology.ts";
import {methodologyNames} from "../workspace/config/methodology.ts";
import {presets} from "./presets.ts";
import {readRobotList} from "./robots/match.ts";

/**
 * Which methodology is it that is called so?
 *
 * @param where Where the name was written: `--methodology`.
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function methodologyCalled(name: string, where: string): MethodologyName {
  const known = methodologyNames.find((one) => one === name);
  if (known) return known;
  const near = nearest(name, methodologyNames);
  throw new UserError(
    "COMMAND_UNKNOWN",
    `there is no methodology "${name}"`,
    near === null ? `name one of ${methodologyNames.join(", ")}` : `write ${near}`,
    where,
  );
}

/**
 * What a workspace would say if it judged by the methodology of that name.
 *
 * Its own, where that is the one it extends. Else the methodology as it is by itself, with what the publisher knows of
 * clients where it asks for that: developers, the blacklist, and for COUNTER its list of robots.
 *
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function settingsUnder(name: MethodologyName, own: MethodologyConfig, folder: string): MethodologyConfig {
  if (name === own.extends) return own;
  const {developers, blacklist, confirmed} = own;
  const {rules} = presets[name];
  return {
    extends: name,
    ...(developers !== undefined && rules.includes("developers") ? {developers} : {}),
    ...(blacklist !== undefined && rules.includes("blacklisted") ? {blacklist} : {}),
    ...(confirmed === undefined ? {} : {confirmed}),
    ...(name === "counter-5.1" ? counterLists(own, folder) : {}),
  };
}

/** COUNTER's own list of robots, where the publisher has brought it. */
function counterLists({robots}: MethodologyConfig, folder: string): Pick<MethodologyConfig, "robots"> {
  const given = listWith(robots?.lists, []);
  const lists = given.filter(
    (list) => typeof list !== "string" && readRobotList(list, {folder, key: ""}).form === counterForm,
  );
  return lists.length === 0 ? {} : {robots: {lists}};
}

/** The form of COUNTER's list of robots. */
export const counterForm = "COUNTER";
