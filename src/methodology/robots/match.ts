import type {RobotListSetting} from "../../workspace/config/robots.ts";
import {builtInList} from "./lists/built-in.ts";
import {type ListPlace, readOwnList} from "./lists/own-list.ts";
import type {RobotList} from "./lists/robot-list.ts";

/** A list of robots, ready to be asked. */
export type {RobotList} from "./lists/robot-list.ts";

/** Nobody's agent is longer; patterns of the lists take time that grows with the square of a text made to that end. */
const longestLookedAt = 1000;

/**
 * Reads a list of robots: one that Broadsheet brings along, or files of the publisher's own.
 *
 * @param where.folder The workspace's, which the files' paths start from.
 * @param where.key The workspace's, which a list of networks is sealed with.
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function readRobotList(setting: RobotListSetting, where: ListPlace): RobotList {
  return typeof setting === "string" ? builtInList(setting) : readOwnList(setting, where);
}

/**
 * Is the agent on one of the lists? Its first 1,000 characters are looked at.
 *
 * The public lists look for words wherever they stand. Where a list in use knows what is a browser's in an agent, they have
 * to hold what is left for a robot too: so a list that knows browsers never makes a robot of an agent by that knowledge.
 * Lists of a publisher's own hold as they stand, unless one is another version of a public one.
 *
 * @source docs/robots.md#what-broadsheet-adds
 */
export function isRobot(agent: string, lists: readonly RobotList[]): boolean {
  const text = agent.slice(0, longestLookedAt);
  let rest: string | undefined;
  return lists.some((list) => {
    if (!list.isRobot(text)) return false;
    if (list.form !== "package" && !list.isAnotherVersion) return true;
    rest ??= lists.reduce((left, {withoutBrowser}) => withoutBrowser?.(left) ?? left, text);
    return rest === text || list.isRobot(rest);
  });
}

/** Which lists are these, exactly? */
export function robotListVersions(lists: readonly RobotList[]): Pick<RobotList, "name" | "version" | "sha256">[] {
  return lists.map(({name, version, sha256}) => ({name, version, sha256}));
}
